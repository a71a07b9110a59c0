import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Jar, type JarSet, listJars } from './jar-list.ts'
import { runCommand } from './run-command.ts'

/** The folder that keeps jars from one run to the next: `MAGICBYTE_JARS`, or one for caches. */
export function jarFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  if (env.MAGICBYTE_JARS) return env.MAGICBYTE_JARS
  return join(userCacheFolder(env), 'magicbyte-jars')
}

/**
 * The class path of a set's jars. Those that the folder lacks are downloaded by Maven, so that its
 * own settings for mirrors and proxies hold. A jar is used only if its SHA-256 is that of jars.txt;
 * processes that fetch at the same time do not see each other's half-written files.
 */
export async function fetchJars(set: JarSet, folder: string = jarFolder()): Promise<string> {
  const jars = listJars(set)
  const present = await Promise.all(jars.map((jar) => isIntact(join(folder, jar.fileName), jar)))
  const missing = jars.filter((_, index) => !present[index])
  if (missing.length > 0) await download(missing, folder)
  return jars.map((jar) => join(folder, jar.fileName)).join(delimiter)
}

async function isIntact(path: string, { sha256 }: Jar): Promise<boolean> {
  try {
    return (
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex') === sha256
    )
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

async function download(jars: readonly Jar[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const part = await mkdtemp(join(folder, 'part-'))
  try {
    const project = join(part, 'pom.xml')
    await writeFile(project, projectOf(jars))
    await runCommand(
      'mvn',
      [
        ...['--quiet', '--batch-mode', '--strict-checksums', '--file', project],
        'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies',
        `-DoutputDirectory=${part}`,
      ],
      {
        missing:
          'Maven is needed, mvn on the PATH. ' +
          'On Debian or Ubuntu: apt-get install -y --no-install-recommends maven',
      },
    )
    for (const jar of jars) {
      const path = join(part, jar.fileName)
      if (!(await isIntact(path, jar))) {
        throw new Error(`${jar.fileName}: missing, or its SHA-256 is not that of jars.txt`)
      }
      await rename(path, join(folder, jar.fileName))
    }
  } finally {
    await rm(part, { recursive: true, force: true })
  }
}

/** A Maven project that needs these jars and, as all that they need is pinned too, no other. */
function projectOf(jars: readonly Jar[]): string {
  const dependencies = jars.map(
    ({ group, artifact, version }) => `
    <dependency>
      <groupId>${group}</groupId>
      <artifactId>${artifact}</artifactId>
      <version>${version}</version>
      <exclusions>
        <exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion>
      </exclusions>
    </dependency>`,
  )
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>magicbyte</groupId>
  <artifactId>jars</artifactId>
  <version>1</version>
  <dependencies>${dependencies.join('')}
  </dependencies>
</project>
`
}

function userCacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  if (process.platform === 'win32' && env.LOCALAPPDATA) return env.LOCALAPPDATA
  return env.XDG_CACHE_HOME || join(homedir(), '.cache')
}
