import { isInt, isLong } from './java-number.ts'
import type { Json, JsonObject } from './json.ts'
import { fieldsByName, requiredFields } from './record-fields.ts'
import type { MapSchema, RecordSchema, Schema } from './schema.ts'

/** How to look at types some of which are still being read. */
export interface TypeView {
  /** The type a node stands for. */
  actual(schema: Schema): Schema
  /** Whether the record's fields may be looked at yet. */
  isComplete(record: RecordSchema): boolean
}

/**
 * Whether Avro Java takes a JSON value as the default of a field of this type: strings are not
 * compared with symbols, sizes or code points, any branch of a union will do, and a field missing
 * in a record needs a default of its own. A value that leads to an incomplete record is refused.
 */
export function isValidDefault(schema: Schema, value: Json, view = EVERYTHING_KNOWN): boolean {
  let metIncomplete = false
  // Without a memory the time doubles with every level of nested unions of records.
  const verdicts = new Map<JsonObject, Map<Schema, boolean>>()

  function accepts(declared: Schema, value: Json): boolean {
    const schema = view.actual(declared)
    switch (schema.type) {
      case 'string':
      case 'bytes':
      case 'enum':
      case 'fixed':
        return value.kind === 'string'
      case 'int':
        return value.kind === 'number' && isInt(value.lexeme)
      case 'long':
        return value.kind === 'number' && isLong(value.lexeme)
      case 'float':
      case 'double':
        return value.kind === 'number'
      case 'boolean':
      case 'null':
        return value.kind === schema.type
      case 'union':
        return schema.branches.some((branch) => accepts(branch, value))
      case 'array':
        return value.kind === 'array' && value.items.every((item) => accepts(schema.items, item))
      case 'map':
      case 'record':
        return value.kind === 'object' && acceptsObject(schema, value)
    }
  }

  function acceptsObject(schema: MapSchema | RecordSchema, value: JsonObject): boolean {
    const known = verdicts.get(value) ?? new Map<Schema, boolean>()
    verdicts.set(value, known)
    const verdict = known.get(schema) ?? acceptsMembers(schema, value)
    known.set(schema, verdict)
    return verdict
  }

  function acceptsMembers(schema: MapSchema | RecordSchema, { members }: JsonObject): boolean {
    if (schema.type === 'map') {
      for (const value of members.values()) if (!accepts(schema.values, value)) return false
      return true
    }
    if (!view.isComplete(schema)) {
      metIncomplete = true
      return true
    }
    // The defaults of the fields that are missing were found valid when these fields were read.
    if (!requiredFields(schema).every((name) => members.has(name))) return false
    const fields = fieldsByName(schema)
    for (const [name, value] of members) {
      const field = fields.get(name)
      if (field && !accepts(field.type, value)) return false
    }
    return true
  }

  return accepts(schema, value) && !metIncomplete
}

const EVERYTHING_KNOWN: TypeView = {
  actual: (schema) => schema,
  isComplete: () => true,
}
