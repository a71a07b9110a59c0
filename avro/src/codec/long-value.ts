import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import { mismatch } from './failure.ts'
import type { LongRepresentation } from './logical-conversion.ts'

/** Writes a long from any exact integer; from a text only where longs are texts. */
export function writeLongValue(
  long: LongRepresentation,
): (value: unknown, output: ByteWriter) => void {
  return long === 'string' ? writeLongText : writeExactLong
}

/** Reads a long in one of its representations. */
export function readLongValue(
  long: LongRepresentation,
): (input: ByteReader) => bigint | number | string {
  switch (long) {
    case 'bigint':
      return (input) => input.readLong()
    case 'number':
      return (input) => input.readLongAsNumber()
    case 'string':
      return (input) => String(input.readLong())
  }
}

/** Writes a long from any exact integer. Throws a `Failure`. */
export function writeExactLong(value: unknown, output: ByteWriter): void {
  if (typeof value === 'bigint') {
    if (value < MIN || value > MAX) mismatch('an integer of 64 bits', value)
    output.writeLong(value)
  } else if (typeof value === 'number' && Number.isSafeInteger(value)) {
    output.writeLongFromNumber(value)
  } else {
    mismatch(
      typeof value === 'number' && Number.isInteger(value)
        ? 'an integer that is exact; beyond 2^53 only a bigint is'
        : 'an integer of 64 bits',
      value,
    )
  }
}

/** Writes a long from any exact integer, or the digits of one. Throws a `Failure`. */
export function writeLongText(value: unknown, output: ByteWriter): void {
  if (typeof value !== 'string') {
    writeExactLong(value, output)
    return
  }
  if (!/^-?\d{1,19}$/.test(value)) mismatch('the digits of an integer of 64 bits', value)
  writeExactLong(BigInt(value), output)
}

const MIN = -0x8000000000000000n
const MAX = 0x7fffffffffffffffn
