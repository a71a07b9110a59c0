import fc from 'fast-check'
import { expect, test } from 'vitest'
import { date } from './date.ts'

test('an int of days is a date and back', () => {
  fc.assert(
    fc.property(fc.integer(), (days) => {
      expect(date.write(date.read(days))).toBe(days)
    }),
  )
})

test.each([
  ['what is no string', 19_782, 'a date as YYYY-MM-DD', 'number 19782'],
  ['a Date', new Date(0), 'a date as YYYY-MM-DD', 'a Date'],
  ['a day that does not exist', '2023-02-30', 'a date that exists as YYYY-MM-DD', '"2023-02-30"'],
  [
    'the day after the last one',
    '+5881580-07-12',
    'a date from -5877641-06-23 to +5881580-07-11',
    '"+5881580-07-12"',
  ],
  [
    'the day before the first one',
    '-5877641-06-22',
    'a date from -5877641-06-23 to +5881580-07-11',
    '"-5877641-06-22"',
  ],
])('refuses to write %s', (_, value, wanted, actual) => {
  expect(() => date.write(value as string)).toThrow(
    expect.objectContaining({ expected: wanted, actual: expect.stringContaining(actual) }),
  )
})
