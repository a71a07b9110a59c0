import { describe, expect, it } from 'vitest'
import { readJson } from './json-reader.ts'
import { jsonPointer, lineAndColumn } from './text-position.ts'

describe('lineAndColumn', () => {
  it.each([
    ['the first character', 'ab', 0, 1, 1],
    ['after LF', 'a\nb', 2, 2, 1],
    ['after CR LF, which end one line', 'a\r\nbc', 4, 2, 2],
    ['after CR', 'a\rb', 2, 2, 1],
    ['empty lines', '\n\n\nx', 3, 4, 1],
    ['the end of the text', 'ab', 2, 1, 3],
  ])('counts %s', (_rule, text, offset, line, column) => {
    expect(lineAndColumn(text, offset)).toEqual({ line, column })
  })
})

describe('jsonPointer', () => {
  const text = '{"a":[1,{"b/c~d":true}],"":null}'

  it.each([
    ['the root by an empty pointer', '{"a"', ''],
    ['items by their index', '1,', '/a/0'],
    ['slashes and tildes escaped', 'true', '/a/1/b~1c~0d'],
    ['an empty key', 'null', '/'],
  ])('gives %s', (_rule, value, pointer) => {
    expect(jsonPointer(readJson(text), text.indexOf(value))).toBe(pointer)
  })

  it('knows no value between values', () => {
    expect(jsonPointer(readJson(text), 1)).toBeUndefined()
  })
})
