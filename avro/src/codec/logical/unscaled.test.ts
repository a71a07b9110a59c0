import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '../failure.ts'
import { MAX_DIGITS, readUnscaled, writeUnscaled } from './unscaled.ts'

test.each([
  ['0', [0]],
  ['1', [1]],
  ['-1', [0xff]],
  ['127', [0x7f]],
  ['128', [0, 0x80]],
  ['-128', [0x80]],
  ['-129', [0xff, 0x7f]],
  ['255', [0, 0xff]],
  ['-256', [0xff, 0]],
  ['140737488355327', [0x7f, 0xff, 0xff, 0xff, 0xff, 0xff]],
  ['-140737488355328', [0x80, 0, 0, 0, 0, 0]],
  ['140737488355328', [0, 0x80, 0, 0, 0, 0, 0]],
  ['-140737488355329', [0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff]],
  ['9223372036854775807', [0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
  ['-9223372036854775808', [0x80, 0, 0, 0, 0, 0, 0, 0]],
  ['9223372036854775808', [0, 0x80, 0, 0, 0, 0, 0, 0, 0]],
])('%s has the fewest bytes that hold its sign', (integer, bytes) => {
  expect(writeUnscaled(integer)).toEqual(Uint8Array.from(bytes))
  expect(readUnscaled(Uint8Array.from(bytes))).toBe(integer)
})

test('bytes are those of the two’s complement of a bigint', () => {
  fc.assert(
    fc.property(integers(), (value) => {
      const bytes = writeUnscaled(`${value}`)!
      expect(bigintOf(bytes)).toBe(value)
      expect(bytes.length).toBe(fewestBytes(value))
      expect(readUnscaled(bytes)).toBe(`${value}`)
    }),
  )
})

test('a size is filled with the sign, or is too small', () => {
  fc.assert(
    fc.property(integers(), fc.nat(24), (value, size) => {
      const bytes = writeUnscaled(`${value}`, size)
      if (size < fewestBytes(value)) {
        expect(bytes).toBeUndefined()
      } else {
        expect(bytes).toHaveLength(size)
        expect(readUnscaled(bytes!)).toBe(`${value}`)
        expect(bigintOf(bytes!)).toBe(value)
      }
    }),
  )
})

test('bytes that only repeat the sign do not count', () => {
  const zeros = new Uint8Array(100_000)
  expect(readUnscaled(zeros)).toBe('0')
  expect(readUnscaled(zeros.map((_, index) => (index === 99_999 ? 0xfe : 0)))).toBe('254')
  expect(readUnscaled(new Uint8Array(100_000).fill(0xff))).toBe('-1')
})

test('no bytes are no number', () => {
  expect(() => readUnscaled(new Uint8Array(0))).toThrow(Failure)
})

test.each(['', '-'])('the largest number there may be is read and written: %s9…', (sign) => {
  const integer = sign + '9'.repeat(MAX_DIGITS)
  expect(readUnscaled(writeUnscaled(integer)!)).toBe(integer)
})

test.each([0x01, 0x7f, 0x80, 0xfe])('megabytes that begin with %i are not read', (first) => {
  const bytes = new Uint8Array(8_000_000)
  bytes[0] = first
  expect(() => readUnscaled(bytes)).toThrow(
    expect.objectContaining({ expected: expect.stringContaining("'raw'") }),
  )
})

function integers() {
  return fc.oneof(
    fc.maxSafeInteger().map(BigInt),
    fc.bigInt(),
    fc.bigInt({ min: -300n, max: 300n }),
  )
}

function bigintOf(bytes: Uint8Array): bigint {
  const unsigned = bytes.reduce((value, byte) => value * 256n + BigInt(byte), 0n)
  return BigInt.asIntN(8 * bytes.length, unsigned)
}

function fewestBytes(value: bigint): number {
  let size = 1
  while (BigInt.asIntN(8 * size, value) !== value) size++
  return size
}
