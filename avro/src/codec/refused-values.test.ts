import { describe, expect, test } from 'vitest'
import { codecOf, hexOf, record } from '../../test/codec-of.ts'

/** One value of every kind that JavaScript has. */
const VALUES: Readonly<Record<string, unknown>> = {
  undefined: undefined,
  null: null,
  true: true,
  'a small integer': 1,
  'a fraction': 1.5,
  'an integer beyond 32 bits': 2 ** 40,
  'an integer beyond 2^53': 2 ** 60,
  'a number beyond floats': 1e300,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  'a bigint': 1n,
  'a bigint beyond 64 bits': 2n ** 64n,
  'an empty text': '',
  'the text A': 'A',
  'digits as text': '1',
  'a symbol': Symbol('A'),
  'a function': () => 1,
  'a String object': new String('A'),
  'an object': { a: 1 },
  'an empty object': {},
  'an array': [1],
  'an empty array': [],
  'a sparse array': new Array(1),
  'one byte': new Uint8Array(1),
  'no bytes': new Uint8Array(0),
  'a Buffer of one byte': Buffer.alloc(1),
  'other typed numbers': new Uint16Array(1),
  'a DataView': new DataView(new ArrayBuffer(1)),
  'a Date': new Date(1),
  'an invalid Date': new Date(Number.NaN),
  'a Map': new Map([['a', 1]]),
  'a Set': new Set([1]),
  'a promise': Promise.resolve({ a: 1 }),
}

const INTEGERS = ['a small integer']
const NUMBERS = [...INTEGERS, 'a fraction', 'an integer beyond 32 bits', 'an integer beyond 2^53']
const FLOATS = [...NUMBERS, 'NaN', 'Infinity']
const TEXTS = ['an empty text', 'the text A', 'digits as text']
const BYTES = ['one byte', 'no bytes', 'a Buffer of one byte']
const OBJECTS = ['an object', 'an empty object']

const taken: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['null', 'null', ['null']],
  ['boolean', 'boolean', ['true']],
  ['int', 'int', INTEGERS],
  ['long', 'long', [...INTEGERS, 'an integer beyond 32 bits', 'a bigint']],
  ['float', 'float', FLOATS],
  ['double', 'double', [...FLOATS, 'a number beyond floats']],
  ['string', 'string', TEXTS],
  ['bytes', 'bytes', BYTES],
  ['fixed', { type: 'fixed', name: 'F', size: 1 }, ['one byte', 'a Buffer of one byte']],
  ['enum', { type: 'enum', name: 'E', symbols: ['A'] }, ['the text A']],
  ['array', { type: 'array', items: 'int' }, ['an array', 'an empty array']],
  ['map', { type: 'map', values: 'int' }, [...OBJECTS]],
  ['record', record('R', { a: 'int' }), ['an object']],
  ['record that needs nothing', record('R', { a: { type: 'int', default: 1 } }), OBJECTS],
  ['record with names that built-in objects have', record('R', { size: 'int', length: 'int' }), []],
  ['record with the names of bytes', record('R', { length: 'int', byteLength: 'int' }), []],
  ['record with null alone', record('R', { a: 'null' }), []],
  ['nullable int', ['null', 'int'], ['null', ...INTEGERS]],
  [
    'union of many',
    ['null', 'boolean', 'double', 'long', 'string', 'bytes', { type: 'map', values: 'int' }],
    ['null', 'true', ...FLOATS, 'a number beyond floats', 'a bigint', ...TEXTS, ...BYTES].concat(
      OBJECTS,
    ),
  ],
  ['date', { type: 'int', logicalType: 'date' }, []],
  ['timestamp-millis', { type: 'long', logicalType: 'timestamp-millis' }, ['a Date']],
  ['time-millis', { type: 'int', logicalType: 'time-millis' }, INTEGERS],
  ['uuid', { type: 'string', logicalType: 'uuid' }, []],
  [
    'decimal',
    { type: 'bytes', logicalType: 'decimal', precision: 4, scale: 2 },
    ['digits as text'],
  ],
]

describe.each(taken)('%s', (_, schema, names) => {
  test.each(Object.keys(VALUES))('%s', (name) => {
    const codec = codecOf(schema)
    if (names.includes(name)) expect(codec.encode(VALUES[name]).length).toBeGreaterThanOrEqual(0)
    else expect(() => codec.encode(VALUES[name])).toThrow('cannot encode')
  })
})

describe('holes of arrays are no values', () => {
  test.each([
    ['null'],
    ['int'],
    [['null', 'int']],
    [record('R', { a: { type: 'int', default: 1 } })],
    [{ type: 'array', items: 'int' }],
  ])('of %j', (items) => {
    const codec = codecOf({ type: 'array', items })
    const sparse: unknown[] = []
    sparse[2] = null
    expect(() => codec.encode(sparse)).toThrow('at [0]')
  })
})

test('a float beyond its range is refused, one that rounds into it is not', () => {
  const codec = codecOf('float')
  expect(hexOf(codec.encode(3.4028235e38))).toBe('ffff7f7f')
  for (const value of [3.4028236e38, -1e39, Number.MAX_VALUE]) {
    expect(() => codec.encode(value)).toThrow('a number in the range of a float')
  }
})

test('a value within itself is refused', () => {
  const node = record('Node', {
    next: ['null', 'Node'],
    list: { type: { type: 'array', items: 'Node' }, default: [] },
    map: { type: { type: 'map', values: 'Node' }, default: {} },
  })
  const byField: Record<string, unknown> = {}
  byField.next = byField
  const byList: { next: null; list: unknown[] } = { next: null, list: [] }
  byList.list.push(byList)
  const byMap: { next: null; map: Record<string, unknown> } = { next: null, map: {} }
  byMap.map.key = byMap
  for (const value of [byField, byList, byMap]) {
    expect(() => codecOf(node).encode(value)).toThrow('got more, or a cycle')
  }
})

test('depth is counted up to the limit, the same when writing and reading', () => {
  const node = record('Node', { next: ['null', 'Node'] })
  const nested = (depth: number) => {
    let value: unknown = null
    for (let level = 0; level < depth; level++) value = { next: value }
    return value
  }
  const small = codecOf(node, { limits: { maxDepth: 10 } })
  expect(small.decode(small.encode(nested(11)))).toEqual(nested(11))
  expect(() => small.encode(nested(12))).toThrow('at most 10 values within each other')
  expect(codecOf(node).encode(nested(257))).toHaveLength(257)
  expect(() => codecOf(node).encode(nested(258))).toThrow('at most 256')
  const tooDeep = codecOf(node, { limits: { maxDepth: 1000 } }).encode(nested(258))
  expect(() => codecOf(node).decode(tooDeep)).toThrow('at most 256')
  expect(() => small.decode(tooDeep)).toThrow('at most 10')
})

test('more depth than the stack holds is refused too', () => {
  const node = record('Node', { next: ['null', 'Node'] })
  const codec = codecOf(node, { limits: { maxDepth: Number.POSITIVE_INFINITY } })
  let value: unknown = null
  for (let level = 0; level < 100_000; level++) value = { next: value }
  expect(() => codec.encode(value)).toThrow('more than the stack holds')
  expect(() => codec.decode(new Uint8Array(100_000).fill(2))).toThrow('more than the stack holds')
  expect(hexOf(codec.encode({ next: null }))).toBe('00')
})
