import type { JsonArray } from '@magicbyte/avro'
import type { SchemaFile } from '../inputs/schema-file.ts'
import { typeWord } from './lint-view.ts'

/** Two branches of a union whose values are of one kind in JavaScript; undefined if there are none. */
export function ambiguousBranches(
  union: JsonArray,
  namespace: string,
  file: SchemaFile,
): readonly [string, string] | undefined {
  const byKind = new Map<string, string>()
  for (const branch of union.items) {
    const word = typeWord(branch)
    if (word === undefined) continue
    const kind = KINDS.get(word) ?? kindOfName(word, namespace, file)
    const before = byKind.get(kind)
    if (before !== undefined) return [before, word]
    byKind.set(kind, word)
  }
  return undefined
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['null', 'null'],
  ['boolean', 'boolean'],
  ['int', 'number'],
  ['long', 'bigint'],
  ['float', 'number'],
  ['double', 'number'],
  ['bytes', 'bytes'],
  ['fixed', 'bytes'],
  ['string', 'string'],
  ['enum', 'string'],
  ['array', 'array'],
  ['map', 'object'],
  ['record', 'object'],
  ['error', 'object'],
])

function kindOfName(name: string, namespace: string, file: SchemaFile): string {
  const fullName = file.resolveName(name, namespace) ?? name
  const type = file.resolved()?.parsed.types.get(fullName)?.type
  return KINDS.get(type ?? 'record') ?? 'object'
}
