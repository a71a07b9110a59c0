import { describe, expect, it } from 'vitest'
import { parseSchema } from './parse.ts'
import { InvalidSchemaError, type SchemaProblem } from './schema-problem.ts'

const record = (fields: string, more = '') =>
  `{"type":"record","name":"A","fields":[${fields}]${more}}`

/** The words are Avro Java's. */
const first: readonly [rule: string, schema: string, message: string, pointer: string][] = [
  [
    'bad syntax',
    '{"type":}',
    `Unexpected character ('}' (code 125)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')`,
    '',
  ],
  [
    'an unquoted word',
    'string',
    `Unrecognized token 'string': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')`,
    '',
  ],
  ['an empty text', '', 'Cannot parse <null> schema', ''],
  ['more content', '"int" x', 'dangling content after end of schema: x', ''],
  ['a number', '[42]', 'Schema not yet supported: 42', '/0'],
  ['no type', '{"a":1e1}', 'No type: {"a":10.0}', ''],
  ['an unknown type', '"Foo"', 'Undefined schema: Foo', ''],
  [
    'an unknown type in a namespace',
    '{"type":"record","name":"x.A","fields":[{"name":"a","type":"B"}]}',
    'Undefined schema: x.B',
    '/fields/0/type',
  ],
  [
    'no name',
    '{"type":"enum","symbols":[]}',
    'No name in schema: {"type":"enum","symbols":[]}',
    '',
  ],
  ['an empty name', '{"type":"fixed","name":"","size":1}', 'Empty name', '/name'],
  [
    'a bad name',
    '{"type":"fixed","name":"x.1A","size":1}',
    'Illegal initial character: 1A',
    '/name',
  ],
  [
    'a bad namespace',
    '{"type":"fixed","namespace":"x.a-b","name":"A","size":1}',
    'Namespace part "a-b" is invalid: Illegal character in: a-b',
    '/namespace',
  ],
  [
    'a primitive name',
    '{"type":"fixed","name":"int","size":1}',
    'Schemas may not be named after primitives: int',
    '/name',
  ],
  [
    'no fields',
    '{"type":"record","name":"A"}',
    'Record has no fields: {"type":"record","name":"A"}',
    '',
  ],
  ['no field name', record('{"type":"int"}'), 'No field name: {"type":"int"}', '/fields/0'],
  ['no field type', record('{"name":"a"}'), 'No field type: {"name":"a"}', '/fields/0'],
  [
    'a field twice',
    record('{"name":"a","type":"int"},{"name":"a","type":"string"}'),
    'Duplicate field a in record A: a type:STRING pos:1 and a type:INT pos:0.',
    '/fields/1',
  ],
  [
    'an unknown order',
    record('{"name":"a","type":"int","order":"up"}'),
    'No enum constant org.apache.avro.Schema.Field.Order.UP',
    '/fields/0/order',
  ],
  [
    'a bad default',
    record('{"name":"a","type":"int","default":"x"}'),
    'Invalid default for field a: "x" not a "int"',
    '/fields/0/default',
  ],
  [
    'a bad default of a union',
    record(
      '{"name":"a","type":["null","B"],"default":1},{"name":"b","type":{"type":"fixed","name":"B","size":1}}',
    ),
    'Invalid default for field a: 1 not a ["null","B"]',
    '/fields/0/default',
  ],
  [
    'a text that is no number',
    record('{"name":"a","type":"double","default":"x"}'),
    'For input string: "x"',
    '/fields/0/default',
  ],
  [
    'aliases that are no list',
    record('', ',"aliases":5'),
    'aliases not an array: {"type":"record","name":"A","fields":[],"aliases":5}',
    '/aliases',
  ],
  [
    'an alias that is no string',
    record('', ',"aliases":["B",5]'),
    'alias not a string: 5',
    '/aliases/1',
  ],
  [
    'a huge integer',
    record('', ',"r":12345678901234567890'),
    "Can't set a property to null: r",
    '/r',
  ],
  ['no items', '{"type":"array"}', 'Array has no items type: {"type":"array"}', ''],
  ['no values', '{"type":"map"}', 'Map has no values type: {"type":"map"}', ''],
  [
    'no symbols',
    '{"type":"enum","name":"E"}',
    'Enum has no symbols: {"type":"enum","name":"E"}',
    '',
  ],
  [
    'a symbol twice',
    '{"type":"enum","name":"E","symbols":["a","a"]}',
    'Duplicate enum symbol: a',
    '/symbols/1',
  ],
  [
    'a bad enum default',
    '{"type":"enum","name":"E","symbols":["a","b"],"default":"c"}',
    'The Enum Default: c is not in the enum symbol set: [a, b]',
    '/default',
  ],
  ['no size', '{"type":"fixed","name":"F"}', 'Invalid or no size: {"type":"fixed","name":"F"}', ''],
  [
    'a negative size',
    '{"type":"fixed","name":"F","size":-1}',
    'Malformed data. Length is negative: -1',
    '/size',
  ],
  [
    'a huge size',
    '{"type":"fixed","name":"F","size":2147483640}',
    'Cannot read arrays longer than 2147483639 bytes in Java library',
    '/size',
  ],
  ['a nested union', '["int",["null"]]', 'Nested union: ["int",["null"]]', '/1'],
  ['a branch twice', '["int","null","int"]', 'Duplicate in union:int', '/2'],
  ['a branch twice, once early', `["A",${record('')}]`, 'Duplicate in union:A', '/1'],
  [
    'another definition',
    `[{"type":"fixed","name":"x.F","size":1},{"type":"fixed","name":"x.F","size":2}]`,
    "Can't redefine: x.F",
    '/1',
  ],
]

describe('the first problem', () => {
  it.each(first)('is told for %s', (_rule, schema, message, pointer) => {
    const error = errorOf(schema, { mode: 'new' })
    expect(error.message).toBe(message)
    expect(error.problems).toHaveLength(1)
    expect(error.problems[0]).toMatchObject({ message, pointer })
  })

  it('has its place', () => {
    const [problem] = errorOf('{\n  "type": "fixed",\n  "name": "F",\n  "size": -1\n}').problems
    expect(problem).toMatchObject({ line: 4, column: 11, offset: 46 })
  })

  it('is that of the names after the parser in existing schemas', () => {
    const schema = record('{"name":"a-b","type":"int"}')
    expect(errorOf(schema, { mode: 'existing' }).message).toBe('Illegal character in: a-b')
    const undefinedToo = record('{"name":"a-b","type":"B"}')
    expect(errorOf(undefinedToo, { mode: 'existing' }).message).toBe('Undefined schema: B')
  })

  it('is not longer than anyone reads', () => {
    const { message } = errorOf(`{"a":"${'x'.repeat(100_000)}"}`)
    expect(message.length).toBeLessThan(3000)
  })
})

describe('all problems', () => {
  it('are told in one run, going on at the nearest place', () => {
    const schema = record(
      [
        '{"name":"a-b","type":"int","default":"x"}',
        '{"name":"c","type":["null","Unknown",["int"],5]}',
        '{"name":"d","type":{"type":"enum","name":"E","symbols":["1"],"default":"2"},"order":1}',
        '{"type":"int"}',
        '{"name":"e","type":"E","default":true}',
        '{"name":"f","type":"Unknown"}',
      ].join(),
    )
    const { problems } = errorOf(schema, { mode: 'new', allProblems: true })
    expect(problems.map(({ pointer, message }) => `${pointer} ${message}`)).toEqual([
      '/fields/0/name Illegal character in: a-b',
      '/fields/1/type/3 Schema not yet supported: 5',
      '/fields/2/type/symbols/0 Illegal initial character: 1',
      '/fields/2/type/default The Enum Default: 2 is not in the enum symbol set: [1]',
      '/fields/2/order No enum constant org.apache.avro.Schema.Field.Order.1',
      '/fields/3 No field name: {"type":"int"}',
      '/fields/4/default Invalid default for field e: true not a {"type":"enum","name":"E","symbols":["1"],"default":"2"}',
      '/fields/1/type/1 Undefined schema: Unknown',
      '/fields/5/type Undefined schema: Unknown',
    ])
  })

  it('are none for a good schema', () => {
    expect(parseSchema(record(''), { allProblems: true }).root.type).toBe('record')
  })

  it('stop at a hundred', () => {
    const schema = JSON.stringify(Array.from({ length: 1000 }, () => ({ type: 'fixed' })))
    expect(errorOf(schema, { allProblems: true }).problems).toHaveLength(100)
  })
})

describe('a hint', () => {
  it('is given for a type written beside a field', () => {
    const [problem] = errorOf(record('{"name":"a","type":"array","items":"int"}')).problems
    expect(problem?.hint).toContain('"type": {"type": "array", …}')
  })

  it('is given for a type in a type', () => {
    const [problem] = errorOf('{"type":{"type":"int"}}').problems
    expect(problem?.hint).toContain('has to be a name')
  })
})

function errorOf(
  schema: string,
  options: Parameters<typeof parseSchema>[1] = {},
): { message: string; problems: readonly SchemaProblem[] } {
  try {
    parseSchema(schema, options)
  } catch (error) {
    if (error instanceof InvalidSchemaError) return error
    throw error
  }
  throw new Error('the schema was accepted')
}
