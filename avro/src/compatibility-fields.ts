import { type Budget, spend } from './compatibility-budget.ts'
import type { Field, RecordSchema } from './schema.ts'
import { schemaText } from './schema-text.ts'

/** Two records to compare. */
export interface RecordPair {
  readonly reader: RecordSchema
  readonly writer: RecordSchema
}

/**
 * Finds the writer's field that feeds a field of the reader: the one of its name or of one of its
 * aliases. Throws {@link AmbiguousFieldError} when there are several, even if they are the same.
 */
export function findWriterField(
  { reader, writer }: RecordPair,
  field: Field,
  budget: Budget,
): Field | undefined {
  const fields = fieldsOf(writer)
  const found = fields.get(field.name)
  if (field.aliases.length === 0) return found
  spend(budget, field.aliases.length)
  const matches = [field.name, ...new Set(field.aliases)].flatMap((name) => fields.get(name) ?? [])
  if (matches.length > 1) throw new AmbiguousFieldError({ reader, writer }, field)
  return matches[0]
}

function fieldsOf(record: RecordSchema): ReadonlyMap<string, Field> {
  const cached = fieldMaps.get(record)
  if (cached) return cached
  const fields = new Map(record.fields.map((field) => [field.name, field]))
  fieldMaps.set(record, fields)
  return fields
}

const fieldMaps = new WeakMap<RecordSchema, ReadonlyMap<string, Field>>()

/**
 * Thrown when the name and the aliases of a reader's field match more than one field of the writer.
 * The message is Avro Java's.
 */
export class AmbiguousFieldError extends Error implements RecordPair {
  override readonly name = 'AmbiguousFieldError'
  readonly reader: RecordSchema
  readonly writer: RecordSchema
  readonly field: Field

  constructor({ reader, writer }: RecordPair, field: Field) {
    const described = `${field.name} type:${field.type.type.toUpperCase()} pos:${reader.fields.indexOf(field)}`
    super(
      `Reader record field ${described} matches multiple fields in writer record schema ${schemaText(writer)}`,
    )
    this.reader = reader
    this.writer = writer
    this.field = field
  }
}
