import type { RecordSchema, Schema, UnionSchema } from '../schema.ts'
import type { ReaderAliases } from './reader-aliases.ts'

// The rules of Avro Java 1.12.1, org.apache.avro.Resolver.

/**
 * Index of the branch of a reader's union that takes what a writer that is no union wrote, or -1:
 * the same type, and of named types the same full name; then a record of the same structure, best
 * of the same short name; then the first type that the writer's can be promoted to.
 */
export function matchingBranch(
  writer: Schema,
  reader: UnionSchema,
  aliases: ReaderAliases,
  resolvesRecord: (writer: RecordSchema, reader: RecordSchema) => boolean,
): number {
  let structural = -1
  for (const [index, branch] of reader.branches.entries()) {
    if (branch.type !== writer.type) continue
    if (!('fullName' in branch) || !('fullName' in writer)) return index
    const name = aliases.nameOf(writer)
    if (branch.fullName === name) return index
    if (branch.type !== 'record' || writer.type !== 'record') continue
    if (!resolvesRecord(writer, branch)) continue
    if (structural < 0 || shortName(name) === branch.name) structural = index
  }
  if (structural >= 0) return structural
  return reader.branches.findIndex((branch) => isPromotion(writer.type, branch.type))
}

/** Whether values of one type are read as another by widening. */
export function isPromotion(writer: Schema['type'], reader: Schema['type']): boolean {
  return PROMOTIONS.get(writer)?.includes(reader) ?? false
}

const PROMOTIONS: ReadonlyMap<Schema['type'], readonly Schema['type'][]> = new Map([
  ['int', ['long', 'float', 'double']],
  ['long', ['float', 'double']],
  ['float', ['double']],
  ['string', ['bytes']],
  ['bytes', ['string']],
] as const)

/** Whether two unions are the same but for namespaces, so that branches match by their index. */
export function areUnionsAlike(
  writer: UnionSchema,
  reader: UnionSchema,
  aliases: ReaderAliases,
): boolean {
  return areAlike(writer, reader, aliases, new Map())
}

function areAlike(
  writer: Schema,
  reader: Schema,
  aliases: ReaderAliases,
  assumed: Map<Schema, Set<Schema>>,
): boolean {
  if ('fullName' in writer && 'fullName' in reader) {
    if (shortName(aliases.nameOf(writer)) !== reader.name) return false
  }
  const alike = (a: Schema, b: Schema) => areAlike(a, b, aliases, assumed)
  switch (writer.type) {
    case 'array':
      return reader.type === 'array' && alike(writer.items, reader.items)
    case 'map':
      return reader.type === 'map' && alike(writer.values, reader.values)
    case 'fixed':
      return reader.type === 'fixed' && writer.size === reader.size
    case 'enum':
      return reader.type === 'enum' && areSame(writer.symbols, reader.symbols)
    case 'union':
      return (
        reader.type === 'union' &&
        writer.branches.length === reader.branches.length &&
        writer.branches.every((branch, index) => alike(branch, reader.branches[index]!))
      )
    case 'record': {
      if (reader.type !== 'record' || writer.fields.length !== reader.fields.length) return false
      const known = assumed.get(writer) ?? new Set()
      if (known.has(reader)) return true
      assumed.set(writer, known.add(reader))
      return writer.fields.every(({ name, type }, index) => {
        const other = reader.fields[index]!
        return aliases.fieldNameOf(writer, name) === other.name && alike(type, other.type)
      })
    }
    default:
      return writer.type === reader.type
  }
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((symbol, index) => symbol === b[index])
}

/** The part of a name after its last dot. */
export function shortName(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf('.') + 1)
}
