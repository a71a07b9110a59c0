import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createCodec, type Schema } from '@magicbyte/avro'
import { generateCode } from '../../codegen/src/generate/generate.ts'
import type { GenerateInput, GenerateOptions } from '../../codegen/src/generate/generate-options.ts'
import { valueLiteral } from '../../codegen/src/generate/value-literal.ts'
import { codecOptions } from '../../codegen/src/generate/value-options.ts'
import { findFiles } from '../../codegen/src/inputs/find-files.ts'
import { loadSchemas } from '../../codegen/src/inputs/schema-set.ts'
import { readSourceFile } from '../../codegen/src/inputs/source-file.ts'
import {
  chooser,
  codecsOf,
  decodedOr,
  findDisagreement,
  someBytes,
} from '../../codegen/test/codec-agreement.ts'
import { typeErrors } from '../../codegen/test/generated-code.ts'
import { foldersIn } from './json-files.ts'
import type { Check } from './vector-kind.ts'

/** Full name of a type, a value of it and another one as source texts, and the file to begin at. */
type Values = readonly [fullName: string, good: string, bad: string, entry?: string]

/** Lists the folders that hold schemas and the values that avsc has for them. */
export function listTrickyFolders(paths: readonly string[]): string[] {
  return foldersIn(paths).filter((folder) => existsSync(join(folder, 'values.mjs')))
}

/**
 * Generates code from each schema of a folder: it has to compile, to take the values of avsc under
 * the options for those who come from it and refuse the wrong ones, to have the types of what is
 * read under the options that hold unless told, and to agree with the codec of the runtime.
 */
export async function checkTrickySchemas(folder: string): Promise<Check[]> {
  const { checks, files } = await generateAll(folder)
  return [...checks, { column: 'compiles', expected: [], actual: typeErrors(files) }]
}

/** The files that {@link checkTrickySchemas} compiles, by path, for another compiler. */
export async function trickyFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  return (await generateAll(folder)).files
}

async function generateAll(
  folder: string,
): Promise<{ readonly checks: Check[]; readonly files: ReadonlyMap<string, string> }> {
  const loaded: { default: Readonly<Record<string, Values>> } = await import(
    pathToFileURL(join(folder, 'values.mjs')).href
  )
  const checks: Check[] = []
  const files = new Map<string, string>()
  for (const [name, values] of Object.entries(loaded.default)) {
    const inputs = await readProbe(folder, name)
    if (inputs.length === 0) {
      checks.push({ column: name, skipped: 'the names are not those of the specification' })
      continue
    }
    checks.push(...checkProbe(name, values, inputs, files))
  }
  return { checks, files }
}

/** For those who come from avsc. */
const MIGRATION: GenerateOptions = { unions: 'wrapped', long: 'number', logicalTypes: 'raw' }

async function readProbe(folder: string, name: string): Promise<GenerateInput[]> {
  const isFolder = name.endsWith('-ALL')
  const path = isFolder ? name.slice(0, -'-ALL'.length) : `${await fileOf(folder, name)}`
  const exclude = isFolder ? ['**/*-disputed.avsc'] : []
  const found = await findFiles([path], { cwd: folder, exclude })
  const set = await loadSchemas(found.map((location) => readSourceFile(location, folder)))
  return set.files.flatMap((file) => {
    const root = file.resolved()?.parsed.root
    if (!root) return []
    return [{ file: file.source.path, text: file.source.text, root, defines: file.defines }]
  })
}

async function fileOf(folder: string, name: string): Promise<string> {
  const all = await findFiles(['*.avsc'], { cwd: folder, exclude: [] })
  return all.find((path) => path.includes(`/${name.slice(0, 3)}`)) ?? name
}

function checkProbe(
  name: string,
  [fullName, good, bad, entry]: Values,
  inputs: readonly GenerateInput[],
  files: Map<string, string>,
): Check[] {
  const input = inputs.find(({ file }) => entry !== undefined && file.includes(entry)) ?? inputs[0]!
  // Longs that a number cannot hold are bigints in the values.
  const migration: GenerateOptions = name.startsWith('16')
    ? { ...MIGRATION, long: 'bigint' }
    : MIGRATION
  const checks: Check[] = []
  for (const [way, options] of Object.entries({ migration, standard: {} })) {
    const prefix = `${way}/${name}/`
    const generated = generateCode(inputs, options)
    for (const [path, text] of generated.files) files.set(prefix + path, text)
    const names = typeNames(generated.files, fullName, input)
    const lines =
      way === 'migration'
        ? [
            `export const good: ${names.input} = ${plainSymbols(good)}`,
            '// @ts-expect-error it is none',
            `export const bad: ${names.type} = ${plainSymbols(bad)}`,
          ]
        : readValues(input.root, options).map(
            (value, index) => `export const value${index}: ${names.type} = ${valueLiteral(value)}`,
          )
    const used = [...new Set([names.type, names.input])].join(', ')
    const head = `import type { ${used} } from './${names.module}'`
    files.set(`${prefix}check.ts`, [head, `export type Used = [${used}]`, ...lines, ''].join('\n'))
    const choose = chooser(name.length)
    const codecs = codecsOf(input, options)
    for (let round = 0; round < 100; round++) {
      const { ours, theirs } = findDisagreement(codecs, input.root, choose) ?? NONE
      if (ours !== theirs) checks.push({ column: `${name} ${way}`, expected: theirs, actual: ours })
    }
    checks.push({ column: `${name} ${way}`, expected: true, actual: true })
  }
  return checks
}

const NONE = { ours: '', theirs: '' }

function readValues(root: Schema, options: GenerateOptions): unknown[] {
  const codec = createCodec(root, codecOptions(options))
  const choose = chooser(3)
  return Array.from({ length: 4 }, () =>
    decodedOr(() => codec.decode(someBytes(root, choose)), undefined),
  ).filter((value) => value !== undefined)
}

/** In what module a type is, and what it is called there. */
function typeNames(
  files: ReadonlyMap<string, string>,
  fullName: string,
  { root }: GenerateInput,
): { readonly module: string; readonly type: string; readonly input: string } {
  const wanted = 'fullName' in root ? fullName : 'union'
  for (const [path, text] of files) {
    const codec = new RegExp(`AvroCodec<(\\w+), (\\w+), '${wanted.replaceAll('.', '\\.')}'>`)
    const [, type, input] = codec.exec(text) ?? []
    if (type && input) return { module: path.replace(/\.ts$/, '.js'), type, input }
  }
  throw new Error(`there is no codec of ${wanted}`)
}

/** Symbols are texts. */
function plainSymbols(text: string): string {
  return text.replace(/EN\(('[^']*')\)/g, '$1')
}
