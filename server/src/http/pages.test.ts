import { expect, test } from 'vitest'
import { MAX_INT } from '../core/version.ts'
import { readPage } from './pages.ts'
import { Query } from './query.ts'

const limits = { default: 10, max: 20 }

const table: readonly (readonly [string, string, number, number])[] = [
  ['nothing means the default from the beginning', '', 0, 10],
  ['both as they are given', 'offset=5&limit=7', 5, 7],
  ['a limit up to the greatest', 'limit=20', 0, 20],
  ['a greater limit counts as none', 'limit=21', 0, 10],
  ['zero counts as none', 'limit=0', 0, 10],
  ['a negative limit counts as none', 'limit=-5', 0, 10],
  ['empty values count as none', 'offset=&limit=', 0, 10],
  ['the greatest offset', `offset=${MAX_INT}`, MAX_INT, 10],
]
test.each(table)('%s', (_rule, query, offset, limit) => {
  expect(readPage(new Query(query), limits)).toEqual({ offset, limit })
})

test('without limits a page is the rest of the list', () => {
  expect(readPage(new Query('offset=3'))).toEqual({ offset: 3, limit: MAX_INT })
})

test('a negative offset is refused with 422', () => {
  expect(() => readPage(new Query('offset=-1'))).toThrow(
    expect.objectContaining({ code: 422, message: 'offset must not be negative (was -1)' }),
  )
})

test('what is no number is refused with 404', () => {
  for (const query of ['offset=x', 'limit=x', 'limit=2147483648']) {
    expect(() => readPage(new Query(query))).toThrow(expect.objectContaining({ code: 404 }))
  }
})
