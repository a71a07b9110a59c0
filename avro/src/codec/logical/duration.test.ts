import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '../failure.ts'
import { duration } from './duration.ts'

test('three amounts, the least significant byte first', () => {
  const value = { months: 1, days: 0x0403_0201, millis: 0xffff_fffe }
  const bytes = Uint8Array.of(1, 0, 0, 0, 1, 2, 3, 4, 0xfe, 0xff, 0xff, 0xff)
  expect(duration.write(value)).toEqual(bytes)
  expect(duration.read(bytes)).toEqual(value)
})

test('all bytes are read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (bytes) => {
      expect(duration.write(duration.read(bytes))).toEqual(bytes)
    }),
  )
})

test('other members are ignored', () => {
  const value = { months: 1, days: 2, millis: 3, years: 4 }
  expect(duration.read(duration.write(value))).toEqual({ months: 1, days: 2, millis: 3 })
})

test.each([
  ['a negative amount', -1],
  ['more than 32 bits', 2 ** 32],
  ['a fraction', 0.5],
  ['NaN', Number.NaN],
  ['a string', '1'],
  ['a bigint', 1n],
  ['a missing one', undefined],
])('refuses to write %s, and says which', (_, amount) => {
  for (const name of ['months', 'days', 'millis']) {
    const value = { months: 0, days: 0, millis: 0, [name]: amount }
    expect(() => duration.write(value as never)).toThrow(
      expect.objectContaining({ path: [name], expected: expect.stringContaining('4294967295') }),
    )
  }
})

test.each([null, undefined, 'P1M', 5])('refuses to write %o, which is no object', (value) => {
  expect(() => duration.write(value as never)).toThrow(Failure)
})
