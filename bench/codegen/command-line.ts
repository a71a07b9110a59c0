import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createSession, type Session } from '../../codegen/src/cli/session.ts'
import { generateTarget } from '../../codegen/src/generate/generate-target.ts'
import { applyChange } from '../../codegen/src/generate/output-folder.ts'
import { createPrintMemory } from '../../codegen/src/generate/print-memory.ts'
import { createReopening } from '../../codegen/src/generate/reopen-project.ts'
import { type Result, ROUNDS } from '../measure.ts'
import { writeSchemaFolder } from './schema-folder.ts'

const CLI = fileURLToPath(new URL('../../codegen/dist/cli/main.js', import.meta.url))

/** What commands on 1,000 schema files take, in processes of their own, and a step of `--watch`. */
export async function benchCommandLine(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'magicbyte-bench-'))
  try {
    const paths = writeSchemaFolder(folder)
    return [...benchCommands(folder, paths), await benchWatchStep(folder, paths)]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Processor time beyond that of an empty Node, by that of parsing the same files as JSON. */
function benchCommands(folder: string, paths: readonly string[]): Result[] {
  writeFileSync(join(folder, 'empty.mjs'), '')
  writeFileSync(join(folder, 'parse.mjs'), PARSE)
  writeFileSync(join(folder, 'paths.json'), JSON.stringify(paths))
  writeFileSync(join(folder, 'hook.cjs'), HOOK)
  const commands = new Map<string, readonly string[]>([
    ['validate', ['validate', 'schemas']],
    ['generate --mode types', ['generate', 'schemas', '--out', 'types', '--mode', 'types']],
    ['generate', ['generate', 'schemas', '--out', 'full']],
  ])
  const ratios = new Map([...commands.keys()].map((name): [string, number[]] => [name, []]))
  for (let round = 0; round < ROUNDS; round++) {
    const empty = cpuOf(folder, ['empty.mjs'])
    const parse = cpuOf(folder, ['parse.mjs'])
    for (const [name, args] of commands) {
      rmSync(join(folder, 'types'), { recursive: true, force: true })
      rmSync(join(folder, 'full'), { recursive: true, force: true })
      ratios.get(name)!.push((cpuOf(folder, [CLI, ...args]) - empty) / parse)
    }
  }
  return [...ratios].map(([name, all]) => ({
    what: `${name} of ${paths.length} files / JSON.parse`,
    ratios: all,
  }))
}

/** Milliseconds of processor time, as the process itself tells them at its end. */
function cpuOf(folder: string, args: readonly string[]): number {
  const cpu = join(folder, 'cpu')
  const { status, stderr } = spawnSync(process.execPath, ['--require', './hook.cjs', ...args], {
    cwd: folder,
    env: { CPU_FILE: cpu },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return Number(readFileSync(cpu, 'utf8'))
}

/** A script may say where its measured part began. */
const HOOK = `process.on('exit', () => {
  const { user, system } = process.cpuUsage(globalThis.start)
  require('node:fs').writeFileSync(process.env.CPU_FILE, String((user + system) / 1000))
})
`

const PARSE = `import { readFileSync } from 'node:fs'
const texts = JSON.parse(readFileSync('paths.json', 'utf8')).map((path) => readFileSync(path, 'utf8'))
globalThis.start = process.cpuUsage()
for (const text of texts) JSON.parse(text)
`

/** A step after one file has changed, by a run of the command from start to end. */
async function benchWatchStep(folder: string, paths: readonly string[]): Promise<Result> {
  const session = await quietSession(folder)
  const request = { session, args: ['schemas'], options: {} }
  const target = { out: 'full' }
  const reopen = createReopening(request)
  const memory = createPrintMemory()
  const ratios: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const path = paths[(round * 101) % paths.length]!
    const text = readFileSync(path, 'utf8')
    const whole = cpuOf(folder, [CLI, 'generate', 'schemas', '--out', 'full'])
    writeFileSync(path, text.replace('"labels"', `"labels${round}"`))
    const step = await spent(async () => {
      const project = await reopen(new Set([path]))
      write(generateTarget(target, { ...project, memory }))
    })
    // The first time everything is new.
    if (round > 0) ratios.push(step / whole)
  }
  return { what: 'step of generate --watch / whole run', ratios }
}

function write({ folder, changes }: ReturnType<typeof generateTarget>): void {
  for (const change of changes) applyChange(folder, change)
}

async function quietSession(cwd: string): Promise<Session> {
  const nowhere = { write: () => {} }
  return await createSession(
    { stdout: nowhere, stderr: nowhere, cwd, env: {}, isTTY: false },
    { quiet: true },
  )
}

/** Milliseconds of processor time. */
async function spent(work: () => Promise<void>): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
