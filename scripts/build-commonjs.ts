import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/*
 * Builds the CommonJS half of a package into dist/cjs: node scripts/build-commonjs.ts PACKAGE
 * What a source file compiles to is decided by the package.json above it, so that the sources are
 * compiled from a copy that lies below another one.
 */
const root = join(import.meta.dirname, '..')
const folder = join(root, process.argv[2]!)
const copy = join(folder, 'dist', 'cjs-source')

mkdirSync(copy, { recursive: true })
try {
  cpSync(join(folder, 'src'), join(copy, 'src'), {
    recursive: true,
    filter: (path) => !path.endsWith('.test.ts'),
  })
  writeJson(join(copy, 'package.json'), { type: 'commonjs' })
  writeJson(join(copy, 'tsconfig.json'), {
    extends: '../../tsconfig.build.json',
    compilerOptions: {
      rootDir: 'src',
      outDir: '../cjs',
      sourceMap: false,
      verbatimModuleSyntax: false,
    },
    include: ['src'],
    exclude: [],
  })
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const { status } = spawnSync(process.execPath, [compiler, '-p', copy], { stdio: 'inherit' })
  writeJson(join(folder, 'dist', 'cjs', 'package.json'), { type: 'commonjs' })
  process.exitCode = status ?? 1
} finally {
  rmSync(copy, { recursive: true })
}

function writeJson(path: string, value: object): void {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)
}
