import type { NamedSchema, Schema } from './schema.ts'

/**
 * The Parsing Canonical Form of the Avro specification: only what a reader of data needs, full
 * names everywhere. Names and symbols are not escaped, as in Avro Java.
 */
export function parsingCanonicalForm(schema: Schema): string {
  return form(schema, new Set())
}

function form(schema: Schema, defined: Set<string>): string {
  switch (schema.type) {
    case 'union':
      return `[${schema.branches.map((branch) => form(branch, defined)).join(',')}]`
    case 'array':
      return `{"type":"array","items":${form(schema.items, defined)}}`
    case 'map':
      return `{"type":"map","values":${form(schema.values, defined)}}`
    case 'record':
    case 'enum':
    case 'fixed':
      return namedForm(schema, defined)
    default:
      return `"${schema.type}"`
  }
}

function namedForm(type: NamedSchema, defined: Set<string>): string {
  const name = `"${type.fullName}"`
  if (defined.has(name)) return name
  defined.add(name)
  const start = `{"name":${name},"type":"${type.type}"`
  switch (type.type) {
    case 'record': {
      const fields = type.fields.map(
        (field) => `{"name":"${field.name}","type":${form(field.type, defined)}}`,
      )
      return `${start},"fields":[${fields.join(',')}]}`
    }
    case 'enum':
      return `${start},"symbols":[${type.symbols.map((symbol) => `"${symbol}"`).join(',')}]}`
    case 'fixed':
      return `${start},"size":${type.size}}`
  }
}
