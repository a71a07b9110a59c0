/** Whether a JSON number is written without fraction and exponent. */
export function isIntegral(lexeme: string): boolean {
  for (let at = lexeme.length - 1; at >= 0; at--) {
    const unit = lexeme.charCodeAt(at)
    if (unit !== MINUS && (unit < ZERO || unit > NINE)) return false
  }
  return true
}

/** Whether a JSON number is an integer of 32 bits, `1.0` and `1e1` being none. */
export function isInt(lexeme: string): boolean {
  if (lexeme.length > MAX_INT_LENGTH || !isIntegral(lexeme)) return false
  const value = Number(lexeme)
  return value >= -(2 ** 31) && value < 2 ** 31
}

/** Whether a JSON number is an integer of 64 bits, `1.0` and `1e1` being none. */
export function isLong(lexeme: string): boolean {
  if (lexeme.length > MAX_LONG_LENGTH || !isIntegral(lexeme)) return false
  const value = BigInt(lexeme)
  return value >= -(2n ** 63n) && value < 2n ** 63n
}

/**
 * A JSON number as Jackson prints it after reading it: an integer as it was, anything else as the
 * nearest double in the form of Java's `Double.toString` (`1e2` gives `100.0`).
 * NaN and infinities come without the quotes they need in JSON.
 */
export function numberText(lexeme: string): string {
  if (!isIntegral(lexeme)) return doubleText(Number(lexeme))
  return lexeme === '-0' ? '0' : lexeme
}

/** A double as Java 19 and later print it (`Double.toString`): shortest, at least one decimal. */
export function doubleText(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  // A single digit may not be the nearest of two, which shows only close to the smallest double.
  const shortest = Math.abs(value) < SMALLEST_NORMAL ? shortestOfTwo(value) : value.toExponential()
  return javaForm(value, shortest)
}

/**
 * A float as Java 19 and later print it (`Float.toString`); the value is rounded to a float first.
 */
export function floatText(value: number): string {
  const float = Math.fround(value)
  if (!Number.isFinite(float)) return String(float)
  let digits = 1
  while (digits < MAX_FLOAT_DIGITS && Math.fround(Number(float.toExponential(digits))) !== float) {
    digits++
  }
  return javaForm(float, float.toExponential(digits))
}

/**
 * What Java's `Double.parseDouble` makes of a text: white space around, signs, the words NaN and
 * Infinity, a type suffix and hexadecimal floating point are allowed; undefined if it refuses.
 */
export function parseJavaDouble(text: string): number | undefined {
  const trimmed = trimLikeJava(text)
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?[fd]?$/i.test(trimmed)) {
    return Number(trimmed.replace(/[fd]$/i, ''))
  }
  const word = /^([+-]?)(NaN|Infinity)$/.exec(trimmed)
  if (word) return word[1] === '-' ? -Number(word[2]) : Number(word[2])
  const hex = /^([+-]?)0x([\da-f]*)\.?([\da-f]*)p([+-]?\d+)[fd]?$/i.exec(trimmed)
  return hex ? hexadecimal(hex) : undefined
}

const SPACE = 0x20
const MINUS = 0x2d
const ZERO = 0x30
const NINE = 0x39
const MAX_INT_LENGTH = 11
const MAX_LONG_LENGTH = 20
const MAX_FLOAT_DIGITS = 8
const SMALLEST_NORMAL = 2 ** -1022

function shortestOfTwo(value: number): string {
  const shortest = value.toExponential()
  return shortest.includes('.') ? shortest : value.toExponential(1)
}

/** Rewrites `d.ddde±x`: plain from 1e-3 up to below 1e7, else with a capital E. */
function javaForm(value: number, exponential: string): string {
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0'
  const [mantissa = '', exponentText = ''] = exponential.split('e')
  const sign = mantissa.startsWith('-') ? '-' : ''
  const digits = mantissa.replace(/[-.]/g, '').replace(/(?!^)0+$/, '')
  const exponent = Number(exponentText)
  if (exponent >= 7 || exponent < -3) {
    return `${sign}${digits[0]}.${digits.slice(1) || '0'}E${exponent}`
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`
}

/** Without the white space and control characters around it. */
function trimLikeJava(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && text.charCodeAt(start) <= SPACE) start++
  while (end > start && text.charCodeAt(end - 1) <= SPACE) end--
  return text.slice(start, end)
}

function hexadecimal(match: RegExpExecArray): number | undefined {
  const [, sign, whole = '', fraction = '', exponent] = match
  if (whole === '' && fraction === '') return undefined
  // Digits beyond the precision of a double do not exist in schemas worth reading.
  const mantissa = Number(BigInt(`0x${whole}${fraction}`))
  const value = mantissa * 2 ** (Number(exponent) - 4 * fraction.length)
  return sign === '-' ? -value : value
}
