import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { decodeError, encodeError } from './codec-error.ts'
import type { CodecOptions } from './codec-options.ts'
import type { Read } from './decoder-context.ts'
import type { Write } from './encoder-context.ts'
import { Failure } from './failure.ts'
import { limitsOf } from './limits.ts'

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
  readonly start?: number | undefined
  /** Whether bytes after the value are ignored, as Avro Java does, instead of refused. */
  readonly allowTrailing?: boolean | undefined
}

/** Makes an encoder of a function that writes; generated code brings such functions. */
export function encoderOf<Input>(write: Write, options: CodecOptions = {}): Encoder<Input> {
  const output = new ByteWriter(undefined, limitsOf(options.limits))
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
  const limits = limitsOf(options.limits)
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
