import { type Probe, probe, record, withDefault } from './probe.ts'

/** Probes of the types and codecs under the options that hold unless told. */
export const PROBES: readonly Probe[] = [
  probe(
    'primitives are what they are in JavaScript, and longs bigints',
    record('P', {
      a: 'boolean',
      b: 'int',
      c: 'long',
      d: 'double',
      e: 'bytes',
      f: { type: 'string' },
      g: 'null',
      h: 'float',
    }),
    {
      good: ['{ a: true, b: 1, c: 2n, d: 0.5, e: Uint8Array.of(1), f: "x", g: null, h: 1 }'],
      bad: [
        '{ a: true, b: 1, c: 2n, d: 0.5, e: "x", f: "x", g: null, h: 1 }',
        '{ a: true, b: 1, c: "2", d: 0.5, e: Uint8Array.of(), f: "x", g: null, h: 1 }',
        '{ a: true, b: 1n, c: 2n, d: 0.5, e: Uint8Array.of(), f: "x", g: null, h: 1 }',
      ],
    },
  ),
  probe(
    'null alone makes nothing optional, a default does',
    record('P', {
      required: 'string',
      nullable: ['null', 'string'],
      last: withDefault(['string', 'null'], 'x'),
      first: withDefault(['null', 'int'], null),
      only: ['null'],
      single: ['string'],
    }),
    {
      type: 'PInput',
      good: [
        '{ required: "a", nullable: null, only: null, single: "s" }',
        '{ required: "a", nullable: null, only: null, single: "s", last: undefined, first: 5 }',
      ],
      bad: ['{ required: "a", only: null, single: "s" }'],
    },
  ),
  probe(
    'what is read has every field',
    record('P', { a: withDefault('int', 1), b: withDefault({ type: 'array', items: 'int' }, []) }),
    { good: ['{ a: 1, b: [1] }'], bad: ['{ a: 1, b: 1 }', '{ a: "1", b: [] }'] },
  ),
  probe(
    'branches of different kinds are plain',
    record('P', {
      a: ['int', 'string'],
      b: ['bytes', 'string', 'null'],
      c: ['boolean', { type: 'array', items: 'int' }, { type: 'map', values: 'int' }],
      d: ['int', 'long'],
    }),
    {
      good: ['{ a: 1, b: "x", c: { k: 1 }, d: 5n }', '{ a: "x", b: null, c: [1], d: 5 }'],
      bad: ['{ a: true, b: "x", c: true, d: 1 }', '{ a: 1, b: 1, c: true, d: 1 }'],
    },
  ),
  probe(
    'branches of one kind are tagged',
    record('P', {
      a: ['null', 'int', 'double'],
      b: [
        { type: 'record', name: 'Card', fields: [{ name: 'pan', type: 'string' }] },
        { type: 'record', name: 'Nothing', fields: [] },
        { type: 'map', values: 'int' },
        { type: 'enum', name: 'Cash', symbols: ['EUR', 'USD'] },
      ],
    }),
    {
      good: [
        '{ a: { $type: "int", value: 1 }, b: { $type: "probe.Card", pan: "1" } }',
        '{ a: null, b: { $type: "probe.Nothing" } }',
        '{ a: null, b: { $type: "map", value: { x: 1 } } }',
        '{ a: { $type: "double", value: 1.5 }, b: "EUR" }',
      ],
      bad: [
        '{ a: 1, b: "EUR" }',
        '{ a: null, b: { pan: "1" } }',
        '{ a: null, b: { $type: "probe.Card", pan: 1 } }',
        '{ a: null, b: { $type: "probe.Other", pan: "1" } }',
        '{ a: null, b: "DM" }',
      ],
    },
  ),
  probe(
    'records of one short name are two types',
    record('P', {
      e: [
        { type: 'record', name: 'v1.Order', fields: [{ name: 'id', type: 'int' }] },
        { type: 'record', name: 'v2.Order', fields: [{ name: 'id', type: 'string' }] },
      ],
    }),
    {
      good: ['{ e: { $type: "v1.Order", id: 1 } }', '{ e: { $type: "v2.Order", id: "1" } }'],
      bad: ['{ e: { $type: "v1.Order", id: "1" } }'],
    },
  ),
  probe(
    'types may lie within themselves',
    record('P', {
      value: 'int',
      next: ['null', 'P'],
      children: { type: 'array', items: 'probe.P' },
      byName: withDefault({ type: 'map', values: 'P' }, {}),
    }),
    {
      type: 'PInput',
      good: [
        '{ value: 1, next: { value: 2, next: null, children: [] }, children: [] }',
        '{ value: 1, next: null, children: [], byName: { a: { value: 1, next: null, children: [] } } }',
      ],
      bad: ['{ value: 1, next: { value: "no", next: null, children: [] }, children: [] }'],
    },
  ),
  probe(
    'types may lie within each other, marked or not',
    record('P', {
      head: [
        'null',
        record('Q', { back: ['null', 'P'], either: ['null', 'P', 'Q'], marked: ['P', 'Q'] }),
      ],
    }),
    {
      good: [
        '{ head: { back: { head: null }, either: null, marked: { $type: "probe.P", head: null } } }',
      ],
      bad: ['{ head: { back: null, either: null, marked: { head: null } } }'],
    },
  ),
  probe(
    'symbols are texts, whatever words they are',
    record('P', {
      k: {
        type: 'enum',
        name: 'kind',
        symbols: ['class', 'constructor', '__proto__', 'Low', 'LOW', 'low', 'toString'],
      },
    }),
    { good: ['{ k: "__proto__" }', '{ k: "low" }'], bad: ['{ k: "lOW" }', '{ k: "valueOf" }'] },
  ),
  probe(
    'types may have the names of global ones and of words of the language',
    {
      ...record('Object', {
        date: { type: 'record', name: 'Date', fields: [{ name: 'day', type: 'int' }] },
        record: { type: 'record', name: 'Record', fields: [{ name: 'k', type: 'string' }] },
        array: {
          type: 'record',
          name: 'Array',
          fields: [{ name: 'i', type: { type: 'array', items: 'int' } }],
        },
        text: { type: 'record', name: 'String', fields: [{ name: 's', type: 'string' }] },
        bytes: { type: 'record', name: 'Uint8Array', fields: [{ name: 'b', type: 'bytes' }] },
        map: {
          type: 'record',
          name: 'Readonly',
          fields: [{ name: 'm', type: { type: 'map', values: 'int' } }],
        },
        klass: { type: 'record', name: 'class', fields: [{ name: 'c', type: 'int' }] },
        nev: { type: 'enum', name: 'never', symbols: ['A'] },
        und: { type: 'enum', name: 'undefined', symbols: ['A'] },
        input: { type: 'enum', name: 'input', symbols: ['A'] },
        reader: { type: 'record', name: 'ByteReader', fields: [] },
        failure: { type: 'enum', name: 'mismatch', symbols: ['A'] },
        when: { type: 'long', logicalType: 'timestamp-millis' },
        self: withDefault(['null', 'Object'], null),
      }),
    },
    {
      type: 'ObjectInput',
      good: [
        '{ date: { day: 1 }, record: { k: "a" }, array: { i: [1] }, text: { s: "" }, bytes: { b: Uint8Array.of(1) }, map: { m: { a: 1 } }, klass: { c: 1 }, nev: "A", und: "A", input: "A", reader: {}, failure: "A", when: new Date(5) }',
      ],
      bad: [
        '{ date: new Date(0), record: { k: "a" }, array: { i: [1] }, text: { s: "" }, bytes: { b: Uint8Array.of(1) }, map: { m: { a: 1 } }, klass: { c: 1 }, nev: "A", und: "A", input: "A", reader: {}, failure: "A", when: new Date(5) }',
      ],
    },
  ),
  probe(
    'fields keep their names',
    record('P', {
      class: 'string',
      constructor: 'string',
      __proto__x: 'string',
      eval: 'string',
      arguments: 'int',
      await: withDefault('int', 1),
    }),
    {
      type: 'PInput',
      good: ['{ class: "a", constructor: "c", __proto__x: "p", eval: "t", arguments: 1 }'],
      bad: ['{ class: 1, constructor: "c", __proto__x: "p", eval: "t", arguments: 1 }'],
    },
  ),
  probe(
    'logical types have values of their own, by reference too',
    record('P', {
      price: { type: 'bytes', logicalType: 'decimal', precision: 9, scale: 2 },
      fixed: {
        type: 'fixed',
        name: 'Money',
        size: 8,
        logicalType: 'decimal',
        precision: 18,
        scale: 4,
      },
      again: withDefault('Money', '\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0001'),
      id: { type: 'string', logicalType: 'uuid' },
      idBytes: { type: 'fixed', name: 'Id', size: 16, logicalType: 'uuid' },
      day: { type: 'int', logicalType: 'date' },
      time: { type: 'int', logicalType: 'time-millis' },
      micros: { type: 'long', logicalType: 'time-micros' },
      at: { type: 'long', logicalType: 'timestamp-millis' },
      exact: { type: 'long', logicalType: 'timestamp-micros' },
      local: { type: 'long', logicalType: 'local-timestamp-nanos' },
      span: { type: 'fixed', name: 'Span', size: 12, logicalType: 'duration' },
      big: { type: 'bytes', logicalType: 'big-decimal' },
      maybe: ['null', { type: 'long', logicalType: 'timestamp-millis' }, 'string'],
      list: { type: 'array', items: { type: 'int', logicalType: 'date' } },
    }),
    {
      type: 'PInput',
      good: [
        '{ price: "1.50", fixed: "-0.0001", id: "0f8fad5b-d9cb-469f-a165-70867728950e", idBytes: "0f8fad5b-d9cb-469f-a165-70867728950e", day: "2024-02-29", time: 5, micros: 5n, at: new Date(7), exact: 8n, local: "2024-05-06T07:08:09", span: { months: 1, days: 2, millis: 3 }, big: "1e3", maybe: new Date(9), list: ["1969-12-31"] }',
      ],
      bad: [
        '{ price: 1.5, fixed: "-0.0001", id: "0f8fad5b-d9cb-469f-a165-70867728950e", idBytes: "0f8fad5b-d9cb-469f-a165-70867728950e", day: "2024-02-29", time: 5, micros: 5n, at: new Date(7), exact: 8n, local: "2024-05-06T07:08:09", span: { months: 1, days: 2, millis: 3 }, big: "1e3", maybe: new Date(9), list: [] }',
        '{ price: "1.50", fixed: "-0.0001", id: "0f8fad5b-d9cb-469f-a165-70867728950e", idBytes: "0f8fad5b-d9cb-469f-a165-70867728950e", day: new Date(0), time: 5, micros: 5n, at: new Date(7), exact: 8n, local: "2024-05-06T07:08:09", span: { months: 1, days: 2, millis: 3 }, big: "1e3", maybe: new Date(9), list: [] }',
      ],
    },
  ),
  probe(
    'logical types that do not suit are ignored',
    record('P', {
      unknown: { type: 'string', logicalType: 'iso-country' },
      date: { type: 'long', logicalType: 'date' },
      decimal: { type: 'bytes', logicalType: 'decimal' },
      onRecord: { ...record('W', { v: 'int' }), logicalType: 'own' },
    }),
    {
      good: ['{ unknown: "a", date: 1n, decimal: Uint8Array.of(1), onRecord: { v: 1 } }'],
      bad: ['{ unknown: "a", date: "2024-01-01", decimal: Uint8Array.of(1), onRecord: { v: 1 } }'],
    },
  ),
  probe(
    'defaults of every kind may be left out',
    record('P', {
      s: withDefault('string', 'a "quoted" \\ `text` \u2028 \u0024{x}'),
      big: withDefault('long', 9007199254740991),
      d: withDefault('double', 1e300),
      raw: withDefault('bytes', '\u0000\u00ff'),
      arr: withDefault({ type: 'array', items: 'string' }, ['a', 'b']),
      map: withDefault({ type: 'map', values: 'int' }, { a: 1, __proto__x: 2 }),
      rec: withDefault(record('Inner', { x: 'int', y: withDefault('int', 2) }), { x: 1 }),
      union: withDefault(['string', 'int', 'null'], 'a'),
      e: withDefault({ type: 'enum', name: 'E', symbols: ['RED', 'BLUE'] }, 'BLUE'),
    }),
    { type: 'PInput', good: ['{}', '{ rec: { x: 5 } }'], bad: ['{ rec: {} }', '{ s: 1 }'] },
  ),
  probe(
    'containers lie within each other',
    record('P', {
      matrix: { type: 'array', items: { type: 'array', items: 'int' } },
      nullable: { type: 'array', items: ['null', 'string'] },
      maps: {
        type: 'map',
        values: { type: 'array', items: ['null', { type: 'map', values: 'int' }] },
      },
    }),
    {
      good: ['{ matrix: [[1], []], nullable: ["a", null], maps: { a: [null, { b: 1 }] } }'],
      bad: [
        '{ matrix: [1], nullable: [], maps: {} }',
        '{ matrix: [], nullable: null, maps: {} }',
        '{ matrix: [], nullable: [], maps: { a: { b: 1 } } }',
      ],
    },
  ),
  probe(
    'a file may be a union',
    [record('A', { id: 'string' }), record('B', { id: 'string', a: ['null', 'A'] })],
    {
      type: 'Probe',
      good: ['{ $type: "probe.A", id: "1" }', '{ $type: "probe.B", id: "1", a: { id: "2" } }'],
      bad: ['{ $type: "probe.A", id: 1 }', '{ id: "1" }'],
    },
  ),
  probe(
    'a file may be an array',
    { type: 'array', items: 'long' },
    {
      type: 'Probe',
      module: '_/index.ts',
      good: ['[]', '[1n]'],
      bad: ['["x"]', '{}'],
    },
  ),
  probe('a file may be a primitive', 'string', {
    type: 'Probe',
    module: '_/index.ts',
    good: ['"x"'],
    bad: ['1'],
  }),
  probe(
    'a file may be an enum',
    { type: 'enum', name: 'Suit', symbols: ['A', 'B'] },
    {
      type: 'Suit',
      module: '_/index.ts',
      good: ['"A"'],
      bad: ['"C"'],
    },
  ),
  probe(
    'a file may be a fixed',
    { type: 'fixed', name: 'Md5', namespace: 'probe', size: 2 },
    {
      type: 'Md5',
      good: ['Uint8Array.of(1, 2)'],
      bad: ['"ab"'],
    },
  ),
  probe(
    'a record without fields takes no value that has some, an error is a record',
    {
      ...record('P', {
        empty: record('Empty', {}),
        zero: { type: 'fixed', name: 'Zero', size: 0 },
      }),
      type: 'error',
    },
    {
      good: ['{ empty: {}, zero: new Uint8Array(0) }'],
      bad: ['{ empty: 5, zero: new Uint8Array(0) }'],
    },
  ),
]
