import { expect, test } from 'vitest'
import { parseRetryAfter, retryDelay } from './retry-delay.ts'

const now = Date.parse('2026-01-01T00:00:00Z')

test.each<[rule: string, value: string | null, milliseconds: number | undefined]>([
  ['no header asks for nothing', null, undefined],
  ['whole seconds', '120', 120_000],
  ['no second', ' 0 ', 0],
  ['a date of RFC 9110', 'Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
  ['a date of RFC 850', 'Thursday, 01-Jan-26 00:00:30 GMT', 30_000],
  ['a date of asctime', 'Thu Jan  1 00:00:30 2026 GMT', 30_000],
  ['a date that is over', 'Wed, 31 Dec 2025 00:00:00 GMT', 0],
  ['a negative number is nothing', '-3', undefined],
  ['nor is a fraction', '1.5', undefined],
  ['nor a word', 'soon', undefined],
  ['nor a number out of all proportion', '99999999999999999999', undefined],
])('%s', (_rule, value, milliseconds) => {
  expect(parseRetryAfter(value, now)).toBe(milliseconds)
})

test('a pause lies between nothing and a bound that doubles up to the greatest', () => {
  const policy = { count: 3, waitMs: 200, maxWaitMs: 1000 }
  const bounds = [0, 1, 2, 3, 1000].map((round) => retryDelay(round, policy, () => 1))
  expect(bounds).toEqual([200, 400, 800, 1000, 1000])
  expect(retryDelay(2, policy, () => 0)).toBe(0)
})
