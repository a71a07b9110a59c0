import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalString, resolvedString } from './canonical.ts'
import { equivalent } from './equivalence.ts'
import { normalizedString } from './normalized.ts'
import { parseSchema } from './parse.ts'
import { parsingCanonicalForm } from './parsing-form.ts'

const record = (fields: string, more = '') =>
  `{"type":"record","name":"A"${more},"fields":[${fields}]}`

const texts: readonly [rule: string, schema: string, canonical: string][] = [
  [
    'white space and comments go',
    ' { "type" : "map", // m\n "values" : [ "null" ] } ',
    '{"type":"map","values":["null"]}',
  ],
  [
    'a primitive without attributes is its name',
    '{"type":"int","doc":"d","name":"n","default":1}',
    '{"type":"int","default":1}',
  ],
  [
    'reserved attributes of another kind of type go',
    '{"type":"array","items":{"type":"string","size":1},"symbols":[],"values":1}',
    '{"type":"array","items":"string"}',
  ],
  [
    'members have a fixed order, attributes come last',
    '{"x":1,"values":"int","type":"map","a":2}',
    '{"type":"map","values":"int","x":1,"a":2}',
  ],
  [
    'a record has its own order',
    '{"aliases":["B"],"p":1,"fields":[],"doc":"d","namespace":"n","name":"A","type":"record"}',
    '{"type":"record","name":"A","namespace":"n","doc":"d","fields":[],"p":1,"aliases":["B"]}',
  ],
  [
    'an enum has its own order',
    '{"aliases":["x.B"],"p":1,"default":"a","symbols":["a"],"doc":"","name":"E","type":"enum"}',
    '{"type":"enum","name":"E","doc":"","symbols":["a"],"default":"a","p":1,"aliases":["x.B"]}',
  ],
  [
    'a fixed has its own order',
    '{"aliases":[],"p":1,"default":"a","size":1,"name":"F","type":"fixed"}',
    '{"type":"fixed","name":"F","size":1,"p":1,"default":"a"}',
  ],
  [
    'a field has its own order',
    record(
      '{"p":1,"aliases":["b","b"],"order":"IGNORE","default":1,"doc":"d","type":"int","name":"a"}',
    ),
    record(
      '{"name":"a","type":"int","doc":"d","default":1,"order":"ignore","aliases":["b"],"p":1}',
    ),
  ],
  [
    'the usual order of a field goes',
    record('{"name":"a","type":"int","order":"Ascending"}'),
    record('{"name":"a","type":"int"}'),
  ],
  [
    'an error stays one',
    '{"type":"error","name":"E","fields":[]}',
    '{"type":"error","name":"E","fields":[]}',
  ],
  [
    'a full name is split',
    '{"type":"fixed","name":"x.y.F","namespace":"z","size":1}',
    '{"type":"fixed","name":"F","namespace":"x.y","size":1}',
  ],
  [
    'the namespace around is not repeated',
    record('{"name":"a","type":{"type":"fixed","name":"n.F","size":1}}', ',"namespace":"n"'),
    record('{"name":"a","type":{"type":"fixed","name":"F","size":1}}', ',"namespace":"n"'),
  ],
  [
    'the null namespace inside another is written',
    record(
      '{"name":"a","type":{"type":"fixed","name":"F","namespace":"","size":1}}',
      ',"namespace":"n"',
    ),
    record(
      '{"name":"a","type":{"type":"fixed","name":"F","namespace":"","size":1}}',
      ',"namespace":"n"',
    ),
  ],
  [
    'a second use is the shortest name',
    record(
      '{"name":"a","type":"n.A"},{"name":"b","type":{"type":"fixed","name":"m.F","size":1}},{"name":"c","type":"m.F"}',
      ',"namespace":"n"',
    ),
    record(
      '{"name":"a","type":"A"},{"name":"b","type":{"type":"fixed","name":"F","namespace":"m","size":1}},{"name":"c","type":"m.F"}',
      ',"namespace":"n"',
    ),
  ],
  [
    'a name like a word for a type stays full',
    '[{"type":"record","name":"n.array","fields":[{"name":"a","type":{"type":"n.array"}}]}]',
    '[{"type":"record","name":"array","namespace":"n","fields":[{"name":"a","type":"n.array"}]}]',
  ],
  [
    'aliases are the shortest names',
    '{"type":"fixed","name":"n.F","size":1,"aliases":["n.G","m.H",".I","n.int","G"]}',
    '{"type":"fixed","name":"F","namespace":"n","size":1,"aliases":["G","m.H","I","n.int"]}',
  ],
  [
    'an equal definition becomes a use',
    record(
      '{"name":"a","type":{"type":"fixed","name":"F","size":1}},{"name":"b","type":{"type":"fixed","name":"F","size":1,"doc":"d"}}',
    ),
    record('{"name":"a","type":{"type":"fixed","name":"F","size":1}},{"name":"b","type":"F"}'),
  ],
  [
    'attributes keep their order',
    '{"type":"int","10":1,"2":{"b":1,"a":2,"1":3}}',
    '{"type":"int","10":1,"2":{"b":1,"a":2,"1":3}}',
  ],
  [
    'a logical type is an attribute like others',
    '{"type":"bytes","scale":2,"precision":4,"logicalType":"decimal"}',
    '{"type":"bytes","scale":2,"precision":4,"logicalType":"decimal"}',
  ],
  [
    'a logical type of a record or array comes first',
    '{"type":"record","name":"V","fields":[{"name":"value","type":"bytes"},{"name":"metadata","type":"bytes"}],"p":1,"logicalType":"variant"}',
    '{"type":"record","name":"V","fields":[{"name":"value","type":"bytes"},{"name":"metadata","type":"bytes"}],"logicalType":"variant","p":1}',
  ],
  [
    'strings are escaped where they must be',
    '{"type":"int","a":"\\u00e9\\/\\"\\\\\\b\\f\\n\\r\\t\\u001f\\u007f\\u2028"}',
    '{"type":"int","a":"é/\\"\\\\\\b\\f\\n\\r\\t\\u001F\u007f\u2028"}',
  ],
  [
    'numbers have the form of Java',
    '{"type":"int","a":[-0,1.0,1E3,1.50,1e7,0.0001,1e400,-1e400,12345678901234567890]}',
    '{"type":"int","a":[0,1.0,1000.0,1.5,1.0E7,1.0E-4,"Infinity","-Infinity",12345678901234567890]}',
  ],
  [
    'texts become numbers for double',
    record(
      '{"name":"a","type":"double","default":"1e1"},{"name":"b","type":"float","default":"NaN"}',
    ),
    record(
      '{"name":"a","type":"double","default":10.0},{"name":"b","type":"float","default":"NaN"}',
    ),
  ],
  [
    'texts stay texts in a union',
    record('{"name":"a","type":["string","double"],"default":"1"}'),
    record('{"name":"a","type":["string","double"],"default":"1"}'),
  ],
]

describe('canonicalString', () => {
  it.each(texts)('%s', (_rule, schema, canonical) => {
    expect(canonicalString(parseSchema(schema))).toBe(canonical)
  })

  it('defines a type nested in a referenced one where it is used directly', () => {
    const outer =
      '{"type":"record","name":"O","fields":[{"name":"i","type":{"type":"fixed","name":"I","size":1}}]}'
    const schema = parseSchema('["O","I"]', { references: [outer] })
    expect(canonicalString(schema)).toBe('["O",{"type":"fixed","name":"I","size":1}]')
    expect(resolvedString(schema)).toBe(`[${outer},"I"]`)
  })

  it('reads as an equivalent schema with the same canonical string', () => {
    fc.assert(
      fc.property(schemas, (json) => {
        const schema = parseSchema(JSON.stringify(json), { mode: 'new' })
        const canonical = canonicalString(schema)
        const again = parseSchema(canonical, { mode: 'new' })
        expect(canonicalString(again)).toBe(canonical)
        expect(equivalent(schema, again)).toBe(true)
        expect(parsingCanonicalForm(again.root)).toBe(parsingCanonicalForm(schema.root))
      }),
    )
  })
})

describe('normalizedString', () => {
  it('is its own normal form and does not change the parsing form', () => {
    fc.assert(
      fc.property(schemas, (json) => {
        const schema = parseSchema(JSON.stringify(json))
        const normalized = parseSchema(normalizedString(schema))
        expect(normalizedString(normalized)).toBe(canonicalString(normalized))
        expect(parsingCanonicalForm(normalized.root)).toBe(parsingCanonicalForm(schema.root))
      }),
    )
  })

  it('is the same for schemas that differ in the order of attributes', () => {
    fc.assert(
      fc.property(schemas, (json) => {
        const reversed = parseSchema(JSON.stringify(withReversedKeys(json)))
        expect(normalizedString(reversed)).toBe(normalizedString(parseSchema(JSON.stringify(json))))
      }),
    )
  })
})

type Value = null | boolean | number | string | Value[] | { [key: string]: Value }

function withReversedKeys(value: Value): Value {
  if (Array.isArray(value)) return value.map(withReversedKeys)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, member]) => [key, withReversedKeys(member)])
  return Object.fromEntries(entries.reverse())
}

/** Schemas whose named types get their names afterwards, in the order of the text. */
const schemas = schemaArbitrary().map((schema) => named(schema, { next: 0 }))

function schemaArbitrary(): fc.Arbitrary<Value> {
  // Records and arrays must not have attributes with integers beyond 64 bits.
  const shrink = (_key: string, inner: unknown) =>
    typeof inner === 'number' ? inner % 1e15 : inner
  const value = fc.json({ maxDepth: 2 }).map((text): Value => JSON.parse(text, shrink))
  const attributes = fc.dictionary(fc.constantFrom('p', 'q', '10', '2'), value, { maxKeys: 3 })
  const primitive = fc.constantFrom(
    'null',
    'boolean',
    'int',
    'long',
    'float',
    'double',
    'bytes',
    'string',
  )
  const doc = fc.option(fc.string(), { nil: 5 })
  const { schema } = fc.letrec<{ schema: Value }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      primitive,
      fc.tuple(attributes, primitive).map(([props, type]) => ({ ...props, type })),
      fc
        .tuple(attributes, doc)
        .map(([props, text]) => ({ ...props, doc: text, type: 'fixed', size: 3 })),
      fc
        .tuple(attributes, tie('schema'))
        .map(([props, items]) => ({ ...props, type: 'array', items })),
      fc
        .tuple(attributes, tie('schema'))
        .map(([props, values]) => ({ ...props, type: 'map', values })),
      fc
        .tuple(attributes, doc, fc.array(fc.tuple(attributes, tie('schema')), { maxLength: 4 }))
        .map(([props, text, fields]) => ({
          ...props,
          type: 'record',
          doc: text,
          fields: fields.map(([fieldProps, type], index) => ({
            ...fieldProps,
            name: `f${index}`,
            type,
          })),
        })),
    ),
  }))
  return schema
}

function named(value: Value, counter: { next: number }): Value {
  if (Array.isArray(value)) return value.map((item) => named(item, counter))
  if (value === null || typeof value !== 'object') return value
  const isNamed = value.type === 'fixed' || value.type === 'record'
  const name = isNamed ? { name: `N${counter.next++}`, namespace: `n${counter.next % 2}` } : {}
  const parts = ['items', 'values', 'fields', 'type'].filter((key) => key in value)
  const inner = Object.fromEntries(parts.map((key) => [key, named(value[key] ?? null, counter)]))
  return { ...value, ...name, ...inner }
}
