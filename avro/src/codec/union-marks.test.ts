import { expect, test } from 'vitest'
import { codecOf, record, schemaOf } from '../../test/codec-of.ts'
import { createCodec } from './codec.ts'

const CARD = record('acme.Card', { digits: 'string' })
const WIRE = record('acme.Wire', { iban: 'string' })

test('the tag is a name that no tagged record has as a field, and comes first', () => {
  const odd = record('acme.Odd', { first: 'string', second: ['int', 'long'] })
  const schema = schemaOf([odd, CARD])
  // No schema text gets such names past the parser.
  const branch = schema.type === 'union' ? schema.branches[0] : undefined
  const fields = branch?.type === 'record' ? branch.fields : []
  for (const [index, field] of fields.entries()) {
    Object.assign(field, { name: ['$type', '$type2'][index] })
  }
  const codec = createCodec<unknown>(schema)
  for (const value of [
    { $type3: 'acme.Odd', $type: 'x', $type2: 1n },
    { $type3: 'acme.Card', digits: '1' },
  ]) {
    const read = codec.decode(codec.encode(value)) as object
    expect(read).toEqual(value)
    expect(Object.keys(read)).toEqual(Object.keys(value))
  }
  expect(() => codec.encode({ $type: 'acme.Card', digits: '1' })).toThrow('without $type3')
})

test('a record is tagged in one union and not in another', () => {
  const list = record('List', {
    one: ['null', CARD],
    other: ['null', 'acme.Card', WIRE],
    both: { type: 'array', items: ['acme.Wire', 'acme.Card'] },
  })
  const codec = codecOf(list)
  const value = {
    one: { digits: '1' },
    other: { $type: 'acme.Card', digits: '2' },
    both: [
      { $type: 'acme.Card', digits: '3' },
      { $type: 'acme.Wire', iban: '4' },
    ],
  }
  expect(codec.decode(codec.encode(value))).toEqual(value)
})

test('a record called __proto__ is wrapped like any other', () => {
  const codec = codecOf([record('__proto__', { a: 'int' }), CARD], { unions: 'wrapped' })
  const value = JSON.parse('{ "__proto__": { "a": 1 } }')
  const read = codec.decode(codec.encode(value)) as object
  expect(Object.keys(read)).toEqual(['__proto__'])
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
})

test.each([
  ['', 'int', '04'],
  ['negative', 'int', '03'],
])('an index beyond the branches is refused', (_, type, hex) => {
  const codec = codecOf(['null', type])
  expect(() => codec.decode(Buffer.from(hex, 'hex'))).toThrow('one of the 2 branches')
})
