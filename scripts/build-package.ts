import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/*
 * Builds a library into dist: node scripts/build-package.ts PACKAGE
 * - types, one file for each source file;
 * - ES modules, bundled by entry with shared parts apart: loading a hundred files takes longer than
 *   all they do;
 * - CommonJS in dist/cjs, one file for each source file, as bundles without shared parts would each
 *   have classes of their own.
 */
const root = join(import.meta.dirname, '..')
const folder = join(root, process.argv[2]!)
const dist = join(folder, 'dist')
/** The condition under which `exports` names source files. */
const CONDITION = 'magicbyte-source'

rmSync(dist, { recursive: true, force: true })
compile(join(folder, 'tsconfig.build.json'), '--emitDeclarationOnly')
await bundleModules()
compileCommonJs()

async function bundleModules(): Promise<void> {
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    exports: Record<string, Record<string, string>>
  }
  await build({
    entryPoints: Object.values(exports).map((entry) => join(folder, entry[CONDITION]!)),
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2023',
    packages: 'external',
    chunkNames: 'shared/[name]-[hash]',
    logLevel: 'warning',
  })
}

/** What a source file compiles to is decided by the package.json above it: a copy has another. */
function compileCommonJs(): void {
  const copy = join(dist, 'cjs-source')
  try {
    cpSync(join(folder, 'src'), join(copy, 'src'), {
      recursive: true,
      filter: (path) => !path.endsWith('.test.ts'),
    })
    writeJson(join(copy, 'package.json'), { type: 'commonjs' })
    writeJson(join(copy, 'tsconfig.json'), {
      extends: '../../tsconfig.build.json',
      compilerOptions: { rootDir: 'src', outDir: '../cjs', verbatimModuleSyntax: false },
      include: ['src'],
      exclude: [],
    })
    compile(join(copy, 'tsconfig.json'))
    writeJson(join(dist, 'cjs', 'package.json'), { type: 'commonjs' })
  } finally {
    rmSync(copy, { recursive: true })
  }
}

function compile(project: string, ...options: string[]): void {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const { status } = spawnSync(process.execPath, [compiler, '-p', project, ...options], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error(`${project} does not compile`)
}

function writeJson(path: string, value: object): void {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)
}
