import { describe, expect, test } from 'vitest'
import { codecOf, hexOf, record, schemaOf, thrownBy } from '../../test/codec-of.ts'
import { createJsonCodec } from './json-codec.ts'
import { JsonDecodeError } from './json-decode-error.ts'
import { jsonToBinary } from './json-transcoder.ts'

const COLOR = { type: 'enum', name: 'acme.Color', symbols: ['RED', 'GREEN'] }
const CAT = record('Cat', { name: 'string', lives: { type: 'int', default: 9 } })
const DOG = record('Dog', { name: 'string', tricks: { type: 'array', items: 'string' } })

function parse(schema: unknown, text: string, options = {}): unknown {
  return createJsonCodec(schemaOf(schema), { unions: 'wrapped' }).parse(text, options)
}

describe('texts are read', () => {
  test.each([
    ['an integer with a fraction of zero', 'int', '1.0', 1],
    ['an integer with an exponent', 'long', '12e2', 1200n],
    ['an integer beyond what a double holds', 'long', '9007199254740993.0', 9007199254740993n],
    ['the smallest long', 'long', '-9223372036854775808', -(2n ** 63n)],
    ['zero with any exponent', 'int', '0e999999999999', 0],
    ['an integer as a double', 'double', '3', 3],
    ['NaN', 'double', '"NaN"', Number.NaN],
    ['an infinity', 'float', '"-Infinity"', Number.NEGATIVE_INFINITY],
    ['bytes', 'bytes', '"\\u00ff\\u0000A"', new Uint8Array([255, 0, 65])],
    ['a fixed', { type: 'fixed', name: 'F', size: 2 }, '"ab"', new Uint8Array([97, 98])],
    ['a symbol', COLOR, '"GREEN"', 'GREEN'],
    ['members in any order', CAT, '{"lives":1,"name":"Tom"}', { name: 'Tom', lives: 1 }],
    ['members unknown to the record', CAT, '{"x":{},"lives":1,"name":""}', { name: '', lives: 1 }],
    ['a default', CAT, '{"name":"Tom"}', { name: 'Tom', lives: 9 }],
    ['the last of repeated keys', { type: 'map', values: 'int' }, '{"a":1,"a":2}', { a: 2 }],
    ['comments', { type: 'array', items: 'int' }, '[1, /* two */ 2]', [1, 2]],
    ['a wrapped null', ['null', 'int'], '{"null":null}', null],
    ['a wrapped value', ['null', COLOR], '{"acme.Color":"RED"}', 'RED'],
    ['a plain value of the only branch of its kind', ['null', 'long'], '5', 5n],
    ['a plain symbol', [COLOR, 'boolean'], '"RED"', 'RED'],
    ['a plain integer too long for an int', ['int', 'long'], '3000000000', { long: 3000000000n }],
    ['a plain fraction', ['int', 'double'], '1.5', { double: 1.5 }],
    ['a plain NaN', ['null', 'double'], '"NaN"', Number.NaN],
    [
      'a plain text that is too long for a fixed',
      [{ type: 'fixed', name: 'F', size: 2 }, COLOR],
      '"RED"',
      'RED',
    ],
    [
      'a plain record told by its members',
      [CAT, DOG],
      '{"name":"Rex","tricks":[]}',
      { Dog: { name: 'Rex', tricks: [] } },
    ],
    ['a plain record', ['null', CAT], '{"name":"Tom"}', { name: 'Tom', lives: 9 }],
    ['a wrapped value before a plain map', ['int', { type: 'map', values: 'int' }], '{"int":1}', 1],
    [
      'a map whose key is no branch',
      ['null', { type: 'map', values: 'int' }],
      '{"int":1}',
      { int: 1 },
    ],
  ])('%s', (_, schema, text, value) => {
    expect(parse(schema, text)).toEqual(value)
  })

  test('the alias of a field', () => {
    const schema = record('R', { now: { type: 'int', fieldAliases: ['before'] } })
    expect(parse(schema, '{"before":1}', { unknownMembers: 'refuse' })).toEqual({ now: 1 })
  })

  test('keys that objects have a meaning for', () => {
    const value = parse({ type: 'map', values: 'int' }, '{"__proto__":1,"constructor":2}')
    expect(Object.entries(value as object)).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
    ])
  })

  test('half a surrogate pair becomes U+FFFD', () => {
    expect(parse('string', '"\\ud800"')).toBe('\uFFFD')
  })
})

describe('texts are refused with the place', () => {
  const lines = record('R', { lines: { type: 'array', items: record('Line', { qty: 'int' }) } })
  const node = record('Node', { next: ['null', 'Node'] })
  test.each([
    ['no JSON', 'int', '\n [1', '', 2, 4, 'JSON'],
    ['nothing', 'int', '', '', 1, 1, 'JSON'],
    ['the wrong kind', lines, '{"lines":\n[{"qty":\n"1"}]}', 'lines[0].qty', 3, 1, 'of 32 bits'],
    ['a fraction', 'int', '1.5', '', 1, 1, 'an integer of 32 bits'],
    ['an int out of range', 'int', '2147483648', '', 1, 1, 'an integer of 32 bits'],
    ['a long out of range', 'long', '1e19', '', 1, 1, 'an integer of 64 bits'],
    ['an exponent out of range', 'long', '1e999999999999', '', 1, 1, 'an integer of 64 bits'],
    ['a text for a long', 'long', '"1"', '', 1, 1, 'an integer of 64 bits'],
    ['a double out of range', 'double', '1e400', '', 1, 1, 'in the range of a double'],
    ['a float out of range', 'float', '1e39', '', 1, 1, 'in the range of a float'],
    ['a character that is no byte', 'bytes', '"€"', '', 1, 1, 'U+00FF'],
    ['a fixed of another size', { type: 'fixed', name: 'F', size: 2 }, '"a"', '', 1, 1, 'of 2 of'],
    ['an unknown symbol', COLOR, '"BLUE"', '', 1, 1, 'a symbol of acme.Color'],
    ['a missing member', lines, '{"lines":[{}]}', 'lines[0].qty', 1, 11, 'a value, got none'],
    ['a branch that does not fit', ['null', 'int'], '{"int":"x"}', 'int', 1, 8, 'of 32 bits'],
    ['several branches that fit', ['int', 'long'], '5', '', 1, 1, '{ "int": … } | { "long": … }'],
    ['no branch that fits', ['null', 'int'], '"x"', '', 1, 1, '{ "null": … } | { "int": … }'],
    [
      'a misspelt mark beside a record that needs nothing',
      ['null', record('acme.R', { n: { type: 'int', default: 3 } })],
      '{"R":{"n":1}}',
      '',
      1,
      1,
      '{ "null": … } | { "acme.R": … }, got an object with R',
    ],
    ['a plain record that lacks a member', ['null', CAT], '{}', 'name', 1, 1, 'a value, got none'],
    ['an empty union', [], 'null', '', 1, 1, 'as the union is empty'],
    ['null where there is none', 'string', 'null', '', 1, 1, 'a string, got null'],
    ['a list for a record', CAT, '[]', '', 1, 1, 'an object for Cat, got an array of 0'],
    [
      'too many levels',
      node,
      `${'{"next":'.repeat(300)}null${'}'.repeat(300)}`,
      undefined,
      1,
      undefined,
      'at most 256 values within each other',
    ],
    ['too deep a text', node, '['.repeat(100_000), '', 1, 1001, 'nesting depth'],
  ])('%s', (_, schema, text, path, line, column, words) => {
    const error = thrownBy(() => parse(schema, text))
    expect(error).toBeInstanceOf(JsonDecodeError)
    expect(error).toMatchObject({
      line,
      ...(path !== undefined && { path }),
      ...(column !== undefined && { column }),
    })
    expect((error as Error).message).toContain(words)
  })

  test.each([
    [
      'a time beyond those of Date',
      { type: 'long', logicalType: 'timestamp-millis' },
      '8640000000000001',
    ],
    ['a long that a number cannot hold', { type: 'long', 'ts.long': 'number' }, '9007199254740993'],
  ])('%s, though the bytes could be written', (_, type, value) => {
    const schema = record('R', { a: 'null', b: { type: 'array', items: ['null', type] } })
    const branch = type.type
    const text = `{"a":null,"b":[null,{"${branch}":${value}}]}`
    const error = thrownBy(() => parse(schema, text))
    expect(error).toBeInstanceOf(JsonDecodeError)
    expect(error).toMatchObject({ path: 'b[1]', offset: text.indexOf(value) })
  })

  test('more bytes of defaults than a text may stand for', () => {
    const filler = record('Filler', { text: { type: 'string', default: 'x'.repeat(1_000_000) } })
    const schema = schemaOf({ type: 'array', items: filler })
    const text = `[${'{},'.repeat(100)}{}]`
    expect(() => jsonToBinary(schema, text)).toThrow('bytes of defaults')
  })
})

describe('strict', () => {
  test.each([
    ['refuses plain values of unions', ['null', 'int'], '1', 'named like a branch'],
    ['refuses to fill in defaults', CAT, '{"name":"Tom"}', 'a value, got none'],
  ])('%s', (_, schema, text, words) => {
    expect(() => parse(schema, text, { strict: true })).toThrow(words)
  })

  test('takes what Avro Java takes', () => {
    const schema = record('R', { a: ['null', 'int'], b: ['null', 'double'] })
    const text = '{"b":null,"more":[],"a":{"int":1}}'
    expect(parse(schema, text, { strict: true })).toEqual({ a: 1, b: null })
  })
})

describe('members that the record does not have', () => {
  const text = '{"name":"Tom","livse":8}'
  const schema = schemaOf(CAT)

  test('are refused on demand', () => {
    const error = thrownBy(() => parse(CAT, text, { unknownMembers: 'refuse' }))
    expect(error).toMatchObject({ path: 'livse', offset: text.indexOf('8') })
  })

  test('are refused if the options of the codec are strict, unless asked otherwise', () => {
    const codec = createJsonCodec(schema, { strict: true })
    expect(() => codec.parse(text)).toThrow('expected no such member')
    expect(codec.parse(text, { unknownMembers: 'skip' })).toEqual({ name: 'Tom', lives: 9 })
  })
})

test('a default that is none of its type does not stand in', () => {
  const schema = record('R', { n: { type: 'int', default: 'x' } })
  expect(() => parse(schema, '{}')).toThrow('at n: expected a value, got none')
})

test('bytes are those that the codec writes', () => {
  const bytes = jsonToBinary(schemaOf(CAT), '{"name":"Tom"}')
  expect(hexOf(bytes)).toBe(hexOf(codecOf(CAT).encode({ name: 'Tom' })))
})
