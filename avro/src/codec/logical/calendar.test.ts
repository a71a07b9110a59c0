import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay, parseDay } from './calendar.ts'

const DAY = 86_400_000
const LAST_OF_DATE = 100_000_000

test.each([
  ['the epoch', 0, '1970-01-01'],
  ['the day before', -1, '1969-12-31'],
  ['a leap day', 19_782, '2024-02-29'],
  ['the leap day of a century that has one', 11_016, '2000-02-29'],
  ['the day after 28 February of a century that has none', 47_541, '2100-03-01'],
  ['the last day of four digits', 2_932_896, '9999-12-31'],
  ['the first day of six digits', 2_932_897, '+010000-01-01'],
  ['the first day of the year 0', -719_528, '0000-01-01'],
  ['the day before it', -719_529, '-000001-12-31'],
  ['a year of three digits has a zero before it', -354_285, '1000-01-01'],
  ['the year 999', -354_286, '0999-12-31'],
  ['the last day of an int', 2 ** 31 - 1, '+5881580-07-11'],
  ['the first day of an int', -(2 ** 31), '-5877641-06-23'],
])('%s', (_, day, text) => {
  expect(formatDay(day)).toBe(text)
  expect(parseDay(text)).toBe(day)
})

test.each([
  ['a day that the month does not have', '2023-02-30'],
  ['29 February of a common year', '2023-02-29'],
  ['29 February of a century', '1900-02-29'],
  ['the 31st of a month of 30 days', '2023-04-31'],
  ['day 0', '2023-01-00'],
  ['month 0', '2023-00-01'],
  ['month 13', '2023-13-01'],
  ['a month of one digit', '2023-1-01'],
  ['a year of two digits', '23-01-01'],
  ['a year of five digits', '12345-01-01'],
  ['a year of five digits with a sign', '+12345-01-01'],
  ['a year of ten digits', '+1234567890-01-01'],
  ['a year -0', '-000000-01-01'],
  ['a time behind it', '2023-01-01T00:00'],
  ['space around it', ' 2023-01-01'],
  ['a line end', '2023-01-01\n'],
  ['digits of other scripts', '２０２３-01-01'],
  ['nothing', ''],
])('refuses %s', (_, text) => {
  expect(parseDay(text)).toBeUndefined()
})

test('days are those of Date where it has them', () => {
  fc.assert(
    fc.property(fc.integer({ min: -LAST_OF_DATE, max: LAST_OF_DATE }), (day) => {
      const text = new Date(day * DAY).toISOString().slice(0, -14)
      expect(formatDay(day)).toBe(text)
      expect(parseDay(text)).toBe(day)
    }),
  )
})

test('every day of 800 years is read back', () => {
  const days = Array.from({ length: 2 * 146_097 }, (_, index) => index - 146_097)
  expect(days.filter((day) => parseDay(formatDay(day)) !== day)).toEqual([])
})

test('a day is read back however far away', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 11), max: 10 ** 11 }), (day) => {
      expect(parseDay(formatDay(day))).toBe(day)
    }),
  )
})
