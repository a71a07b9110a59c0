import { describe, expect, test } from 'vitest'
import { bytesOf, record, schemaOf, thrownBy } from '../../test/codec-of.ts'
import { DecodeError } from '../codec/codec-error.ts'
import { createJsonCodec } from './json-codec.ts'
import { binaryToJson, createJsonTranscoder } from './json-transcoder.ts'

const COLOR = { type: 'enum', name: 'Color', namespace: 'acme', symbols: ['RED', 'GREEN'] }
const HASH = { type: 'fixed', name: 'acme.Hash', size: 2 }

describe('values are written as Avro Java writes them', () => {
  test.each([
    ['null', null, 'null'],
    ['boolean', true, 'true'],
    ['int', -7, '-7'],
    ['long', 2n ** 63n - 1n, '9223372036854775807'],
    ['long', -(2n ** 63n), '-9223372036854775808'],
    ['float', 10, '10.0'],
    ['float', Math.fround(0.1), '0.10000000149011612'],
    ['float', 1e10, '1.0E10'],
    ['float', -0, '0.0'],
    ['double', 10, '10.0'],
    ['double', -0, '-0.0'],
    ['double', 1e-7, '1.0E-7'],
    ['double', Number.NaN, '"NaN"'],
    ['double', Number.NEGATIVE_INFINITY, '"-Infinity"'],
    ['float', Number.POSITIVE_INFINITY, '"Infinity"'],
    ['string', 'é"\\\n\u0001\u007f/😀', '"é\\"\\\\\\n\\u0001\u007f/\\uD83D\\uDE00"'],
    [{ type: 'map', values: 'null' }, { '😀€': null }, '{"\\uD83D\\uDE00€":null}'],
    ['bytes', new Uint8Array([0, 0x22, 0x41, 0x7f, 0x80, 0xff]), '"\\u0000\\"A\u007f\u0080ÿ"'],
    [HASH, new Uint8Array([0xe9, 0x0a]), '"é\\n"'],
    [COLOR, 'GREEN', '"GREEN"'],
    [{ type: 'array', items: 'int' }, [], '[]'],
    [{ type: 'array', items: 'int' }, [1, 2], '[1,2]'],
    [{ type: 'map', values: 'int' }, {}, '{}'],
    [{ type: 'map', values: 'int' }, { b: 1, 'a"': 2 }, '{"b":1,"a\\"":2}'],
    [record('Empty', {}), {}, '{}'],
    [record('R', { b: 'int', a: 'string' }), { a: 'x', b: 1 }, '{"b":1,"a":"x"}'],
    [['null', 'string'], null, 'null'],
    [['null', 'string'], 'x', '{"string":"x"}'],
    [['null', COLOR], 'RED', '{"acme.Color":"RED"}'],
    [[{ type: 'array', items: 'long' }, 'null'], [1n], '{"array":[1]}'],
    [['null', record('acme.R', { n: ['null', 'int'] })], { n: 1 }, '{"acme.R":{"n":{"int":1}}}'],
    [['int', 'long'], 5n, '{"long":5}'],
  ])('%j: %o', (schema, value, text) => {
    expect(createJsonCodec<unknown>(schemaOf(schema)).stringify(value)).toBe(text)
  })
})

test('values are those of the codec: logical types, longs and marks as the options say', () => {
  const schema = schemaOf(
    record('R', {
      at: { type: 'long', logicalType: 'timestamp-millis' },
      price: { type: 'bytes', logicalType: 'decimal', precision: 8, scale: 2 },
      count: 'long',
      either: ['int', 'string', 'double'],
    }),
  )
  const codec = createJsonCodec<unknown>(schema, { long: 'number', unions: 'wrapped' })
  const value = { at: new Date(86_400_000), price: '12.34', count: 3, either: { double: 1 } }
  const text = '{"at":86400000,"price":"\\u0004Ò","count":3,"either":{"double":1.0}}'
  expect(codec.stringify(value)).toBe(text)
  expect(codec.parse(text)).toEqual(value)
})

test('of a map in bytes that repeats a key all entries are written', () => {
  const schema = schemaOf({ type: 'map', values: 'int' })
  expect(binaryToJson(schema, bytesOf('02 0261 02 02 0261 04 00'))).toBe('{"a":1,"a":2}')
})

test('blocks of arrays and maps that say their size are read', () => {
  const schema = schemaOf({ type: 'array', items: { type: 'map', values: 'int' } })
  const bytes = bytesOf('01 0c 01 06 0261 02 00 02 00 00')
  expect(binaryToJson(schema, bytes)).toBe('[{"a":1},{}]')
})

test('a value may lie in the middle of the bytes', () => {
  const { toJson } = createJsonTranscoder(schemaOf('int'))
  const bytes = bytesOf('00 00 02 ff')
  expect(toJson(bytes, { start: 2, allowTrailing: true })).toBe('1')
  expect(() => toJson(bytes, { start: 2 })).toThrow('expected the end of the value')
})

describe('bytes that hold no value are refused with the place', () => {
  const node = record('Node', { next: ['null', 'Node'] })
  test.each([
    ['a text that is cut short', record('R', { a: 'string' }), '0661', 'a', 1],
    ['an unknown symbol', { type: 'array', items: COLOR }, '02 06 00', '[0]', 1],
    ['an unknown branch', { type: 'map', values: ['null', 'int'] }, '02 0261 04 00', 'a', 3],
    ['more nulls than allowed', { type: 'array', items: 'null' }, 'fe ff ff ff 0f 00', '[0]', 0],
    ['a block of a wrong size', { type: 'array', items: 'int' }, '01 04 02 02 02 00', '[1]', 3],
    ['too many levels', node, '02'.repeat(300), undefined, 256],
  ])('%s', (_, schema, hex, path, offset) => {
    const error = thrownBy(() => binaryToJson(schemaOf(schema), bytesOf(hex)))
    expect(error).toBeInstanceOf(DecodeError)
    expect(error).toMatchObject({ offset, ...(path !== undefined && { path }) })
  })

  test('few bytes that stand for a text beyond all bounds', () => {
    const wide = record('Wide', { ['n'.repeat(40_000)]: 'null' })
    const schema = schemaOf({ type: 'array', items: wide })
    const call = () => binaryToJson(schema, bytesOf('8080 20 00'))
    expect(call).toThrow('a JSON text of at most 268435456 characters')
  })

  test('what is no Uint8Array', () => {
    expect(() => binaryToJson(schemaOf('null'), [] as unknown as Uint8Array)).toThrow(TypeError)
  })
})
