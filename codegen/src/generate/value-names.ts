import type { Schema } from '@magicbyte/avro'
import { capitalized, toIdentifier } from './identifiers.ts'

/** What the values of a schema are called within the name of a function: `ArrayOfLine`. */
export function valueName(schema: Schema): string {
  const name = describe(schema, 3)
  return name.length > 48 || name === '' ? capitalized(schema.type) : name
}

function describe(schema: Schema, depth: number): string {
  switch (schema.type) {
    case 'array':
      return depth > 0 ? `ArrayOf${describe(schema.items, depth - 1)}` : 'Array'
    case 'map':
      return depth > 0 ? `MapOf${describe(schema.values, depth - 1)}` : 'Map'
    case 'union':
      if (schema.branches.length > 4 || depth === 0) return 'Union'
      return schema.branches.map((branch) => describe(branch, depth - 1)).join('Or')
    case 'record':
    case 'enum':
    case 'fixed':
      return capitalized(toIdentifier(schema.name))
    default:
      return capitalized(schema.type)
  }
}
