import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Failure } from '../failure.ts'
import { decimal } from './decimal.ts'
import { MAX_DIGITS } from './unscaled.ts'

describe('decimal(5, 2) on bytes', () => {
  const { read, write } = decimal({ precision: 5, scale: 2 })

  test.each([
    ['-12.30', [0xfb, 0x32]],
    ['0.00', [0]],
    ['0.05', [5]],
    ['-0.05', [0xfb]],
    ['1.00', [100]],
    ['999.99', [0x01, 0x86, 0x9f]],
    ['-999.99', [0xfe, 0x79, 0x61]],
  ])('%s is read and written', (text, bytes) => {
    expect(read(Uint8Array.from(bytes))).toBe(text)
    expect(write(text)).toEqual(Uint8Array.from(bytes))
  })

  test.each([
    ['fewer digits after the point', '1.5', '1.50'],
    ['none after the point', '7', '7.00'],
    ['zeros that the scale has no place for', '1.230000', '1.23'],
    ['only zeros that the scale has no place for', '0.00000', '0.00'],
    ['zeros in front, beyond the precision', '000000001.23', '1.23'],
    ['a plus', '+1.23', '1.23'],
    ['minus zero', '-0.00', '0.00'],
  ])('%s may be written', (_, text, readBack) => {
    expect(read(write(text))).toBe(readBack)
  })

  test.each([
    ['what would have to be rounded', '1.235'],
    ['what would have to be rounded to nothing', '-0.001'],
    ['what would have to be rounded to nothing, far away', `0.${'0'.repeat(50)}1`],
    ['more digits than the precision', '1000.00'],
    ['more digits than the precision once the scale is filled', '1000'],
    ['megabytes of digits', '9'.repeat(4_000_000)],
    ['megabytes of digits after the point', `0.${'9'.repeat(4_000_000)}`],
    ['an exponent', '1e2'],
    ['no digits before the point', '.5'],
    ['no digits after the point', '5.'],
    ['a comma', '1,5'],
    ['hexadecimal digits', '0x10'],
    ['groups', '1_0'],
    ['space', ' 1'],
    ['a line end', '1\n'],
    ['two signs', '--1'],
    ['a sign alone', '-'],
    ['nothing', ''],
    ['NaN', 'NaN'],
    ['null', null],
    ['bytes', Uint8Array.of(1)],
  ])('refuses to write %s', (_, value) => {
    expect(() => write(value as string)).toThrow(Failure)
  })

  test.each([1.5, 5n])('refuses %d, which is a number, and says what to do', (value) => {
    expect(() => write(value as never)).toThrow(
      expect.objectContaining({ expected: expect.stringContaining('String()') }),
    )
  })

  test('reads what has more digits than the precision, as Avro Java', () => {
    expect(read(Uint8Array.of(0x7f, 0xff, 0xff, 0xff))).toBe('21474836.47')
  })

  test('refuses to read no bytes', () => {
    expect(() => read(new Uint8Array(0))).toThrow(Failure)
  })

  test('refuses to read megabytes', () => {
    expect(() => read(new Uint8Array(4_000_000).fill(0x55))).toThrow(Failure)
  })
})

test('scale 0 has no point', () => {
  const { read, write } = decimal({ precision: 3, scale: 0 })
  expect(read(Uint8Array.of(5))).toBe('5')
  expect(read(Uint8Array.of(0xfb))).toBe('-5')
  expect(write('5.0')).toEqual(Uint8Array.of(5))
})

test('all digits may be after the point', () => {
  const { read, write } = decimal({ precision: 4, scale: 4 })
  expect(read(Uint8Array.of(1))).toBe('0.0001')
  expect(read(write('-0.9999'))).toBe('-0.9999')
  expect(() => write('1')).toThrow(Failure)
})

test('on fixed the sign fills the size', () => {
  const { read, write } = decimal({ precision: 9, scale: 2, size: 5 })
  expect(write('1.28')).toEqual(Uint8Array.of(0, 0, 0, 0, 0x80))
  expect(write('-1.28')).toEqual(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x80))
  expect(read(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x80))).toBe('-1.28')
})

test('on fixed what does not fit is refused', () => {
  const { write } = decimal({ precision: 30, scale: 0, size: 2 })
  expect(write('32767')).toEqual(Uint8Array.of(0x7f, 0xff))
  for (const text of ['32768', '-32769', '9'.repeat(30)]) {
    expect(() => write(text)).toThrow(
      expect.objectContaining({ expected: 'a decimal that fits 2 bytes' }),
    )
  }
})

test('a precision without bound does not make numbers without bound', () => {
  const { read, write } = decimal({ precision: 2 ** 31 - 1, scale: 0 })
  const most = '9'.repeat(MAX_DIGITS)
  expect(read(write(most))).toBe(most)
  expect(() => write(`${most}9`)).toThrow(Failure)
})

test('a decimal is its unscaled bigint', () => {
  const cases = fc
    .record({ unscaled: fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), scale: fc.nat(45) })
    .map(({ unscaled, scale }) => ({ unscaled, scale, text: textOf(unscaled, scale) }))
  fc.assert(
    fc.property(cases, ({ unscaled, scale, text }) => {
      for (const size of [undefined, 20]) {
        const { read, write } = decimal({ precision: 45, scale, size })
        const bytes = write(text)
        const complement = BigInt.asUintN(8 * bytes.length, unscaled)
        expect([...bytes].reduce((value, byte) => value * 256n + BigInt(byte), 0n)).toBe(complement)
        expect(read(bytes)).toBe(text)
      }
    }),
  )
})

function textOf(unscaled: bigint, scale: number): string {
  const unit = 10n ** BigInt(scale)
  const magnitude = unscaled < 0n ? -unscaled : unscaled
  const fraction = scale === 0 ? '' : `.${`${magnitude % unit}`.padStart(scale, '0')}`
  return `${unscaled < 0n ? '-' : ''}${magnitude / unit}${fraction}`
}
