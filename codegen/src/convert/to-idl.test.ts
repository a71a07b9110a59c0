import { type Json, jsonText, parseSchema, readJson } from '@magicbyte/avro'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalized } from '../../../scripts/vectors/idl-normalized.ts'
import { someSchema } from '../../test/some-schema.ts'
import { idlToProtocol, idlToSchemas, parseIdl } from '../idl/index.ts'
import { protocolToIdl, toIdl } from './to-idl.ts'

const json = (value: unknown): Json => readJson(JSON.stringify(value))
const R = (...fields: unknown[]) => ({ type: 'record', name: 'R', namespace: 'n', fields })
const F = (type: unknown, more: object = {}) => R({ name: 'f', type, ...more })

function isSound(schema: Json): boolean {
  try {
    parseSchema(jsonText(schema))
    return true
  } catch {
    return false
  }
}

function readAgain(text: string): unknown {
  const { main, problems } = idlToSchemas(parseIdl(text))
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return main && normalized(readJson(main.text))
}

test('a schema is written as a person would write it', () => {
  const { text, notes } = toIdl(
    json({
      ...R(
        { name: 'id', type: { type: 'string', logicalType: 'uuid' }, doc: 'Identifies it.' },
        {
          name: 'total',
          type: { type: 'bytes', logicalType: 'decimal', precision: 9, scale: 2 },
          aliases: ['sum'],
        },
        { name: 'at', type: { type: 'long', logicalType: 'timestamp-micros' }, order: 'ignore' },
        { name: 'kind', type: { type: 'enum', name: 'Kind', symbols: ['A', 'null'] } },
        { name: 'again', type: ['null', 'Kind'], default: null },
        { name: 'enum', type: { type: 'array', items: { type: 'fixed', name: 'o.F', size: 2 } } },
      ),
      doc: 'Two\nlines',
    }),
  )
  expect(notes).toEqual([])
  expect(text).toBe(`namespace n;
schema n.R;

/**
 * Two
 * lines
 */
record R {
  /** Identifies it. */
  uuid id;
  decimal(9, 2) @aliases(["sum"]) total;
  @logicalType("timestamp-micros") long @order("ignore") at;
  Kind kind;
  union { null, Kind } again = null;
  array<o.F> \`enum\`;
}

enum Kind { A, \`null\` }

@namespace("o")
fixed F(2);
`)
})

describe('read again it means the same', () => {
  test.each<[string, unknown]>([
    ['a type without a name', { type: 'array', items: ['null', 'int'], hint: 1 }],
    ['a union of records', [R(), { ...R(), name: 'S', namespace: 'm' }]],
    [
      'the null namespace',
      { type: 'record', name: 'R', fields: [{ name: 'r', type: ['R', 'null'] }] },
    ],
    ['names that are words', F({ type: 'enum', name: 'record', symbols: ['NaN', 'true', 'int'] })],
    ['attributes', { ...R(), aliases: ['a.B'], 'java-class': { a: [1, '*/'] }, error: true }],
    ['attributes of fields', F('int', { order: 'descending', aliases: ['x'], schema: null })],
    ['an error', { ...R(), type: 'error' }],
    ['the default of an enum', { type: 'enum', name: 'E', symbols: ['A', 'B'], default: 'B' }],
    [
      'a decimal that is none',
      F({ type: 'bytes', logicalType: 'decimal', precision: 1, scale: 2 }),
    ],
    ['docs with marks', { ...F('int', { doc: '* a\n  * b\n\n c' }), doc: '** x' }],
  ])('%s', (_, schema) => {
    expect(readAgain(toIdl(json(schema)).text)).toEqual(normalized(json(schema)))
  })

  test('numbers keep their digits', () => {
    const text =
      '{"type":"record","name":"n.R","fields":[{"name":"f","type":"long","default":9007199254740993},{"name":"d","type":"double","default":-0.0}]}'
    expect(readAgain(toIdl(readJson(text)).text)).toEqual(normalized(readJson(text)))
  })
})

test.each<[string, unknown, string]>([
  ['a name that is none in Avro', F('int', { name: 'a-b' }), 'the name "a-b"'],
  ['a strange attribute', { ...R(), 'a b': 1 }, 'the attribute "a b"'],
  ['a union of nothing', F([]), 'a union without branches'],
  ['attributes of a name', F({ type: 'R', x: 1 }), 'only named'],
  [
    'a type of the null namespace within another',
    F({ type: 'enum', name: 'E', namespace: '', symbols: [] }),
    'IDL cannot name E',
  ],
])('%s is refused', (_, schema, message) => {
  expect(() => toIdl(json(schema))).toThrow(message)
})

test('a doc never ends its comment, and what it cannot say is told', () => {
  const { text, notes } = toIdl(
    json({ ...F('int', { doc: ' padded ' }), doc: 'a */ record X {} /*' }),
  )
  expect(notes).toEqual([
    'no comment can hold the doc of R as it is',
    'no comment can hold the doc of R.f as it is',
  ])
  expect(text).toContain('/** a * / record X {} /* */\n')
  expect(readAgain(text)).toBeDefined()
})

test('docs of any characters stay within their comments', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (doc) => {
      const { text, notes } = toIdl(json(F('int', { doc })))
      const same =
        JSON.stringify(readAgain(text)) === JSON.stringify(normalized(json(F('int', { doc }))))
      expect(same).toBe(notes.length === 0)
    }),
  )
})

test('whatever schemas say, IDL says too or refuses to', () => {
  let written = 0
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const schema = json(someSchema((count) => (numbers.next().value ?? 0) % count))
      let text: string
      if (!isSound(schema)) return
      try {
        text = toIdl(schema).text
      } catch (error) {
        expect(String(error)).toContain('IDL cannot')
        return
      }
      written++
      expect(readAgain(text)).toEqual(normalized(schema))
    }),
  )
  expect(written).toBeGreaterThan(0)
})

test('a protocol keeps its messages', () => {
  const protocol = json({
    protocol: 'Shop',
    namespace: 'n',
    doc: 'Sells.',
    version: 1,
    types: [
      { ...R({ name: 'id', type: 'long', default: 1 }), namespace: undefined },
      { type: 'error', name: 'Gone', fields: [] },
      { type: 'enum', name: 'o.E', symbols: ['A'] },
    ],
    messages: {
      find: {
        doc: 'Looks it up.',
        request: [
          { name: 'id', type: 'long', doc: 'Of the\nthing.' },
          { name: 'kind', type: ['null', 'o.E'], default: null },
        ],
        response: 'R',
        errors: ['Gone'],
      },
      ping: { request: [], response: 'null', 'one-way': true },
      stop: { request: [], response: 'null', cost: 2 },
    },
  })
  if (protocol.kind !== 'object') throw new Error('it is an object')
  const { text, notes } = protocolToIdl(protocol)
  expect(notes).toEqual([])
  expect(text).toContain('  void ping() oneway;\n')
  const again = idlToProtocol(parseIdl(text))
  expect(again.problems).toEqual([])
  expect(again.protocol && normalized(readJson(again.protocol.text))).toEqual(normalized(protocol))
})
