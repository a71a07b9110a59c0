import type { Schema } from '../schema.ts'

/** Bytes that every value of a type takes at least; 0 only if there are values that take none. */
export function minimumSize(schema: Schema): number {
  return sizeOf(schema, new Set())
}

/** Bytes beyond which a minimum tells nothing more that would help. */
const ENOUGH = 2 ** 20

function sizeOf(schema: Schema, within: Set<Schema>): number {
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
      return schema.branches.length === 0 ? 1 : 1 + leastOf(schema.branches, within)
    case 'record':
      return recordSize(schema, within)
    default:
      return 1
  }
}

function leastOf(branches: readonly Schema[], within: Set<Schema>): number {
  return Math.min(...branches.map((branch) => sizeOf(branch, within)))
}

function recordSize(schema: Schema & { type: 'record' }, within: Set<Schema>): number {
  // A record within itself; nothing has to be known about it, as it has to lie in something else.
  if (within.has(schema)) return 0
  within.add(schema)
  let size = 0
  for (const field of schema.fields) size += sizeOf(field.type, within)
  within.delete(schema)
  return Math.min(size, ENOUGH)
}
