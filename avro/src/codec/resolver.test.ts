import { describe, expect, test } from 'vitest'
import { bytesOf, codecOf, evolve, record, schemaOf } from '../../test/codec-of.ts'
import { createDecoder } from './codec.ts'
import type { CodecOptions } from './codec-options.ts'

describe('promotions', () => {
  test.each([
    ['int', 'long', 5, 5n],
    ['int', 'float', 5, 5],
    ['int', 'double', -5, -5],
    ['long', 'float', -5n, -5],
    ['long', 'double', -(2n ** 53n), -(2 ** 53)],
    ['float', 'double', 0.1, Math.fround(0.1)],
    ['string', 'bytes', 'é', new Uint8Array([0xc3, 0xa9])],
    ['bytes', 'string', new Uint8Array([0xc3, 0xa9]), 'é'],
    ['bytes', 'string', new Uint8Array([0xff]), '\uFFFD'],
  ])('%s is read as %s: %s', (writer, reader, written, read) => {
    expect(evolve({ writer, reader }, written)).toEqual(read)
  })

  test.each(['number', 'string', 'bigint'] as const)('an int as a long is a %s', (long) => {
    expect(typeof evolve({ writer: 'int', reader: 'long', options: { long } }, 5)).toBe(long)
  })

  const types = ['null', 'boolean', 'int', 'long', 'float', 'double', 'string', 'bytes']
  const promotions: Readonly<Record<string, readonly string[]>> = {
    int: ['long', 'float', 'double'],
    long: ['float', 'double'],
    float: ['double'],
    string: ['bytes'],
    bytes: ['string'],
  }
  const others = types.flatMap((writer) =>
    types
      .filter((reader) => reader !== writer && !promotions[writer]?.includes(reader))
      .map((reader) => [writer, reader]),
  )
  test.each(others)('%s is never read as %s', (writer, reader) => {
    const bytes = new Uint8Array(8)
    const decoder = createDecoder(schemaOf(writer), schemaOf(reader))
    expect(() => decoder.decode(bytes, { allowTrailing: true })).toThrow(
      `expected ${reader} by the reader's schema, got ${writer} of the writer's`,
    )
  })

  test.each([
    ['the first integer that a float has not', 2n ** 24n + 1n],
    ['just above halfway between floats', 2n ** 60n + 2n ** 36n + 1n],
    ['halfway, to even', 2n ** 60n + 2n ** 36n],
    ['just below halfway', 2n ** 60n + 2n ** 36n - 1n],
    ['just above halfway to an odd one', 2n ** 60n + 3n * 2n ** 36n - 1n],
    ['the last long', 2n ** 63n - 1n],
    ['beyond 2^53', 2n ** 53n + 2n ** 29n + 1n],
    ['of 54 bits', 2n ** 54n + 2n ** 30n + 1n],
  ])('a long is rounded once to a float: %s', (_, value) => {
    for (const signed of [value, -value]) {
      const read = evolve({ writer: 'long', reader: 'float' }, signed) as number
      expect(read).toBe(nearestFloat(signed))
    }
  })

  test.each([2n ** 53n + 1n, 2n ** 53n + 3n, 2n ** 63n - 1n, -(2n ** 62n) - 2n ** 9n - 1n])(
    'a long is rounded to the nearest double: %s',
    (value) => {
      expect(evolve({ writer: 'long', reader: 'double' }, value)).toBe(Number(value))
    },
  )
})

/** The float nearest to an integer, ties to even, found among its neighbours. */
function nearestFloat(value: bigint): number {
  const size = value < 0n ? -value : value
  const bits = size.toString(2).length
  if (bits <= 24) return Number(value)
  const unit = 1n << BigInt(bits - 24)
  const below = size / unit
  const rest = (size % unit) * 2n
  const up = rest > unit || (rest === unit && below % 2n === 1n)
  const nearest = Number((below + (up ? 1n : 0n)) * unit)
  return value < 0n ? -nearest : nearest
}

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

describe('what the reader has no field for is passed over', () => {
  const skipped: readonly (readonly [unknown, readonly unknown[]])[] = [
    ['null', [null]],
    ['boolean', [true]],
    ['int', [-1, 2 ** 31 - 1]],
    ['long', [0n, 2n ** 63n - 1n, -(2n ** 63n)]],
    ['float', [1.5]],
    ['double', [Number.NaN]],
    ['string', ['', 'é'.repeat(100)]],
    ['bytes', [new Uint8Array(100)]],
    [{ type: 'fixed', name: 'F', size: 3 }, [new Uint8Array(3)]],
    [enumOf('E', 'A', 'B'), ['B']],
    [{ type: 'array', items: 'string' }, [[], ['a', 'b']]],
    [{ type: 'array', items: 'null' }, [[null, null]]],
    [{ type: 'map', values: ['null', 'int'] }, [{}, { a: 1, b: null }]],
    [
      ['null', 'string'],
      [null, 'x'],
    ],
    [record('In', { a: 'int', b: ['null', 'In'] }), [{ a: 1, b: { a: 2, b: null } }]],
    [{ type: 'long', logicalType: 'timestamp-millis' }, [5n]],
  ]

  test.each(skipped)('%j', (type, values) => {
    const writer = record('R', { one: type, kept: 'string', two: { type: 'array', items: 'int' } })
    const last = { ...writer, fields: [...writer.fields].reverse() }
    for (const value of values) {
      const written = { one: value, kept: 'kept', two: [1] }
      for (const schema of [writer, last]) {
        const reader = record('R', { kept: 'string' })
        expect(evolve({ writer: schema, reader }, written)).toEqual({ kept: 'kept' })
      }
    }
  })

  test.each([
    ['blocks that tell their size', '01 06 ffffff 02 00 00', true],
    ['several blocks', '02 02 02 04 01 02 06 00', true],
    ['a block that is shorter than it says', '01 7e 00 00', false],
    ['a block of negative size', '01 03 00 00', false],
  ])('an array of %s', (_, hex, isSound) => {
    const writer = schemaOf(record('R', { list: { type: 'array', items: 'long' } }))
    const decoder = createDecoder(writer, schemaOf(record('R', {})))
    const decode = () => decoder.decode(bytesOf(hex))
    if (isSound) expect(decode()).toEqual({})
    else expect(decode).toThrow('cannot decode')
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
