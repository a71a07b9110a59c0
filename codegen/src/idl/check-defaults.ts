import type { Json, ParsedSchema, RecordSchema, Schema } from '@magicbyte/avro'

/** A default that Avro Java takes but that no reader can use. */
export interface UnfitDefault {
  /** Offset of the default's value, or of a value in it, in the text of the schema. */
  readonly at: number
  readonly message: string
}

/**
 * The defaults of fields that are strings as they have to be, but have the wrong length for a
 * fixed type, name no symbol of an enum, or hold a character that is no byte.
 */
export function findUnfitDefaults({ types }: ParsedSchema): UnfitDefault[] {
  const found: UnfitDefault[] = []
  for (const type of types.values()) {
    if (type.type !== 'record') continue
    for (const { name, type: fieldType, default: fallback } of type.fields) {
      if (fallback) found.push(...unfitIn(fieldType, fallback, name))
    }
  }
  return found
}

function unfitIn(schema: Schema, value: Json, field: string): UnfitDefault[] {
  const at = value.at
  switch (schema.type) {
    case 'fixed':
    case 'bytes': {
      if (value.kind !== 'string') return []
      const foreign = [...value.value].find((char) => char > '\u00ff')
      if (foreign !== undefined) {
        const message = `The default of ${field} holds "${foreign}", which is no byte`
        return [{ at, message }]
      }
      if (schema.type !== 'fixed' || value.value.length === schema.size) return []
      const sizes = `${value.value.length} bytes, ${schema.fullName} has ${schema.size}`
      return [{ at, message: `The default of ${field} has ${sizes}` }]
    }
    case 'enum': {
      if (value.kind !== 'string' || schema.symbols.includes(value.value)) return []
      const symbol = JSON.stringify(value.value)
      return [{ at, message: `The default of ${field}, ${symbol}, is no ${schema.fullName}` }]
    }
    case 'union': {
      // It suits the union if it suits any type of it.
      const outcomes = schema.branches
        .filter((branch) => suitsKind(branch, value))
        .map((branch) => unfitIn(branch, value, field))
      const [first] = outcomes
      return first && outcomes.every((outcome) => outcome.length > 0) ? first : []
    }
    case 'array':
      return value.kind === 'array'
        ? value.items.flatMap((item) => unfitIn(schema.items, item, field))
        : []
    case 'map':
      return value.kind === 'object'
        ? [...value.members.values()].flatMap((item) => unfitIn(schema.values, item, field))
        : []
    case 'record':
      return value.kind === 'object' ? unfitInRecord(schema, value.members, field) : []
    default:
      return []
  }
}

function unfitInRecord(
  { fields }: RecordSchema,
  members: ReadonlyMap<string, Json>,
  field: string,
): UnfitDefault[] {
  return fields.flatMap(({ name, type }) => {
    const value = members.get(name)
    return value ? unfitIn(type, value, `${field}.${name}`) : []
  })
}

function suitsKind({ type }: Schema, { kind }: Json): boolean {
  switch (type) {
    case 'string':
    case 'bytes':
    case 'fixed':
    case 'enum':
      return kind === 'string'
    case 'array':
      return kind === 'array'
    case 'map':
    case 'record':
      return kind === 'object'
    case 'null':
    case 'boolean':
      return kind === type
    default:
      return kind === 'number'
  }
}
