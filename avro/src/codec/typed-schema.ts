import { fingerprint64 } from '../fingerprint.ts'
import { parseSchema } from '../parse.ts'
import { typeName } from '../schema.ts'
import type { AvroType } from './avro-type.ts'
import type { CodecOptions } from './codec-options.ts'

/**
 * A schema's text with the types of its values as the caller declares them, for programs without
 * generated code. That they suit the schema and the options is up to the caller.
 * @throws InvalidSchemaError
 */
export function typedSchema<Value, Input = Value>(
  schema: string,
  options: CodecOptions = {},
): AvroType<Value, Input> {
  const { root } = parseSchema(schema, { mode: 'existing' })
  const fingerprint = BigInt.asUintN(64, fingerprint64(root)).toString(16).padStart(16, '0')
  return { name: typeName(root), schema, fingerprint, options }
}
