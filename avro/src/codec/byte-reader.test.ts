import { describe, expect, test } from 'vitest'
import { bytesOf, thrownBy } from '../../test/codec-of.ts'
import { ByteReader } from './byte-reader.ts'
import { Failure } from './failure.ts'

describe('varints', () => {
  test.each([
    ['zero', '00', 0n],
    ['the first negative number', '01', -1n],
    ['the last of one byte', '7e', 63n],
    ['the last negative one of one byte', '7f', -64n],
    ['the first of two bytes', '8001', 64n],
    ['the last int', 'feffffff0f', 2n ** 31n - 1n],
    ['the first int', 'ffffffff0f', -(2n ** 31n)],
    ['the first beyond ints', '8080808010', 2n ** 31n],
    ['the last safe integer', 'feffffffffffff1f', 2n ** 53n - 1n],
    ['the first safe integer', 'fdffffffffffff1f', -(2n ** 53n) + 1n],
    ['just below -(2^52)', '818080808080 8010', -(2n ** 52n) - 1n],
    ['the last long', 'feffffffffffffffff01', 2n ** 63n - 1n],
    ['the first long', 'ffffffffffffffffff01', -(2n ** 63n)],
    ['longer than needed', '8000', 0n],
    ['longer than needed and negative', '81808000', -1n],
    ['as long as can be', '80808080808080808000', 0n],
  ])('%s', (_, hex, value) => {
    const bytes = bytesOf(hex)
    const asBigint = new ByteReader(bytes)
    expect(asBigint.readLong()).toBe(value)
    expect(asBigint.position).toBe(bytes.length)

    const skipping = new ByteReader(bytes)
    skipping.skipLong()
    expect(skipping.position).toBe(bytes.length)

    const asNumber = new ByteReader(bytes)
    if (value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER) {
      expect(asNumber.readLongAsNumber()).toBe(Number(value))
      expect(asNumber.position).toBe(bytes.length)
    } else {
      expect(() => asNumber.readLongAsNumber()).toThrow(Failure)
    }

    const asInt = new ByteReader(bytes)
    if (BigInt.asIntN(32, value) === value && bytes.length <= 5) {
      expect(asInt.readInt()).toBe(Number(value))
      expect(asInt.position).toBe(bytes.length)
    } else {
      expect(() => asInt.readInt()).toThrow(Failure)
    }
  })

  test.each([
    ['no byte', ''],
    ['nothing after the first byte', '80'],
    ['nothing after the fourth byte', '80808080'],
    ['nothing after the fifth byte', '8080808080'],
    ['nothing after the ninth byte', '808080808080808080'],
    ['a 65th bit', '80808080808080808002'],
    ['an eleventh byte', '8080808080808080808000'],
    ['bytes without end', '80'.repeat(100)],
  ])('%s is refused as any number', (_, hex) => {
    const bytes = bytesOf(hex)
    expect(() => new ByteReader(bytes).readLong()).toThrow(Failure)
    expect(() => new ByteReader(bytes).readLongAsNumber()).toThrow(Failure)
    expect(() => new ByteReader(bytes).readInt()).toThrow(Failure)
    expect(() => new ByteReader(bytes).skipLong()).toThrow(Failure)
  })

  test.each([
    ['a 33rd bit', '8080808010'],
    ['a sixth byte', '808080808000'],
  ])('%s is refused as an int', (_, hex) => {
    expect(() => new ByteReader(bytesOf(hex)).readInt()).toThrow(Failure)
  })

  test('the edge of exact numbers is refused on both sides', () => {
    for (const hex of ['8080808080808020', 'ffffffffffffff1f']) {
      const failure = thrownBy(() => new ByteReader(bytesOf(hex)).readLongAsNumber())
      expect(failure).toMatchObject({
        expected: 'a long that a number holds exactly (`long: "bigint"` reads all)',
        offset: 0,
      })
    }
  })
})

describe('booleans', () => {
  test.each([
    ['00', false],
    ['01', true],
    ['02', false],
    ['ff', false],
  ])('%s is %s', (hex, value) => {
    expect(new ByteReader(bytesOf(hex)).readBoolean()).toBe(value)
  })
})

describe('floating-point numbers', () => {
  test.each([
    ['0000000000000000', 0],
    ['0000000000000080', -0],
    ['000000000000f07f', Number.POSITIVE_INFINITY],
    ['000000000000f0ff', Number.NEGATIVE_INFINITY],
    ['000000000000f87f', Number.NaN],
    ['010000000000f0ff', Number.NaN],
    ['0100000000000000', Number.MIN_VALUE],
    ['ffffffffffffef7f', Number.MAX_VALUE],
    ['9a9999999999b93f', 0.1],
  ])('double %s is %s', (hex, value) => {
    expect(new ByteReader(bytesOf(hex)).readDouble()).toBe(value)
  })

  test.each([
    ['00000080', -0],
    ['0000807f', Number.POSITIVE_INFINITY],
    ['0000c07f', Number.NaN],
    ['cdcccc3d', Math.fround(0.1)],
    ['01000000', 2 ** -149],
  ])('float %s is %s', (hex, value) => {
    expect(new ByteReader(bytesOf(hex)).readFloat()).toBe(value)
  })

  test('are not read beyond the end', () => {
    expect(() => new ByteReader(bytesOf('00000000000000')).readDouble()).toThrow(Failure)
    expect(() => new ByteReader(bytesOf('000000')).readFloat()).toThrow(Failure)
  })

  test('may begin at any byte', () => {
    const bytes = bytesOf('ff 9a9999999999b93f')
    expect(new ByteReader(bytes, 1).readDouble()).toBe(0.1)
    expect(new ByteReader(bytes.subarray(1)).readDouble()).toBe(0.1)
  })
})

describe('lengths', () => {
  test.each([
    ['negative', '01'],
    ['one too many', '0461'],
    ['2^31', '8080808010'],
    ['2^52', '8080808080808010'],
    ['2^62', '808080808080808080 01'],
  ])('a length that is %s is refused before anything is taken', (_, hex) => {
    const bytes = bytesOf(hex)
    expect(() => new ByteReader(bytes).readString()).toThrow(Failure)
    expect(() => new ByteReader(bytes).readBytes()).toThrow(Failure)
  })
})

describe('bytes', () => {
  test.each([0, 1, 2, 15, 16, 17, 100])('%i of them are a copy, also out of a Buffer', (size) => {
    const expected = Uint8Array.from({ length: size }, (_, index) => index)
    for (const bytes of [Uint8Array.from(expected), Buffer.from(expected)]) {
      const read = new ByteReader(bytes).readFixed(size)
      bytes.fill(255)
      expect(read).toEqual(expected)
      expect(Object.getPrototypeOf(read)).toBe(Uint8Array.prototype)
      expect(read.buffer.byteLength).toBe(size)
    }
  })

  test('are of the same memory when a view is asked for', () => {
    const bytes = bytesOf('ff 0102 ff').subarray(1)
    const view = new ByteReader(bytes).view(2)
    bytes[0] = 9
    expect([...view]).toEqual([9, 2])
    expect(Object.getPrototypeOf(view)).toBe(Uint8Array.prototype)
  })

  test('a fixed number of them has to be there', () => {
    expect(() => new ByteReader(bytesOf('0102')).readFixed(3)).toThrow(Failure)
    expect(() => new ByteReader(bytesOf('0102')).view(3)).toThrow(Failure)
    expect(new ByteReader(bytesOf('')).readFixed(0)).toEqual(new Uint8Array(0))
  })
})
