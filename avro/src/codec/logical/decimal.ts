import { mismatch } from '../failure.ts'
import type { LogicalConversion } from '../logical-conversion.ts'
import { digitsOf, formatPlain, parseDecimal, type Scaled } from './decimal-text.ts'
import { MAX_DIGITS, readUnscaled, writeUnscaled } from './unscaled.ts'

/** The attributes of a `decimal`, and its size on fixed. */
export interface DecimalOptions {
  /** The most digits, those after the point included. */
  readonly precision: number
  /** Digits after the point. */
  readonly scale: number
  /** In bytes, on fixed. */
  readonly size?: number | undefined
}

/**
 * `decimal` on bytes or fixed: a string in plain notation with exactly `scale` digits after the
 * point, as `-12.30`.
 *
 * Reading does not check the precision, as Avro Java; what has far more than {@link MAX_DIGITS}
 * digits is refused. Writing never rounds: digits after the point may be missing, but those beyond
 * the scale must be zeros, and there must not be more digits than the precision and
 * {@link MAX_DIGITS}. A number is refused, as it might have been rounded before.
 */
export function decimal({
  precision,
  scale,
  size,
}: DecimalOptions): LogicalConversion<string, Uint8Array> {
  const maxDigits = Math.min(precision, MAX_DIGITS)
  const expected = `a decimal string of at most ${maxDigits} digits, ${scale} after the point`
  const shown = Math.min(scale, 4)

  function write(value: unknown): Uint8Array {
    if (typeof value !== 'string') return refuseKind(expected, value)
    const number = parseDecimal(value)
    if (!number?.isPlain) mismatch(`${expected}, as "${formatPlain('12345', shown)}"`, value)
    const unscaled = unscaledTo(scale, number)
    if (unscaled === undefined) mismatch(`at most ${scale} digits after the point`, value)
    if (digitsOf(unscaled) > maxDigits) mismatch(expected, value)
    return writeUnscaled(unscaled, size) ?? mismatch(`a decimal that fits ${size} bytes`, value)
  }

  return {
    kind: 'string',
    expected,
    read: (raw) => formatPlain(readUnscaled(raw), scale),
    write,
  }
}

function refuseKind(expected: string, value: unknown): never {
  const isNumber = typeof value === 'number' || typeof value === 'bigint'
  return mismatch(isNumber ? `${expected}; String() makes one of a number` : expected, value)
}

/** The digits of a number with another scale; undefined where that would need rounding. */
function unscaledTo(scale: number, number: Scaled): string | undefined {
  const { unscaled } = number
  const missing = scale - number.scale
  if (missing === 0 || unscaled === '0') return unscaled
  if (missing > 0) return unscaled + '0'.repeat(missing)
  return /[1-9]/.test(unscaled.slice(missing)) ? undefined : unscaled.slice(0, missing)
}
