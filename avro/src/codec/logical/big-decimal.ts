import { ByteReader } from '../byte-reader.ts'
import { ByteWriter } from '../byte-writer.ts'
import { Failure, mismatch } from '../failure.ts'
import type { LogicalConversion } from '../logical-conversion.ts'
import { digitsOf, formatPlain, parseDecimal, type Scaled } from './decimal-text.ts'
import { MAX_DIGITS, readUnscaled, writeUnscaled } from './unscaled.ts'

/**
 * `big-decimal` on bytes, which hold Avro's encoding of bytes, the unscaled number, and an int, the
 * scale (Avro Java, `Conversions.BigDecimalConversion`): a string that is the same number.
 *
 * It is in plain notation with as many digits after the point as the scale says, unless that would
 * take more than {@link MAX_ZEROS} zeros; then it is in scientific notation, as `12E+3000`, so that
 * no few bytes make a text of gigabytes. A negative scale with few zeros is read as if they had
 * been written out. Writing takes both notations and never rounds.
 */
export const bigDecimal: LogicalConversion<string, Uint8Array> = {
  kind: 'string',
  // Not put together: bundlers would keep all this where it is not used.
  expected: 'a decimal string of at most 2000 digits',
  read: (raw) => formatScaled(readScaled(raw)),
  write(value: unknown) {
    const number = typeof value === 'string' ? parseDecimal(value) : undefined
    if (!number || digitsOf(number.unscaled) > MAX_DIGITS) mismatch(bigDecimal.expected, value)
    if ((number.scale | 0) !== number.scale) mismatch('a decimal with a scale of 32 bits', value)
    return writeScaled(number)
  },
}

/** Zeros that plain notation may need in addition to the digits. */
const MAX_ZEROS = 100

function readScaled(raw: Uint8Array): Scaled {
  const { unscaled, scale } = readParts(raw)
  return { unscaled: readUnscaled(unscaled), scale }
}

function readParts(raw: Uint8Array): { unscaled: Uint8Array; scale: number } {
  const input = new ByteReader(raw)
  try {
    const unscaled = input.view(input.readLength())
    const scale = input.readInt()
    if (input.position === raw.length) return { unscaled, scale }
  } catch (error) {
    // Its offset would be one within these bytes.
    if (!(error instanceof Failure)) throw error
  }
  throw new Failure('the unscaled number and the scale of a big-decimal', 'other bytes')
}

function formatScaled({ unscaled, scale }: Scaled): string {
  const zeros = scale < 0 ? -scale : scale - digitsOf(unscaled) + 1
  if (zeros > MAX_ZEROS) return `${unscaled}E${scale < 0 ? '+' : ''}${-scale}`
  if (scale >= 0) return formatPlain(unscaled, scale)
  return unscaled === '0' ? unscaled : unscaled + '0'.repeat(zeros)
}

function writeScaled({ unscaled, scale }: Scaled): Uint8Array {
  const bytes = writeUnscaled(unscaled)!
  const output = new ByteWriter(new Uint8Array(bytes.length + 10))
  output.writeBytes(bytes)
  output.writeInt(scale)
  return output.bytes.subarray(0, output.position)
}
