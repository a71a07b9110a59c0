import type { RecordSchema, Schema } from '../schema.ts'

/**
 * The names by which a writer's types and fields go in the eyes of a reader, as Avro Java's
 * `Schema.applyAliases` renames them before it resolves.
 */
export interface ReaderAliases {
  /** Full name of a writer's named type. */
  nameOf(writer: Schema & { fullName: string }): string
  /** Name of a writer's field. */
  fieldNameOf(writer: RecordSchema, field: string): string
}

/** Collects the aliases that a reader declares. */
export function readerAliases(reader: Schema): ReaderAliases {
  const names = new Map<string, string>()
  const fields = new Map<string, Map<string, string>>()
  collect(reader, names, fields, new Set())
  const nameOf = (writer: { fullName: string }) => names.get(writer.fullName) ?? writer.fullName
  return {
    nameOf,
    fieldNameOf: (writer, field) => fields.get(nameOf(writer))?.get(field) ?? field,
  }
}

function collect(
  schema: Schema,
  names: Map<string, string>,
  fields: Map<string, Map<string, string>>,
  seen: Set<Schema>,
): void {
  if (seen.has(schema)) return
  seen.add(schema)
  if ('aliases' in schema) for (const alias of schema.aliases) names.set(alias, schema.fullName)
  switch (schema.type) {
    case 'array':
      collect(schema.items, names, fields, seen)
      break
    case 'map':
      collect(schema.values, names, fields, seen)
      break
    case 'union':
      for (const branch of schema.branches) collect(branch, names, fields, seen)
      break
    case 'record':
      collectRecord(schema, names, fields, seen)
      break
    default:
  }
}

function collectRecord(
  record: RecordSchema,
  names: Map<string, string>,
  fields: Map<string, Map<string, string>>,
  seen: Set<Schema>,
): void {
  for (const { name, type, aliases } of record.fields) {
    for (const alias of aliases) {
      const own = fields.get(record.fullName) ?? new Map<string, string>()
      fields.set(record.fullName, own.set(alias, name))
    }
    collect(type, names, fields, seen)
  }
}
