import { InvalidSchemaError, parseSchema } from '@magicbyte/avro'
import { expect, test } from 'vitest'
import { idlToProtocol, idlToSchemas } from './convert-idl.ts'
import { IdlNestingError } from './json-writer.ts'
import type { IdlOptions } from './link.ts'
import { parseIdl } from './parse-idl.ts'

const schemas = (text: string, options?: IdlOptions) =>
  idlToSchemas(parseIdl(text, { file: 'main.avdl' }), options)

const protocol = (text: string, options?: IdlOptions) =>
  idlToProtocol(parseIdl(text, { file: 'main.avdl' }), options)

const filesOf = (files: Record<string, string>): IdlOptions => {
  const map = new Map(Object.entries(files))
  return { readFile: (path) => map.get(path) }
}

const complaints = (text: string, options?: IdlOptions) =>
  schemas(text, options).problems.map(
    ({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`,
  )

/** The JSON of the only field of a record. */
function field(declaration: string): string | undefined {
  const { problems, types } = schemas(`record R { ${declaration} } enum E { A } fixed F(2);`)
  expect(problems).toEqual([])
  const text = types.find(({ fullName }) => fullName === 'R')?.toJson().text
  return text && /"fields":\[\{"name":"a",?(.*)\}\]\}$/.exec(text)?.[1]
}

test.each([
  ['a primitive', 'int a;', '"type":"int"'],
  ['an optional type has null first', 'int? a;', '"type":["null","int"]'],
  [
    'null comes last when the default is another',
    'int? a = 1;',
    '"type":["int","null"],"default":1',
  ],
  ['a null default leaves null first', 'int? a = null;', '"type":["null","int"],"default":null'],
  [
    'null comes first in collections',
    'array<int?> a = [1];',
    '"type":{"type":"array","items":["null","int"]},"default":[1]',
  ],
  ['date', 'date a;', '"type":{"type":"int","logicalType":"date"}'],
  ['time_ms is an int', 'time_ms a;', '"type":{"type":"int","logicalType":"time-millis"}'],
  ['timestamp_ms', 'timestamp_ms a;', '"type":{"type":"long","logicalType":"timestamp-millis"}'],
  [
    'local_timestamp_ms',
    'local_timestamp_ms a;',
    '"type":{"type":"long","logicalType":"local-timestamp-millis"}',
  ],
  ['uuid', 'uuid a;', '"type":{"type":"string","logicalType":"uuid"}'],
  [
    'a decimal has a scale',
    'decimal(5) a;',
    '"type":{"type":"bytes","logicalType":"decimal","precision":5,"scale":0}',
  ],
  [
    'an annotated decimal too',
    '@logicalType("decimal") @precision(9) bytes a;',
    '"type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":0}',
  ],
  [
    'annotations before the type are its own',
    '@p({"x": 0x10}) string a;',
    '"type":{"type":"string","p":{"x":16}}',
  ],
  [
    'of an optional type they go to the other type',
    '@p(1) string? a;',
    '"type":["null",{"type":"string","p":1}]',
  ],
  [
    "annotations before the name are the field's",
    'string @p(1) @order("Ignore") @aliases(["b"]) a;',
    '"type":"string","order":"ignore","aliases":["b"],"p":1',
  ],
  [
    'numbers keep their digits',
    'long a = 9007199254740993;',
    '"type":"long","default":9007199254740993',
  ],
  ['no zero is lost', 'double a = 1.50;', '"type":"double","default":1.50'],
  ['NaN is a string in JSON', 'double a = NaN;', '"type":"double","default":"NaN"'],
  [
    'names of prototypes are names',
    'map<int> a = {"__proto__": 1};',
    '"type":{"type":"map","values":"int"},"default":{"__proto__":1}',
  ],
])('%s', (_, declaration, json) => {
  expect(field(declaration)).toBe(json)
})

test('types are defined where they are first used and named from then on', () => {
  const text = 'namespace n; record A { m.B b; m.B? c; } @namespace("m") record B { n.A? a; B? b; }'
  const { problems, types } = schemas(text)
  expect(problems).toEqual([])
  expect(types[0]?.toJson().text).toBe(
    '{"type":"record","name":"A","namespace":"n","fields":[' +
      '{"name":"b","type":{"type":"record","name":"B","namespace":"m","fields":[' +
      '{"name":"a","type":["null","n.A"]},{"name":"b","type":["null","B"]}]}},' +
      '{"name":"c","type":["null","m.B"]}]}',
  )
})

test.each([
  [
    'several problems of all kinds at their places',
    'record R { Strnig a; int b = "x"; int c; int c; union { int, int } d; F e = "abc"; E f = "Z"; }\nfixed F(2); enum E { A, A }',
    [
      'main.avdl:1:12 UNKNOWN_TYPE',
      'main.avdl:1:30 INVALID_DEFAULT',
      'main.avdl:1:46 DUPLICATE_FIELD',
      'main.avdl:1:62 INVALID_UNION',
      'main.avdl:2:25 INVALID_ENUM',
    ],
  ],
  [
    'a fixed default has the length of the type',
    'record R { F a = "abc"; } fixed F(2);',
    ['main.avdl:1:18 INVALID_DEFAULT'],
  ],
  [
    'an enum default is a symbol',
    'record R { E a = "Z"; } enum E { A }',
    ['main.avdl:1:18 INVALID_DEFAULT'],
  ],
  [
    'a bytes default holds bytes',
    'record R { bytes a = "\\u0100"; }',
    ['main.avdl:1:22 INVALID_DEFAULT'],
  ],
  ['NaN is no text', 'record R { string a = NaN; }', ['main.avdl:1:23 INVALID_DEFAULT']],
  [
    'a type is not defined twice in different ways',
    'record R { int a; } record R { int b; }',
    ['main.avdl:1:28 REDEFINED_TYPE'],
  ],
  ['the same again is no problem', 'record R { int a; } /** d */ record R { int a; }', []],
  [
    'references are not annotated',
    'record R { @p(1) S s; } record S {}',
    ['main.avdl:1:12 IDL_ANNOTATION'],
  ],
  [
    'attributes of Avro are not set by annotations',
    '@doc("x") record R {}',
    ['main.avdl:1:1 IDL_ANNOTATION'],
  ],
  ['keywords of types are no names', 'record uuid {}', ['main.avdl:1:8 INVALID_NAME']],
  ['names have no dashes', 'record R { int a-b; }', ['main.avdl:1:16 INVALID_NAME']],
  [
    'a misplaced order is told',
    'record R { @order("ignore") int a; }',
    ['main.avdl:1:12 IDL_ANNOTATION_LOST'],
  ],
  [
    'lost and repeated annotations are told',
    'record R { @p(1) @p(2) union { int } a; }',
    ['main.avdl:1:12 IDL_ANNOTATION_LOST', 'main.avdl:1:18 IDL_ANNOTATION_LOST'],
  ],
  [
    'the documentation of symbols is told to be lost',
    'enum E { /** a */ A }',
    ['main.avdl:1:10 IDL_SYMBOL_DOC'],
  ],
])('%s', (_, text, expected) => {
  expect(complaints(text)).toEqual(expected)
})

test('a hint names the type that is likely to be meant', () => {
  const { problems } = schemas('record Order {} record R { Oder a; array b; }')
  expect(problems.map(({ hint }) => hint)).toEqual(['Did you mean Order?', 'Write array<type>'])
})

test('every value of the JSON knows its place in the IDL', () => {
  const text = 'namespace n; record R { int a = 1; S s; } record S { string b = "x"; }'
  const json = schemas(text).types[0]?.toJson()
  const places = json?.places()
  const shown = (pointer: string) => {
    const place = places?.get(pointer)
    return place && text.slice(place.offset, place.end)
  }
  expect(shown('/name')).toBe('R')
  expect(shown('/fields/0/default')).toBe('1')
  expect(shown('/fields/1/type/fields/0/default')).toBe('"x"')
  expect(json?.placeAt(json.text.indexOf('"x"'))).toMatchObject({
    file: 'main.avdl',
    offset: text.indexOf('"x"'),
  })
})

test('a main schema may be of any type', () => {
  const { main, toJson } = schemas('schema array<R>; record R { R? next; }')
  expect(main?.text).toBe(
    '{"type":"array","items":{"type":"record","name":"R","fields":[{"name":"next","type":["null","R"]}]}}',
  )
  expect(toJson()?.text).toBe(main?.text)
})

test('a protocol holds types, messages and what it imports of both', () => {
  const text = `/** d */ @namespace("n") @v(1) protocol P {
    import idl "sub/other.avdl";
    import protocol "p.avpr";
    import schema "s.avsc";
    void fire(/** x */ int a = 1) oneway;
    @q(2) string? ask(Imported i) throws Failure;
  }`
  const files = filesOf({
    'sub/other.avdl':
      '@namespace("n") protocol O { import idl "../third.avdl"; error Failure {} void other(); }',
    'third.avdl': 'namespace n; import idl "main.avdl"; record Third { Failure f; }',
    'p.avpr':
      '{"protocol":"Q","namespace":"n","types":[{"type":"enum","name":"Imported","symbols":[]}],"messages":{"q":{"request":[],"response":"Imported"}}}',
    's.avsc': '{"type":"fixed","name":"n.F","size":1}',
  })
  const { problems, imports, protocol: json } = protocol(text, files)
  expect(problems).toEqual([])
  expect(imports).toEqual(['sub/other.avdl', 'third.avdl', 'p.avpr', 's.avsc'])
  expect(JSON.parse(json?.text ?? '')).toEqual({
    protocol: 'P',
    namespace: 'n',
    doc: 'd',
    v: 1,
    types: [
      {
        type: 'record',
        name: 'Third',
        fields: [{ name: 'f', type: { type: 'error', name: 'Failure', fields: [] } }],
      },
      { type: 'enum', name: 'Imported', symbols: [] },
      { type: 'fixed', name: 'F', size: 1 },
    ],
    messages: {
      other: { request: [], response: 'null' },
      q: { request: [], response: 'Imported' },
      fire: {
        request: [{ name: 'a', type: 'int', doc: 'x', default: 1 }],
        response: 'null',
        'one-way': true,
      },
      ask: {
        q: 2,
        request: [{ name: 'i', type: 'Imported' }],
        response: ['null', 'string'],
        errors: ['Failure'],
      },
    },
  })
})

test.each([
  ['a default of a parameter', 'void a(int x = "y");', 'INVALID_DEFAULT'],
  ['a result of a one-way message', 'int a() oneway;', 'IDL_MESSAGE'],
  ['a second message of a name', 'void a(); void a();', 'IDL_MESSAGE'],
  ['an unknown error', 'void a() throws B;', 'UNKNOWN_TYPE'],
  ['a repeated parameter', 'void a(int b, int b);', 'DUPLICATE_FIELD'],
])('in a protocol %s is found', (_, message, rule) => {
  const result = protocol(`protocol P { ${message} }`)
  expect(result.problems).toMatchObject([{ rule, severity: 'error' }])
  expect(result.protocol).toBeUndefined()
})

test('files that import each other use the types of each other', () => {
  const files = filesOf({
    'a.avdl': 'import idl "b.avdl"; record A { B? b; }',
    'b.avdl': 'import idl "a.avdl"; record B { A? a; }',
  })
  const { problems, types } = schemas('schema R; import idl "a.avdl"; record R { A a; }', files)
  expect(problems).toEqual([])
  expect(types.map(({ fullName, isImported }) => [fullName, isImported])).toEqual([
    ['B', true],
    ['A', true],
    ['R', false],
  ])
})

test('what is not beside the importing file is looked for in the import folders', () => {
  const files = filesOf({ 'lib/x.avdl': 'record X {}' })
  const text = 'import idl "x.avdl"; record R { X x; }'
  expect(complaints(text, { ...files, importDirs: ['lib'] })).toEqual([])
  expect(complaints(text, files)).toEqual([
    'main.avdl:1:12 IDL_IMPORT',
    'main.avdl:1:33 UNKNOWN_TYPE',
  ])
  expect(complaints(text)).toEqual(['main.avdl:1:12 IDL_IMPORT', 'main.avdl:1:33 UNKNOWN_TYPE'])
})

test('problems of imported files are told with their places', () => {
  const files = filesOf({
    'a.avdl': 'record A {\n  int a = "x";\n}',
    'b.avsc': '{"type":"record","name":"B","fields":[{"name":"f","type":"Nope"}]}',
    'c.avsc': '{',
  })
  const text = 'import idl "a.avdl"; import schema "b.avsc"; import schema "c.avsc";'
  expect(complaints(text, files)).toEqual([
    'c.avsc:1:2 JSON_SYNTAX',
    'b.avsc:1:58 UNKNOWN_TYPE',
    'a.avdl:2:11 INVALID_DEFAULT',
  ])
})

test('imported types may be left out of the schema of a file', () => {
  const files = filesOf({ 'a.avdl': 'namespace n; record A {}' })
  const { toJson } = schemas('import idl "a.avdl"; record R { n.A a; }', files)
  expect(toJson({ imported: 'named' })?.text).toBe(
    '{"type":"record","name":"R","fields":[{"name":"a","type":"n.A"}]}',
  )
})

test('documentation of symbols is kept beside the schema', () => {
  const { types } = schemas('enum E { /** first */ constructor, B }')
  expect(types[0]?.symbolDocs).toEqual(new Map([['constructor', 'first']]))
})

test('a chain of types that would nest too deeply is refused by a typed error', () => {
  const count = 400
  const chain = Array.from({ length: count }, (_, index) =>
    index === 0 ? 'record R0 { int x; }' : `record R${index} { R${index - 1} r; }`,
  )
  const { problems, types } = schemas(chain.join('\n'))
  expect(problems).toEqual([])
  expect(() => types[count - 1]?.toJson()).toThrow(IdlNestingError)
  const main = schemas(`schema R${count - 1};\n${chain.join('\n')}`)
  expect(main.problems).toMatchObject([{ rule: 'IDL_LIMIT' }])
})

test('what is converted can be parsed as a schema', () => {
  const { types } = schemas('record A { B? b = null; } record B { A? a; array<A> c = []; }')
  for (const type of types) {
    expect(() => parseSchema(type.toJson().text)).not.toThrow(InvalidSchemaError)
  }
  expect(types).toHaveLength(2)
})
