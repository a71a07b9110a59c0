import { Failure } from '../failure.ts'
import { hexDigit, hexPairs } from './hex-digits.ts'

/**
 * Decimal digits a number may have: turning a number into digits and back takes time that grows
 * with the square of their count.
 */
export const MAX_DIGITS = 2000

/**
 * The integer whose two's complement the bytes are, the most significant one first, as Java's
 * `BigInteger(byte[])`: its digits, after `-` if it is negative. Bytes that only repeat the sign
 * are allowed.
 * @throws Failure if there are no bytes, or more than {@link MAX_DIGITS} digits can need
 */
export function readUnscaled(bytes: Uint8Array): string {
  const { length } = bytes
  if (length === 0) throw new Failure('the bytes of a number', 'no bytes')
  if (length > FEW_BYTES) return readLarge(bytes)
  const first = bytes[0]!
  let value = first < 0x80 ? first : first - 0x100
  for (let at = 1; at < length; at++) value = value * 0x100 + bytes[at]!
  return `${value}`
}

/**
 * Goes the way back: as few bytes as there can be, as Java's `BigInteger.toByteArray`, or as many
 * as are asked for; undefined if those are not enough.
 */
export function writeUnscaled(integer: string, size?: number): Uint8Array | undefined {
  return integer.length <= FEW_DIGITS ? writeSmall(integer, size) : writeLarge(integer, size)
}

/** Bytes of a two's complement that a number always holds exactly. */
const FEW_BYTES = 6
/** Digits that a number always holds exactly. */
const FEW_DIGITS = 15
/** What {@link MAX_DIGITS} digits and a sign take. */
const MAX_BYTES = /* @__PURE__ */ Math.ceil((MAX_DIGITS * Math.log2(10) + 1) / 8)

function readLarge(bytes: Uint8Array): string {
  const isNegative = bytes[0]! >= 0x80
  const padding = isNegative ? 0xff : 0
  let start = 0
  while (start < bytes.length - 1 && bytes[start] === padding) start++
  if (bytes.length - start > MAX_BYTES) {
    throw new Failure(
      `a number of at most ${MAX_DIGITS} digits (\`logicalTypes: 'raw'\` reads all)`,
      `${bytes.length - start} bytes`,
    )
  }
  let hex = '0x'
  for (let at = start; at < bytes.length; at++) hex += hexPairs[bytes[at]! ^ padding]!
  const value = BigInt(hex)
  return `${isNegative ? ~value : value}`
}

function writeSmall(integer: string, size: number | undefined): Uint8Array | undefined {
  const value = Number(integer)
  const isNegative = value < 0
  const padding = isNegative ? 0xff : 0
  // The bytes of a negative number are the inverse of those of its complement.
  let rest = isNegative ? -1 - value : value
  const fewest = fewestBytes(rest)
  const bytes = new Uint8Array(size ?? fewest)
  if (fewest > bytes.length) return undefined
  for (let at = bytes.length - 1; at >= 0; at--) {
    const higher = Math.floor(rest / 0x100)
    bytes[at] = (rest - higher * 0x100) ^ padding
    rest = higher
  }
  return bytes
}

/** Bytes of a number of at least 0 with a bit for the sign before it. */
function fewestBytes(value: number): number {
  let size = 1
  for (let limit = 0x80; value >= limit; limit *= 0x100) size++
  return size
}

function writeLarge(integer: string, size: number | undefined): Uint8Array | undefined {
  const value = BigInt(integer)
  const isNegative = value < 0n
  const padding = isNegative ? 0xff : 0
  const hex = (isNegative ? ~value : value).toString(16)
  // A first digit of 8 and more would be taken for the sign.
  const fewest = ((hex.length + (hex.charCodeAt(0) > SEVEN ? 1 : 0) + 1) / 2) | 0
  const bytes = new Uint8Array(size ?? fewest).fill(padding)
  if (fewest > bytes.length) return undefined
  for (let at = bytes.length - 1, low = hex.length - 1; low >= 0; at--, low -= 2) {
    const high = low > 0 ? hexDigit(hex, low - 1) : 0
    bytes[at] = (high * 16 + hexDigit(hex, low)) ^ padding
  }
  return bytes
}

const SEVEN = 0x37
