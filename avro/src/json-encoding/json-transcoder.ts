import { type LimitOptions, limitsOf } from '../codec/limits.ts'
import { type DecodeOptions, decoderOf } from '../codec/message-codec.ts'
import type { Schema } from '../schema.ts'
import type { JsonInputOptions } from './json-bytes-output.ts'
import { jsonBytesWriter } from './json-bytes-writer.ts'
import { jsonTextReader } from './json-text-reader.ts'

/** Turns Avro's two encodings of a schema's values into each other; only the float -0 is lost. */
export interface JsonTranscoder {
  /**
   * The JSON encoding of the value that the bytes hold.
   * @throws DecodeError; TypeError if they are no Uint8Array
   */
  toJson(bytes: Uint8Array, options?: DecodeOptions): string
  /**
   * The binary encoding of the value that a JSON text stands for.
   * @throws JsonDecodeError
   */
  toBinary(text: string, options?: JsonInputOptions): Uint8Array
}

/** Compiles a schema once for many values. */
export function createJsonTranscoder(
  schema: Schema,
  options: { readonly limits?: LimitOptions | undefined } = {},
): JsonTranscoder {
  const writeBytes = jsonBytesWriter(schema, limitsOf(options.limits))
  return {
    toJson: decoderOf<string>(jsonTextReader(schema), options).decode,
    toBinary: (text, inputOptions = {}) => writeBytes(text, inputOptions, (bytes) => bytes),
  }
}

/**
 * The JSON encoding of the value that bytes hold, as Avro Java 1.12.1's `JsonEncoder` writes it:
 * compact, values of unions other than null in an object with the branch's full name, bytes as
 * text of ISO-8859-1, floats and doubles as Java prints a double, a float of -0 as 0.0, NaN and the
 * infinities as strings.
 * @throws DecodeError
 */
export function binaryToJson(schema: Schema, bytes: Uint8Array, options?: DecodeOptions): string {
  return createJsonTranscoder(schema).toJson(bytes, options)
}

/**
 * The binary encoding of the value that a JSON text stands for. It takes what Avro Java 1.12.1's
 * `JsonDecoder` takes except for what would change a value: floats and doubles out of range and, in
 * bytes, characters beyond U+00FF. It also takes NaN and the infinities as strings and, unless asked
 * to be strict, plain values of unions and records that lack members with a default. Of a repeated
 * member the last one counts.
 * @throws JsonDecodeError
 */
export function jsonToBinary(schema: Schema, text: string, options?: JsonInputOptions): Uint8Array {
  return createJsonTranscoder(schema).toBinary(text, options)
}
