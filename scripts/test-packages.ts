import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { npmInstall, runCommand } from './packages/command.ts'
import { installedSize } from './packages/installed-size.ts'
import { createReport } from './packages/report.ts'
import { checkRuntimes } from './packages/runtimes.ts'
import { checkStartCost } from './packages/start-cost.ts'
import { checkSubpaths } from './packages/subpaths.ts'
import { checkContents, pack, type Tarball } from './packages/tarballs.ts'
import { checkTypes } from './packages/types.ts'

/*
 * node --conditions=magicbyte-source --import tsx scripts/test-packages.ts [--server] [--keep]
 * Packs what `npm run build` has built, installs it in empty folders as users do, and runs it on
 * every runtime. With --server the server too, for which better-sqlite3 may have to be compiled.
 * With --keep the folders are left for a look. Exits with 1 when a check fails.
 */

const { values: flags } = parseArgs({
  options: {
    server: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
})
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'magicbyte-packages-'))
const report = createReport()
try {
  await checkAll()
} finally {
  if (flags.keep) console.log(`kept ${folder}`)
  else rmSync(folder, { recursive: true })
}
process.exitCode = report.finish() ? 0 : 1

async function checkAll(): Promise<void> {
  const tarballs = new Map<string, Tarball>()
  for (const workspace of ['avro', 'client', 'codegen', 'server']) {
    await report.check(`tarball of ${workspace}`, () => {
      const tarball = pack(root, workspace, folder)
      tarballs.set(workspace, tarball)
      return checkContents(tarball, join(root, workspace, 'src'))
    })
  }
  const [avro, client] = [tarballs.get('avro'), tarballs.get('client')]
  if (avro === undefined || client === undefined) return
  const libraries = [avro, client]
  const installed = subfolder('libraries')
  await report.check('install avro and client', () => install(installed, libraries))
  const source = readFileSync(join(import.meta.dirname, 'packages', 'program.ts'), 'utf8')
  await checkRuntimes(report, { installed, runtimes: subfolder('runtimes'), source })
  for (const library of libraries) await checkSubpaths(report, library, { root, installed })
  await checkTypes(report, { root, installed, source, libraries })
  await report.check('start with the client', () => checkStartCost(installed))
  const codegen = tarballs.get('codegen')
  if (codegen !== undefined) await checkCodegen([...libraries, codegen], codegen.version)
  const server = tarballs.get('server')
  if (flags.server && server !== undefined)
    await checkServer([...libraries, server], server.version)
}

async function checkCodegen(packages: readonly Tarball[], version: string): Promise<void> {
  const installed = subfolder('codegen')
  const magicbyte = bin(installed, 'magicbyte')
  await report.check('install avro, client and codegen', () => install(installed, packages))
  await report.check('magicbyte --version', () => printsVersion(magicbyte, version))
  await report.check("import('magicbyte')", () =>
    evaluate(installed, "console.log(Object.keys(await import('magicbyte')).join())"),
  )
}

async function checkServer(packages: readonly Tarball[], version: string): Promise<void> {
  const installed = subfolder('server')
  const server = bin(installed, 'magicbyte-server')
  await report.check('install avro, client and server', () => install(installed, packages))
  await report.check('magicbyte-server --version', () => printsVersion(server, version))
  await report.check('a registry for tests', () =>
    evaluate(
      installed,
      `const { startTestRegistry } = await import('@magicbyte/client/testing')
      const registry = await startTestRegistry()
      const topic = registry.client().topic('rooms', { value: { schema: '"long"' } })
      const { value } = await topic.decode(await topic.encode({ value: 5n }))
      if (value !== 5n) throw new Error('read ' + value + ' instead of 5n')
      await registry.close()
      console.log('a record is written and read')`,
    ),
  )
}

function install(installed: string, tarballs: readonly Tarball[]): string {
  npmInstall(
    installed,
    tarballs.map(({ path }) => path),
  )
  return installedSize(installed)
}

function bin(installed: string, name: string): string {
  return join(installed, 'node_modules', '.bin', name)
}

function printsVersion(program: string, version: string): string {
  const printed = runCommand(folder, program, ['--version']).trim()
  if (printed !== version) throw new Error(`it prints ${printed} instead of ${version}`)
  return printed
}

function evaluate(installed: string, program: string): string {
  const args = ['--input-type=module', '-e', program]
  return runCommand(installed, process.execPath, args).trim()
}

function subfolder(name: string): string {
  const path = join(folder, name)
  mkdirSync(path)
  return path
}
