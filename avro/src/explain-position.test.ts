import { expect, test } from 'vitest'
import { createLocate } from './explain-position.ts'

const rules: [rule: string, text: string, value: string, position: [string, number, number]][] = [
  ['the whole text has an empty pointer', ' "int"', '"int"', ['', 1, 2]],
  ['members and items are steps', '{"a":[1,{"b":2}]}', '2', ['/a/1/b', 1, 14]],
  ['a step is escaped', '{"x/y~z":7}', '7', ['/x~1y~0z', 1, 10]],
  ['of a repeated key the last value counts', '{"a":1,"a":2}', '2', ['/a', 1, 12]],
  ['a line feed ends a line', '[1,\n 2]', '2', ['/1', 2, 2]],
  ['a carriage return ends a line', '[1,\r2]', '2', ['/1', 2, 1]],
  ['both together end one line', '[1,\r\n\r\n  2]', '2', ['/1', 3, 3]],
  ['columns count UTF-16 units', '["😀", 2]', '2', ['/1', 1, 8]],
]

test.each(rules)('%s', (_, text, value, [pointer, line, column]) => {
  const locate = createLocate()
  expect(locate({ text }, text.lastIndexOf(value))).toEqual({ pointer, line, column })
})

test('several texts are kept apart', () => {
  const locate = createLocate()
  const [a, b] = [{ text: '{"a":1}' }, { text: '\n{"b":1}' }]
  expect([locate(a, 5), locate(b, 6), locate(a, 5)]).toEqual([
    { pointer: '/a', line: 1, column: 6 },
    { pointer: '/b', line: 2, column: 6 },
    { pointer: '/a', line: 1, column: 6 },
  ])
})
