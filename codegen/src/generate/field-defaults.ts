import {
  defaultBytes,
  type Field,
  fieldMapping,
  InvalidDefaultError,
  type Json,
  type RecordSchema,
  type Schema,
  type ValueMapping,
} from '@magicbyte/avro'
import type { Catalog } from './catalog.ts'

/** The bytes of a field's default; undefined if it has none, or one that is none of its type. */
export function usableDefault(field: Field): Uint8Array | undefined {
  if (!field.default) return undefined
  if (!known.has(field)) known.set(field, findBytes(field.type, field.default))
  return known.get(field)
}

const known = new WeakMap<Field, Uint8Array | undefined>()

function findBytes(type: Schema, value: Json): Uint8Array | undefined {
  try {
    return defaultBytes(type, value)
  } catch (error) {
    if (error instanceof InvalidDefaultError) return undefined
    throw error
  }
}

/** Full names of the records that may be written with less than what is read of them. */
export function recordsWithInput(catalog: Catalog): ReadonlySet<string> {
  const users = new Map<string, Set<string>>()
  const differing = new Set<string>()
  for (const { schema } of catalog.types.values()) {
    if (schema.type !== 'record') continue
    if (schema.fields.some((field) => usableDefault(field))) differing.add(schema.fullName)
    for (const used of recordsWithin(schema)) {
      users.set(used.fullName, (users.get(used.fullName) ?? new Set()).add(schema.fullName))
    }
  }
  for (const fullName of differing) {
    for (const user of users.get(fullName) ?? []) differing.add(user)
  }
  return differing
}

/** Whether what may be written to a schema differs from what is read of it. */
export function hasInput(schema: Schema, differing: ReadonlySet<string>): boolean {
  switch (schema.type) {
    case 'record':
      return differing.has(schema.fullName)
    case 'array':
      return hasInput(schema.items, differing)
    case 'map':
      return hasInput(schema.values, differing)
    case 'union':
      return schema.branches.some((branch) => hasInput(branch, differing))
    default:
      return false
  }
}

/** The mapping within each field of a record. */
export function mappedFields(
  record: RecordSchema,
  whole: ValueMapping,
): { readonly field: Field; readonly mapping: ValueMapping }[] {
  return record.fields.map((field) => ({ field, mapping: fieldMapping(whole, record, field) }))
}

function recordsWithin(record: RecordSchema): RecordSchema[] {
  const found: RecordSchema[] = []
  const visit = (schema: Schema) => {
    if (schema.type === 'record') found.push(schema)
    else if (schema.type === 'array') visit(schema.items)
    else if (schema.type === 'map') visit(schema.values)
    else if (schema.type === 'union') for (const branch of schema.branches) visit(branch)
  }
  for (const { type } of record.fields) visit(type)
  return found
}
