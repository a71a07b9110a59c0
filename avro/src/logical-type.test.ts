import { describe, expect, it } from 'vitest'
import { logicalTypeOf } from './logical-type.ts'
import { parseSchema } from './parse.ts'

const fixed = (size: number, more: string) => `{"type":"fixed","name":"F","size":${size},${more}}`
const bytes = (more: string) => `{"type":"bytes","logicalType":"decimal",${more}}`
const entries = (fields: string) =>
  `{"type":"array","logicalType":"map","items":{"type":"record","name":"E","fields":[${fields}]}}`
const variant = (fields: string) =>
  `{"type":"record","name":"V","logicalType":"variant","fields":[${fields}]}`

const honoured: readonly [schema: string, logicalType: object][] = [
  ...[
    ['int', 'date'],
    ['int', 'time-millis'],
    ['long', 'time-micros'],
    ['long', 'timestamp-millis'],
    ['long', 'timestamp-micros'],
    ['long', 'timestamp-nanos'],
    ['long', 'local-timestamp-millis'],
    ['long', 'local-timestamp-micros'],
    ['long', 'local-timestamp-nanos'],
    ['bytes', 'big-decimal'],
    ['string', 'uuid'],
  ].map(([type, name]): [string, object] => [
    `{"type":"${type}","logicalType":"${name}"}`,
    { name },
  ]),
  [fixed(16, '"logicalType":"uuid"'), { name: 'uuid' }],
  [fixed(12, '"logicalType":"duration"'), { name: 'duration' }],
  [bytes('"precision":4,"scale":2'), { name: 'decimal', precision: 4, scale: 2 }],
  [bytes('"precision":4'), { name: 'decimal', precision: 4, scale: 0 }],
  [bytes('"precision":4,"scale":4'), { name: 'decimal', precision: 4, scale: 4 }],
  [fixed(1, '"logicalType":"decimal","precision":2'), { name: 'decimal', precision: 2, scale: 0 }],
  [
    fixed(16, '"logicalType":"decimal","precision":38'),
    { name: 'decimal', precision: 38, scale: 0 },
  ],
  [entries('{"name":"key","type":"int"},{"name":"value","type":"int"}'), { name: 'map' }],
  [
    variant('{"name":"value","type":"bytes"},{"name":"metadata","type":"bytes"}'),
    { name: 'variant' },
  ],
]

const ignored: readonly [rule: string, schema: string][] = [
  ['none', '"int"'],
  ['an unknown one', '{"type":"int","logicalType":"constructor"}'],
  ['one that is no string', '{"type":"int","logicalType":1}'],
  ['a date on long', '{"type":"long","logicalType":"date"}'],
  ['a timestamp on int', '{"type":"int","logicalType":"timestamp-millis"}'],
  ['a time of microseconds on int', '{"type":"int","logicalType":"time-micros"}'],
  ['a uuid on bytes', '{"type":"bytes","logicalType":"uuid"}'],
  ['a uuid of 15 bytes', fixed(15, '"logicalType":"uuid"')],
  ['a duration of 11 bytes', fixed(11, '"logicalType":"duration"')],
  ['a big decimal on fixed', fixed(12, '"logicalType":"big-decimal"')],
  ['a decimal on string', '{"type":"string","logicalType":"decimal","precision":4}'],
  ['a decimal without precision', bytes('"scale":2')],
  ['a precision of 0', bytes('"precision":0')],
  ['a precision with a point', bytes('"precision":4.0')],
  ['a precision in a string', bytes('"precision":"4"')],
  ['a precision of 33 bits', bytes('"precision":4294967296')],
  ['a scale beyond the precision', bytes('"precision":4,"scale":5')],
  ['a negative scale', bytes('"precision":4,"scale":-1')],
  ['a scale of null', bytes('"precision":4,"scale":null')],
  ['more digits than fit', fixed(1, '"logicalType":"decimal","precision":3')],
  ['digits in no bytes', fixed(0, '"logicalType":"decimal","precision":1')],
  ['a map of other fields', entries('{"name":"value","type":"int"},{"name":"key","type":"int"}')],
  ['a map of one field', entries('{"name":"key","type":"int"}')],
  ['a map that is one', '{"type":"map","logicalType":"map","values":"int"}'],
  [
    'a variant of other types',
    variant('{"name":"value","type":"bytes"},{"name":"metadata","type":"string"}'),
  ],
]

describe('logicalTypeOf', () => {
  it.each(honoured)('honours %s', (schema, logicalType) => {
    expect(logicalTypeOf(parseSchema(schema).root)).toEqual(logicalType)
  })

  it.each(ignored)('ignores %s', (_rule, schema) => {
    expect(logicalTypeOf(parseSchema(schema).root)).toBeUndefined()
  })
})
