import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOf, hexOf } from '../../test/codec-of.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { Failure } from './failure.ts'

function written(write: (output: ByteWriter) => void): string {
  const output = new ByteWriter()
  write(output)
  return hexOf(output.bytes.subarray(0, output.position))
}

/** The encoding by the words of the specification, slow and plain. */
function varint(value: bigint): string {
  let rest = BigInt.asUintN(64, (value << 1n) ^ (value >> 63n))
  const bytes: number[] = []
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80)
  return hexOf(Uint8Array.from([...bytes, Number(rest)]))
}

describe('integers', () => {
  const edges = [
    0, 6, 7, 13, 14, 20, 21, 27, 28, 30, 31, 32, 34, 35, 41, 42, 48, 49, 51, 52, 53, 55,
  ]
    .concat([56, 62, 63])
    .flatMap((bits) => [-1n, 0n, 1n].flatMap((more) => [2n ** BigInt(bits) + more]))
    .flatMap((value) => [value, -value])
    .filter((value) => BigInt.asIntN(64, value) === value)

  test.each([...new Set(edges)])('%s takes as few bytes as possible', (value) => {
    const expected = varint(value)
    expect(written((output) => output.writeLong(value))).toBe(expected)
    if (Number.isSafeInteger(Number(value))) {
      expect(written((output) => output.writeLongFromNumber(Number(value)))).toBe(expected)
    }
    if (BigInt.asIntN(32, value) === value) {
      expect(written((output) => output.writeInt(Number(value)))).toBe(expected)
    }
    expect(new ByteReader(bytesOf(expected)).readLong()).toBe(value)
  })

  test('any integer is read back', () => {
    const integers = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
    fc.assert(
      fc.property(integers, fc.integer({ min: 0, max: 63 }), (full, shift) => {
        const value = full >> BigInt(shift)
        const hex = written((output) => output.writeLong(value))
        expect(hex).toBe(varint(value))
        expect(new ByteReader(bytesOf(hex)).readLong()).toBe(value)
      }),
      { numRuns: 500 },
    )
  })

  test('minus zero is zero', () => {
    expect(written((output) => output.writeLongFromNumber(-0))).toBe('00')
    expect(written((output) => output.writeInt(-0))).toBe('00')
  })
})

describe('floating-point numbers', () => {
  test.each([
    [-0, '0000000000000080'],
    [Number.NaN, '000000000000f87f'],
    [Number.NEGATIVE_INFINITY, '000000000000f0ff'],
    [0.1, '9a9999999999b93f'],
  ])('double %s', (value, hex) => {
    expect(written((output) => output.writeDouble(value))).toBe(hex)
  })

  test.each([
    [-0, '00000080'],
    [Number.NaN, '0000c07f'],
    [Number.POSITIVE_INFINITY, '0000807f'],
    [0.1, 'cdcccc3d'],
  ])('float %s', (value, hex) => {
    expect(written((output) => output.writeFloat(value))).toBe(hex)
  })

  test('any double and float is read back', () => {
    fc.assert(
      fc.property(fc.double(), fc.float(), (double, float) => {
        const doubleHex = written((output) => output.writeDouble(double))
        expect(new ByteReader(bytesOf(doubleHex)).readDouble()).toBe(double)
        const floatHex = written((output) => output.writeFloat(float))
        expect(new ByteReader(bytesOf(floatHex)).readFloat()).toBe(float)
      }),
    )
  })
})

test('grows from nothing and keeps what was written before', () => {
  const output = new ByteWriter()
  for (let value = 0; value < 5000; value++) output.writeLongFromNumber(value)
  output.writeString('x'.repeat(10_000))
  output.writeRaw(new Uint8Array(20_000).fill(7))
  const input = new ByteReader(output.bytes.subarray(0, output.position))
  for (let value = 0; value < 5000; value++) if (input.readInt() !== value) expect.fail()
  expect(input.readString()).toBe('x'.repeat(10_000))
  expect(input.readFixed(20_000).every((byte) => byte === 7)).toBe(true)
  expect(input.position).toBe(input.end)
})

test('a message goes behind its prefix', () => {
  const output = new ByteWriter()
  const write = (value: number, to: ByteWriter) => to.writeInt(value)
  expect(hexOf(output.message(write, 3, bytesOf('00 00000007')))).toBe('000000000706')
  expect(hexOf(output.message(write, 3, new Uint8Array(20_000)))).toBe(`${'00'.repeat(20_000)}06`)
})

test('what was written before an error is forgotten', () => {
  const output = new ByteWriter()
  const failing = () => {
    output.writeRaw(new Uint8Array(100_000))
    throw new Failure('nothing', 'something')
  }
  expect(() => output.message(failing, undefined)).toThrow(Failure)
  expect(hexOf(output.message((value: number, to) => to.writeInt(value), 1))).toBe('02')
})
