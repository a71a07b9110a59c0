import { logicalTypeOf, type ParsedSchema, type Schema } from '@magicbyte/avro'

/** A line for every field of the record: its name and what it holds. */
export function describeFields({ root }: ParsedSchema): string[] {
  if (root.type !== 'record') return [describe(root)]
  return root.fields.map(({ name, type }) => `${name}: ${describe(type)}`)
}

function describe(schema: Schema): string {
  switch (schema.type) {
    case 'union':
      return schema.branches.map(describe).join(' or ')
    case 'array':
      return `list of ${describe(schema.items)}`
    case 'map':
      return `map of ${describe(schema.values)}`
    case 'enum':
      return `one of ${schema.symbols.join(', ')}`
    case 'fixed':
      return `${schema.size} bytes`
    case 'record':
      return `${schema.name} (${schema.fields.map(({ name }) => name).join(', ')})`
    default:
      return describePrimitive(schema)
  }
}

function describePrimitive(schema: Schema): string {
  const logical = logicalTypeOf(schema)
  if (!logical) return schema.type
  return logical.name === 'decimal'
    ? `decimal with ${logical.precision} digits, ${logical.scale} of them after the point`
    : logical.name
}
