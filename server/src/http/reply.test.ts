import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reply, toJson } from './reply.ts'

const table: readonly (readonly [string, unknown, string])[] = [
  ['there are no spaces', { a: [1, true, null] }, '{"a":[1,true,null]}'],
  ['characters of the basic plane are as they are', 'ä漢\u2028', '"ä漢\u2028"'],
  ['others are two escapes, in capitals', '😀', '"\\uD83D\\uDE00"'],
  ['names as well', { '😀': 1 }, '{"\\uD83D\\uDE00":1}'],
  ['half a pair is one escape', '\ud83d', '"\\ud83d"'],
  ['control characters are escaped', '\u0000\n', '"\\u0000\\n"'],
  ['members that are undefined are left out', { a: undefined }, '{}'],
  ['__proto__ is a name', JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
]
test.each(table)('in JSON %s', (_rule, value, expected) => {
  expect(toJson(value)).toBe(expected)
})

test('JSON is read back as what it was', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const text = toJson(value)
      expect(text).not.toMatch(/[\ud800-\udfff]/)
      expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(value))
    }),
  )
})

test('an answer states its length in bytes', async () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (body) => {
      const answer = reply(200, body, { 'X-Other': 'y' })
      expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(body)))
    }),
  )
  const answer = reply(404, Uint8Array.of(0xc3, 0xb6), { 'Content-Type': 'text/x' })
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-type')).toBe('text/x')
  expect(answer.headers.get('content-length')).toBe('2')
  expect(await answer.text()).toBe('ö')
})
