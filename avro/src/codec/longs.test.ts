import { describe, expect, test } from 'vitest'
import { bytesOf, codecOf, hexOf, record } from '../../test/codec-of.ts'

const MAX = 2n ** 63n - 1n
const MIN = -(2n ** 63n)

describe('bigint', () => {
  const codec = codecOf('long')

  test.each([0n, -1n, MAX, MIN, 2n ** 53n + 1n, -(2n ** 52n) - 1n])('%s is exact', (value) => {
    expect(codec.decode(codec.encode(value))).toBe(value)
  })

  test.each([
    ['a safe number', 5, 5n],
    ['the last safe number', Number.MAX_SAFE_INTEGER, 2n ** 53n - 1n],
    ['the first safe number', Number.MIN_SAFE_INTEGER, -(2n ** 53n) + 1n],
    ['minus zero', -0, 0n],
  ])('%s is taken', (_, value, read) => {
    expect(codec.decode(codec.encode(value))).toBe(read)
  })

  test.each([
    ['beyond 64 bits', MAX + 1n, 'an integer of 64 bits'],
    ['below 64 bits', MIN - 1n, 'an integer of 64 bits'],
    ['a number that may have been rounded', 2 ** 53, 'only a bigint is'],
    ['a fraction', 1.5, 'an integer of 64 bits'],
    ['NaN', Number.NaN, 'an integer of 64 bits'],
    ['Infinity', Number.POSITIVE_INFINITY, 'an integer of 64 bits'],
    ['digits', '5', 'an integer of 64 bits'],
    ['a huge bigint', 10n ** 5000n, 'of more than 40 digits'],
  ])('%s is refused', (_, value, message) => {
    expect(() => codec.encode(value)).toThrow(message)
  })
})

describe('number', () => {
  const codec = codecOf('long', { long: 'number' })

  test('reads what it can hold and refuses the rest with the value in the message', () => {
    expect(codec.decode(codec.encode(-5))).toBe(-5)
    expect(codec.decode(codec.encode(5n))).toBe(5)
    expect(Object.is(codec.decode(bytesOf('00')), 0)).toBe(true)
    expect(() => codec.decode(codec.encode(MIN))).toThrow('got -9223372036854775808')
    expect(() => codec.decode(codec.encode(2n ** 53n))).toThrow('got 9007199254740992')
    expect(() => codec.decode(codec.encode(-(2n ** 53n)))).toThrow('got -9007199254740992')
  })
})

describe('string', () => {
  const codec = codecOf('long', { long: 'string' })

  test.each(['0', '-1', String(MAX), String(MIN)])('%s is exact', (value) => {
    expect(codec.decode(codec.encode(value))).toBe(value)
  })

  test('takes numbers and bigints too', () => {
    expect(codec.decode(codec.encode(7))).toBe('7')
    expect(codec.decode(codec.encode(7n))).toBe('7')
  })

  test.each([
    '',
    ' 1',
    '1 ',
    '1n',
    '0x1',
    '1e3',
    '1.0',
    '+1',
    '--1',
    String(MAX + 1n),
    '9'.repeat(5000),
  ])('%s is refused', (value) => expect(() => codec.encode(value)).toThrow('cannot encode'))
})

describe('where it is decided', () => {
  const schema = record('acme.R', {
    whole: 'long',
    attribute: { type: 'long', 'ts.long': 'number' },
    unknown: { type: 'long', 'ts.long': 'decimal' },
    inArray: { type: 'array', items: 'long', 'ts.long': 'string' },
    option: 'long',
    nullable: ['null', 'long'],
    inner: record('Inner', { own: 'long' }),
  })
  ;(schema.fields[4] as Record<string, unknown>)['ts.long'] = 'string'
  ;(schema.fields[5] as Record<string, unknown>)['ts.long'] = 'number'
  const fields = {
    'acme.R.option': { long: 'number' },
    'acme.R.inner': { long: 'string' },
  } as const
  const written = {
    whole: 1,
    attribute: 1,
    unknown: 1,
    inArray: ['1'],
    option: 1,
    nullable: 1,
    inner: { own: 1 },
  }

  test('an attribute of the type or the field, and options for the field before the latter', () => {
    const codec = codecOf(schema, { fields })
    expect(codec.decode(codec.encode(written))).toEqual({
      whole: 1n,
      attribute: 1,
      unknown: 1n,
      inArray: ['1'],
      option: 1,
      nullable: 1,
      inner: { own: 1n },
    })
  })

  test('without options for the field its attribute counts', () => {
    const codec = codecOf(schema)
    expect(codec.decode(codec.encode(written))).toMatchObject({ option: '1', nullable: 1 })
  })

  test('names of fields are not looked up on Object.prototype', () => {
    const codec = codecOf(record('constructor', { name: 'long' }), { fields: {} })
    expect(codec.decode(codec.encode({ name: 1n }))).toEqual({ name: 1n })
    expect(hexOf(codec.encode({ name: 1n }))).toBe('02')
  })
})

test.each([
  ['bigint', [3n, 3]],
  ['number', [3, 3n]],
  ['string', ['3', 3, 3n]],
] as const)('a long that is a %s takes every exact number, in any union', (long, values) => {
  for (const union of [
    ['null', 'long'],
    ['null', 'long', 'boolean'],
    ['long', 'bytes', 'boolean'],
  ]) {
    const codec = codecOf(union, { long })
    for (const value of values) expect(codec.decode(codec.encode(value))).toBe(values[0])
  }
})
