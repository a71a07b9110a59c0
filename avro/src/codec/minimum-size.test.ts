import { expect, test } from 'vitest'
import { record, schemaOf } from '../../test/codec-of.ts'
import { minimumSize } from './minimum-size.ts'

const NODE = record('Node', { next: ['null', 'Node'], a: 'int' })

test.each<[string, unknown, number]>([
  ['null', 'null', 0],
  ['boolean', 'boolean', 1],
  ['long', 'long', 1],
  ['float', 'float', 4],
  ['double', 'double', 8],
  ['string', 'string', 1],
  ['fixed', { type: 'fixed', name: 'F', size: 7 }, 7],
  ['fixed of nothing', { type: 'fixed', name: 'F', size: 0 }, 0],
  ['an array', { type: 'array', items: 'double' }, 1],
  ['a map', { type: 'map', values: 'double' }, 1],
  ['a union with null', ['null', 'double'], 1],
  ['a union', ['float', 'double'], 5],
  ['a union without branches', [], 1],
  ['an empty record', record('R', {}), 0],
  ['a record of nulls', record('R', { a: 'null', b: record('S', {}) }), 0],
  ['a record', record('R', { a: 'int', b: 'double', c: 'null' }), 9],
  ['a record used twice', record('R', { a: record('S', { x: 'float' }), b: 'S' }), 8],
  ['a record within itself by a union', NODE, 2],
  ['the same from within', record('R', { list: { type: 'array', items: NODE }, one: 'Node' }), 3],
  [
    'records within each other',
    record('A', { b: record('B', { a: ['null', 'A'], x: 'int' }), c: ['B', 'double'] }),
    2 + 3,
  ],
  [
    'a record whose shortest value is of another branch',
    record('A', { u: ['double', record('B', { a: 'A' }), 'float'] }),
    5,
  ],
  ['a record without any value', record('A', { a: 'A' }), 2 ** 20],
])('%s', (_, schema, size) => {
  expect(minimumSize(schemaOf(schema))).toBe(size)
})

test('is the same whichever record of a circle is asked for first', () => {
  const circle = record('A', {
    b: record('B', { c: record('C', { a: ['null', 'A'], b: ['null', 'B'] }), x: 'int' }),
  })
  const sizes = { A: 3, B: 3, C: 2 }
  for (const order of ['ABC', 'CBA', 'BAC']) {
    const schema = schemaOf(circle)
    const records = new Map<string, typeof schema>()
    let inner = schema
    while (inner.type === 'record') {
      records.set(inner.name, inner)
      inner = inner.fields[0]!.type
    }
    for (const name of order) {
      expect(minimumSize(records.get(name)!)).toBe(sizes[name as keyof typeof sizes])
    }
  }
})
