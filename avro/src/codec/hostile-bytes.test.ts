import { describe, expect, test } from 'vitest'
import { bytesOf, codecOf, record, schemaOf, thrownBy } from '../../test/codec-of.ts'
import { createDecoder } from './codec.ts'
import { DecodeError } from './codec-error.ts'

const list = (items: unknown) => ({ type: 'array', items })
const map = (values: unknown) => ({ type: 'map', values })
const NOTHING = record('Nothing', {})
const NULLS = record('Nulls', { a: 'null', b: NOTHING })
const NODE = record('Node', { next: ['null', 'Node'] })
const TREE = record('Tree', { children: list('Tree') })
const ENDLESS = record('Endless', { again: 'Endless' })

/** The varint of an integer, as hexadecimal digits. */
function long(value: bigint): string {
  return Buffer.from(codecOf('long').encode(value)).toString('hex')
}

const BUDGET = 2n ** 20n
const repeated = (hex: string, count: number) => hex.repeat(count)

const cases: readonly (readonly [string, unknown, string])[] = [
  ['an array of 2^31 - 1 items', list('long'), long(2n ** 31n - 1n)],
  ['an array of 2^53 items', list('long'), long(2n ** 53n)],
  ['an array of 2^63 - 1 items', list('string'), long(2n ** 63n - 1n)],
  ['an array of one item more than can be', list('double'), `04${repeated('00', 15)}00`],
  [
    'an array of records that need more bytes',
    list(record('R', { a: 'double', b: 'int' })),
    `04${repeated('00', 17)}`,
  ],
  ['an array of -2^63 items', list('long'), long(-(2n ** 63n)) + long(10n)],
  ['an array of many items and a small block', list('long'), `${long(-(2n ** 40n))}00`],
  ['a map of 10^8 entries', map('long'), long(10n ** 8n)],
  ['a map of 2^52 entries', map('null'), long(2n ** 52n)],
  ['a map of nulls without keys', map('null'), '04 00'],
  ['nulls beyond the budget', list('null'), `${long(BUDGET + 1n)}00`],
  ['2^40 nulls', list('null'), `${long(2n ** 40n)}00`],
  ['2^63 - 1 nulls', list('null'), `${long(2n ** 63n - 1n)}00`],
  ['nulls beyond the budget in many blocks', list('null'), `${repeated(long(1n << 17n), 9)}00`],
  [
    'nulls beyond the budget in blocks with sizes',
    list('null'),
    `${repeated(`${long(-(1n << 17n))}00`, 9)}00`,
  ],
  [
    'nulls beyond the budget in many arrays',
    list(list('null')),
    `14${repeated(`${long(1n << 17n)}00`, 10)}00`,
  ],
  ['empty records beyond the budget', list(NOTHING), `${long(BUDGET + 1n)}00`],
  ['records of nulls beyond the budget', list(NULLS), `${long(BUDGET + 1n)}00`],
  [
    'empty fixed beyond the budget',
    list({ type: 'fixed', name: 'F', size: 0 }),
    `${long(BUDGET + 1n)}00`,
  ],
  ['a block size of -2', list('int'), '01 03 02 00'],
  ['a block size beyond the end', list('int'), '01 08 02 00'],
  ['a block size that is too large by one', list('int'), '01 04 02 00'],
  ['a block size that is too small', list('int'), '03 02 02 04 00'],
  ['a block size of 2^62', list('int'), `01 ${long(2n ** 62n)} 02 00`],
  ['a wrong block size of a map', map('int'), '01 04 0261 02 00'],
  ['a text of 2^31 bytes', 'string', `${long(2n ** 31n)}61`],
  ['a text of 2^62 bytes', 'string', `${long(2n ** 62n)}61`],
  ['a text of -1 bytes', 'string', '0161'],
  ['bytes of 2^31', 'bytes', `${long(2n ** 31n)}00`],
  ['bytes of -2^63', 'bytes', `${long(-(2n ** 63n))}00`],
  ['a fixed that is not there', { type: 'fixed', name: 'F', size: 2 ** 30 }, '00'],
  ['an array of them', list({ type: 'fixed', name: 'F', size: 2 ** 30 }), '0200'],
  ['records within each other', NODE, repeated('02', 5000)],
  ['records in arrays within each other', TREE, repeated('02', 5000)],
  ['a record that never ends', ENDLESS, '00'],
  ['records that never end', list(ENDLESS), '0200'],
  ['an index of no branch', ['null', 'int'], '04'],
  ['a negative index of a branch', ['null', 'int'], '01'],
  ['an index of a branch beyond 32 bits', ['null', 'int'], long(2n ** 32n)],
  ['an index of no symbol', { type: 'enum', name: 'E', symbols: ['A'] }, '02'],
  ['a union without branches', [], '00'],
  ['bytes after the value', 'int', '0200'],
]

describe.each(cases)('%s', (_, schema, hex) => {
  const bytes = bytesOf(hex)

  test('is refused when it is read', () => {
    expect(thrownBy(() => codecOf(schema).decode(bytes))).toBeInstanceOf(DecodeError)
  })

  test('is refused when it is resolved', () => {
    const decoder = createDecoder(schemaOf(schema), schemaOf(schema))
    expect(thrownBy(() => decoder.decode(bytes))).toBeInstanceOf(DecodeError)
  })

  test('is refused when it is passed over', () => {
    const decoder = createDecoder(
      schemaOf(record('Outer', { f: schema })),
      schemaOf(record('Outer', {})),
    )
    // A block that says its size is believed; then there are bytes left over or none.
    expect(thrownBy(() => decoder.decode(bytes))).toBeInstanceOf(DecodeError)
  })
})

test('limits that are undefined are the defaults', () => {
  const limits = { maxDepth: undefined, maxEmptyItems: undefined }
  const nested = record('Nested', { inner: ['null', 'Nested'] })
  const codec = codecOf(nested, { limits })
  expect(() => codec.decode(new Uint8Array(1000).fill(2))).toThrow('at most 256 values within')
  const cycle: { inner?: unknown } = {}
  cycle.inner = cycle
  expect(() => codec.encode(cycle)).toThrow('at most 256 values within')
  expect(codecOf(list('null'), { limits }).decode(bytesOf('04 00'))).toEqual([null, null])
})

test('nulls within the budget are read', () => {
  const limits = { maxEmptyItems: 10 }
  const codec = codecOf(list('null'), { limits })
  expect(codec.decode(bytesOf('14 00'))).toEqual(new Array(10).fill(null))
  expect(() => codec.decode(bytesOf('16 00'))).toThrow('fewer items that take no bytes')
  expect(codec.decode(bytesOf('0a 09 00 00'))).toEqual(new Array(10).fill(null))
  expect(() => codec.decode(bytesOf('0a 0b 00 00'))).toThrow('fewer items that take no bytes')
})

test.each(['long', 'int', 'string', 'bytes', list('int'), map('int'), ['null', 'int']])(
  '10 MB of continued bytes as %j',
  (schema) => {
    const bytes = new Uint8Array(10 * 1024 * 1024).fill(0x80)
    expect(thrownBy(() => codecOf(schema).decode(bytes))).toBeInstanceOf(DecodeError)
    const skipping = createDecoder(
      schemaOf(record('Outer', { f: schema })),
      schemaOf(record('Outer', {})),
    )
    expect(thrownBy(() => skipping.decode(bytes))).toBeInstanceOf(DecodeError)
  },
)

describe('a message that ends early', () => {
  const sample = record('Sample', {
    flag: 'boolean',
    int: 'int',
    long: 'long',
    float: 'float',
    double: 'double',
    text: 'string',
    bytes: 'bytes',
    fixed: { type: 'fixed', name: 'F', size: 3 },
    symbol: { type: 'enum', name: 'E', symbols: ['A', 'B'] },
    list: list(record('Item', { a: 'int', b: ['null', 'string'] })),
    map: map('double'),
    union: ['null', 'Item', record('Other', { c: 'long' })],
    date: { type: 'long', logicalType: 'timestamp-millis' },
  })
  const value = {
    flag: true,
    int: 1000,
    long: 2n ** 60n,
    float: 1.5,
    double: 0.1,
    text: 'a text that is longer than a few characters',
    bytes: new Uint8Array(20),
    fixed: new Uint8Array(3),
    symbol: 'B',
    list: [
      { a: 1, b: null },
      { a: 300, b: 'é' },
    ],
    map: { a: 1, b: 2 },
    union: { $type: 'Other', c: 5n },
    date: new Date(1e12),
  }
  const codec = codecOf(sample)
  const bytes = codec.encode(value)
  const resolving = createDecoder(schemaOf(sample), schemaOf(sample))
  const skipping = createDecoder(
    schemaOf(record('Outer', { f: sample })),
    schemaOf(record('Outer', {})),
  )

  test('at whatever byte, is refused', () => {
    expect(codec.decode(bytes)).toEqual(value)
    expect(resolving.decode(bytes)).toEqual(value)
    expect(skipping.decode(bytes)).toEqual({})
    for (let length = 0; length < bytes.length; length++) {
      for (const { decode } of [codec, resolving, skipping]) {
        const error = thrownBy(() => decode(bytes.subarray(0, length)))
        expect(error).toBeInstanceOf(DecodeError)
        expect((error as DecodeError).offset).toBeLessThanOrEqual(length)
      }
    }
  })

  test('is not helped by bytes of others behind it in the same memory', () => {
    const padded = new Uint8Array(bytes.length * 2)
    padded.set(bytes)
    padded.set(bytes, bytes.length)
    for (let length = 0; length < bytes.length; length++) {
      const error = thrownBy(() => codec.decode(padded.subarray(0, length)))
      expect(error).toBeInstanceOf(DecodeError)
    }
  })
})

test('schemas that grow without measure take no such time', () => {
  let nested: object = record('R0', { x: 'int' })
  for (let depth = 1; depth <= 60; depth++) {
    nested = record(`R${depth}`, { a: nested, b: `R${depth - 1}` })
  }
  const codec = codecOf(list(nested))
  expect(codec.decode(bytesOf('00'))).toEqual([])
  expect(() => codec.decode(bytesOf('0200'))).toThrow('at most 0 items')
  const skipping = createDecoder(
    schemaOf(record('Outer', { f: list(nested) })),
    schemaOf(record('Outer', {})),
  )
  expect(skipping.decode(bytesOf('00'))).toEqual({})
})

describe('records that take no bytes count with all that is made for each', () => {
  let nested: object = record('R0', { x: 'null' })
  for (let depth = 1; depth <= 60; depth++) {
    nested = record(`R${depth}`, { a: nested, b: `R${depth - 1}` })
  }
  const nulls = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`f${index}`, 'null']))
  const wide = record('Wide', nulls)
  const refused = (decode: () => unknown) => {
    expect(thrownBy(decode)).toMatchObject({ expected: 'fewer items that take no bytes' })
  }

  test('with their members', () => {
    for (const [schema, hex] of [
      [nested, ''],
      [list(wide), `${long(5000n)}00`],
    ] as const) {
      refused(() => codecOf(schema).decode(bytesOf(hex)))
      refused(() => createDecoder(schemaOf(schema), schemaOf(schema)).decode(bytesOf(hex)))
    }
    expect(codecOf(list(wide)).decode(bytesOf(`${long(1000n)}00`))).toHaveLength(1000)
  })

  test('with the defaults that a reader adds', () => {
    const text = { type: { type: 'array', items: 'int' }, default: new Array(500).fill(1) }
    const decoder = createDecoder(
      schemaOf(list(NOTHING)),
      schemaOf(list(record('Nothing', { text }))),
    )
    refused(() => decoder.decode(bytesOf(`${long(5000n)}00`)))
    expect(decoder.decode(bytesOf(`${long(1000n)}00`))).toHaveLength(1000)
  })

  test('and are passed over at once', () => {
    const skipping = createDecoder(
      schemaOf(record('Outer', { f: nested })),
      schemaOf(record('Outer', {})),
    )
    expect(skipping.decode(bytesOf(''))).toEqual({})
  })
})
