import { describe, expect, it } from 'vitest'
import { parseSchema, type ValidationMode } from './parse.ts'

const MODES = ['plain', 'new', 'existing'] as const

/** A record A with the given fields. */
const record = (fields: string, more = '') =>
  `{"type":"record","name":"A","fields":[${fields}]${more}}`
const field = (type: string, more = '') => record(`{"name":"a","type":${type}${more}}`)
const withDefault = (type: string, value: string) => field(type, `,"default":${value}`)
const pair =
  '{"type":"record","name":"P","fields":[{"name":"x","type":"int"},{"name":"y","type":"int","default":0}]}'

type Rule = readonly [rule: string, schema: string]

const acceptedAlways: readonly Rule[] = [
  ['a primitive by its name', '"string"'],
  ['a primitive as an object', '{"type":"long"}'],
  ['comments and white space', ' // a\n{"type":/* b */"int"} '],
  ['repeated keys, the last of which counts', '{"type":"nothing","type":"int"}'],
  ['an array and a map', '{"type":"array","items":{"type":"map","values":"bytes"}}'],
  ['a field type of an object', field('{"type":"array","items":"int"}')],
  ['a field type of a union', field('["null","int"]')],
  ['a record without fields', record('')],
  ['an error instead of a record', '{"type":"error","name":"A","fields":[]}'],
  ['a record that contains itself', field('"A"')],
  ['a recursive list', field('["null","A"]', ',"default":null')],
  ['a reference as an object', record('{"name":"a","type":{"type":"A"}}')],
  ['an empty union', '[]'],
  [
    'named types in a union by their full names',
    `[${record('')},${record('', ',"namespace":"x"')}]`,
  ],
  ['an enum without symbols', '{"type":"enum","name":"E","symbols":[]}'],
  ['an enum default', '{"type":"enum","name":"E","symbols":["a","b"],"default":"b"}'],
  ['an enum default that is no string', '{"type":"enum","name":"E","symbols":["a"],"default":1}'],
  [
    'symbols named like object properties',
    '{"type":"enum","name":"E","symbols":["constructor","__proto__"]}',
  ],
  ['a fixed of no bytes', '{"type":"fixed","name":"F","size":0}'],
  ['the largest fixed', '{"type":"fixed","name":"F","size":2147483639}'],
  ['a full name and a namespace', '{"type":"fixed","name":"x.F","namespace":"y","size":1}'],
  ['a name with a leading dot', '{"type":"fixed","name":".F","namespace":"y","size":1}'],
  ['a namespace that is no string', '{"type":"fixed","name":"F","namespace":5,"size":1}'],
  ['a type in a namespace named like a primitive', '{"type":"fixed","name":"x.int","size":1}'],
  ['types named like words for types', '{"type":"fixed","name":"array","size":1}'],
  ['types named like object properties', '{"type":"fixed","name":"__proto__","size":1}'],
  [
    'a type of the null namespace used in another',
    `[{"type":"fixed","name":"F","size":1},{"type":"record","name":"x.A","fields":[{"name":"a","type":"F"}]}]`,
  ],
  ['use before definition', `[${field('"F"')},{"type":"fixed","name":"F","size":1}]`],
  [
    'an equal definition again',
    record(
      `{"name":"a","type":{"type":"fixed","name":"F","size":1}},{"name":"b","type":{"type":"fixed","name":"F","size":1,"doc":"d","aliases":["G"]}}`,
    ),
  ],
  ['orders in any letters', field('"int"', ',"order":"DescENDing"')],
  ['a doc that is no string', field('"int"', ',"doc":5')],
  ['field aliases of any characters', field('"int"', ',"aliases":["a-b","","a"]')],
  ['aliases that repeat or collide', record('', ',"aliases":["A","int","B","B"]')],
  ['attributes of all kinds', record('', ',"a":null,"b":[1,{"c":1.5}],"10":9223372036854775807')],
  [
    'integers of any size among the attributes of a field',
    field('"int"', ',"huge":99999999999999999999'),
  ],
  [
    'integers of any size among the attributes of a primitive',
    '{"type":"int","huge":99999999999999999999}',
  ],
  ['a logical type that does not suit', '{"type":"string","logicalType":"decimal","precision":-1}'],
  ['null as default', withDefault('"null"', 'null')],
  ['integers for float and double', `[${withDefault('"float"', '1')},"double"]`],
  ['an integer beyond 64 bits for double', withDefault('"double"', '99999999999999999999')],
  ['texts of numbers for double', withDefault('"double"', '" -Infinity "')],
  ['any text for bytes', withDefault('"bytes"', '"\\u0100"')],
  [
    'a text of another length for fixed',
    withDefault('{"type":"fixed","name":"F","size":1}', '"abc"'),
  ],
  ['a text that is no symbol', withDefault('{"type":"enum","name":"E","symbols":["a"]}', '"b"')],
  ['any branch of a union', withDefault('["null","string",{"type":"array","items":"int"}]', '[1]')],
  ['an empty array', withDefault('{"type":"array","items":"int"}', '[]')],
  [
    'a map of suitable values',
    withDefault('{"type":"map","values":["null","int"]}', '{"a":1,"b":null}'),
  ],
  ['a record with the fields that need a value', withDefault(pair, '{"x":1,"other":"ignored"}')],
  [
    'an object for a type defined later',
    `[${withDefault('"B"', '{"b":1}')},{"type":"record","name":"B","fields":[{"name":"b","type":"int"}]}]`,
  ],
  ['an empty list of the record itself', withDefault('{"type":"array","items":"A"}', '[]')],
]

const refusedAlways: readonly Rule[] = [
  ['an empty text', ' '],
  ['text that is no JSON', 'string'],
  ['content after the schema', '"int" "int"'],
  ['a comment after the schema', '"int" // x'],
  ['null', 'null'],
  ['a number', '42'],
  ['an object without type', '{}'],
  ['a type that is an object', '{"type":{"type":"int"}}'],
  ['a type that is a union', '{"type":["null","int"]}'],
  ['an object in a field type whose type is an object', field('{"type":{"type":"int"}}')],
  ['a type written beside a field', field('"array"', ',"items":"int"')],
  ['an unknown type', '"strin"'],
  ['an unknown type in a record', field('"B"')],
  ['words for types in other letters', '"String"'],
  ['a reference with a leading dot', record(`{"name":"a","type":".A"}`)],
  ['a simple name for a type in another namespace', `[{"type":"fixed","name":"x.F","size":1},"F"]`],
  ['a record without name', '{"type":"record","fields":[]}'],
  ['a name that is null', '{"type":"record","name":null,"fields":[]}'],
  ['an empty name', '{"type":"fixed","name":"","size":1}'],
  ['a name that ends in a dot', '{"type":"fixed","name":"x.","size":1}'],
  ['a type named like a primitive', '{"type":"fixed","name":"int","size":1}'],
  ['a hyphen in a name', '{"type":"fixed","name":"a-b","size":1}'],
  ['a hyphen in a field', record('{"name":"a-b","type":"int"}')],
  ['a hyphen in a symbol', '{"type":"enum","name":"E","symbols":["a-b"]}'],
  ['a record without a list of fields', '{"type":"record","name":"A","fields":{}}'],
  ['a field that is no object', record('"int"')],
  ['a field without name', record('{"type":"int"}')],
  ['a field without type', record('{"name":"a"}')],
  ['a field type of null', field('null')],
  ['two fields of one name', record('{"name":"a","type":"int"},{"name":"a","type":"int"}')],
  ['an unknown order', field('"int"', ',"order":"up"')],
  ['an order that is no string', field('"int"', ',"order":null')],
  ['aliases that are no list', record('', ',"aliases":"B"')],
  ['an alias that is no string', record('', ',"aliases":[null]')],
  ['field aliases that are no list', field('"int"', ',"aliases":null')],
  [
    'an integer beyond 64 bits among the attributes of a record',
    record('', ',"a":[{"b":99999999999999999999}]'),
  ],
  [
    'an integer beyond 64 bits among the attributes of an array',
    '{"type":"array","items":"int","a":-99999999999999999999}',
  ],
  [
    'an integer beyond 64 bits among the attributes of a map',
    '{"type":"map","values":"int","a":99999999999999999999}',
  ],
  ['an array without items', '{"type":"array"}'],
  ['a map without values', '{"type":"map"}'],
  ['an enum without a list of symbols', '{"type":"enum","name":"E","symbols":"a"}'],
  ['a symbol twice', '{"type":"enum","name":"E","symbols":["a","a"]}'],
  ['a symbol that is no string', '{"type":"enum","name":"E","symbols":[1]}'],
  [
    'an enum default that is no symbol',
    '{"type":"enum","name":"E","symbols":["a"],"default":"toString"}',
  ],
  ['a fixed without size', '{"type":"fixed","name":"F"}'],
  ['a negative size', '{"type":"fixed","name":"F","size":-1}'],
  ['a size with a point', '{"type":"fixed","name":"F","size":1.0}'],
  ['a size in a string', '{"type":"fixed","name":"F","size":"1"}'],
  ['a size beyond what Java can hold', '{"type":"fixed","name":"F","size":2147483640}'],
  ['a union in a union', '["null",["int"]]'],
  ['a type twice in a union', '["int",{"type":"int","logicalType":"date"}]'],
  ['two arrays in a union', '[{"type":"array","items":"int"},{"type":"array","items":"long"}]'],
  ['a name twice in a union', `[${record('')},${record('')}]`],
  ['a name twice in a union, once before its definition', `["A",${record('')}]`],
  [
    'another definition of a name',
    record(
      `{"name":"a","type":{"type":"fixed","name":"F","size":1}},{"name":"b","type":{"type":"fixed","name":"F","size":2}}`,
    ),
  ],
  [
    'a definition again with other attributes',
    record(
      `{"name":"a","type":{"type":"fixed","name":"F","size":1}},{"name":"b","type":{"type":"fixed","name":"F","size":1,"x":1}}`,
    ),
  ],
  ['a definition of the record around', field('{"type":"record","name":"A","fields":[]}')],
  ['a text that is no number for double', withDefault('"double"', '"abc"')],
]

/** Refused with defaults checked, accepted by `existing`. */
const badDefaults: readonly Rule[] = [
  ['a text for int', withDefault('"int"', '"1"')],
  ['a point for int', withDefault('"int"', '1.0')],
  ['an exponent for long', withDefault('"long"', '1e2')],
  ['33 bits for int', withDefault('"int"', '2147483648')],
  ['65 bits for long', withDefault('"long"', '9223372036854775808')],
  ['null for string', withDefault('"string"', 'null')],
  ['a number for bytes', withDefault('"bytes"', '1')],
  ['a number for an enum', withDefault('{"type":"enum","name":"E","symbols":["a"]}', '0')],
  ['a text for boolean', withDefault('"boolean"', '"true"')],
  ['false for null', withDefault('"null"', 'false')],
  ['true for double', withDefault('"double"', 'true')],
  ['an object for an array', withDefault('{"type":"array","items":"int"}', '{}')],
  ['an item of another type', withDefault('{"type":"array","items":"int"}', '[1,"2"]')],
  ['an array for a map', withDefault('{"type":"map","values":"int"}', '[]')],
  ['a value of another type', withDefault('{"type":"map","values":"int"}', '{"a":1,"b":null}')],
  ['no branch of a union', withDefault('["null","int"]', '"x"')],
  ['a branch named as in JSON encoding', withDefault('["null","int"]', '{"int":1}')],
  ['an empty union', withDefault('[]', 'null')],
  ['a record without a field that needs a value', withDefault(pair, '{"y":1}')],
  ['a record with a field of another type', withDefault(pair, '{"x":1,"y":"1"}')],
  ['null for a record', withDefault(pair, 'null')],
  [
    'a text for an enum defined later',
    `[${withDefault('"E"', '"a"')},{"type":"enum","name":"E","symbols":["a"]}]`,
  ],
  [
    'an object that does not suit a type defined later',
    `[${withDefault('"B"', '{}')},{"type":"record","name":"B","fields":[{"name":"b","type":"int"}]}]`,
  ],
  ['the record itself as its default', withDefault('"A"', '{}')],
  [
    'the record itself in a branch, which is not complete yet',
    withDefault('["null","A"]', '{"a":null}'),
  ],
]

const byMode: readonly [rule: string, schema: string, ...accepting: ValidationMode[]][] = [
  ['letters of other scripts', '{"type":"fixed","name":"Größe","size":1}', 'plain', 'existing'],
  [
    'letters of other scripts in namespaces',
    '{"type":"fixed","name":"größe.F","size":1}',
    'plain',
    'existing',
  ],
  ['hyphens in namespaces', '{"type":"fixed","name":"F","namespace":"a-b.c","size":1}', 'existing'],
  ['empty parts of namespaces', '{"type":"fixed","name":"a..F","size":1}', 'existing'],
  ['hyphens in aliases', '{"type":"fixed","name":"F","size":1,"aliases":["a-b"]}', 'existing'],
  [
    'hyphens in namespaces of aliases',
    '{"type":"fixed","name":"F","size":1,"aliases":["a-b.C"]}',
    'plain',
    'new',
    'existing',
  ],
]

describe('parseSchema', () => {
  it.each(acceptedAlways)('accepts %s', (_rule, schema) => {
    expect(acceptingModes(schema)).toEqual(MODES)
  })

  it.each(refusedAlways)('refuses %s', (_rule, schema) => {
    expect(acceptingModes(schema)).toEqual([])
  })

  it.each(badDefaults)(
    'checks defaults of schemas that are not registered yet: %s',
    (_rule, schema) => {
      expect(acceptingModes(schema)).toEqual(['existing'])
    },
  )

  it.each(byMode)('judges by mode: %s', (_rule, schema, ...accepting) => {
    expect(acceptingModes(schema)).toEqual(accepting)
  })

  it('is plain by default', () => {
    expect(parseSchema('{"type":"fixed","name":"Größe","size":1}').root).toMatchObject({
      name: 'Größe',
    })
    expect(() => parseSchema(withDefault('"int"', '"x"'))).toThrow('Invalid default')
  })

  it('gives the schema as it was written', () => {
    const { root, types, source } = parseSchema(`
      {"type": "record", "name": "A", "namespace": "x", "doc": "d", "aliases": ["B", "y.C", ".D"],
       "fields": [{"name": "f", "type": ["null", "A"], "default": null, "order": "ignore",
                   "aliases": ["g"], "doc": "e", "k": 1}]}`)
    expect(root).toMatchObject({
      type: 'record',
      fullName: 'x.A',
      name: 'A',
      namespace: 'x',
      doc: 'd',
      aliases: ['x.B', 'y.C', 'D'],
      isError: false,
    })
    if (root.type !== 'record') throw new Error('not a record')
    const [f] = root.fields
    expect(f).toMatchObject({ name: 'f', doc: 'e', order: 'ignore', aliases: ['g'] })
    expect(f?.props.get('k')).toMatchObject({ kind: 'number', lexeme: '1' })
    expect(f?.type.type === 'union' && f.type.branches[1]).toBe(root)
    expect(types.get('x.A')).toBe(root)
    expect(source.text.startsWith('{"type"', root.at)).toBe(true)
    expect(source.text.startsWith('{"name": "f"', f?.at)).toBe(true)
  })

  it('reads a text for double as the number it spells', () => {
    const lexemes = ['"1.50"', '"1e7"', '"NaN"', '"-Infinity"'].map((text) => {
      const { root } = parseSchema(withDefault('"double"', text))
      return root.type === 'record' && root.fields[0]?.default
    })
    expect(lexemes).toMatchObject([
      { kind: 'number', lexeme: '1.5' },
      { kind: 'number', lexeme: '1.0E7' },
      { kind: 'number', lexeme: 'NaN' },
      { kind: 'number', lexeme: '-Infinity' },
    ])
  })
})

function acceptingModes(schema: string): ValidationMode[] {
  return MODES.filter((mode) => {
    try {
      parseSchema(schema, { mode })
      return true
    } catch (error) {
      expect(error).toMatchObject({ name: 'InvalidSchemaError' })
      return false
    }
  })
}
