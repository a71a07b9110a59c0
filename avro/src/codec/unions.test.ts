import { describe, expect, test } from 'vitest'
import { codecOf, hexOf, record } from '../../test/codec-of.ts'
import type { CodecOptions, UnionStyle } from './codec-options.ts'

const CARD = record('acme.Card', { digits: 'string' })
const WIRE = record('acme.Wire', { iban: 'string' })
const KIND = { type: 'enum', name: 'acme.Kind', symbols: ['A', 'B'] }
const HASH = { type: 'fixed', name: 'acme.Hash', size: 2 }

interface Case {
  readonly is: string
  readonly union: unknown
  readonly options?: CodecOptions
  /** Values and the bytes they are written as. */
  readonly values: readonly (readonly [unknown, string])[]
  readonly refused?: readonly unknown[]
}

const kinds: readonly Case[] = [
  {
    is: 'null and one other',
    union: ['null', 'int'],
    values: [
      [null, '00'],
      [5, '020a'],
    ],
    refused: [undefined, '5', { int: 5 }, { $type: 'int', value: 5 }],
  },
  {
    is: 'null after the other',
    union: ['string', 'null'],
    values: [
      [null, '02'],
      ['a', '000261'],
    ],
    refused: [undefined, 1],
  },
  {
    is: 'a union of null alone and of one other alone',
    union: ['null'],
    values: [[null, '00']],
    refused: [undefined, 0, {}],
  },
  {
    is: 'one branch of each kind',
    union: ['boolean', 'double', 'long', 'string', 'bytes', CARD, { type: 'array', items: 'int' }],
    values: [
      [true, '0001'],
      [1.5, '02000000000000f83f'],
      [1n, '0402'],
      ['a', '060261'],
      [new Uint8Array([7]), '080207'],
      [{ digits: '1' }, '0a0231'],
      [[1], '0c020200'],
    ],
    refused: [null, undefined, Symbol('a'), () => 1, new Date(0)],
  },
  {
    is: 'a bigint long also takes a number where no other branch is one',
    union: ['null', 'long', 'boolean'],
    values: [
      [3n, '0206'],
      [true, '0401'],
    ],
    refused: [1.5, 2 ** 53],
  },
  {
    is: 'a long that is a text takes texts',
    union: ['null', 'long', 'boolean'],
    options: { long: 'string' },
    values: [
      ['3', '0206'],
      [null, '00'],
    ],
    refused: ['3.5', 'x'],
  },
  {
    is: 'int and a long that is a bigint',
    union: ['int', 'long'],
    values: [
      [1, '0002'],
      [1n, '0202'],
    ],
    refused: [2 ** 31],
  },
  {
    is: 'an enum alone is a text',
    union: ['null', KIND],
    values: [['B', '0202']],
    refused: ['C', 'constructor', 'toString', '__proto__'],
  },
  {
    is: 'logical types with kinds of their own',
    union: ['long', { type: 'long', logicalType: 'timestamp-millis' }].slice(1).concat('string'),
    values: [
      [new Date(1), '0002'],
      ['a', '020261'],
    ],
    refused: [1, 1n],
  },
  { is: 'no branch at all', union: [], values: [], refused: [null, undefined, 0, {}] },
]

const tagged: readonly Case[] = [
  {
    is: 'several records',
    union: ['null', CARD, WIRE],
    values: [
      [null, '00'],
      [{ $type: 'acme.Card', digits: '1' }, '020231'],
      [{ $type: 'acme.Wire', iban: '2' }, '040232'],
    ],
    refused: [
      { digits: '1' },
      { $type: 'Card', digits: '1' },
      { $type: 'acme.Nothing', digits: '1' },
      { $type: 'constructor' },
      { $type: null },
      { $type: 1n },
      { 'acme.Card': { digits: '1' } },
      Object.create({ $type: 'acme.Card', digits: '1' }),
      [],
      'acme.Card',
    ],
  },
  {
    is: 'several numbers',
    union: ['int', 'double'],
    values: [
      [{ $type: 'int', value: 1 }, '0002'],
      [{ $type: 'double', value: 1 }, '02000000000000f03f'],
    ],
    refused: [1, { $type: 'int' }, { $type: 'int', value: 1.5 }, { $type: 'float', value: 1 }],
  },
  {
    is: 'a record needs a tag beside values that have one, a text does not',
    union: ['int', 'float', 'string', CARD],
    values: [
      [{ $type: 'int', value: 1 }, '0002'],
      ['a', '040261'],
      [{ $type: 'acme.Card', digits: '1' }, '060231'],
    ],
    refused: [{ digits: '1' }, 1],
  },
  {
    is: 'a map and a record',
    union: [{ type: 'map', values: 'int' }, CARD],
    values: [
      [{ $type: 'map', value: { a: 1 } }, '000202610200'],
      [{ $type: 'acme.Card', digits: '1' }, '020231'],
    ],
    refused: [{ a: 1 }, { $type: 'map', a: 1 }, { $type: 'map', value: [] }],
  },
  {
    is: 'bytes and fixed, text and enum',
    union: ['bytes', HASH, 'string', KIND],
    values: [
      [{ $type: 'bytes', value: new Uint8Array([1]) }, '000201'],
      [{ $type: 'acme.Hash', value: new Uint8Array([1, 2]) }, '020102'],
      [{ $type: 'string', value: 'A' }, '040241'],
      [{ $type: 'acme.Kind', value: 'A' }, '0600'],
    ],
    refused: [new Uint8Array(2), 'A', { $type: 'acme.Hash', value: new Uint8Array(3) }],
  },
  {
    is: 'logical types that make texts of what is none',
    union: [{ type: 'int', logicalType: 'date' }, 'string'],
    values: [
      [{ $type: 'int', value: '1970-01-02' }, '0002'],
      [{ $type: 'string', value: '1970-01-02' }, '0214313937302d30312d3032'],
    ],
    refused: ['1970-01-02'],
  },
  {
    is: 'a duration beside a record',
    union: [{ type: 'fixed', name: 'acme.D', size: 12, logicalType: 'duration' }, CARD],
    values: [
      [
        { $type: 'acme.D', value: { months: 1, days: 2, millis: 3 } },
        `00${'01000000'}0200000003000000`,
      ],
      [{ $type: 'acme.Card', digits: '1' }, '020231'],
    ],
  },
]

const wrapped: readonly Case[] = [
  {
    is: 'null and one other are plain',
    union: ['null', 'int'],
    values: [
      [null, '00'],
      [5, '020a'],
    ],
    refused: [{ int: 5 }],
  },
  {
    is: 'int and string are plain',
    union: ['int', 'string'],
    values: [
      [1, '0002'],
      ['a', '020261'],
    ],
  },
  {
    is: 'several numbers wrap all but null',
    union: ['null', 'int', 'double', 'string'],
    values: [
      [null, '00'],
      [{ int: 1 }, '0202'],
      [{ double: 1 }, '04000000000000f03f'],
      [{ string: 'a' }, '060261'],
    ],
    refused: [1, 'a', { null: null }, { int: 1, string: 'a' }, {}, { constructor: 1 }, [1]],
  },
  {
    is: 'int and a long that is a bigint, as avsc has it',
    union: ['int', 'long'],
    values: [
      [{ int: 1 }, '0002'],
      [{ long: 1n }, '0202'],
    ],
    refused: [1, 1n],
  },
  {
    is: 'text and enum, bytes and fixed, map and record',
    union: ['string', KIND, 'bytes', HASH, { type: 'map', values: 'int' }, CARD],
    values: [
      [{ string: 'A' }, '000241'],
      [{ 'acme.Kind': 'A' }, '0200'],
      [{ bytes: new Uint8Array([1]) }, '040201'],
      [{ 'acme.Hash': new Uint8Array([1, 2]) }, '060102'],
      [{ map: { a: 1 } }, '080202610200'],
      [{ 'acme.Card': { digits: '1' } }, '0a0231'],
    ],
    refused: [{ Card: { digits: '1' } }, { digits: '1' }, { $type: 'acme.Card', digits: '1' }],
  },
  {
    is: 'a date and a text are both texts, whatever avsc thinks',
    union: [{ type: 'int', logicalType: 'date' }, 'string'],
    values: [
      [{ int: '1970-01-02' }, '0002'],
      [{ string: 'a' }, '020261'],
    ],
  },
  {
    is: 'one timestamp and one long are both numbers to avsc',
    union: ['int', { type: 'long', logicalType: 'timestamp-millis' }],
    values: [
      [{ int: 1 }, '0002'],
      [{ long: new Date(1) }, '0202'],
    ],
  },
]

const plain: readonly Case[] = [
  {
    is: 'the first branch of the kind that takes the value',
    union: ['null', 'int', 'double'],
    values: [
      [1, '0202'],
      [1.5, '04000000000000f83f'],
      [2 ** 31, '04000000000000e041'],
      [null, '00'],
    ],
    refused: ['a', undefined, { int: 1 }],
  },
  {
    is: 'records by the members they need, nothing being left of those that did not fit',
    union: [
      record('A', { text: 'string', a: 'int' }),
      record('B', { text: 'string', b: 'int' }),
      { type: 'map', values: 'string' },
    ],
    values: [
      [{ text: 'x'.repeat(5000), a: 1 }, `00904e${'78'.repeat(5000)}02`],
      [{ text: 'x', b: 1 }, '02027802'],
      [{ text: 'x' }, '040208746578740278 00'.replace(' ', '')],
    ],
    refused: [{ text: 1, b: 1 }, new Map(), []],
  },
  {
    is: 'bytes and fixed by their length when fixed is first',
    union: [HASH, 'bytes'],
    values: [
      [new Uint8Array([1, 2]), '000102'],
      [new Uint8Array([1]), '020201'],
    ],
  },
]

const styles: readonly (readonly [UnionStyle, readonly Case[]])[] = [
  ['tagged', [...kinds, ...tagged]],
  ['wrapped', wrapped],
  ['plain', [...kinds, ...plain]],
]

describe.each(styles)('%s unions', (unions, cases) => {
  test.each(cases)('$is', ({ union, options, values, refused = [] }) => {
    const codec = codecOf(union, { ...options, unions })
    for (const [value, hex] of values) {
      expect(hexOf(codec.encode(value))).toBe(hex)
      expect(codec.decode(codec.encode(value))).toEqual(value)
    }
    for (const value of refused) expect(() => codec.encode(value)).toThrow('cannot encode')
  })
})
