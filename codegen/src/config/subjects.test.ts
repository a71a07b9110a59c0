import { expect, test } from 'vitest'
import { loadSchemas } from '../inputs/schema-set.ts'
import type { SubjectConfig } from './config.ts'
import { subjectsOf } from './subjects.ts'

const text = '{"type":"enum","name":"shop.Status","symbols":[]}'

test.each<[string, string, string, SubjectConfig | undefined, string[]]>([
  ['the file names the topic', 'schemas/orders.avsc', text, undefined, ['orders-value']],
  ['a file name may be encoded', 'a%2Fb.avsc', text, undefined, ['a/b-value']],
  ['the record names the subject', 'orders.avsc', text, { strategy: 'record' }, ['shop.Status']],
  ['both do', 'orders.avsc', text, { strategy: 'topic-record' }, ['orders-shop.Status']],
  ['a schema without a name has no record subject', 'a.avsc', '"int"', { strategy: 'record' }, []],
  ['a table comes first', 'a/b.avsc', text, { map: { 'a/b.avsc': ['x', 'y'] } }, ['x', 'y']],
  ['names of objects are no entries', 'constructor', text, { map: {} }, ['constructo-value']],
])('%s', async (_, path, content, subjects, expected) => {
  const source = { path: 'x.avsc', location: 'x.avsc', text: content, hasBom: false }
  const { files } = await loadSchemas([source])
  expect(subjectsOf(files[0]!, { configPath: path, subjects })).toEqual(expected)
})
