import { expect, test } from 'vitest'
import { Failure } from '../failure.ts'
import { timeMillis } from './time-millis.ts'

test.each([0, 1, 43_200_000, 86_399_999])('takes %i, which is within a day', (value) => {
  expect(timeMillis.write(value)).toBe(value)
  expect(timeMillis.read(value)).toBe(value)
})

test.each([
  ['the end of the day', 86_400_000],
  ['what is before the day', -1],
  ['a fraction', 0.5],
  ['NaN', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a string', '0'],
  ['a bigint', 0n],
  ['null', null],
])('refuses to write %s', (_, value) => {
  expect(() => timeMillis.write(value as number)).toThrow(Failure)
})

test('gives what is there when reading, as Avro Java', () => {
  expect(timeMillis.read(-5)).toBe(-5)
  expect(timeMillis.read(2 ** 31 - 1)).toBe(2 ** 31 - 1)
})
