import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '../failure.ts'
import { bigDecimal } from './big-decimal.ts'
import { MAX_DIGITS } from './unscaled.ts'

const { read, write } = bigDecimal

test.each([
  ['a length, the unscaled number and the scale', '-12.30', [4, 0xfb, 0x32, 4]],
  ['scale 0', '5', [2, 5, 0]],
  ['zero keeps its scale', '0.000', [2, 0, 6]],
  ['leading zeros that are few', `0.${'0'.repeat(99)}5`, [2, 5, 0xc8, 1]],
  ['zeros after the point that are many', '5E-101', [2, 5, 0xca, 1]],
  ['zeros before the point that are many', '-5E+101', [2, 0xfb, 0xc9, 1]],
  ['the largest scale', '5E-2147483647', [2, 5, 0xfe, 0xff, 0xff, 0xff, 0x0f]],
  ['the smallest scale', '5E+2147483648', [2, 5, 0xff, 0xff, 0xff, 0xff, 0x0f]],
])('%s', (_, text, bytes) => {
  expect(read(Uint8Array.from(bytes))).toBe(text)
  expect(write(text)).toEqual(Uint8Array.from(bytes))
})

test.each([
  ['a few zeros are written out', [2, 12, 5], '12000'],
  ['zero has no zeros behind it', [2, 0, 5], '0'],
])('of a negative scale %s', (_, bytes, text) => {
  expect(read(Uint8Array.from(bytes))).toBe(text)
})

test.each([
  ['12E+3', '12000'],
  ['12e3', '12000'],
  ['1.25E1', '12.5'],
  ['1.25E-1', '0.125'],
  ['+007.50', '7.50'],
  ['-0', '0'],
])('%s may be written, and is read as %s', (text, readBack) => {
  expect(read(write(text))).toBe(readBack)
})

test.each([
  ['no bytes', []],
  ['a length without its bytes', [4, 1]],
  ['a negative length', [1]],
  ['a length of gigabytes', [0xfe, 0xff, 0xff, 0xff, 0x0f, 1]],
  ['no scale', [2, 1]],
  ['a scale that does not end', [2, 1, 0x80]],
  ['a scale of more than 32 bits', [2, 1, 0xfe, 0xff, 0xff, 0xff, 0x1f]],
  ['an empty number', [0, 0]],
  ['more bytes', [2, 1, 0, 0]],
])('refuses to read %s, without an offset that is not the message’s', (_, bytes) => {
  expect(() => read(Uint8Array.from(bytes))).toThrow(
    expect.objectContaining({ expected: expect.any(String), offset: undefined }),
  )
})

test('refuses to read a number of megabytes', () => {
  const bytes = new Uint8Array(1_000_005).fill(0x55)
  bytes.set([0x80, 0x89, 0x7a])
  bytes[1_000_003] = 0
  expect(() => read(bytes.subarray(0, 1_000_004))).toThrow(
    expect.objectContaining({ actual: '1000000 bytes' }),
  )
})

test.each([
  ['too many digits', '9'.repeat(MAX_DIGITS + 1)],
  ['a scale of more than 32 bits', '1E-2147483648'],
  ['a scale of more than 32 bits, negative', '1E+2147483649'],
  ['an exponent of many digits', '1E+99999999999'],
  ['an exponent without digits', '1E'],
  ['a fraction of an exponent', '1E1.5'],
  ['NaN', 'NaN'],
  ['nothing', ''],
  ['a number', 5],
  ['a bigint', 5n],
  ['null', null],
])('refuses to write %s', (_, value) => {
  expect(() => write(value as string)).toThrow(Failure)
})

test('every number with every scale is read as the same number', () => {
  const scales = fc.oneof(fc.integer({ min: -120, max: 200 }), fc.integer())
  fc.assert(
    fc.property(fc.bigInt(), scales, (unscaled, scale) => {
      const text = read(write(`${unscaled}E${-scale}`))
      expect(text.length).toBeLessThan(200)
      const again = partsOf(text)
      const shift = again.scale - scale
      expect(shift === 0 || (scale < 0 && again.scale === 0)).toBe(true)
      expect(again.unscaled).toBe(unscaled * 10n ** BigInt(shift))
    }),
  )
})

function partsOf(text: string): { unscaled: bigint; scale: number } {
  const [number = '', exponent = '0'] = text.split('E')
  const [whole = '', fraction = ''] = number.split('.')
  return { unscaled: BigInt(whole + fraction), scale: fraction.length - Number(exponent) }
}
