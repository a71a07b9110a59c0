import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  doubleText,
  floatText,
  isInt,
  isIntegral,
  isLong,
  numberText,
  parseJavaDouble,
} from './java-number.ts'

const lexemes: readonly [
  rule: string,
  lexeme: string,
  isIntegral: boolean,
  isInt: boolean,
  isLong: boolean,
  printed: string,
][] = [
  ['zero', '0', true, true, true, '0'],
  ['negative integer zero', '-0', true, true, true, '0'],
  ['negative zero', '-0.0', false, false, false, '-0.0'],
  ['the largest int', '2147483647', true, true, true, '2147483647'],
  ['one more', '2147483648', true, false, true, '2147483648'],
  ['the smallest int', '-2147483648', true, true, true, '-2147483648'],
  ['one less', '-2147483649', true, false, true, '-2147483649'],
  ['the largest long', '9223372036854775807', true, false, true, '9223372036854775807'],
  ['one more', '9223372036854775808', true, false, false, '9223372036854775808'],
  ['the smallest long', '-9223372036854775808', true, false, true, '-9223372036854775808'],
  ['one less', '-9223372036854775809', true, false, false, '-9223372036854775809'],
  [
    'an integer of many digits',
    '123456789012345678901234',
    true,
    false,
    false,
    '123456789012345678901234',
  ],
  ['a point', '1.0', false, false, false, '1.0'],
  ['trailing zeros', '1.500', false, false, false, '1.5'],
  ['an exponent', '1e2', false, false, false, '100.0'],
  ['the largest plain form', '9999999.0', false, false, false, '9999999.0'],
  ['the smallest scientific form', '1e7', false, false, false, '1.0E7'],
  ['the smallest plain form', '0.001', false, false, false, '0.001'],
  ['the largest small scientific form', '0.00099', false, false, false, '9.9E-4'],
  ['a negative scientific form', '-12345678.9', false, false, false, '-1.23456789E7'],
  ['the smallest double, of two digits', '5e-324', false, false, false, '4.9E-324'],
  ['the next one', '1e-323', false, false, false, '9.9E-324'],
  ['underflow', '1e-400', false, false, false, '0.0'],
  ['overflow', '1e400', false, false, false, 'Infinity'],
  ['negative overflow', '-1e400', false, false, false, '-Infinity'],
]

describe('JSON numbers', () => {
  it.each(lexemes)('%s: %s', (_rule, lexeme, integral, int, long, printed) => {
    expect(isIntegral(lexeme)).toBe(integral)
    expect(isInt(lexeme)).toBe(int)
    expect(isLong(lexeme)).toBe(long)
    expect(numberText(lexeme)).toBe(printed)
  })
})

describe('printed numbers', () => {
  it('are doubles that read as themselves', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(Number(doubleText(value))).toBe(value)
      }),
    )
  })

  it('are floats that read as themselves', () => {
    fc.assert(
      fc.property(fc.float(), (value) => {
        expect(Math.fround(Number(floatText(value)))).toBe(value)
      }),
    )
  })

  it.each([
    [0.1, '0.1'],
    [16777217, '1.6777216E7'],
    [1 / 3, '0.33333334'],
    [3.4028234663852886e38, '3.4028235E38'],
    [1.401298464324817e-45, '1.4E-45'],
    [1e39, 'Infinity'],
    [-0, '-0.0'],
    [Number.NaN, 'NaN'],
    [100, '100.0'],
  ])('have the shortest form of a float: %d', (value, text) => {
    expect(floatText(value)).toBe(text)
  })
})

const texts: readonly [rule: string, text: string, value: number | undefined][] = [
  ['an integer', '12', 12],
  ['a fraction', '1.5', 1.5],
  ['no digit after the point', '1.', 1],
  ['no digit before the point', '.5', 0.5],
  ['an exponent', '1E+3', 1000],
  ['signs', '-1e-2', -0.01],
  ['a float suffix', '1.5f', 1.5],
  ['a double suffix', '1D', 1],
  ['white space and control characters around', '\u0000 \t1\n ', 1],
  ['a hexadecimal number', '0x1.8p1', 3],
  ['a hexadecimal fraction', '-0X.8P-2f', -0.125],
  ['a hexadecimal overflow', '0x1p99999', Number.POSITIVE_INFINITY],
  ['Infinity', '+Infinity', Number.POSITIVE_INFINITY],
  ['negative infinity', '-Infinity', Number.NEGATIVE_INFINITY],
  ['NaN', '-NaN', Number.NaN],
  ['nothing', '', undefined],
  ['white space only', ' ', undefined],
  ['a point only', '.', undefined],
  ['words', 'abc', undefined],
  ['small letters', 'nan', undefined],
  ['hexadecimal without exponent', '0x1', undefined],
  ['hexadecimal without digits', '0x.p1', undefined],
  ['digits of other scripts', '١', undefined],
  ['a space inside', '1 2', undefined],
  ['two suffixes', '1ff', undefined],
  ['a long text of digits that fails at its end', `${'1'.repeat(100_000)}x`, undefined],
  ['a long text of spaces that fails at its end', `1${' '.repeat(100_000)}x`, undefined],
]

describe('parseJavaDouble', () => {
  it.each(texts)('reads %s', (_rule, text, value) => {
    expect(parseJavaDouble(text)).toEqual(value)
  })
})
