/**
 * The integer that a JSON number is, whether written `120`, `120.0` or `1.2e2`; undefined if it has
 * a fraction or does not fit so many bits.
 */
export function exactInteger(lexeme: string, bits: 32 | 64): bigint | undefined {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(lexeme)
  if (!parts) return undefined
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts
  const digits = trimZeros(whole + fraction)
  if (digits.text === '') return 0n
  const zeros = Number(exponent) - fraction.length + digits.zerosCut
  // An exponent may be beyond all bounds.
  if (zeros < 0 || digits.text.length + zeros > MAX_DIGITS) return undefined
  const value = BigInt(sign + digits.text + '0'.repeat(zeros))
  return BigInt.asIntN(bits, value) === value ? value : undefined
}

/** Of 2^63. */
const MAX_DIGITS = 19

/** Not by an expression: such ones take the square of the length on a long row of zeros. */
function trimZeros(digits: string): { text: string; zerosCut: number } {
  let start = 0
  let end = digits.length
  while (start < end && digits[start] === '0') start++
  while (end > start && digits[end - 1] === '0') end--
  return { text: digits.slice(start, end), zerosCut: digits.length - end }
}
