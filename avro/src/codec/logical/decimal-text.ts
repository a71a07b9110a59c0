/** A number as unscaled × 10^-scale, as Java's BigDecimal has it. */
export interface Scaled {
  /** The digits of an integer without leading zeros, after `-` if it is negative. */
  readonly unscaled: string
  /** Digits after the point; below zero, zeros before it that are not among the digits. */
  readonly scale: number
}

/** A number that was given as a text. */
export interface ParsedDecimal extends Scaled {
  /** Whether it came without an exponent. */
  readonly isPlain: boolean
}

/**
 * The parts of a number in plain or scientific notation: a sign or none, digits, digits after a
 * point or none, an exponent or none: `-12.30`, `12E+3`. Undefined if it has another form.
 */
export function parseDecimal(text: string): ParsedDecimal | undefined {
  const match = DECIMAL.exec(text)
  if (!match) return undefined
  const [, sign, whole, fraction = '', exponent] = match
  const digits = withoutLeadingZeros(whole! + fraction)
  return {
    unscaled: sign === '-' && digits !== '0' ? `-${digits}` : digits,
    scale: fraction.length - Number(exponent ?? 0),
    isPlain: exponent === undefined,
  }
}

/** Plain notation with as many digits after the point as the scale says, which is not negative. */
export function formatPlain(unscaled: string, scale: number): string {
  if (scale === 0) return unscaled
  if (unscaled.charCodeAt(0) === MINUS) return `-${formatPlain(unscaled.slice(1), scale)}`
  const point = unscaled.length - scale
  if (point <= 0) return `0.${unscaled.padStart(scale, '0')}`
  return `${unscaled.slice(0, point)}.${unscaled.slice(point)}`
}

/** How many digits an integer has. */
export function digitsOf(unscaled: string): number {
  return unscaled.charCodeAt(0) === MINUS ? unscaled.length - 1 : unscaled.length
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:[Ee]([+-]?\d{1,10}))?$/
const ZERO = 0x30
const MINUS = 0x2d

function withoutLeadingZeros(digits: string): string {
  let start = 0
  while (start < digits.length - 1 && digits.charCodeAt(start) === ZERO) start++
  return start === 0 ? digits : digits.slice(start)
}
