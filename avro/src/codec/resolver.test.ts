import { describe, expect, test } from 'vitest'
import { bytesOf, codecOf, evolve, record, schemaOf } from '../../test/codec-of.ts'
import { createDecoder } from './codec.ts'
import type { CodecOptions } from './codec-options.ts'

describe('unions', () => {
  const A = record('x.A', { a: 'int' })
  const B = record('x.B', { a: 'int' })
  const plain: CodecOptions = {}
  test.each<[string, unknown, unknown, unknown, unknown, CodecOptions?]>([
    [
      'a branch of the same type before one to promote to',
      'int',
      ['double', 'int'],
      1,
      tagged('int', 1),
    ],
    ['the same, text', 'string', ['bytes', 'string'], 'a', 'a'],
    ['the first one to promote to', 'int', ['null', 'double', 'long'], 1, 1],
    [
      'a long rather as a float that comes first',
      'long',
      ['float', 'double'],
      1,
      tagged('float', 1),
    ],
    ['bytes as text', 'bytes', ['null', 'string'], new Uint8Array([97]), 'a'],
    ['a writer’s union, each branch for itself', ['int', 'string'], ['string', 'long'], 'a', 'a'],
    ['the same, promoted', ['int', 'string'], ['string', 'long'], 1, 1n],
    ['out of a union', ['null', 'int'], 'int', 1, 1],
    ['out of a union, promoted', ['null', 'int'], 'double', 1, 1],
    ['into a union', 'int', ['null', 'int'], 1, 1],
    [
      'a record by its full name',
      A,
      [record('y.A', { a: 'int' }), A],
      { a: 1 },
      { $type: 'x.A', a: 1 },
    ],
    [
      'a record by its short name',
      A,
      [B, record('y.A', { a: 'int' })],
      { a: 1 },
      { $type: 'y.A', a: 1 },
    ],
    [
      'a record by its structure',
      A,
      [record('y.C', { needed: 'int' }), record('y.D', { a: 'long' })],
      { a: 1 },
      { $type: 'y.D', a: 1n },
    ],
    [
      'a record of the same name though another has the structure',
      record('x.A', { a: 'int' }),
      [record('x.A', { a: 'int', b: { type: 'int', default: 2 } }), B],
      { a: 1 },
      { $type: 'x.A', a: 1, b: 2 },
    ],
    [
      'unions that are alike but for namespaces by their index',
      [A, B],
      [record('y.A', { a: 'int' }), record('y.B', { a: 'int' })],
      { 'x.B': { a: 1 } },
      { $type: 'y.B', a: 1 },
    ],
    ['wrapped', 'int', ['null', 'double', 'long'], 1, { double: 1 }, { unions: 'wrapped' }],
    ['wrapped, a record', A, [B, A], { a: 1 }, { 'x.A': { a: 1 } }, { unions: 'wrapped' }],
    ['plain', A, [B, A], { a: 1 }, { a: 1 }, { unions: 'plain' }],
    ['many numbers as text', 'int', ['long', 'string'], 1, tagged('long', '1'), { long: 'string' }],
    [
      'a logical type of the reader’s branch',
      'int',
      ['null', { type: 'long', logicalType: 'timestamp-millis' }],
      5,
      new Date(5),
    ],
  ])('%s', (_, writer, reader, written, read, options = plain) => {
    expect(evolve({ writer, reader, options }, written)).toEqual(read)
  })

  test.each([
    ['a branch that the reader has not', ['int', 'string'], ['null', 'int'], 'a'],
    ['null without a reader for it', ['null', 'int'], 'int', null],
    ['a record without a match', A, ['null', record('y.C', { needed: 'int' })], { a: 1 }],
    ['an enum of another name', enumOf('E', 'A'), ['null', enumOf('F', 'A')], 'A'],
    ['an enum of another namespace', enumOf('x.E', 'A'), ['null', enumOf('y.E', 'A')], 'A'],
  ])('%s fails when it is met', (_, writer, reader, written) => {
    const list = (items: unknown) => ({ type: 'array', items })
    expect(evolve({ writer: list(writer), reader: list(reader) }, [])).toEqual([])
    expect(() => evolve({ writer, reader }, written)).toThrow('cannot decode')
  })

  test('an index beyond the writer’s branches is refused', () => {
    const decoder = createDecoder(schemaOf(['int', 'string']), schemaOf(['string', 'int', 'null']))
    expect(() => decoder.decode(bytesOf('0400'))).toThrow('one of the 2 branches')
  })
})

function tagged(name: string, value: unknown): object {
  return { $type: name, value }
}

function enumOf(name: string, ...symbols: string[]): object {
  return { type: 'enum', name, symbols }
}

describe('records', () => {
  test('names of records are not compared', () => {
    expect(
      evolve(
        { writer: record('x.A', { a: 'int' }), reader: record('y.B', { a: 'int' }) },
        { a: 1 },
      ),
    ).toEqual({ a: 1 })
  })

  test('fields are found by name; members are in the order they were written', () => {
    const writer = record('R', { c: 'int', a: 'string', b: 'boolean' })
    const reader = record('R', { a: 'bytes', d: { type: 'int', default: 4 }, c: 'long' })
    const read = evolve({ writer, reader }, { a: 'x', b: true, c: 3 }) as object
    expect(read).toEqual({ c: 3n, a: new Uint8Array([120]), d: 4 })
  })

  test('a field that is missing without a default fails when the record is met', () => {
    const schemas = {
      writer: ['null', record('W', { a: 'int' })],
      reader: ['null', record('W', { a: 'int', b: 'int' })],
    }
    expect(evolve(schemas, null)).toBeNull()
    expect(() => evolve(schemas, { a: 1 })).toThrow('field b, which has no default')
  })

  test('fields and types are found by the aliases of the reader', () => {
    const writer = record('x.Old', {
      was: 'int',
      sub: record('x.Sub', { deep: 'int' }),
      kind: enumOf('x.Kind', 'A'),
      hash: { type: 'fixed', name: 'x.Hash', size: 1 },
    })
    const reader = record(
      'y.New',
      {
        is: { type: 'long', fieldAliases: ['gone', 'was'] },
        sub: record(
          'y.Other',
          { flat: { type: 'int', fieldAliases: ['deep'] } },
          { aliases: ['x.Sub'] },
        ),
        kind: { ...enumOf('y.Sort', 'A'), aliases: ['x.Kind'] },
        hash: { type: 'fixed', name: 'y.Sum', size: 1, aliases: ['x.Hash'] },
      },
      { aliases: ['x.Old'] },
    )
    const written = { was: 1, sub: { deep: 2 }, kind: 'A', hash: new Uint8Array([3]) }
    expect(evolve({ writer, reader }, written)).toEqual({
      is: 1n,
      sub: { flat: 2 },
      kind: 'A',
      hash: new Uint8Array([3]),
    })
  })

  test('aliases may swap two fields', () => {
    const writer = record('R', { a: 'int', b: 'int' })
    const reader = record('R', {
      a: { type: 'int', fieldAliases: ['b'] },
      b: { type: 'int', fieldAliases: ['a'] },
    })
    expect(evolve({ writer, reader }, { a: 1, b: 2 })).toEqual({ a: 2, b: 1 })
  })

  test('of two fields with one alias the last one gets the writer’s', () => {
    const writer = record('R', { old: 'int' })
    const twice = (first: object) =>
      record('R', {
        first: { type: 'int', fieldAliases: ['old'], ...first },
        second: { type: 'int', fieldAliases: ['old'] },
      })
    expect(evolve({ writer, reader: twice({ default: 7 }) }, { old: 1 })).toEqual({
      first: 7,
      second: 1,
    })
    expect(() => evolve({ writer, reader: twice({}) }, { old: 1 })).toThrow(
      'field first, which has no',
    )
  })

  test('two fields of the writer that get one name are refused', () => {
    const writer = record('R', { a: 'int', old: 'int' })
    const reader = record('R', { a: { type: 'int', fieldAliases: ['old'] } })
    expect(() => evolve({ writer, reader }, { a: 1, old: 2 })).toThrow('tell apart')
  })

  test('records within themselves are resolved, and their depth is limited', () => {
    const writer = record('Node', { extra: 'string', next: ['null', 'Node'], id: 'int' })
    const reader = record('Node', {
      id: 'long',
      next: ['null', 'Node'],
      added: { type: 'int', default: 1 },
    })
    const nested = (depth: number, node: (next: unknown) => unknown) => {
      let value: unknown = null
      for (let level = 0; level < depth; level++) value = node(value)
      return value
    }
    const write = (depth: number) => nested(depth, (next) => ({ extra: 'x', next, id: 1 }))
    const read = (depth: number) => nested(depth, (next) => ({ id: 1n, next, added: 1 }))
    expect(evolve({ writer, reader }, write(100))).toEqual(read(100))
    const options = { limits: { maxDepth: 50 } }
    expect(() => evolve({ writer, reader, options }, write(100))).toThrow('at most 50')
    const skipping = { writer: record('R', { node: writer }), reader: record('R', {}) }
    expect(evolve(skipping, { node: write(100) })).toEqual({})
    expect(() => evolve({ ...skipping, options }, { node: write(100) })).toThrow('at most 50')
  })

  test('the same pair of records is read with and without a tag', () => {
    const writer = record('R', { one: record('A', { a: 'int' }), two: 'A' })
    const reader = record('R', {
      one: record('A', { a: 'long' }),
      two: ['A', record('B', { b: 'int' })],
    })
    expect(evolve({ writer, reader }, { one: { a: 1 }, two: { a: 2 } })).toEqual({
      one: { a: 1n },
      two: { $type: 'A', a: 2n },
    })
  })
})

describe('enums and fixed', () => {
  test('symbols are found by their text', () => {
    const schemas = { writer: enumOf('E', 'A', 'B', 'C'), reader: enumOf('E', 'C', 'A') }
    expect(evolve(schemas, 'C')).toBe('C')
    expect(evolve(schemas, 'A')).toBe('A')
    expect(() => evolve(schemas, 'B')).toThrow("a symbol of the reader's E, got B")
  })

  test('the default of the enum stands for unknown symbols, that of the field does not', () => {
    const reader = { ...enumOf('E', 'A', 'UNKNOWN'), default: 'UNKNOWN' }
    expect(evolve({ writer: enumOf('E', 'B', 'A'), reader }, 'B')).toBe('UNKNOWN')
    expect(evolve({ writer: enumOf('E', 'B', 'A'), reader }, 'A')).toBe('A')
    const field = record('R', { e: { type: enumOf('E', 'A'), default: 'A' } })
    const schemas = { writer: record('R', { e: enumOf('E', 'B') }), reader: field }
    expect(() => evolve(schemas, { e: 'B' })).toThrow("a symbol of the reader's E")
  })

  test('symbols that every object has as members are not found by accident', () => {
    const schemas = { writer: enumOf('E', 'constructor', '__proto__'), reader: enumOf('E', 'A') }
    expect(() => evolve(schemas, 'constructor')).toThrow("a symbol of the reader's E")
    expect(() => evolve(schemas, '__proto__')).toThrow("a symbol of the reader's E")
  })

  test('an index that the writer has not is refused', () => {
    const decoder = createDecoder(schemaOf(enumOf('E', 'A', 'B')), schemaOf(enumOf('E', 'B')))
    for (const hex of ['04', '01'])
      expect(() => decoder.decode(bytesOf(hex))).toThrow('one of the 2')
  })

  test('short names count, and the size of a fixed', () => {
    const fixed = (name: string, size: number) => ({ type: 'fixed', name, size })
    const bytes = new Uint8Array([1, 2])
    expect(evolve({ writer: fixed('x.F', 2), reader: fixed('y.F', 2) }, bytes)).toEqual(bytes)
    expect(evolve({ writer: enumOf('x.E', 'A'), reader: enumOf('y.E', 'A') }, 'A')).toBe('A')
    for (const reader of [fixed('x.G', 2), fixed('x.F', 3), 'bytes']) {
      expect(() => evolve({ writer: fixed('x.F', 2), reader }, bytes)).toThrow('cannot decode')
    }
    expect(() => evolve({ writer: enumOf('E', 'A'), reader: enumOf('F', 'A') }, 'A')).toThrow()
  })
})

test('arrays and maps are resolved in their parts, which may be in blocks', () => {
  const array = createDecoder(
    schemaOf({ type: 'array', items: 'int' }),
    schemaOf({ type: 'array', items: 'double' }),
  )
  expect(array.decode(bytesOf('02 02 03 04 04 06 00'))).toEqual([1, 2, 3])
  expect(
    evolve(
      { writer: { type: 'map', values: 'string' }, reader: { type: 'map', values: 'bytes' } },
      { a: 'b' },
    ),
  ).toEqual({ a: new Uint8Array([98]) })
})

test('a schema is read as its own text read again', () => {
  const schema = record('acme.R', {
    u: [
      'null',
      record('A', { long: 'long' }),
      record('B', { when: { type: 'int', logicalType: 'date' } }),
    ],
    e: enumOf('E', 'A', 'B'),
  })
  const value = { u: { $type: 'acme.B', when: '2024-02-29' }, e: 'B' }
  const decoder = createDecoder(schemaOf(schema), schemaOf(schema))
  expect(decoder.decode(codecOf(schema).encode(value))).toEqual(value)
})
