/** A literal means nothing; the message tells why. */
export interface LiteralError {
  readonly error: string
  /** From the beginning of the literal, in UTF-16 code units. */
  readonly at: number
  readonly hint?: string
}

/**
 * The text a string literal stands for, given with its quotes: escapes are those of Java, octal
 * ones included.
 */
export function stringValue(literal: string): { value: string } | LiteralError {
  const end = literal.length - 1
  let value = ''
  let runStart = 1
  for (let at = 1; at < end; at++) {
    if (literal[at] === '\t' || literal[at] === '\b' || literal[at] === '\f') {
      return { error: 'A control character in a string has to be escaped', at }
    }
    if (literal[at] !== '\\') continue
    value += literal.slice(runStart, at)
    ESCAPE.lastIndex = at
    const match = ESCAPE.exec(literal)
    if (!match) {
      const unknown = `\\${literal[at + 1]}`
      return { error: `Unknown escape ${unknown}`, at, hint: 'For a backslash write \\\\' }
    }
    const [whole, simple, octal, hexadecimal] = match
    if (simple !== undefined) value += SIMPLE_ESCAPES.get(simple) ?? simple
    else if (octal !== undefined) value += String.fromCharCode(Number.parseInt(octal, 8))
    else value += String.fromCharCode(Number.parseInt(hexadecimal ?? '', 16))
    at += whole.length - 1
    runStart = at + 1
  }
  return { value: value + literal.slice(runStart, end) }
}

/**
 * An integer literal (decimal, hexadecimal, octal after a leading zero, grouped by `_`, maybe
 * ending in `L`) as a JSON number; it has to fit into 64 bits.
 */
export function integerLexeme(literal: string): { lexeme: string } | LiteralError {
  const [, sign = '', digits = ''] = /^(-?)(.*?)l?$/i.exec(literal.replaceAll('_', '')) ?? []
  if (digits.length > MAX_NUMBER_LENGTH) return { error: 'The number is too long', at: 0 }
  const isOctal = /^0\d/.test(digits)
  if (isOctal && /[89]/.test(digits)) {
    const decimal = digits.replace(/^0+/, '')
    const hint = `Write ${sign}${decimal} if a decimal number is meant`
    return { error: `Not an octal number, as the leading zero says: ${literal}`, at: 0, hint }
  }
  const magnitude = BigInt(isOctal ? `0o${digits.slice(1)}` : digits)
  const value = sign === '-' ? -magnitude : magnitude
  if (value < -(2n ** 63n) || value >= 2n ** 63n) {
    return { error: `The number does not fit into 64 bits: ${literal}`, at: 0 }
  }
  return { lexeme: String(value) }
}

/**
 * A floating point literal as a JSON number that is no integer (`1f` gives `1.0`), its digits kept;
 * `NaN`, `Infinity` and `-Infinity` stay as they are.
 */
export function floatLexeme(literal: string): { lexeme: string } | LiteralError {
  const plain = literal.replaceAll('_', '')
  if (plain.length > MAX_NUMBER_LENGTH) return { error: 'The number is too long', at: 0 }
  if (plain.endsWith('NaN')) return { lexeme: 'NaN' }
  if (plain.endsWith('Infinity')) return { lexeme: plain.replace('+', '') }
  const hexadecimal = /^([+-]?)0x([\da-f]*)\.?([\da-f]*)p([+-]?\d+)[fd]?$/i.exec(plain)
  if (hexadecimal) return hexadecimalFloat(hexadecimal)
  const decimal = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?[fd]?$/i.exec(plain)
  if (!decimal) return { error: `Not a number: ${literal}`, at: 0 }
  const [, sign = '', whole = '', fraction, exponent] = decimal
  const integral = whole.replace(/^0+(?=\d)/, '') || '0'
  const decimals = fraction || (exponent === undefined ? '0' : '')
  const end = exponent === undefined ? '' : `e${exponent}`
  return { lexeme: `${sign === '-' ? '-' : ''}${integral}${decimals && `.${decimals}`}${end}` }
}

const ESCAPE = /\\(?:([nrbft\\'"])|([0-3][0-7]{2}|[0-7]{1,2})|u+([\da-fA-F]{4}))/y

const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
  ['t', '\t'],
])

/** The longest number a JSON reader like Avro Java's takes. */
const MAX_NUMBER_LENGTH = 1000

function hexadecimalFloat(match: RegExpExecArray): { lexeme: string } {
  const [, sign, whole = '', fraction = '', exponent] = match
  const mantissa = Number(BigInt(`0x${whole}${fraction}`))
  const value = mantissa * 2 ** (Number(exponent) - 4 * fraction.length)
  const text = String(sign === '-' ? -value : value)
  const isIntegral = /^-?\d+$/.test(text)
  return { lexeme: Object.is(value, 0) && sign === '-' ? '-0.0' : isIntegral ? `${text}.0` : text }
}
