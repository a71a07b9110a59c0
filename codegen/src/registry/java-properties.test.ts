import { expect, test } from 'vitest'
import { parseProperties } from './java-properties.ts'

test.each<[string, string, Record<string, string>]>([
  ['an equals sign separates', 'a=b', { a: 'b' }],
  ['a colon separates, blanks around it do not count', '  a : b', { a: 'b' }],
  ['a blank separates', 'a b=c', { a: 'b=c' }],
  ['blanks at the end count', 'a=b ', { a: 'b ' }],
  ['a name alone has an empty value', 'a', { a: '' }],
  ['comments and empty lines are passed over', '#a=1\n!b=2\r\n\r\nc=3', { c: '3' }],
  ['a backslash continues a line', 'a=1,\\\n   2', { a: '1,2' }],
  ['two backslashes are one, and end the line', 'a=1\\\\\nb=2', { a: '1\\', b: '2' }],
  ['separators in names are escaped', 'a\\=b\\:c=d', { 'a=b:c': 'd' }],
  ['escapes stand for characters', 'a=\\u0041\\t\\z', { a: 'A\tz' }],
  ['the last of a name counts', 'a=1\na=2', { a: '2' }],
])('%s', (_, text, expected) => {
  expect(parseProperties(text)).toEqual(expected)
})
