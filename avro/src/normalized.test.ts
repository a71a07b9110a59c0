import { describe, expect, it } from 'vitest'
import { normalizedString } from './normalized.ts'
import { parseSchema } from './parse.ts'

const field = (type: string, value: string, more = '') =>
  `{"type":"record","name":"A","fields":[{"name":"a","type":${type},"default":${value}${more}}]}`

const changed: readonly [rule: string, schema: string, normalized: string][] = [
  [
    'attributes are sorted by UTF-16 units',
    '{"type":"int","b":1,"2":1,"10":1,"é":1,"a":1,"B":1}',
    '{"type":"int","10":1,"2":1,"B":1,"a":1,"b":1,"é":1}',
  ],
  [
    'keys inside attributes are sorted',
    '{"type":"int","a":[{"z":1,"b":{"y":1,"x":2}}]}',
    '{"type":"int","a":[{"b":{"x":2,"y":1},"z":1}]}',
  ],
  [
    'attributes of fields are sorted',
    field('"int"', '0', ',"z":1,"y":{"b":1,"a":2}'),
    field('"int"', '0', ',"y":{"a":2,"b":1},"z":1'),
  ],
  [
    'an honoured logical type comes first',
    '{"type":"bytes","a":1,"scale":2,"precision":4,"logicalType":"decimal"}',
    '{"type":"bytes","logicalType":"decimal","precision":4,"scale":2,"a":1}',
  ],
  [
    'a scale of 0 is sorted in',
    '{"type":"bytes","scale":0,"p":1,"precision":4,"logicalType":"decimal"}',
    '{"type":"bytes","logicalType":"decimal","precision":4,"p":1,"scale":0}',
  ],
  [
    'another logical type is sorted in',
    '{"type":"string","precision":4,"a":1,"logicalType":"decimal"}',
    '{"type":"string","a":1,"logicalType":"decimal","precision":4}',
  ],
  [
    'aliases are sorted by full name',
    '{"type":"fixed","name":"n.F","size":1,"aliases":["X","a.Y","n.A"]}',
    '{"type":"fixed","name":"F","namespace":"n","size":1,"aliases":["a.Y","A","X"]}',
  ],
  [
    'aliases of fields are sorted',
    field('"int"', '0', ',"aliases":["c","b"]'),
    field('"int"', '0', ',"aliases":["b","c"]'),
  ],
  [
    'an empty doc of a type goes',
    '{"type":"fixed","name":"F","doc":"","size":1}',
    '{"type":"fixed","name":"F","size":1}',
  ],
  ['integers become doubles', field('"double"', '1'), field('"double"', '1.0')],
  ['negative integer zero becomes zero', field('"double"', '-0'), field('"double"', '0.0')],
  ['numbers become floats', field('"float"', '16777217'), field('"float"', '1.6777216E7')],
  [
    'numbers inside defaults become of their type',
    field('{"type":"map","values":{"type":"array","items":"double"}}', '{"b":[1],"a":[2]}'),
    field('{"type":"map","values":{"type":"array","items":"double"}}', '{"a":[2.0],"b":[1.0]}'),
  ],
  [
    'numbers in a record become of the type of their field',
    field(
      '{"type":"record","name":"B","fields":[{"name":"y","type":"float"},{"name":"x","type":"int"}]}',
      '{"y":1,"x":2}',
    ),
    field(
      '{"type":"record","name":"B","fields":[{"name":"y","type":"float"},{"name":"x","type":"int"}]}',
      '{"x":2,"y":1.0}',
    ),
  ],
  [
    'a default takes the form of the first branch',
    field('["double","null"]', '1'),
    field('["double","null"]', '1.0'),
  ],
  [
    'characters that are no bytes become question marks',
    field('"bytes"', '"a\\u00ff\\u0100😀"'),
    field('"bytes"', '"aÿ??"'),
  ],
]

/** What Confluent 8 loses or fails at. */
const kept: readonly [rule: string, schema: string][] = [
  ['an error', '{"type":"error","name":"E","fields":[]}'],
  [
    'the null namespace inside another',
    '{"type":"record","name":"A","namespace":"n","fields":[{"name":"a","type":{"type":"fixed","name":"F","namespace":"","size":1}}]}',
  ],
  ['the default of a later branch', field('["null","string"]', '"x"')],
  ['a number for a later branch', field('["null","double"]', '1')],
  ['a default that is not valid', field('"int"', '"x"')],
  ['a point in the default of an int', field('"int"', '1.0')],
  ['an integer beyond 64 bits', field('"double"', '12345678901234567890')],
  [
    'an unknown key in the default of a record',
    field('{"type":"record","name":"B","fields":[]}', '{"z":1}'),
  ],
  ['the default of an empty union', field('[]', '1')],
  ['an integer beyond 64 bits among attributes', '{"type":"int","a":12345678901234567890}'],
  ['an empty doc of a field', field('"int"', '0').replace('"default"', '"doc":"","default"')],
  [
    'symbols and fields in their order',
    '{"type":"record","name":"A","fields":[{"name":"b","type":{"type":"enum","name":"E","symbols":["z","a"]}},{"name":"a","type":"E"}]}',
  ],
]

describe('normalizedString', () => {
  it.each(changed)('%s', (_rule, schema, normalized) => {
    expect(normalize(schema)).toBe(normalized)
    expect(normalize(normalized)).toBe(normalized)
  })

  it.each(kept)('keeps %s', (_rule, schema) => {
    expect(normalize(schema)).toBe(schema)
  })

  it('sorts an alias of the null namespace by the dot that is not printed', () => {
    expect(normalize('{"type":"fixed","name":"n.F","size":1,"aliases":["a.Y",".Z"]}')).toBe(
      '{"type":"fixed","name":"F","namespace":"n","size":1,"aliases":["Z","a.Y"]}',
    )
  })

  it('names the types of references', () => {
    const references = ['{"type":"record","name":"n.R","fields":[]}']
    const schema = parseSchema('{"type":"array","items":"n.R","b":1,"a":2}', { references })
    expect(normalizedString(schema)).toBe('{"type":"array","items":"n.R","a":2,"b":1}')
  })
})

function normalize(schema: string): string {
  return normalizedString(parseSchema(schema, { mode: 'existing' }))
}
