import { logicalTypeOf, type Schema } from '@magicbyte/avro'

/** A type in short, as a message shows it; named types by their full names only. */
export function typeLabel(schema: Schema): string {
  switch (schema.type) {
    case 'array':
      return `array<${typeLabel(schema.items)}>`
    case 'map':
      return `map<${typeLabel(schema.values)}>`
    case 'union':
      return `[${schema.branches.map(typeLabel).join(', ')}]`
    case 'record':
    case 'enum':
    case 'fixed':
      return schema.fullName
    default:
      return `${schema.type}${logicalSuffix(schema)}`
  }
}

/** The logical type of a schema in brackets; empty if it has none. */
export function logicalSuffix(schema: Schema): string {
  const logical = logicalTypeOf(schema)
  if (!logical) return ''
  if (logical.name !== 'decimal') return ` (${logical.name})`
  return ` (decimal ${logical.precision}, ${logical.scale})`
}
