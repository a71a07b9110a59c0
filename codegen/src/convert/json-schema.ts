import type { Field, Json, NamedSchema, Schema } from '@magicbyte/avro'

/** JSON Schema as JSON. */
export type JsonSchema = { readonly [key: string]: unknown }

/** How values of unions look. */
export interface JsonSchemaOptions {
  /** `wrapped` as in Avro's JSON encoding, or `plain` as JSON usually is. */
  readonly unions: 'wrapped' | 'plain'
}

/**
 * A JSON Schema (draft 2020-12) of Avro's JSON encoding of a schema's values. Named types are
 * definitions by their full names. Logical types are what they are written as, so that a date is a
 * number; bounds that JSON numbers cannot hold exactly are left out.
 */
export function toJsonSchema(root: Schema, options: JsonSchemaOptions): JsonSchema {
  const conversion = { options, definitions: new Map<string, JsonSchema | undefined>() }
  const converted = convert(conversion, root)
  const definitions = Object.fromEntries(conversion.definitions)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...converted,
    ...(conversion.definitions.size > 0 && { $defs: definitions }),
  }
}

interface Conversion {
  readonly options: JsonSchemaOptions
  /** By full name; undefined while one is being made. */
  readonly definitions: Map<string, JsonSchema | undefined>
}

function convert(conversion: Conversion, schema: Schema): JsonSchema {
  switch (schema.type) {
    case 'null':
    case 'boolean':
      return { type: schema.type }
    case 'int':
      return { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }
    case 'long':
      return { type: 'integer', format: 'int64' }
    case 'float':
    case 'double':
      return { type: 'number' }
    case 'string':
      return isUuid(schema) ? { type: 'string', format: 'uuid' } : { type: 'string' }
    case 'bytes':
      return { type: 'string', pattern: BYTES }
    case 'array':
      return { type: 'array', items: convert(conversion, schema.items) }
    case 'map':
      return { type: 'object', additionalProperties: convert(conversion, schema.values) }
    case 'union':
      return { oneOf: schema.branches.map((branch) => convertBranch(conversion, branch)) }
    default:
      return reference(conversion, schema)
  }
}

/** Text of characters that stand for a byte each. */
const BYTES = '^[\\u0000-\\u00ff]*$'

function isUuid({ props }: Schema): boolean {
  const logicalType = props.get('logicalType')
  return logicalType?.kind === 'string' && logicalType.value === 'uuid'
}

function convertBranch(conversion: Conversion, branch: Schema): JsonSchema {
  const converted = convert(conversion, branch)
  if (conversion.options.unions === 'plain' || branch.type === 'null') return converted
  const name = 'fullName' in branch ? branch.fullName : branch.type
  return {
    type: 'object',
    properties: Object.fromEntries([[name, converted]]),
    required: [name],
    additionalProperties: false,
  }
}

function reference(conversion: Conversion, schema: NamedSchema): JsonSchema {
  const { definitions } = conversion
  const { fullName } = schema
  if (!definitions.has(fullName)) {
    definitions.set(fullName, undefined)
    definitions.set(fullName, define(conversion, schema))
  }
  return { $ref: `#/$defs/${fullName}` }
}

function define(conversion: Conversion, schema: NamedSchema): JsonSchema {
  const about = schema.doc === undefined ? {} : { description: schema.doc }
  switch (schema.type) {
    case 'enum':
      return { ...about, enum: schema.symbols }
    case 'fixed':
      return {
        ...about,
        type: 'string',
        minLength: schema.size,
        maxLength: schema.size,
        pattern: BYTES,
      }
    case 'record': {
      const properties = schema.fields.map((field) => [field.name, property(conversion, field)])
      const required = schema.fields.flatMap((field) => (field.default ? [] : [field.name]))
      return {
        ...about,
        type: 'object',
        properties: Object.fromEntries(properties),
        ...(required.length > 0 && { required }),
      }
    }
  }
}

function property(conversion: Conversion, field: Field): JsonSchema {
  const value = field.default && simpleDefault(field.type, field.default)
  return {
    ...convert(conversion, field.type),
    ...(field.doc !== undefined && { description: field.doc }),
    ...(value && { default: value.default }),
  }
}

/** A default that looks the same in a schema and in a value, and that JavaScript holds exactly. */
function simpleDefault(type: Schema, json: Json): { readonly default: unknown } | undefined {
  switch (json.kind) {
    case 'null':
      return { default: null }
    case 'boolean':
      return type.type === 'union' ? undefined : { default: json.value }
    case 'string':
      return type.type === 'union' ? undefined : { default: json.value }
    case 'number': {
      const value = Number(json.lexeme)
      const isExact =
        Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))
      return type.type === 'union' || !isExact ? undefined : { default: value }
    }
    case 'array':
      return type.type === 'array' && json.items.length === 0 ? { default: [] } : undefined
    case 'object':
      return type.type === 'map' && json.members.size === 0 ? { default: {} } : undefined
  }
}
