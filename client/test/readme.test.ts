import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTemporaryServer } from '../../scripts/temporary-server.ts'

const root = join(import.meta.dirname, '..', '..')
const readme = readFileSync(join(root, 'client', 'README.md'), 'utf8')
const blocks = [...readme.matchAll(/^```ts( no-run)?\n(.*?)^```$/gms)].map(([, noRun, code]) => ({
  code: code!,
  runs: noRun === undefined,
  title: code!.split('\n').find((line) => line.includes('new ') || line.includes('await '))!,
}))

let folder: string
let server: Awaited<ReturnType<typeof startTemporaryServer>>
beforeAll(async () => {
  server = await startTemporaryServer()
  folder = mkdtempSync(join(tmpdir(), 'magicbyte-readme-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  mkdirSync(join(folder, 'src'))
  for (const [index, { code }] of blocks.entries()) {
    writeFileSync(fileOf(index), code.replaceAll('http://localhost:8081', server.url))
  }
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

test('every block of code is right to the compiler', () => {
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings()))
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  execute([compiler, '-p', folder])
})

describe('every block of code runs', () => {
  test.each(blocks.map((block, index) => ({ ...block, index })).filter(({ runs }) => runs))(
    '$index $title',
    async ({ index }) => {
      const arguments_ = ['--conditions=magicbyte-source', '--import', 'tsx', fileOf(index)]
      expect(await run(arguments_)).not.toBe('')
    },
  )
})

function fileOf(index: number): string {
  return join(folder, 'src', `block-${index}.ts`)
}

function settings(): object {
  return {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      lib: ['ES2023', 'ESNext.Disposable', 'ES2024.String'],
      typeRoots: [join(root, 'node_modules', '@types')],
    },
    include: [join(folder, 'src')],
  }
}

function execute(args: readonly string[]): void {
  try {
    execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    throw new Error((error as { stdout: string }).stdout)
  }
}

/** Not synchronously: the registry is in this process. */
async function run(args: readonly string[]): Promise<string> {
  const { execFile } = await import('node:child_process')
  const { promisify } = await import('node:util')
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root })
  return stdout
}
