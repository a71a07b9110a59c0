import { ByteReader, ByteWriter } from '@magicbyte/avro/runtime'
import { type Bytes, toBytes } from './bytes.ts'

/** Avro bytes without the length that Java's serializers leave out, behind the same prefix. */
export function withoutLength(encoded: Uint8Array, prefixSize: number): Bytes {
  const input = new ByteReader(encoded, prefixSize)
  input.readLength()
  const bytes = new Uint8Array(prefixSize + encoded.length - input.position)
  bytes.set(encoded.subarray(0, prefixSize))
  bytes.set(encoded.subarray(input.position), prefixSize)
  return toBytes(bytes)
}

/** Bytes of a message as Avro has them, with their length. */
export function withLength(message: Uint8Array, start: number): Uint8Array {
  const output = new ByteWriter()
  output.writeBytes(message.subarray(start))
  return output.bytes.subarray(0, output.position)
}
