import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LruCache } from './lru-cache.ts'

const sizeOf = (value: number): number => value

test('what was not used for longest goes first', () => {
  const cache = new LruCache({ entries: 2, bytes: 100, sizeOf })
  cache.set('a', 1)
  cache.set('b', 2)
  cache.get('a')
  cache.set('c', 3)
  expect([...cache.entries()]).toEqual([
    ['a', 1],
    ['c', 3],
  ])
})

test('what is too large for the cache is not kept, and drops nothing but its predecessor', () => {
  const cache = new LruCache({ entries: 9, bytes: 10, sizeOf })
  cache.set('a', 4)
  cache.set('b', 4)
  cache.set('b', 11)
  expect([...cache.entries()]).toEqual([['a', 4]])
})

test('number and size stay within their bounds, and the last value of a key counts', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(12)))
  fc.assert(
    fc.property(steps, (puts) => {
      const cache = new LruCache({ entries: 3, bytes: 20, sizeOf })
      const last = new Map<string, number>()
      for (const [key, value] of puts) {
        cache.set(key, value)
        last.set(key, value)
      }
      const entries = [...cache.entries()]
      expect(entries.length).toBeLessThanOrEqual(3)
      expect(entries.reduce((sum, [, value]) => sum + value, 0)).toBeLessThanOrEqual(20)
      for (const [key, value] of entries) expect(value).toBe(last.get(key))
      const key = puts.at(-1)?.[0]
      if (key !== undefined) expect(cache.get(key)).toBe(last.get(key))
    }),
  )
})
