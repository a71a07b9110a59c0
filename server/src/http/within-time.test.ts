import { expect, test } from 'vitest'
import { withinTime } from './within-time.ts'

const never = new Promise<string>(() => {})

test('an answer in time is the answer', async () => {
  expect(await withinTime(Promise.resolve('done'), 60_000)).toBe('done')
  expect(await withinTime('at once', 1)).toBe('at once')
})

test('a late answer is 504', async () => {
  await expect(withinTime(never, 1)).rejects.toMatchObject({ code: 504, status: 504 })
})

test('a failure stays the failure it is', async () => {
  await expect(withinTime(Promise.reject(new Error('broken')), 60_000)).rejects.toThrow('broken')
})
