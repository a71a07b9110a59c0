import type { RecordSchema, Schema } from '../schema.ts'

/** Bytes that every value of a type takes at least; 0 only if there are values that take none. */
export function minimumSize(schema: Schema): number {
  const records = new Set<RecordSchema>()
  collectRecords(schema, records)
  const sizes = leastSizes(records)
  return sizeOf(schema, sizes)
}

/** Bytes beyond which a minimum tells nothing more that would help. */
const ENOUGH = 2 ** 20

/** Of records; they never change, so that what is known stays true. */
const known = new WeakMap<RecordSchema, number>()

type Sizes = Pick<ReadonlyMap<RecordSchema, number>, 'get'>

/** The records that a value holds at once, not only behind an array or a map, and are not known. */
function collectRecords(schema: Schema, records: Set<RecordSchema>): void {
  if (schema.type === 'union') {
    for (const branch of schema.branches) collectRecords(branch, records)
  } else if (schema.type === 'record' && !known.has(schema) && !records.has(schema)) {
    records.add(schema)
    for (const { type } of schema.fields) collectRecords(type, records)
    // What it is made of goes before it, so that it can be settled at once.
    records.delete(schema)
    records.add(schema)
  }
}

/**
 * Starts from nothing being known to have a value, and improves on that until all agree; each
 * round settles at least one record. What never ends has no values, and asks for enough.
 */
function leastSizes(records: ReadonlySet<RecordSchema>): Sizes {
  let changed = records.size > 0
  const sizes = new Map<RecordSchema, number>()
  const get = (record: RecordSchema) => known.get(record) ?? sizes.get(record)
  while (changed) {
    changed = false
    for (const record of records) {
      let size = 0
      for (const { type } of record.fields) size += sizeOf(type, { get })
      const least = Math.min(size, ENOUGH)
      if (least === (sizes.get(record) ?? ENOUGH)) continue
      sizes.set(record, least)
      changed = true
    }
  }
  for (const record of records) known.set(record, sizes.get(record) ?? ENOUGH)
  return known
}

function sizeOf(schema: Schema, sizes: Sizes): number {
  switch (schema.type) {
    case 'null':
      return 0
    case 'float':
      return 4
    case 'double':
      return 8
    case 'fixed':
      return Math.min(schema.size, ENOUGH)
    case 'union':
      return schema.branches.length === 0 ? 1 : 1 + leastOf(schema.branches, sizes)
    case 'record':
      return sizes.get(schema) ?? ENOUGH
    default:
      return 1
  }
}

function leastOf(branches: readonly Schema[], sizes: Sizes): number {
  let least = ENOUGH
  for (const branch of branches) least = Math.min(least, sizeOf(branch, sizes))
  return least
}
