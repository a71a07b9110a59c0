import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/*
 * Builds the command line into codegen/dist: node scripts/build-cli.ts
 * - types, one file for each source file;
 * - ES modules, bundled by entry and by command, as loading a hundred files takes longer than most
 *   commands do. The program's own packages stay packages, so that all use the same classes.
 */
const root = join(import.meta.dirname, '..')
const folder = join(root, 'codegen')
const dist = join(folder, 'dist')
/** The condition under which `exports` names source files. */
const CONDITION = 'magicbyte-source'

rmSync(dist, { recursive: true, force: true })
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
const { status } = spawnSync(
  process.execPath,
  [compiler, '-p', join(folder, 'tsconfig.build.json'), '--emitDeclarationOnly'],
  { stdio: 'inherit' },
)
if (status !== 0) throw new Error('codegen does not compile')

const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
  exports: Record<string, Record<string, string>>
}
await build({
  entryPoints: [
    ...Object.values(exports).map((entry) => join(folder, entry[CONDITION]!)),
    join(folder, 'src/cli/main.ts'),
  ],
  outbase: join(folder, 'src'),
  outdir: dist,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'es2023',
  packages: 'external',
  chunkNames: 'shared/[name]-[hash]',
  logLevel: 'warning',
})
