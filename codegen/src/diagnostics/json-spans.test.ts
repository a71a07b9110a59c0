import { readJson } from '@magicbyte/avro'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstComment, memberSpans, valueEnd } from './json-spans.ts'

test.each([
  ['a string ends behind its quote', '"a\\"b" ,', '"a\\"b"'],
  ['a number ends before what follows', '-1.5e3]', '-1.5e3'],
  ['a word ends before white space', 'null\n}', 'null'],
  ['brackets in strings do not count', '["]"] x', '["]"]'],
  ['brackets in comments do not count', '{/*}*/"a"://}\n1}x', '{/*}*/"a"://}\n1}'],
  ['a value that is never closed ends with the text', '{"a":[1', '{"a":[1'],
])('%s', (_, text, value) => {
  expect(text.slice(0, valueEnd(text, 0))).toBe(value)
})

test('the end of every JSON value is found', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom('', ' ', ',', '\n]'), (json, rest) => {
      expect(valueEnd(json + rest, 0)).toBe(json.length)
    }),
  )
})

test('members are found with repeated keys, comments and escapes', () => {
  const text = ' { "a" : 1, /* b */ "\\u0062": [2 , 3],\n "a":{"c":4} }'
  const spans = memberSpans(text, 1).map(({ key, keyStart, valueStart, valueEnd: end }) => [
    key,
    text.slice(keyStart, valueStart),
    text.slice(valueStart, end),
  ])
  expect(spans).toEqual([
    ['a', '"a" : ', '1'],
    ['b', '"\\u0062": ', '[2 , 3]'],
    ['a', '"a":', '{"c":4}'],
  ])
})

test('the members are those that a reader finds', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const text = JSON.stringify(value, null, 1)
      const json = readJson(text)
      const expected = json.kind === 'object' ? [...json.members.values()].map(({ at }) => at) : []
      expect(memberSpans(text, 0).map(({ valueStart }) => valueStart)).toEqual(expected)
    }),
  )
})

test.each([
  ['a line comment', '{} // x', 3],
  ['a block comment', '{/* x */}', 1],
  ['nothing in a string', '{"a//": "/* */"}', undefined],
])('%s is found', (_, text, offset) => {
  expect(firstComment(text)).toBe(offset)
})
