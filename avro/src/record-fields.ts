import type { Field, RecordSchema } from './schema.ts'

/** The fields of a record by name. */
export function fieldsByName(record: RecordSchema): ReadonlyMap<string, Field> {
  return indexOf(record).byName
}

/** The names of the fields without a default. */
export function requiredFields(record: RecordSchema): readonly string[] {
  return indexOf(record).required
}

interface FieldIndex {
  readonly byName: ReadonlyMap<string, Field>
  readonly required: readonly string[]
}

const indexes = new WeakMap<RecordSchema, FieldIndex>()

function indexOf(record: RecordSchema): FieldIndex {
  const known = indexes.get(record)
  if (known) return known
  const index = {
    byName: new Map(record.fields.map((field) => [field.name, field])),
    required: record.fields.filter((field) => !field.default).map((field) => field.name),
  }
  indexes.set(record, index)
  return index
}
