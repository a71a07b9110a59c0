import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type Json, readJson } from '@magicbyte/avro'
import { idlToProtocol, idlToSchemas } from '../../codegen/src/idl/convert-idl.ts'
import { parseIdl } from '../../codegen/src/idl/parse-idl.ts'
import { normalized } from './idl-normalized.ts'
import { foldersIn } from './json-files.ts'

/** What the comparison of a folder gave. */
export interface IdlFolderResult {
  readonly passed: number
  readonly failed: number
  /** One line for each that failed. */
  readonly failures: readonly string[]
}

/** Where Avro Java is known to be wrong, by the name of the file without its ending. */
export const KNOWN_FLAWS: ReadonlyMap<string, string> = new Map([
  ['p24-import-in-schema-mode', 'an import after a schema statement that refers to a later type'],
  ['p32-fixed', 'a fixed default of the wrong length is taken'],
  ['p34-comments-everywhere', 'an empty comment goes on to the next end of a comment'],
  ['p43-import-cycle', 'files that import each other'],
])

/** Lists the folders that {@link checkIdlFolder} can compare, among those given and below. */
export function listIdlFolders(paths: readonly string[]): string[] {
  const holds = (folder: string, name: string) => existsSync(join(folder, name))
  return foldersIn(paths)
    .filter(
      (folder) =>
        holds(folder, 'expected-java') || (holds(folder, 'input') && holds(folder, 'output')),
    )
    .sort()
}

/**
 * Compares what the IDL files of a folder give with what Avro Java made of them.
 * Either `input/*.avdl` stand beside `output/*.avpr` and `*.avsc`, with what is not found beside
 * the importing file in `putOnClassPath`; or `*.avdl` stand in the folder itself and
 * `expected-java/*.json` or `*.error.txt` hold what was printed.
 */
export function checkIdlFolder(folder: string): IdlFolderResult {
  const failures: string[] = []
  let passed = 0
  const input = existsSync(join(folder, 'input')) ? join(folder, 'input') : folder
  const importDirs = [join(folder, 'putOnClassPath')].filter((dir) => existsSync(dir))
  for (const file of readdirSync(input).sort()) {
    const name = basename(file, '.avdl')
    if (name === file) continue
    const expected = expectedOf(folder, name)
    if (!expected) continue
    const actual = actualOf(join(input, file), importDirs, expected)
    const isFlaw = KNOWN_FLAWS.has(name)
    const isSame =
      'error' in expected || 'error' in actual
        ? 'error' in expected === 'error' in actual
        : isDeepStrictEqual(actual.value, expected.value)
    if (isSame !== isFlaw) passed++
    else failures.push(`${name}: ${explain(expected, actual)}`)
  }
  return { passed, failed: failures.length, failures }
}

type Outcome = { readonly error: string } | { readonly value: unknown; readonly isList: boolean }

function expectedOf(folder: string, name: string): Outcome | undefined {
  const candidates = [
    join(folder, 'output', `${name}.avpr`),
    join(folder, 'output', `${name.replace(/_schema$/, '')}.avsc`),
    join(folder, 'expected-java', `${name}.json`),
  ]
  const found = candidates.find((path) => existsSync(path))
  if (found !== undefined) return outcomeOf(readJson(readFileSync(found, 'utf8')))
  const error = join(folder, 'expected-java', `${name}.error.txt`)
  return existsSync(error) ? { error: readFileSync(error, 'utf8').trim() } : undefined
}

function actualOf(file: string, importDirs: readonly string[], expected: Outcome): Outcome {
  const options = { readFile: readFileOrNothing, importDirs }
  const parsed = parseIdl(readFileSync(file, 'utf8'), { file })
  const { problems, protocol } = idlToProtocol(parsed, options)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    const lines = errors.map(({ line, column, message }) => `${line}:${column} ${message}`)
    return { error: lines.join('; ') }
  }
  if (protocol) return outcomeOf(readJson(protocol.text))
  const { main, types } = idlToSchemas(parsed, options)
  if (main) return outcomeOf(readJson(main.text))
  const all = `[${types.map((type) => type.toJson().text).join(',')}]`
  const isList = 'value' in expected && expected.isList
  return outcomeOf(readJson(isList ? all : (types[0]?.toJson().text ?? all)))
}

function outcomeOf(json: Json): Outcome {
  return { value: normalized(json), isList: json.kind === 'array' }
}

function readFileOrNothing(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile()
    ? readFileSync(path, 'utf8')
    : undefined
}

function explain(expected: Outcome, actual: Outcome): string {
  const [wanted, got] = [expected, actual].map((outcome) =>
    'error' in outcome ? `error ${outcome.error}` : JSON.stringify(outcome.value),
  )
  return `expected ${wanted}, got ${got}`
}
