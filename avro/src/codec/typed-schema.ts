import { fingerprint, hex } from '../fingerprint.ts'
import { parseSchema } from '../parse.ts'
import { typeName } from '../schema.ts'
import type { AvroType } from './avro-type.ts'
import type { CodecOptions } from './codec-options.ts'

/**
 * A schema's text with the types of its values as the caller declares them, for programs without
 * generated code. That they suit the schema and the options is up to the caller.
 * @throws InvalidSchemaError
 */
export function typedSchema<Value, Input = Value, Name extends string = string>(
  schema: string,
  options: CodecOptions = {},
): AvroType<Value, Input, Name> {
  const { root } = parseSchema(schema, { mode: 'existing' })
  return {
    name: typeName(root) as Name,
    schema,
    fingerprint: hex(fingerprint(root, 'CRC-64-AVRO')),
    options,
  }
}
