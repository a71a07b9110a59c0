import { canonicalString } from './canonical.ts'
import { type Budget, spend } from './compatibility-budget.ts'
import type { Field, RecordSchema } from './schema.ts'

/**
 * Finds the writer's field that feeds a field of the reader: the one of its name or of one of its
 * aliases. Throws {@link AmbiguousFieldError} when there are several, even if they are the same.
 */
export function findWriterField(
  { reader, field, writer }: FieldSearch,
  budget: Budget,
): Field | undefined {
  const fields = fieldsOf(writer)
  const found = fields.get(field.name)
  if (field.aliases.length === 0) return found
  spend(budget, field.aliases.length)
  const matches = [field.name, ...new Set(field.aliases)].flatMap((name) => fields.get(name) ?? [])
  if (matches.length > 1) throw new AmbiguousFieldError({ reader, field, writer })
  return matches[0]
}

/** A field of the reader's record that looks for its source in the writer's record. */
export interface FieldSearch {
  readonly reader: RecordSchema
  readonly field: Field
  readonly writer: RecordSchema
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
export class AmbiguousFieldError extends Error implements FieldSearch {
  override readonly name = 'AmbiguousFieldError'
  readonly reader: RecordSchema
  readonly field: Field
  readonly writer: RecordSchema

  constructor({ reader, field, writer }: FieldSearch) {
    const described = `${field.name} type:${field.type.type.toUpperCase()} pos:${reader.fields.indexOf(field)}`
    super(
      `Reader record field ${described} matches multiple fields in writer record schema ${printAlone(writer)}`,
    )
    this.reader = reader
    this.field = field
    this.writer = writer
  }
}

function printAlone(root: RecordSchema): string {
  return canonicalString({ root, source: root.source, referenced: new Set(), types: new Map() })
}
