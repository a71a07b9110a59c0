import { expect, test } from 'vitest'
import { type Diagnostic, sortDiagnostics } from './diagnostic.ts'
import { indexText } from './text-index.ts'

const index = indexText('one\ntwo\r\nthree\rfour')

function at(offset: number, more: Partial<Diagnostic> = {}): Diagnostic {
  const range = index.range(offset, offset + 1)
  return { rule: 'R', severity: 'error', file: 'a', range, message: 'm', ...more }
}

test('findings are sorted by file, place, rule and message', () => {
  const sorted = [at(0), at(0, { message: 'n' }), at(0, { rule: 'S' }), at(4), at(0, { file: 'b' })]
  expect(sortDiagnostics(sorted.toReversed())).toEqual(sorted)
})

test('the same finding counts once', () => {
  expect(sortDiagnostics([at(0), at(4), at(0)])).toEqual([at(0), at(4)])
})

test('findings of several subjects are kept', () => {
  const both = [at(0, { subject: 'a' }), at(0, { subject: 'b' })]
  expect(sortDiagnostics(both)).toEqual(both)
})

test.each([
  ['the first character is 1:1', 0, 1, 1],
  ['LF ends a line', 4, 2, 1],
  ['CR LF ends one line', 9, 3, 1],
  ['CR ends a line', 15, 4, 1],
  ['the end has a place', 19, 4, 5],
])('%s', (_, offset, line, column) => {
  expect(index.position(offset)).toEqual({ line, column, offset })
  expect(index.offset(line, column)).toBe(offset)
})

test('an offset beyond the end is the end', () => {
  expect(index.position(99).offset).toBe(19)
  expect(index.offset(99, 1)).toBe(19)
})
