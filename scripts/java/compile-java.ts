import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findJava } from './java-home.ts'
import { jarFolder } from './maven.ts'
import { runCommand } from './run-command.ts'

const sourceFolder = fileURLToPath(new URL('.', import.meta.url))

/**
 * The folder of the classes of this folder's Java files, compiled against a class path. They are
 * compiled anew only when the text of a file has changed, or the class path.
 */
export async function compileJava(classPath: string): Promise<string> {
  const sources = readdirSync(sourceFolder)
    .filter((name) => name.endsWith('.java'))
    .sort()
    .map((name) => join(sourceFolder, name))
  const hash = createHash('sha256').update(classPath)
  for (const source of sources) hash.update(await readFile(source))
  const classes = join(jarFolder(), `classes-${hash.digest('hex').slice(0, 16)}`)
  if (!existsSync(classes)) await compile(sources, { classPath, classes })
  return classes
}

async function compile(
  sources: readonly string[],
  { classPath, classes }: { classPath: string; classes: string },
): Promise<void> {
  const { javac } = await findJava()
  await mkdir(jarFolder(), { recursive: true })
  const part = await mkdtemp(join(jarFolder(), 'part-'))
  try {
    const options = ['-encoding', 'UTF-8', '--release', '17', '-proc:none']
    await runCommand(javac, [...options, '-cp', classPath, '-d', part, ...sources], {
      missing: `No ${javac}`,
    })
    await rename(part, classes)
  } catch (error) {
    // Another process may have compiled the same meanwhile.
    if (!existsSync(classes)) throw error
  } finally {
    await rm(part, { recursive: true, force: true })
  }
}
