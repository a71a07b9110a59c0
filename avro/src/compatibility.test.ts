import { describe, expect, test } from 'vitest'
import { checkCompatibility } from './compatibility.ts'
import { AmbiguousFieldError } from './compatibility-fields.ts'
import { parseSchema } from './parse.ts'
import type { Schema } from './schema.ts'

describe('a reader can read what it understands of the writer', () => {
  const rules: [rule: string, reader: unknown, writer: unknown][] = [
    ['every primitive type reads itself', 'bytes', 'bytes'],
    ['long reads int', 'long', 'int'],
    ['float reads int', 'float', 'int'],
    ['float reads long', 'float', 'long'],
    ['double reads int', 'double', 'int'],
    ['double reads long', 'double', 'long'],
    ['double reads float', 'double', 'float'],
    ['string reads bytes', 'string', 'bytes'],
    ['bytes reads string', 'bytes', 'string'],
    ['arrays are compared by their items', array('long'), array('int')],
    ['maps are compared by their values', map('long'), map('int')],
    ['names are compared without namespaces', record('a.R', []), record('b.R', [])],
    ['an alias of the reader finds the full name', aliased(['b.Old']), record('b.Old', [])],
    ['a relative alias is in the namespace of its type', aliased(['Old']), record('a.Old', [])],
    ['records and errors are the same', { ...record('R', []), type: 'error' }, record('R', [])],
    ['fields are found by name, not by position', ab(), record('R', ab().fields.toReversed())],
    ['fields of the writer may be left out', record('R', []), ab()],
    [
      'a missing field needs a default',
      record('R', [{ ...field('a'), default: 1 }]),
      record('R', []),
    ],
    ['null is a default', record('R', [nullable('a')]), record('R', [])],
    [
      'an alias of a field finds the field',
      record('R', [{ ...field('new'), aliases: ['old'] }]),
      record('R', [field('old')]),
    ],
    [
      'a repeated alias of a field counts once',
      record('R', [{ ...field('new'), aliases: ['old', 'old'] }]),
      record('R', [field('old')]),
    ],
    ['an enum may have further symbols, in any order', enumOf('b', 'c', 'a'), enumOf('a', 'b')],
    ['a default of the enum stands for all others', defaulted('a', 'b'), enumOf('a', 'z')],
    ['a union may have further branches', ['null', 'int', 'string'], ['int', 'null']],
    ['a union reads what one branch reads', ['null', 'double'], 'int'],
    ['a type reads a union of which it reads all branches', 'double', ['int', 'float']],
    ['a type reads the union without branches', 'int', []],
    ['logical types do not matter', { type: 'long', logicalType: 'timestamp-millis' }, 'int'],
    [
      'precision and scale do not matter',
      { type: 'bytes', logicalType: 'decimal', precision: 9, scale: 2 },
      { type: 'bytes', logicalType: 'decimal', precision: 4, scale: 1 },
    ],
  ]
  test.each(rules)('%s', (_, reader, writer) => {
    expect(check(reader, writer)).toEqual([])
  })
})

describe('what a reader cannot read', () => {
  const rules: [rule: string, reader: unknown, writer: unknown, ...expected: string[]][] = [
    [
      'there is no way back from a wider number',
      'int',
      'long',
      'TYPE_MISMATCH / reader type: INT not compatible with writer type: LONG',
    ],
    [
      'types of different kinds differ',
      array('int'),
      map('int'),
      'TYPE_MISMATCH / reader type: ARRAY not compatible with writer type: MAP',
    ],
    [
      'the location leads through items and values',
      array(map('int')),
      array(map('string')),
      'TYPE_MISMATCH /items/values reader type: INT not compatible with writer type: STRING',
    ],
    [
      'the location counts the fields of the reader',
      record('R', [nullable('x'), field('a', 'int')]),
      record('R', [field('a', 'string')]),
      'TYPE_MISMATCH /fields/1/type reader type: INT not compatible with writer type: STRING',
    ],
    [
      'a name that differs is expected with its namespace',
      record('R', []),
      record('x.y.S', []),
      'NAME_MISMATCH /name expected: x.y.S',
    ],
    [
      'a name that differs does not end the comparison of records',
      record('R', [field('a', 'int')]),
      record('S', [field('a', 'string')]),
      'NAME_MISMATCH /name expected: S',
      'TYPE_MISMATCH /fields/0/type reader type: INT not compatible with writer type: STRING',
    ],
    [
      'aliases of the writer do not help',
      record('R', []),
      { ...record('S', []), aliases: ['R'] },
      'NAME_MISMATCH /name expected: S',
    ],
    [
      'an alias without a namespace is never found in a type that has one',
      aliased(['.Old']),
      record('Old', []),
      'NAME_MISMATCH /name expected: Old',
    ],
    [
      'a fixed type has a name and a size',
      fixed('F', 8),
      fixed('G', 4),
      'NAME_MISMATCH /name expected: G',
      'FIXED_SIZE_MISMATCH /size expected: 4, found: 8',
    ],
    [
      'missing symbols are sorted',
      enumOf('b'),
      enumOf('z', 'b', 'a'),
      'MISSING_ENUM_SYMBOLS /symbols [a, z]',
    ],
    [
      'an enum has a name and symbols',
      enumOf('a'),
      { ...enumOf('b'), name: 'Other' },
      'NAME_MISMATCH /name expected: Other',
      'MISSING_ENUM_SYMBOLS /symbols [b]',
    ],
    [
      'every missing field without a default is told',
      record('R', [field('a'), field('b')]),
      record('R', []),
      'READER_FIELD_MISSING_DEFAULT_VALUE /fields/0 a',
      'READER_FIELD_MISSING_DEFAULT_VALUE /fields/1 b',
    ],
    [
      'a missing field whose enum has a default is compared with the record',
      record('R', [field('e', defaulted('a'))]),
      record('R', []),
      'TYPE_MISMATCH /fields/0/type reader type: ENUM not compatible with writer type: RECORD',
    ],
    [
      'aliases of the writer fields do not help',
      record('R', [field('a')]),
      record('R', [{ ...field('b'), aliases: ['a'] }]),
      'READER_FIELD_MISSING_DEFAULT_VALUE /fields/0 a',
    ],
    [
      'a union tells the branches of the writer that it lacks',
      ['null', 'string'],
      ['int', 'null', 'boolean'],
      'MISSING_UNION_BRANCH /0 reader union lacking writer type: INT',
      'MISSING_UNION_BRANCH /2 reader union lacking writer type: BOOLEAN',
    ],
    [
      'a union tells a type that it lacks',
      record('R', [field('u', ['null', 'string'])]),
      record('R', [field('u', 'int')]),
      'MISSING_UNION_BRANCH /fields/0/type reader union lacking writer type: INT',
    ],
    [
      'a union does not tell why a branch of the same name fails',
      ['null', record('R', [field('a', 'int')])],
      ['null', record('R', [field('a', 'string')])],
      'MISSING_UNION_BRANCH /1 reader union lacking writer type: RECORD',
    ],
    [
      'a type tells the branches of a union that it cannot read',
      array('int'),
      array(['null', 'int', 'string']),
      'TYPE_MISMATCH /items/0 reader type: INT not compatible with writer type: NULL',
      'TYPE_MISMATCH /items/2 reader type: INT not compatible with writer type: STRING',
    ],
    [
      'a shared type repeats its incompatibilities and their first location for each use',
      record('R', [field('a', fixed('F', 1)), field('b', 'F')]),
      record('R', [field('a', fixed('F', 2)), field('b', 'F')]),
      'FIXED_SIZE_MISMATCH /fields/0/type/size expected: 2, found: 1',
      'FIXED_SIZE_MISMATCH /fields/0/type/size expected: 2, found: 1',
    ],
    [
      'a type first met in a union keeps its location inside that union',
      record('R', [field('u', [fixed('F', 1)]), field('f', 'F')]),
      record('R', [field('u', [fixed('F', 2)]), field('f', 'F')]),
      'MISSING_UNION_BRANCH /fields/0/type/0 reader union lacking writer type: FIXED',
      'FIXED_SIZE_MISMATCH /size expected: 2, found: 1',
    ],
    [
      'a recursive type is compared once',
      record('R', [field('next', ['null', 'R']), field('a', 'int')]),
      record('R', [field('next', ['null', 'R']), field('a', 'string')]),
      'TYPE_MISMATCH /fields/1/type reader type: INT not compatible with writer type: STRING',
    ],
  ]
  test.each(rules)('%s', (_, reader, writer, ...expected) => {
    expect(check(reader, writer)).toEqual(expected)
  })
})

describe('a field that matches several fields of the writer is an error', () => {
  const rules: [rule: string, aliases: string[], writerFields: string[]][] = [
    ['two aliases match', ['a', 'b'], ['a', 'b']],
    ['the name and an alias match', ['a'], ['a', 'f']],
    ['the name is its own alias', ['f'], ['f']],
  ]
  test.each(rules)('%s', (_, aliases, writerFields) => {
    const reader = parse(record('R', [{ ...field('f'), aliases }]))
    const writer = record(
      'W',
      writerFields.map((name) => field(name)),
    )
    const message = `Reader record field f type:INT pos:0 matches multiple fields in writer record schema ${JSON.stringify(writer)}`
    expect(() => checkCompatibility(reader, parse(writer))).toThrow(AmbiguousFieldError)
    expect(() => checkCompatibility(reader, parse(writer))).toThrow(message)
  })
})

test('an incompatibility holds the nodes it is about', () => {
  const reader = parse(record('R', [field('a')]))
  const writer = parse(record('R', []))
  const [incompatibility] = checkCompatibility(reader, writer)
  expect(incompatibility).toMatchObject({ path: ['fields', '0'], field: { name: 'a' } })
  expect(incompatibility?.reader).toBe(reader)
  expect(incompatibility?.writer).toBe(writer)
})

test('of a very long list only the beginning is given', () => {
  const pair = [doubling(40, 'int'), doubling(40, 'string')] as const
  const all = checkCompatibility(...pair)
  expect(all).toHaveLength(1000)
  expect(checkCompatibility(...pair, { maxResults: 7 })).toEqual(all.slice(0, 7))
})

test('of very long messages only the beginning is given', () => {
  const symbols = Array.from({ length: 20_000 }, (_, i) => `a_rather_long_symbol_${i}`)
  const uses = (type: unknown) => [
    field('f0', type),
    ...[1, 2, 3, 4].map((i) => field(`f${i}`, 'E')),
  ]
  const reader = parse(record('R', uses(enumOf('a'))))
  const writer = parse(record('R', uses(enumOf(...symbols))))
  expect(checkCompatibility(reader, writer)).toHaveLength(2)
})

function check(reader: unknown, writer: unknown): string[] {
  return checkCompatibility(parse(reader), parse(writer)).map(
    ({ type, location, message }) => `${type} ${location} ${message}`,
  )
}

function parse(schema: unknown): Schema {
  return parseSchema(JSON.stringify(schema)).root
}

interface FieldJson {
  readonly name: string
  readonly type: unknown
  readonly [attribute: string]: unknown
}

function record(name: string, fields: readonly FieldJson[]) {
  return { type: 'record', name, fields }
}

function field(name: string, type: unknown = 'int'): FieldJson {
  return { name, type }
}

function nullable(name: string): FieldJson {
  return { name, type: ['null', 'int'], default: null }
}

function ab() {
  return record('R', [field('a'), field('b', 'string')])
}

function aliased(aliases: string[]) {
  return { ...record('a.R', []), aliases }
}

function enumOf(...symbols: string[]) {
  return { type: 'enum', name: 'E', symbols }
}

function defaulted(...symbols: string[]) {
  return { ...enumOf(...symbols), default: symbols[0] }
}

function fixed(name: string, size: number) {
  return { type: 'fixed', name, size }
}

function array(items: unknown) {
  return { type: 'array', items }
}

function map(values: unknown) {
  return { type: 'map', values }
}

/** Records each of which holds the one before twice, so that the leaf has 2^depth uses. */
function doubling(depth: number, leaf: string): Schema {
  let schema = record('D0', [field('leaf', leaf)])
  for (let i = 1; i < depth; i++) {
    schema = record(`D${i}`, [field('a', schema), field('b', `D${i - 1}`)])
  }
  return parse(schema)
}
