import type { ErrorContext } from '../errors/schema-registry-error.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'

/**
 * Bytes that this package makes: a Buffer for programs whose types know Node, as Kafka clients want
 * it, else a Uint8Array. At run time it is a Buffer wherever there is Node's Buffer.
 */
export type Bytes = typeof globalThis extends {
  // Neither `prototype`, which is any, nor a function that makes one over an ArrayBuffer only.
  Buffer: { isBuffer(value: unknown): value is infer Made }
}
  ? Made
  : Uint8Array

/**
 * The same bytes, as a Buffer where there is one: kafkajs writes what is no Buffer as text, a
 * Uint8Array as `0,0,0,7`.
 */
export function toBytes(bytes: Uint8Array): Bytes {
  const { Buffer } = globalThis as { readonly Buffer?: BufferLike }
  const { buffer, byteOffset, length } = bytes
  return (Buffer ? Buffer.from(buffer, byteOffset, length) : bytes) as Bytes
}

/**
 * Refuses what is no bytes, such as a text in base64, before anything is made of it.
 * @throws InvalidArgumentError
 */
export function checkBytes(bytes: unknown, context: ErrorContext): void {
  if (ArrayBuffer.isView(bytes) && (bytes as Uint8Array).BYTES_PER_ELEMENT === 1) return
  throw new InvalidArgumentError(
    `the ${context.isKey ? 'key' : 'value'} of a record is a Uint8Array or null, not of type ${typeof bytes}`,
    context,
  )
}

interface BufferLike {
  from(buffer: ArrayBufferLike, offset: number, length: number): Uint8Array
}
