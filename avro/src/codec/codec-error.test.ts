import { describe, expect, test } from 'vitest'
import { bytesOf, codecOf, record, thrownBy } from '../../test/codec-of.ts'
import { CodecError, DecodeError, EncodeError } from './codec-error.ts'

const ORDER = record('acme.Order', {
  id: 'string',
  lines: {
    type: 'array',
    items: record('Line', { qty: 'int', notes: { type: 'map', values: ['null', 'string'] } }),
  },
  pay: ['null', record('Card', { digits: 'string' }), record('Wire', { iban: 'string' })],
})

describe('what cannot be encoded', () => {
  const order = { id: 'a', lines: [{ qty: 1, notes: {} }], pay: null }
  test.each([
    ['a value', 5, '', 'an object for acme.Order', 'number 5'],
    ['a member', { ...order, id: 5 }, 'id', 'a string', 'number 5'],
    ['a missing member', { ...order, id: undefined }, 'id', 'a string', 'undefined'],
    ['an item', { ...order, lines: [null] }, 'lines[0]', 'an object for acme.Line', 'null'],
    [
      'a member of an item',
      {
        ...order,
        lines: [
          { qty: 1, notes: {} },
          { qty: '3', notes: {} },
        ],
      },
      'lines[1].qty',
      'an integer of 32 bits',
      'string "3"',
    ],
    [
      'an entry',
      { ...order, lines: [{ qty: 1, notes: { 'a b': 5 } }] },
      'lines[0].notes["a b"]',
      'a string',
      'number 5',
    ],
    [
      'a tag',
      { ...order, pay: { $type: 'acme.Cash' } },
      'pay.$type',
      'null | { $type: "acme.Card", … } | { $type: "acme.Wire", … }',
      'string "acme.Cash"',
    ],
    [
      'a missing tag',
      { ...order, pay: { digits: '1' } },
      'pay',
      'null | { $type: "acme.Card", … } | { $type: "acme.Wire", … }',
      'an object without $type',
    ],
    [
      'within a tag',
      { ...order, pay: { $type: 'acme.Card' } },
      'pay.digits',
      'a string',
      'undefined',
    ],
  ])('%s', (_, value, path, expected, actual) => {
    const error = thrownBy(() => codecOf(ORDER).encode(value))
    expect(error).toBeInstanceOf(EncodeError)
    expect(error).toBeInstanceOf(CodecError)
    expect(error).toMatchObject({ name: 'EncodeError', path, expected, actual })
    const at = path && ` at ${path}`
    expect(String(error)).toBe(
      `EncodeError: cannot encode${at}: expected ${expected}, got ${actual}`,
    )
  })

  test.each([
    ['x'.repeat(100), `string "${'x'.repeat(40)}…"`],
    [10n ** 50n, 'bigint of more than 40 digits'],
    [-5n, 'bigint -5n'],
    [-0, 'number -0'],
    [[1, 2], 'an array of 2'],
    [new Uint8Array(3), '3 bytes'],
    [new Date(Number.NaN), 'an invalid Date'],
    [{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }, 'an object with a, b, c, d, e, …'],
    [new Map(), 'a Map'],
    [() => 1, 'a function'],
  ])('%o is told in short', (value, actual) => {
    expect(thrownBy(() => codecOf('boolean').encode(value))).toMatchObject({ actual })
  })

  test('the place of a value within a wrapped or tagged one is told', () => {
    const union = ['int', 'double', { type: 'array', items: 'int' }]
    const tagged = codecOf(union)
    expect(() => tagged.encode({ $type: 'int', value: 'x' })).toThrow('at value: expected an int')
    const wrapped = codecOf(union, { unions: 'wrapped' })
    expect(() => wrapped.encode({ array: [1, 'x'] })).toThrow('at array[1]: expected an int')
    expect(() => wrapped.encode(1)).toThrow('{ "int": … } | { "double": … } | { "array": … }')
  })

  test('a path of any depth stays short', () => {
    const codec = codecOf(record('Node', { next: ['null', 'Node', 'int'] }))
    let value: unknown = 'x'
    for (let depth = 0; depth < 200; depth++) value = { next: value }
    const { path } = thrownBy(() => codec.encode(value)) as EncodeError
    expect(path).toMatch(/^(next\.){19}next\.…(\.next){20}$/)
  })
})

describe('what cannot be decoded', () => {
  test.each([
    ['nothing', '', 0, 'id', '1 more byte', 'the end'],
    ['a text cut short', '0661', 1, 'id', '3 more bytes', '1'],
    ['a negative length', '01', 0, 'id', 'a length', '-1'],
    [
      'more items than bytes',
      '0261 c801',
      2,
      'lines',
      'at most 0 items, as 0 bytes are left',
      '100',
    ],
    [
      'an item cut short',
      '0261 02 0c 02',
      4,
      'lines[0].notes',
      'at most 0 items, as 0 bytes are left',
      '1',
    ],
    [
      'an entry',
      '0261 02 0c 02 0261 04 00',
      7,
      'lines[0].notes.a',
      'one of the 2 branches of a union',
      'number 2',
    ],
    ['a branch', '0261 00 06', 3, 'pay', 'one of the 3 branches of a union', 'number 3'],
    ['a record of a union', '0261 00 02 02', 5, 'pay.digits', '1 more byte', 'the end'],
    [
      'bytes after the value',
      '0261 00 00 ffff',
      4,
      '',
      'the end of the value to be the end of the bytes',
      '2 more',
    ],
    [
      'a block that ends elsewhere',
      '00 01 06 0c 00 00 00',
      5,
      'lines[1]',
      'a block that ends at byte 6',
      'items that do not',
    ],
  ])('%s', (_, hex, offset, path, expected, actual) => {
    const error = thrownBy(() => codecOf(ORDER).decode(bytesOf(hex)))
    expect(error).toBeInstanceOf(DecodeError)
    expect(error).toMatchObject({ name: 'DecodeError', offset, path, expected, actual })
    const at = path && ` at ${path}`
    expect(String(error)).toBe(
      `DecodeError: cannot decode at byte ${offset}${at}: expected ${expected}, got ${actual}`,
    )
  })

  test('the symbol of an enum', () => {
    const codec = codecOf({ type: 'enum', name: 'acme.E', symbols: ['A', 'B'] })
    for (const [hex, number] of [
      ['04', 2],
      ['01', -1],
      ['feffffff0f', 2 ** 31 - 1],
    ] as const) {
      expect(thrownBy(() => codec.decode(bytesOf(hex)))).toMatchObject({
        offset: 0,
        expected: 'one of the 2 symbols of acme.E',
        actual: `number ${number}`,
      })
    }
  })
})

describe('where the value lies in the bytes', () => {
  const codec = codecOf('string')

  test('it may begin behind a prefix; offsets count from the first byte of all', () => {
    const bytes = bytesOf('00 00000001 0461')
    expect(codec.decode(bytesOf('00 00000001 0261'), { start: 5 })).toBe('a')
    expect(thrownBy(() => codec.decode(bytes, { start: 5 }))).toMatchObject({ offset: 6 })
  })

  test('bytes after it are refused unless they are allowed', () => {
    expect(() => codec.decode(bytesOf('0261 00'))).toThrow('got 1 more')
    expect(codec.decode(bytesOf('0261 00'), { allowTrailing: true })).toBe('a')
    expect(() => codec.decode(bytesOf('0461'), { allowTrailing: true })).toThrow(DecodeError)
  })

  test('what is no Uint8Array is not taken for an empty value', () => {
    for (const bytes of [new ArrayBuffer(2), '00', [0], null, undefined, { length: 1, 0: 0 }]) {
      expect(() => codec.decode(bytes as never)).toThrow(TypeError)
    }
  })
})
