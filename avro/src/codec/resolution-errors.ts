import type { RecordSchema, Schema } from '../schema.ts'
import type { ReaderAliases } from './reader-aliases.ts'
import { isPromotion, matchingBranch, shortName } from './union-match.ts'

/**
 * Whether a writer's record passes for one of a reader's union, whatever their names: no field that
 * the reader needs is missing, and none is of a wrong type at first sight (Avro Java's
 * `Resolver.ReaderUnion.hasMatchError`).
 */
export function resolvesAtOnce(
  writer: RecordSchema,
  reader: RecordSchema,
  aliases: ReaderAliases,
): boolean {
  return isStructuralMatch(writer, reader, aliases, new Map())
}

type Assumed = Map<RecordSchema, Map<RecordSchema, boolean>>

function isStructuralMatch(
  writer: RecordSchema,
  reader: RecordSchema,
  aliases: ReaderAliases,
  assumed: Assumed,
): boolean {
  const verdicts = assumed.get(writer) ?? new Map<RecordSchema, boolean>()
  assumed.set(writer, verdicts)
  const known = verdicts.get(reader)
  if (known !== undefined) return known
  verdicts.set(reader, true)
  const verdict =
    hasAllFields(writer, reader, aliases) &&
    writer.fields.every(({ name, type }) => {
      const renamed = aliases.fieldNameOf(writer, name)
      const field = reader.fields.find((field) => field.name === renamed)
      return !field || resolves(type, field.type, aliases, assumed)
    })
  verdicts.set(reader, verdict)
  return verdict
}

/** Whether a reader's record finds each field in the writer's, or has a default for it. */
export function hasAllFields(
  writer: RecordSchema,
  reader: RecordSchema,
  aliases: ReaderAliases,
): boolean {
  const written = new Set(writer.fields.map(({ name }) => aliases.fieldNameOf(writer, name)))
  return reader.fields.every((field) => field.default !== undefined || written.has(field.name))
}

function resolves(
  writer: Schema,
  reader: Schema,
  aliases: ReaderAliases,
  assumed: Assumed,
): boolean {
  if (writer.type === 'union') return true
  if (reader.type === 'union') {
    const index = matchingBranch(writer, reader, aliases, (a, b) =>
      isStructuralMatch(a, b, aliases, assumed),
    )
    return index >= 0
  }
  if (writer.type === 'record' && reader.type === 'record') {
    return hasAllFields(writer, reader, aliases)
  }
  if (writer.type !== reader.type) return isPromotion(writer.type, reader.type)
  if (!('fullName' in writer) || !('fullName' in reader)) return true
  if (shortName(aliases.nameOf(writer)) !== reader.name) return false
  return writer.type !== 'fixed' || reader.type !== 'fixed' || writer.size === reader.size
}
