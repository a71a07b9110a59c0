import type { AvroCodec } from './codec/avro-type.ts'
import type { Codec } from './codec/codec.ts'
import type { Decoder } from './codec/message-codec.ts'
import { fingerprint, hex } from './fingerprint.ts'
import type { Schema } from './schema.ts'

/** Bytes of a single object before the value: the marker and the fingerprint. */
export const SINGLE_OBJECT_HEADER_SIZE = 10

/**
 * Bytes are no single object, or one of an unknown schema:
 * - `too-short`: the marker and the fingerprint are not all there.
 * - `wrong-marker`: they do not begin with C3 01.
 * - `unknown-fingerprint`: nothing is known that could read them.
 */
export class SingleObjectError extends Error {
  override readonly name = 'SingleObjectError'
  readonly reason: 'too-short' | 'wrong-marker' | 'unknown-fingerprint'
  /** Of the writer's schema as {@link singleObjectFingerprint} gives it, if it was there. */
  readonly fingerprint: string | undefined

  constructor(reason: SingleObjectError['reason'], message: string, fingerprintHex?: string) {
    super(message)
    this.reason = reason
    this.fingerprint = fingerprintHex
  }
}

/** Finds what reads the values of a writer's schema by its fingerprint; a `Map`'s `get` will do. */
export type FindDecoder<Value> = (fingerprint: string) => Decoder<Value> | undefined

/**
 * A value in Avro's single-object encoding (specification, "Single-object encoding"): C3 01, the
 * CRC-64-AVRO fingerprint of the schema's Parsing Canonical Form, little-endian, and the value.
 * @throws EncodeError
 */
export function encodeSingleObject<Input>(
  codec: Codec<unknown, Input> | AvroCodec<unknown, Input>,
  value: Input,
): Uint8Array {
  return codec.encode(value, headerOf(codec))
}

/**
 * The value of a single object, read by what `find` has for the fingerprint of its schema. If that
 * takes time, ask for {@link singleObjectFingerprint} first, and decode from byte
 * {@link SINGLE_OBJECT_HEADER_SIZE} on.
 * @throws SingleObjectError, DecodeError
 */
export function decodeSingleObject<Value>(bytes: Uint8Array, find: FindDecoder<Value>): Value {
  const writer = singleObjectFingerprint(bytes)
  const decoder = find(writer)
  if (!decoder) {
    const message = `no schema is known with the fingerprint ${writer}`
    throw new SingleObjectError('unknown-fingerprint', message, writer)
  }
  return decoder.decode(bytes, { start: SINGLE_OBJECT_HEADER_SIZE })
}

/**
 * The fingerprint that a single object names its schema by: 16 hexadecimal digits in the order of
 * the bytes, which `hex(fingerprint(schema, 'CRC-64-AVRO'))` gives as well.
 * @throws SingleObjectError; TypeError if the bytes are no Uint8Array
 */
export function singleObjectFingerprint(bytes: Uint8Array): string {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('only a Uint8Array can be decoded')
  const marker = bytes.subarray(0, MARKER.length)
  if (MARKER.some((byte, index) => index < marker.length && marker[index] !== byte)) {
    const message = `a single object begins with c3 01, not with ${hex(marker)}`
    throw new SingleObjectError('wrong-marker', message)
  }
  if (bytes.length < SINGLE_OBJECT_HEADER_SIZE) {
    const message = `a single object has at least ${SINGLE_OBJECT_HEADER_SIZE} bytes, not ${bytes.length}`
    throw new SingleObjectError('too-short', message)
  }
  return hex(bytes.subarray(MARKER.length, SINGLE_OBJECT_HEADER_SIZE))
}

/** The bytes before any value of a schema; they may be given to `encode` as its prefix. */
export function singleObjectHeader(schema: Schema): Uint8Array {
  return Uint8Array.of(...MARKER, ...fingerprint(schema, 'CRC-64-AVRO'))
}

const MARKER: readonly number[] = [0xc3, 0x01]

/** Making a fingerprint takes longer than writing a value. */
const headers = new WeakMap<object, Uint8Array>()

function headerOf(codec: Pick<Codec, 'schema'> | Pick<AvroCodec, 'fingerprint'>): Uint8Array {
  const known = headers.get(codec)
  if (known) return known
  const header =
    'fingerprint' in codec
      ? Uint8Array.of(...MARKER, ...digitsToBytes(codec.fingerprint))
      : singleObjectHeader(codec.schema)
  headers.set(codec, header)
  return header
}

function digitsToBytes(digits: string): number[] {
  if (!/^[\da-f]{16}$/i.test(digits)) throw new TypeError('a fingerprint has 16 digits')
  return Array.from({ length: 8 }, (_, index) =>
    Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16),
  )
}
