import type { Schema } from '../schema.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { decodeError, encodeError } from './codec-error.ts'
import type { CodecOptions } from './codec-options.ts'
import { compileDecoder } from './decoder.ts'
import type { Read } from './decoder-context.ts'
import { compileEncoder } from './encoder.ts'
import type { Write } from './encoder-context.ts'
import { Failure } from './failure.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import { compileResolver } from './resolver.ts'
import { type ValueMapping, valueMapping } from './value-mapping.ts'

/** Writes values of one schema as Avro's binary encoding. */
export interface Encoder<Input = unknown> {
  /**
   * The bytes of a value, behind a prefix if one is given. They are never written to again, but may
   * share an ArrayBuffer with other results; a Buffer where there is Node's Buffer.
   * @throws EncodeError
   */
  encode(value: Input, prefix?: Uint8Array): Uint8Array
}

/** Reads values from Avro's binary encoding. */
export interface Decoder<Value = unknown> {
  /**
   * The value that the bytes hold.
   * @throws DecodeError; TypeError if they are no Uint8Array
   */
  decode(bytes: Uint8Array, options?: DecodeOptions): Value
}

/** Where a value lies within bytes. */
export interface DecodeOptions {
  /** Index of the value's first byte. Default 0. */
  readonly start?: number
  /** Whether bytes after the value are ignored, as Avro Java does, instead of refused. */
  readonly allowTrailing?: boolean
}

/** Both directions for one schema. */
export interface Codec<Value = unknown, Input = Value> extends Encoder<Input>, Decoder<Value> {
  readonly schema: Schema
  readonly options: CodecOptions
}

/** Compiles a schema to functions that encode and decode its values; nothing is evaluated. */
export function createCodec<Value = unknown, Input = Value>(
  schema: Schema,
  options: CodecOptions = {},
): Codec<Value, Input> {
  const { encode } = createEncoder<Input>(schema, options)
  const { decode } = createDecoder<Value>(schema, schema, options)
  return { schema, options, encode, decode }
}

/** Compiles the writing half alone. */
export function createEncoder<Input = unknown>(
  schema: Schema,
  options: CodecOptions = {},
): Encoder<Input> {
  const compiled = lazily((mapping) => compileEncoder(schema, mapping), options)
  return encoderOf((value, output) => compiled()(value, output), options)
}

/**
 * Compiles what reads the values of one schema as those of another, as Avro Java's
 * `ResolvingDecoder` does: names of records are not compared, and what cannot be resolved fails
 * when it is met. `checkCompatibility` tells beforehand.
 */
export function createDecoder<Value = unknown>(
  writer: Schema,
  reader: Schema = writer,
  options: CodecOptions = {},
): Decoder<Value> {
  const compiled = lazily(
    (mapping) =>
      writer === reader
        ? compileDecoder(reader, mapping)
        : compileResolver(writer, reader, mapping),
    options,
  )
  return decoderOf<Value>((input) => compiled()(input), options)
}

/** Makes an encoder of a function that writes; generated code brings such functions. */
export function encoderOf<Input>(write: Write, options: CodecOptions = {}): Encoder<Input> {
  const output = new ByteWriter(undefined, { ...DEFAULT_LIMITS, ...options.limits })
  return {
    encode(value, prefix) {
      try {
        return output.message(write, value, prefix)
      } catch (error) {
        throw encodeError(error)
      }
    },
  }
}

/** Makes a decoder of a function that reads; generated code brings such functions. */
export function decoderOf<Value>(read: Read, options: CodecOptions = {}): Decoder<Value> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  return {
    decode(bytes, { start = 0, allowTrailing = false } = NO_OPTIONS) {
      // Else an ArrayBuffer, which has no length, would pass for whatever is empty.
      if (!ArrayBuffer.isView(bytes)) throw new TypeError('only a Uint8Array can be decoded')
      const input = new ByteReader(bytes, start, limits)
      try {
        const value = read(input)
        if (!allowTrailing && input.position < input.end) refuseTrailing(input)
        return value as Value
      } catch (error) {
        throw decodeError(error, input.position)
      }
    },
  }
}

const NO_OPTIONS: DecodeOptions = {}

function refuseTrailing({ position, end }: ByteReader): never {
  throw new Failure('the end of the value to be the end of the bytes', `${end - position} more`)
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
