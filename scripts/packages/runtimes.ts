import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync, type Format, transformSync } from 'esbuild'
import { npmInstall, runCommand, spawnResult } from './command.ts'
import type { Report } from './report.ts'

/** Exact versions: what passes today passes tomorrow. */
const BUN = 'bun@1.4.5'
const WORKERD = 'workerd@1.20261117.1'
const DENO = 'deno@2.9.6'

/** Folders and files that the checks of runtimes need. */
export interface RuntimePlaces {
  /** Where the packages are installed. */
  readonly installed: string
  /** An empty folder for the runtimes themselves. */
  readonly runtimes: string
  /** The program, as TypeScript. */
  readonly source: string
}

/** Runs the same program on Node, Bun, workerd and, where it can be had, on Deno. */
export async function checkRuntimes(report: Report, places: RuntimePlaces): Promise<void> {
  const { installed } = places
  const modules = writeModule(places, 'esm')
  const commonJs = writeModule(places, 'cjs')
  const node = (...args: string[]) => lastLine(runCommand(installed, process.execPath, args))
  await report.check(`Node ${process.version}, modules`, () => node(modules))
  await report.check('Node, CommonJS', () => node(commonJs))
  await report.check('Node without evaluated code, modules', () => node(NO_EVALUATION, modules))
  await report.check('Node without evaluated code, CommonJS', () => node(NO_EVALUATION, commonJs))
  await report.check('bundle for browsers', () => checkBundle(places))
  await report.check('install Bun and workerd', () => {
    npmInstall(places.runtimes, [BUN, WORKERD])
    return `${BUN}, ${WORKERD}`
  })
  const bin = (name: string) => join(places.runtimes, 'node_modules', '.bin', name)
  const bun = (file: string) => lastLine(runCommand(installed, bin('bun'), ['run', file]))
  await report.check('Bun, modules', () => bun(modules))
  await report.check('Bun, CommonJS', () => bun(commonJs))
  for (const worker of WORKERS) {
    await report.check(worker.name, () => runWorker(installed, bin('workerd'), worker))
  }
  try {
    npmInstall(places.runtimes, [DENO])
    runCommand(installed, bin('deno'), ['--version'])
  } catch (error) {
    return report.skip('Deno', `${DENO} cannot be installed: ${error}`)
  }
  const offline = ['run', '--cached-only', '--node-modules-dir=manual']
  await report.check('Deno', () =>
    lastLine(runCommand(installed, bin('deno'), [...offline, modules])),
  )
}

const NO_EVALUATION = '--disallow-code-generation-from-strings'

/** Nothing is bundled: the runtime itself has to find the packages. */
function writeModule({ installed, source }: RuntimePlaces, format: Format): string {
  const file = join(installed, format === 'cjs' ? 'program.cjs' : 'program.mjs')
  const start = 'run().then((text) => console.log(text))'
  const options = { loader: 'ts', format, target: 'es2022' } as const
  writeFileSync(file, transformSync(`${source}\n${start}\n`, options).code)
  return file
}

/** The program for browsers, and a worker around it. */
function checkBundle({ installed, source }: RuntimePlaces): string {
  const bundle = (contents: string, minify: boolean): string => {
    const { outputFiles } = buildSync({
      stdin: { contents, loader: 'ts', resolveDir: installed },
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'esm',
      target: 'es2022',
      minify,
      logLevel: 'silent',
    })
    return outputFiles[0]!.text
  }
  writeFileSync(join(installed, 'worker.mjs'), bundle(`${source}\n${WORKER}`, false))
  const everything = "export * from '@magicbyte/avro'; export * from '@magicbyte/client'"
  const text = bundle(everything, true)
  const found = [...text.replace(WHERE_IT_IS, blank).matchAll(NOT_FOR_BROWSERS)].map(
    ({ index }) => `... ${text.slice(Math.max(0, index - 40), index + 40)} ...`,
  )
  if (found.length > 0) throw new Error(`needs what browsers lack:\n${found.join('\n')}`)
  const one = bundle("export { parseSchema } from '@magicbyte/avro'", true)
  return `all of both packages is ${text.length} characters, parseSchema alone ${one.length}`
}

const WORKER = `export default {
  async test(_controller, { buffer }) {
    if (typeof Buffer !== buffer) throw new Error('Buffer is not ' + buffer)
    await run()
  },
}
`

// Minified names are short, so that one of these words is the global, a member or in a text.
const NOT_FOR_BROWSERS =
  /\b(from|import)\s*\(?["'`]node:|\bBuffer\b|\bprocess\b|\beval\s*\(|\bFunction\s*\(|\brequire\s*\(|\b__dirname\b/g
// Node's own may be used where they are: as members of globalThis, never by themselves.
const WHERE_IT_IS = /globalThis\.(Buffer|process)\b|\{(Buffer|process):\w+\}=globalThis\b/g

function blank(text: string): string {
  return ' '.repeat(text.length)
}

/** It has parts of Node if its compatibility date is late enough, and can do without. */
const WORKERS = [
  { name: 'workerd', date: '2024-01-01', buffer: 'undefined' },
  { name: 'workerd with parts of Node', date: '2026-11-01', buffer: 'function' },
]

function runWorker(folder: string, workerd: string, { date, buffer }: WorkerOptions): string {
  const file = join(folder, 'worker.capnp')
  writeFileSync(
    file,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "program", worker = .program)]);
const program :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.mjs")],
  bindings = [(name = "buffer", text = "${buffer}")],
  compatibilityDate = "${date}",
);
`,
  )
  // It exits with 1 when the worker's test() throws; what the worker prints is not shown.
  const { status, output } = spawnResult(folder, workerd, ['test', file])
  if (status !== 0 || !output.includes('[ PASS ] program')) throw new Error(output)
  return 'codec and topic round trips are right'
}

interface WorkerOptions {
  readonly date: string
  /** `typeof Buffer` as it has to be there. */
  readonly buffer: string
}

function lastLine(printed: string): string {
  return printed.trim().split('\n').at(-1) ?? ''
}
