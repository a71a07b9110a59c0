import { ByteReader } from '../codec/byte-reader.ts'
import { createEncoder } from '../codec/codec.ts'
import { encodeError } from '../codec/codec-error.ts'
import type { CodecOptions } from '../codec/codec-options.ts'
import { compileDecoder } from '../codec/decoder.ts'
import type { Read } from '../codec/decoder-context.ts'
import { limitsOf } from '../codec/limits.ts'
import { valueMapping } from '../codec/value-mapping.ts'
import type { Schema } from '../schema.ts'
import type { JsonInputOptions } from './json-bytes-output.ts'
import { jsonBytesWriter } from './json-bytes-writer.ts'
import { jsonTextReader } from './json-text-reader.ts'

/**
 * Writes and reads Avro's JSON encoding of one schema (specification, "JSON Encoding"). In
 * JavaScript the values are those of the codec for the binary encoding with the same options.
 */
export interface JsonCodec<Value = unknown, Input = Value> {
  readonly schema: Schema
  readonly options: CodecOptions
  /**
   * The JSON encoding of a value, letter by letter as Avro Java 1.12.1 writes it.
   * @throws EncodeError
   */
  stringify(value: Input): string
  /**
   * The value that a JSON text stands for. Members that their record does not have are refused by
   * default if the codec's options say `strict`.
   * @throws JsonDecodeError
   */
  parse(text: string, options?: JsonInputOptions): Value
}

/**
 * Compiles a schema to functions that write and read its values as JSON, by way of the binary
 * encoding, so that both encodings agree on every value.
 */
export function createJsonCodec<Value = unknown, Input = Value>(
  schema: Schema,
  options: CodecOptions = {},
): JsonCodec<Value, Input> {
  const limits = limitsOf(options.limits)
  const encoder = createEncoder<Input>(schema, options)
  const readText = jsonTextReader(schema)
  const writeBytes = jsonBytesWriter(schema, limits)
  const unknownMembers = options.strict ? 'refuse' : 'skip'
  let read: Read | undefined
  return {
    schema,
    options,
    stringify(value) {
      const bytes = encoder.encode(value)
      try {
        return readText(new ByteReader(bytes, 0, limits))
      } catch (error) {
        throw encodeError(error)
      }
    },
    parse(text, inputOptions) {
      read ??= compileDecoder(schema, valueMapping(options))
      const decode = read
      return writeBytes(
        text,
        { unknownMembers, ...inputOptions },
        (bytes) => decode(new ByteReader(bytes, 0, limits)) as Value,
      )
    },
  }
}
