import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseProperties } from './properties-file.ts'

test.each<[rule: string, text: string, entries: [key: string, value: string, line: number][]]>([
  ['an equals sign ends the key', 'a=b', [['a', 'b', 1]]],
  ['a colon ends the key', 'a : b', [['a', 'b', 1]]],
  ['a blank ends the key', 'a b c', [['a', 'b c', 1]]],
  ['only the first separator counts', 'a==b:c', [['a', '=b:c', 1]]],
  ['an escaped separator belongs to the key', 'a\\=\\:\\ b=c', [['a=: b', 'c', 1]]],
  [
    'a value may be missing',
    'a\nb=',
    [
      ['a', '', 1],
      ['b', '', 2],
    ],
  ],
  ['blanks before keys are dropped, after values kept', ' \ta = b ', [['a', 'b ', 1]]],
  ['# and ! begin comments', '# a=1\n  ! b=2\nc=3', [['c', '3', 3]]],
  ['a comment goes on no further', '#a\\\nb=1', [['b', '1', 2]]],
  [
    'an odd backslash carries a line on',
    'a=1,\\\n   2,\\\n3\nb=4',
    [
      ['a', '1,2,3', 1],
      ['b', '4', 4],
    ],
  ],
  [
    'an even number is backslashes',
    'a=1\\\\\nb=2',
    [
      ['a', '1\\', 1],
      ['b', '2', 2],
    ],
  ],
  ['the last line may end in a backslash', 'a=1\\', [['a', '1', 1]]],
  [
    'all line ends count',
    'a=1\r\nb=2\rc=3',
    [
      ['a', '1', 1],
      ['b', '2', 2],
      ['c', '3', 3],
    ],
  ],
  ['escapes', 'a=\\t\\n\\r\\f\\u00e9\\uD83D\\uDE00\\q\\\\', [['a', '\t\n\r\fé😀q\\', 1]]],
  [
    'keys may repeat',
    'a=1\na=2',
    [
      ['a', '1', 1],
      ['a', '2', 2],
    ],
  ],
  ['names of Object.prototype are keys', '__proto__=1', [['__proto__', '1', 1]]],
])('%s', (_rule, text, entries) => {
  expect(parseProperties(text).map(({ key, value, line }) => [key, value, line])).toEqual(entries)
})

test('a malformed unicode escape is refused with its line', () => {
  expect(() => parseProperties('a=1\nb=\\u00zz')).toThrow('malformed \\u escape in line 2')
})

test('what is written with escapes is read back', () => {
  const escaped = (text: string) => text.replace(/[^a-z]/gu, (c) => escapeUnits(c))
  const name = fc.string({ minLength: 1, unit: 'binary' })
  fc.assert(
    fc.property(name, fc.string({ unit: 'binary' }), (key, value) => {
      const [entry] = parseProperties(`${escaped(key)} = ${escaped(value)}`)
      expect(entry).toEqual({ key, value, line: 1 })
    }),
  )
})

function escapeUnits(character: string): string {
  return Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('')
}
