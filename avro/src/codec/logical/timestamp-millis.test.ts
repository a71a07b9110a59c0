import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '../failure.ts'
import { timestampMillis } from './timestamp-millis.ts'

test('a number of milliseconds is a Date and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (millis) => {
      const value = timestampMillis.read(millis)
      expect(value).toStrictEqual(new Date(millis))
      expect(timestampMillis.write(value)).toBe(millis)
    }),
  )
})

test.each([8.64e15 + 1, -8.64e15 - 1, Number.MAX_SAFE_INTEGER])(
  'refuses to read %d, which no Date can hold, and says how to',
  (millis) => {
    expect(() => timestampMillis.read(millis)).toThrow(
      expect.objectContaining({
        expected: expect.stringContaining("`logicalTypes: { 'timestamp-millis': 'raw' }`"),
        actual: `${millis} ms`,
      }),
    )
  },
)

test.each([
  ['an invalid Date', new Date(Number.NaN)],
  ['a number', 0],
  ['a string', '2024-05-06T00:00:00Z'],
  ['an object that acts as a Date', { getTime: (): number => 0 }],
  ['null', null],
])('refuses to write %s', (_, value) => {
  expect(() => timestampMillis.write(value as Date)).toThrow(Failure)
})
