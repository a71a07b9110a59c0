import { describe, expect, it } from 'vitest'
import { editTags, inlineTags, propagateTags, UnknownEntityError } from './inline-tags.ts'
import { parseSchema } from './parse.ts'
import type { SchemaEntity } from './schema-entity.ts'

const recordAt = (entityPath: string): SchemaEntity => ({ entityPath, entityType: 'sr_record' })
const fieldAt = (entityPath: string): SchemaEntity => ({ entityPath, entityType: 'sr_field' })

const order = (tags: { order?: string; id?: string; line?: string; sku?: string } = {}) => {
  const put = (list: string | undefined) => (list ? `,"confluent:tags":${list}` : '')
  return (
    '{"type":"record","name":"Order","namespace":"shop","fields":[' +
    `{"name":"id","type":"string"${put(tags.id)}},` +
    '{"name":"lines","type":{"type":"array","items":["null",{"type":"record","name":"Line",' +
    `"fields":[{"name":"sku","type":"string"${put(tags.sku)}}]${put(tags.line)}}]}}` +
    `]${put(tags.order)},"aliases":["Purchase"]}`
  )
}

describe('inlineTags', () => {
  it('lists the tags of records and fields in the order of the schema', () => {
    const text = order({ order: '["O"]', id: '["PII","X","PII"]', line: '["L"]', sku: '["S"]' })
    expect(inlineTags(parseSchema(text))).toEqual([
      { schemaEntity: recordAt('shop.Order'), tags: ['O'] },
      { schemaEntity: fieldAt('shop.Order.id'), tags: ['PII', 'X'] },
      { schemaEntity: recordAt('shop.Line'), tags: ['L'] },
      { schemaEntity: fieldAt('shop.Line.sku'), tags: ['S'] },
    ])
  })

  it('lists those of referenced types too, each type once', () => {
    const references = ['{"type":"record","name":"R","fields":[],"confluent:tags":["T"]}']
    expect(inlineTags(parseSchema('["null","R"]', { references }))).toEqual([
      { schemaEntity: recordAt('R'), tags: ['T'] },
    ])
    const recursive =
      '{"type":"record","name":"R","fields":[{"name":"r","type":{"type":"map","values":"R"}}]}'
    expect(inlineTags(parseSchema(recursive))).toEqual([])
  })

  it.each(['"PII"', '[]', 'null', '{}'])('lists none for %s', (value) => {
    expect(inlineTags(parseSchema(order({ id: value })))).toEqual([])
  })
})

const edits: readonly [
  rule: string,
  before: Parameters<typeof order>[0],
  edit: Parameters<typeof editTags>[1],
  after: Parameters<typeof order>[0],
][] = [
  [
    'a record by its full name',
    {},
    { add: [{ schemaEntity: recordAt('shop.Order'), tags: ['A', 'B'] }] },
    { order: '["A","B"]' },
  ],
  [
    'a record by its simple name',
    {},
    { add: [{ schemaEntity: recordAt('Line'), tags: ['A'] }] },
    { line: '["A"]' },
  ],
  [
    'a field',
    {},
    { add: [{ schemaEntity: fieldAt('shop.Order.id'), tags: ['A'] }] },
    { id: '["A"]' },
  ],
  [
    'a nested field after a leading dot',
    {},
    { add: [{ schemaEntity: fieldAt('.shop.Line.sku'), tags: ['A'] }] },
    { sku: '["A"]' },
  ],
  [
    'a record and a field inside',
    {},
    {
      add: [
        { schemaEntity: recordAt('shop.Order'), tags: ['A'] },
        { schemaEntity: fieldAt('Line.sku'), tags: ['B'] },
      ],
    },
    { order: '["A"]', sku: '["B"]' },
  ],
  [
    'new tags after the old, each once',
    { id: '["A","B"]' },
    { add: [{ schemaEntity: fieldAt('Order.id'), tags: ['C', 'A'] }] },
    { id: '["A","B","C"]' },
  ],
  [
    'one entity named in two ways',
    {},
    {
      add: [
        { schemaEntity: fieldAt('Order.id'), tags: ['A'] },
        { schemaEntity: fieldAt('.shop.Order.id'), tags: ['B'] },
      ],
    },
    { id: '["A","B"]' },
  ],
  [
    'removal',
    { id: '["A","B"]' },
    { remove: [{ schemaEntity: fieldAt('shop.Order.id'), tags: ['A', 'Z'] }] },
    { id: '["B"]' },
  ],
  [
    'removal of the last tag',
    { order: '["A"]' },
    { remove: [{ schemaEntity: recordAt('shop.Order'), tags: ['A'] }] },
    {},
  ],
  [
    'removal after addition',
    { id: '["A"]' },
    {
      add: [{ schemaEntity: fieldAt('Order.id'), tags: ['B', 'C'] }],
      remove: [{ schemaEntity: fieldAt('Order.id'), tags: ['B'] }],
    },
    { id: '["A","C"]' },
  ],
  ['nothing', { id: '["A"]' }, {}, { id: '["A"]' }],
]

const unknown: readonly [rule: string, entity: SchemaEntity][] = [
  ['another name', recordAt('shop.Other')],
  ['another namespace', recordAt('store.Order')],
  ['a field as a record', recordAt('shop.Order.id')],
  ['a record as a field', fieldAt('shop.Order')],
  ['another field', fieldAt('shop.Order.sku')],
  ['a path of one part for a field', fieldAt('id')],
  ['an empty path', recordAt('')],
]

describe('editTags', () => {
  it.each(edits)('edits %s', (_rule, before, edit, after) => {
    expect(editTags(parseSchema(order(before)), edit)).toBe(order(after))
  })

  it.each(unknown)('refuses %s', (_rule, schemaEntity) => {
    const edit = () => editTags(parseSchema(order()), { add: [{ schemaEntity, tags: ['A'] }] })
    expect(edit).toThrow(UnknownEntityError)
    expect(edit).toThrow(`No matching path '${schemaEntity.entityPath}' found in the schema`)
  })

  it('takes the first record of a simple name, level by level', () => {
    const inner = (namespace: string) =>
      `{"type":"record","name":"R","namespace":"${namespace}","fields":[]}`
    const text = `{"type":"record","name":"A","fields":[{"name":"a","type":{"type":"array","items":${inner('deep')}}},{"name":"b","type":${inner('flat')}}]}`
    const edited = editTags(parseSchema(text), {
      add: [{ schemaEntity: recordAt('R'), tags: ['T'] }],
    })
    expect(inlineTags(parseSchema(edited))).toEqual([
      { schemaEntity: recordAt('flat.R'), tags: ['T'] },
    ])
  })

  it('finds entities in maps, unions and errors', () => {
    const text =
      '["null",{"type":"map","values":{"type":"error","name":"E","fields":[{"name":"e","type":"int"}]}}]'
    const add = [{ schemaEntity: fieldAt('E.e'), tags: ['T'] }]
    expect(editTags(parseSchema(text), { add })).toContain('"confluent:tags":["T"]')
  })

  it('does not edit the types of references', () => {
    const references = ['{"type":"record","name":"R","fields":[]}']
    const schema = parseSchema('["null","R"]', { references })
    const add = [{ schemaEntity: recordAt('R'), tags: ['T'] }]
    expect(() => editTags(schema, { add })).toThrow(UnknownEntityError)
  })
})

describe('propagateTags', () => {
  it('adds the tags of an earlier version where its paths still are', () => {
    const earlier = parseSchema(order({ order: '["O"]', sku: '["S"]', id: '["I"]' }))
    const later = parseSchema(order({ sku: '["N"]' }).replace('"id"', '"key"'))
    expect(propagateTags(later, earlier)).toBe(
      order({ order: '["O"]', sku: '["N","S"]' }).replace('"id"', '"key"'),
    )
  })
})
