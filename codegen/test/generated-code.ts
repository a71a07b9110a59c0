import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as avro from '@magicbyte/avro'
import * as runtime from '@magicbyte/avro/runtime'
import { build, transformSync } from 'esbuild'
import ts from 'typescript'

/** What a module of generated code exports. */
export type Exports = Record<string, unknown>

/** Generated files by path, with `/`. */
export type Files = ReadonlyMap<string, string>

/** Loads the module of a path; `others` are what it may import besides the codec's packages. */
export function loadGenerated(
  files: Files,
  path: string,
  others: ReadonlyMap<string, Exports> = new Map(),
): Exports {
  const loaded = new Map<string, { exports: Exports }>()
  const packages = new Map<string, Exports>([
    ['@magicbyte/avro', avro],
    ['@magicbyte/avro/runtime', runtime],
    ...others,
  ])
  function load(wanted: string): Exports {
    const known = loaded.get(wanted)
    if (known) return known.exports
    const text = files.get(wanted)
    if (text === undefined) throw new Error(`there is no ${wanted}`)
    const module: { exports: Exports } = { exports: {} }
    loaded.set(wanted, module)
    const { code } = transformSync(text, { loader: 'ts', format: 'cjs', target: 'es2022' })
    const require = (from: string) =>
      packages.get(from) ?? load(posix.join(posix.dirname(wanted), from).replace(/\.js$/, '.ts'))
    new Function('require', 'module', 'exports', code)(require, module, module.exports)
    return module.exports
  }
  return load(path)
}

/** The flags that generated code has to compile under. */
const FLAGS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  customConditions: ['magicbyte-source'],
  types: ['node'],
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  declaration: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
}

/** A folder that is not there, from which the packages of the project can be imported. */
export const GENERATED_FOLDER: string = fileURLToPath(new URL('./not-there/', import.meta.url))

/** Files that are the same in all programs. */
const sources = new Map<string, ts.SourceFile | undefined>()

/** What the compiler has to say about generated files, and about nothing else. */
export function typeErrors(files: Files, flags: ts.CompilerOptions = {}): string[] {
  const texts = new Map([...files].map(([path, text]) => [GENERATED_FOLDER + path, text]))
  const host = ts.createCompilerHost({ ...FLAGS, ...flags })
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (path) => texts.has(path) || fileExists(path)
  host.directoryExists = (path) =>
    [...texts.keys()].some((file) => file.startsWith(`${path}/`)) || ts.sys.directoryExists(path)
  host.readFile = (path) => texts.get(path) ?? readFile(path)
  host.getSourceFile = (path, options) => {
    const text = texts.get(path)
    if (text !== undefined) return ts.createSourceFile(path, text, options)
    const known = sources.get(path) ?? getSourceFile(path, options)
    sources.set(path, known)
    return known
  }
  const program = ts.createProgram([...texts.keys()], { ...FLAGS, ...flags }, host)
  const found = [...texts.keys()].flatMap((path) => {
    const file = program.getSourceFile(path)!
    return [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
      ...program.getDeclarationDiagnostics(file),
    ]
  })
  return found.map(({ file, start, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start ?? 0).line + 1 : 0
    const path = file?.fileName.slice(GENERATED_FOLDER.length)
    return `${path}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
  })
}

const HERE = fileURLToPath(new URL('.', import.meta.url))

/** Bytes of a minified bundle of a module that uses generated ones, the codec's package included. */
export async function bundleSize(files: Files, text: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: text, resolveDir: HERE, sourcefile: 'main.ts', loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['magicbyte-source'],
    plugins: [
      {
        name: 'generated',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\./ }, ({ path, importer, namespace }) => {
            const from = namespace === 'generated' ? posix.dirname(importer) : '.'
            const found = posix.join(from, path).replace(/\.js$/, '.ts')
            return files.has(found) ? { path: found, namespace: 'generated' } : undefined
          })
          onLoad({ filter: /.*/, namespace: 'generated' }, ({ path }) => ({
            contents: files.get(path)!,
            loader: 'ts',
            resolveDir: HERE,
          }))
        },
      },
    ],
  })
  return outputFiles[0]!.contents.length
}
