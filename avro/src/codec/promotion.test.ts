import { describe, expect, test } from 'vitest'
import { evolve, schemaOf } from '../../test/codec-of.ts'
import { createDecoder } from './codec.ts'

describe('promotions', () => {
  test.each([
    ['int', 'long', 5, 5n],
    ['int', 'float', 5, 5],
    ['int', 'double', -5, -5],
    ['long', 'float', -5n, -5],
    ['long', 'double', -(2n ** 53n), -(2 ** 53)],
    ['float', 'double', 0.1, Math.fround(0.1)],
    ['string', 'bytes', 'é', new Uint8Array([0xc3, 0xa9])],
    ['bytes', 'string', new Uint8Array([0xc3, 0xa9]), 'é'],
    ['bytes', 'string', new Uint8Array([0xff]), '\uFFFD'],
  ])('%s is read as %s: %s', (writer, reader, written, read) => {
    expect(evolve({ writer, reader }, written)).toEqual(read)
  })

  test.each(['number', 'string', 'bigint'] as const)('an int as a long is a %s', (long) => {
    expect(typeof evolve({ writer: 'int', reader: 'long', options: { long } }, 5)).toBe(long)
  })

  const types = ['null', 'boolean', 'int', 'long', 'float', 'double', 'string', 'bytes']
  const promotions: Readonly<Record<string, readonly string[]>> = {
    int: ['long', 'float', 'double'],
    long: ['float', 'double'],
    float: ['double'],
    string: ['bytes'],
    bytes: ['string'],
  }
  const others = types.flatMap((writer) =>
    types
      .filter((reader) => reader !== writer && !promotions[writer]?.includes(reader))
      .map((reader) => [writer, reader]),
  )
  test.each(others)('%s is never read as %s', (writer, reader) => {
    const bytes = new Uint8Array(8)
    const decoder = createDecoder(schemaOf(writer), schemaOf(reader))
    expect(() => decoder.decode(bytes, { allowTrailing: true })).toThrow(
      `expected ${reader} by the reader's schema, got ${writer} of the writer's`,
    )
  })

  test.each([
    ['the first integer that a float has not', 2n ** 24n + 1n],
    ['just above halfway between floats', 2n ** 60n + 2n ** 36n + 1n],
    ['halfway, to even', 2n ** 60n + 2n ** 36n],
    ['just below halfway', 2n ** 60n + 2n ** 36n - 1n],
    ['just above halfway to an odd one', 2n ** 60n + 3n * 2n ** 36n - 1n],
    ['the last long', 2n ** 63n - 1n],
    ['beyond 2^53', 2n ** 53n + 2n ** 29n + 1n],
    ['of 54 bits', 2n ** 54n + 2n ** 30n + 1n],
  ])('a long is rounded once to a float: %s', (_, value) => {
    for (const signed of [value, -value]) {
      const read = evolve({ writer: 'long', reader: 'float' }, signed) as number
      expect(read).toBe(nearestFloat(signed))
    }
  })

  test.each([2n ** 53n + 1n, 2n ** 53n + 3n, 2n ** 63n - 1n, -(2n ** 62n) - 2n ** 9n - 1n])(
    'a long is rounded to the nearest double: %s',
    (value) => {
      expect(evolve({ writer: 'long', reader: 'double' }, value)).toBe(Number(value))
    },
  )
})

/** The float nearest to an integer, ties to even, found among its neighbours. */
function nearestFloat(value: bigint): number {
  const size = value < 0n ? -value : value
  const bits = size.toString(2).length
  if (bits <= 24) return Number(value)
  const unit = 1n << BigInt(bits - 24)
  const below = size / unit
  const rest = (size % unit) * 2n
  const up = rest > unit || (rest === unit && below % 2n === 1n)
  const nearest = Number((below + (up ? 1n : 0n)) * unit)
  return value < 0n ? -nearest : nearest
}
