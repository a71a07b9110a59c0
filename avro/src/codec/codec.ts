import type { ParsedSchema, Schema } from '../schema.ts'
import type { CodecOptions } from './codec-options.ts'
import { compileDecoder } from './decoder.ts'
import { compileEncoder } from './encoder.ts'
import { type Decoder, decoderOf, type Encoder, encoderOf } from './message-codec.ts'
import { compileResolver } from './resolver.ts'
import { type ValueMapping, valueMapping } from './value-mapping.ts'

/** Both directions for one schema. */
export interface Codec<Value = unknown, Input = Value> extends Encoder<Input>, Decoder<Value> {
  readonly schema: Schema
  readonly options: CodecOptions
}

/** Compiles a schema to functions that encode and decode its values; nothing is evaluated. */
export function createCodec<Value = unknown, Input = Value>(
  given: Schema | ParsedSchema,
  options: CodecOptions = {},
): Codec<Value, Input> {
  const schema = rootOf(given)
  const { encode } = createEncoder<Input>(schema, options)
  const { decode } = createDecoder<Value>(schema, schema, options)
  return { schema, options, encode, decode }
}

/** Compiles the writing half alone. */
export function createEncoder<Input = unknown>(
  given: Schema | ParsedSchema,
  options: CodecOptions = {},
): Encoder<Input> {
  const schema = rootOf(given)
  const compiled = lazily((mapping) => compileEncoder(schema, mapping), options)
  return encoderOf((value, output) => compiled()(value, output), options)
}

/**
 * Compiles what reads the values of one schema as those of another, as Avro Java's
 * `ResolvingDecoder` does: names of records are not compared, and what cannot be resolved fails
 * when it is met. `checkCompatibility` tells beforehand.
 */
export function createDecoder<Value = unknown>(
  givenWriter: Schema | ParsedSchema,
  givenReader: Schema | ParsedSchema = givenWriter,
  options: CodecOptions = {},
): Decoder<Value> {
  const writer = rootOf(givenWriter)
  const reader = rootOf(givenReader)
  const compiled = lazily(
    (mapping) =>
      writer === reader
        ? compileDecoder(reader, mapping)
        : compileResolver(writer, reader, mapping),
    options,
  )
  return decoderOf<Value>((input) => compiled()(input), options)
}

function rootOf(schema: Schema | ParsedSchema): Schema {
  return 'root' in schema ? schema.root : schema
}

/** Many schemas are only read, or only written. */
function lazily<Compiled>(
  compile: (mapping: ValueMapping) => Compiled,
  options: CodecOptions,
): () => Compiled {
  let compiled: Compiled | undefined
  return () => {
    compiled ??= compile(valueMapping(options))
    return compiled
  }
}
