import type { ByteReader } from './byte-reader.ts'
import type { Read } from './decoder-context.ts'
import type { LongRepresentation } from './logical-conversion.ts'

/**
 * Reads what was written as one primitive type as another that it can be promoted to
 * (specification, "Schema Resolution"). Numbers are rounded once, as Java's casts do.
 */
export function promotingReader(
  writer: string,
  reader: string,
  { long, bytes }: { readonly long: LongRepresentation; readonly bytes: Read },
): Read {
  if (reader === 'string') return (input) => input.readString()
  if (reader === 'bytes') return bytes
  if (writer === 'long') return reader === 'float' ? longAsFloat : longAsDouble
  if (writer === 'float') return (input) => input.readFloat()
  if (reader === 'float') return (input) => Math.fround(input.readInt())
  if (reader === 'double') return (input) => input.readInt()
  return intAsLong(long)
}

function intAsLong(long: LongRepresentation): Read {
  switch (long) {
    case 'bigint':
      return (input) => BigInt(input.readInt())
    case 'number':
      return (input) => input.readInt()
    case 'string':
      return (input) => String(input.readInt())
  }
}

function longAsDouble(input: ByteReader): number {
  return Number(input.readLong())
}

/**
 * Rounding to a double and then to a float may round twice. The lowest bits have no part in a
 * float but for whether any is set, so that one bit can stand for them.
 */
function longAsFloat(input: ByteReader): number {
  const value = input.readLong()
  if (BigInt.asIntN(54, value) === value) return Math.fround(Number(value))
  const sticky = (value >> 11n) | ((value & 0x7ffn) === 0n ? 0n : 1n)
  return Math.fround(Number(sticky) * 2048)
}
