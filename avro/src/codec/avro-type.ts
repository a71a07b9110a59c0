import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import type { CodecOptions } from './codec-options.ts'
import { type Decoder, decoderOf, type Encoder, encoderOf } from './message-codec.ts'

/**
 * A schema with the TypeScript types of its values: what code generation declares, and what the
 * client infers types from.
 */
export interface AvroType<Value = unknown, Input = Value, Name extends string = string> {
  /** Full name of a named type, else the type. */
  readonly name: Name
  /** The schema's text; it refers to no type that it does not define. */
  readonly schema: string
  /**
   * CRC-64-AVRO of the schema's Parsing Canonical Form: 16 hexadecimal digits in the order of the
   * bytes of Avro's single-object encoding.
   */
  readonly fingerprint: string
  /** What the types were made for. */
  readonly options: CodecOptions
  /** Never there at run time: what is read, and what may be given to be written. */
  readonly '~types'?: { readonly value: Value; readonly input: Input }
}

/** A type whose functions were generated ahead of time. */
export interface AvroCodec<Value = unknown, Input = Value, Name extends string = string>
  extends AvroType<Value, Input, Name>,
    Encoder<Input>,
    Decoder<Value> {
  /** Writes a value, or throws a `Failure`. */
  write(value: Input, output: ByteWriter): void
  /** Reads a value that was written with this very schema, or throws a `Failure`. */
  read(input: ByteReader): Value
}

/** What generated code says about a type. */
export interface GeneratedType<Value, Input, Name extends string = string> {
  readonly name: Name
  readonly schema: string
  readonly fingerprint: string
  readonly options: CodecOptions
  write(value: Input, output: ByteWriter): void
  read(input: ByteReader): Value
}

/** Makes a codec of generated functions. */
export function defineCodec<Value, Input = Value, Name extends string = string>(
  generated: GeneratedType<Value, Input, Name>,
): AvroCodec<Value, Input, Name> {
  const { write, read, options } = generated
  const { encode } = encoderOf<Input>((value, output) => write(value as Input, output), options)
  const { decode } = decoderOf<Value>(read, options)
  return { ...generated, encode, decode }
}
