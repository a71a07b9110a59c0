import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactInteger } from './exact-integer.ts'

describe('a number is the integer that it is, however it is written', () => {
  test.each([
    ['0', 0n],
    ['-0', 0n],
    ['0.000e-5', 0n],
    ['-12', -12n],
    ['1.0', 1n],
    ['1.20e1', 12n],
    ['1200e-2', 12n],
    ['1E+3', 1000n],
    ['0.00012e5', 12n],
    ['9223372036854775807', 2n ** 63n - 1n],
    ['-9.223372036854775808e18', -(2n ** 63n)],
    ['9223372036854775808', undefined],
    ['1.5', undefined],
    ['12e-2', undefined],
    ['1e19', undefined],
    ['1e99999999999999999999', undefined],
    ['1e-99999999999999999999', undefined],
    ['NaN', undefined],
    [`1${'0'.repeat(900)}`, undefined],
    [`1.${'0'.repeat(900)}`, 1n],
  ])('%s', (lexeme, value) => {
    expect(exactInteger(lexeme, 64)).toBe(value)
  })
})

test.each([
  ['2147483647', 2147483647n],
  ['2147483648', undefined],
  ['-2147483648', -2147483648n],
  ['-2147483649', undefined],
])('of 32 bits: %s', (lexeme, value) => {
  expect(exactInteger(lexeme, 32)).toBe(value)
})

test('the point and the exponent may be anywhere', () => {
  const integers = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
  fc.assert(
    fc.property(integers, fc.nat(30), fc.nat(30), (integer, zeros, shift) => {
      const sign = integer < 0n ? '-' : ''
      const digits = `${String(integer).replace('-', '')}${'0'.repeat(zeros)}`.padStart(32, '0')
      const split = digits.length - shift
      const fraction = digits.slice(split)
      const lexeme = `${sign}${digits.slice(0, split)}${fraction && `.${fraction}`}e${shift - zeros}`
      expect(exactInteger(lexeme, 64)).toBe(integer)
    }),
  )
})
