import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DecodeError, EncodeError } from '../errors/data-errors.ts'
import { isPoison } from '../errors/poison.ts'
import {
  decodePrimitive,
  encodePrimitive,
  isPrimitiveFormat,
  type PrimitiveFormat,
} from './primitive-format.ts'

const about = { topic: 'orders', isKey: true }

test.each<[format: PrimitiveFormat, value: unknown, hex: string]>([
  ['string', '', ''],
  ['string', 'o-1', '6f2d31'],
  ['string', 'é€😀', 'c3a9e282acf09f9880'],
  ['string', '\ufeffx', 'efbbbf78'],
  ['bytes', Uint8Array.of(0, 255), '00ff'],
  ['bytes', Buffer.alloc(0), ''],
  ['int', 0, '00000000'],
  ['int', 1, '00000001'],
  ['int', -2, 'fffffffe'],
  ['int', 2147483647, '7fffffff'],
  ['int', -2147483648, '80000000'],
  ['long', 1n, '0000000000000001'],
  ['long', -1n, 'ffffffffffffffff'],
  ['long', 2n ** 63n - 1n, '7fffffffffffffff'],
  ['long', -(2n ** 63n), '8000000000000000'],
  ['double', 1.5, '3ff8000000000000'],
  ['double', -0, '8000000000000000'],
  ['double', Number.POSITIVE_INFINITY, '7ff0000000000000'],
  ['double', Number.NaN, '7ff8000000000000'],
])('Kafka writes a %s %s as %s', (format, value, hex) => {
  const bytes = encodePrimitive(format, value, about)
  expect(Buffer.from(bytes).toString('hex')).toBe(hex)
  const shifted = Buffer.concat([Buffer.of(9), bytes]).subarray(1)
  const read = decodePrimitive(format, shifted, about)
  if (value instanceof Uint8Array) expect(Buffer.from(read as Uint8Array).toString('hex')).toBe(hex)
  else expect(read).toBe(value)
})

test.each<[format: PrimitiveFormat, value: unknown, actual: string]>([
  ['string', 5, 'a number'],
  ['string', null, 'null'],
  ['bytes', 'text', 'a string'],
  ['bytes', [1, 2], 'a object'],
  ['int', 1.5, 'a number'],
  ['int', 2147483648, 'a number'],
  ['int', Number.NaN, 'a number'],
  ['int', 1n, 'a bigint'],
  ['long', 1, 'a number'],
  ['long', 2n ** 63n, 'a bigint'],
  ['double', '1', 'a string'],
])('a %s is not written of %s', (format, value, actual) => {
  const write = () => encodePrimitive(format, value, about)
  expect(write).toThrow(EncodeError)
  expect(write).toThrow(`${format} was expected, not ${actual}`)
})

test.each<[format: PrimitiveFormat, sizes: number[]]>([
  ['int', [0, 3, 5]],
  ['long', [0, 7, 9]],
  ['double', [0, 7, 9]],
])('a %s of another size is poison', (format, sizes) => {
  for (const size of sizes) {
    try {
      decodePrimitive(format, new Uint8Array(size), about)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(DecodeError)
      expect(error).toMatchObject(about)
      expect(isPoison(error)).toBe(true)
    }
  }
})

test('bytes that are no UTF-8 are replaced as by Kafka’s reader of strings', () => {
  expect(decodePrimitive('string', Uint8Array.of(0x61, 0xff, 0x62), about)).toBe('a\ufffdb')
})

test('what is written is read', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
      (s, l) => {
        expect(decodePrimitive('string', encodePrimitive('string', s, about), about)).toBe(s)
        expect(decodePrimitive('long', encodePrimitive('long', l, about), about)).toBe(l)
      },
    ),
  )
})

test('a format is told from a schema', () => {
  expect(['string', 'bytes', 'int', 'long', 'double'].every(isPrimitiveFormat)).toBe(true)
  for (const other of ['float', 'toString', undefined, { schema: '"string"' }, []]) {
    expect(isPrimitiveFormat(other)).toBe(false)
  }
})
