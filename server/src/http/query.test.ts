import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseInt32, Query } from './query.ts'

const values: readonly (readonly [string, string, string | undefined])[] = [
  ['a value', 'a=b', 'b'],
  ['the first of several', 'a=b&a=c', 'b'],
  ['the first, be it empty', 'a=&a=c', undefined],
  ['none', 'b=c', undefined],
  ['none in another letter case', 'A=b', undefined],
  ['an empty one', 'a=', undefined],
  ['one without an equals sign', 'a', undefined],
  ['one with more of them', 'a==b=', '=b='],
  ['one behind empty pairs', '&&a=b&', 'b'],
  ['escapes', '%61=%62%26%3D', 'b&='],
  ['a plus, which is a space', 'a=b+c', 'b c'],
  ['an escaped plus', 'a=b%2Bc', 'b+c'],
  ['a question mark', 'a=b?c', 'b?c'],
  ['one beside a broken escape', '%=%&a=b', 'b'],
]
test.each(values)('the text of a parameter may be %s', (_rule, query, expected) => {
  expect(new Query(query).text('a')).toBe(expected)
})

test('names of Object are names, and nothing has them unless it is given', () => {
  const query = new Query('constructor=1&__proto__=2')
  expect(query.text('constructor')).toBe('1')
  expect(query.text('__proto__')).toBe('2')
  expect(query.text('toString')).toBeUndefined()
  expect(new Query('').all('constructor')).toEqual([])
})

test('all values can be asked for, and the first be it empty', () => {
  const query = new Query('a=&b=1&a=2&a')
  expect(query.all('a')).toEqual(['', '2', ''])
  expect(query.raw('a')).toBe('')
  expect(query.raw('c')).toBeUndefined()
})

test('a parameter can be put in the place of those given', () => {
  const query = new Query('a=1&a=2')
  query.set('a', '3')
  expect(query.all('a')).toEqual(['3'])
  query.add('a', '4')
  expect(query.all('a')).toEqual(['3', '4'])
})

test('it is empty when nothing is in it', () => {
  expect(new Query('').isEmpty).toBe(true)
  expect(new Query('&&').isEmpty).toBe(true)
  expect(new Query('a').isEmpty).toBe(false)
  expect(new Query('=').isEmpty).toBe(false)
})

const flags: readonly (readonly [string, string, boolean])[] = [
  ['true', 'a=true', true],
  ['true in any letter case', 'a=tRUE', true],
  ['true with escapes', '%61=%74rue', true],
  ['the first of several', 'a=no&a=true', false],
  ['1', 'a=1', false],
  ['no value', 'a', false],
  ['spaces around', 'a=true+', false],
  ['nothing', '', false],
]
test.each(flags)('a flag is set by true alone: %s', (_rule, query, expected) => {
  expect(new Query(query).flag('a')).toBe(expected)
})

describe('an integer', () => {
  const table: readonly (readonly [string, string, number])[] = [
    ['digits', '42', 42],
    ['zero', '0', 0],
    ['a sign', '-42', -42],
    ['the other sign and zeros', '+0042', 42],
    ['the lowest', '-2147483648', -2147483648],
    ['the highest', '2147483647', 2147483647],
  ]
  test.each(table)('may be %s', (_rule, text, expected) => {
    expect(parseInt32(text)).toBe(expected)
    expect(new Query(`a=${encodeURIComponent(text)}`).int('a')).toBe(expected)
  })

  test.each([
    '1.0',
    '1e3',
    '0x1',
    ' 1',
    '1 ',
    '--1',
    'one',
    '2147483648',
    '-2147483649',
    '٣',
    '9'.repeat(999),
  ])('may not be %s: 404', (text) => {
    const refused = expect.objectContaining({ code: 404, message: 'HTTP 404 Not Found' })
    expect(() => parseInt32(text)).toThrow(refused)
    expect(() => new Query(`a=${encodeURIComponent(text)}`).int('a')).toThrow(refused)
  })

  test('that is empty is none', () => {
    expect(new Query('a=').int('a')).toBeUndefined()
    expect(new Query('').int('a')).toBeUndefined()
  })

  test('of 32 bits is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer(), (number) => {
        expect(parseInt32(String(number))).toBe(number)
      }),
    )
  })
})

test('whatever a query is, it can be read', () => {
  const part = fc.constantFrom('a', '=', '&', '%', '%2', '%zz', '%C3', '+', '?', '#', ';')
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(part).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (text) => {
      const query = new Query(text)
      expect(query.all('a')).toEqual(expect.any(Array))
      expect(typeof query.flag('a')).toBe('boolean')
    }),
  )
})

test('what was written with its names and values encoded is read back', () => {
  const word = fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed())
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word)), (pairs) => {
      const query = new Query(new URLSearchParams(pairs).toString())
      for (const [name] of pairs) {
        const expected = pairs.filter(([other]) => other === name).map(([, value]) => value)
        expect(query.all(name)).toEqual(expected)
      }
    }),
  )
})
