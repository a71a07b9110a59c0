import { describe, expect, it } from 'vitest'
import { equivalent } from './equivalence.ts'
import { parseSchema } from './parse.ts'
import { sameSchema } from './same-schema.ts'

const record = (field: string, more = '') =>
  `{"type":"record","name":"A","fields":[{"name":"a","type":"int"${field}}]${more}}`
const enumOf = (more: string) => `{"type":"enum","name":"E","symbols":["a","b"]${more}}`

/** `java`: equal by Schema.equals; `all`: equivalent by Confluent's rules. */
const pairs: readonly [rule: string, a: string, b: string, equal: 'all' | 'java' | 'none'][] = [
  ['the same text', record(''), record(''), 'all'],
  ['another way to write it', '"int"', ' {"type":"int"}', 'all'],
  ['another type', '"int"', '"long"', 'none'],
  [
    'another name',
    '{"type":"fixed","name":"F","size":1}',
    '{"type":"fixed","name":"G","size":1}',
    'none',
  ],
  [
    'another namespace',
    '{"type":"fixed","name":"n.F","size":1}',
    '{"type":"fixed","name":"F","size":1}',
    'none',
  ],
  [
    'another size',
    '{"type":"fixed","name":"F","size":1}',
    '{"type":"fixed","name":"F","size":2}',
    'none',
  ],
  ['other symbols', '{"type":"enum","name":"E","symbols":["b","a"]}', enumOf(''), 'none'],
  ['another doc of a type', record('', ',"doc":"x"'), record(''), 'java'],
  ['an empty doc', record('', ',"doc":""'), record(''), 'java'],
  ['another doc of a field', record(',"doc":"x"'), record(''), 'java'],
  ['another doc of an enum', enumOf(',"doc":"x"'), enumOf(''), 'java'],
  ['other aliases of a type', record('', ',"aliases":["B"]'), record(''), 'java'],
  ['other aliases of a field', record(',"aliases":["b"]'), record(',"aliases":["c"]'), 'java'],
  [
    'aliases in another order',
    record(',"aliases":["b","c"]', ',"aliases":["B","C"]'),
    record(',"aliases":["c","b"]', ',"aliases":["C","B"]'),
    'all',
  ],
  ['another enum default', enumOf(',"default":"a"'), enumOf(''), 'java'],
  [
    'an error instead of a record',
    '{"type":"error","name":"E","fields":[]}',
    '{"type":"record","name":"E","fields":[]}',
    'all',
  ],
  ['another name of a field', record(''), record('').replace('"a"', '"b"'), 'none'],
  ['another type of a field', record(''), record('').replace('"int"', '"long"'), 'none'],
  ['another default', record(',"default":1'), record(',"default":2'), 'none'],
  ['no default', record(',"default":1'), record(''), 'none'],
  ['a default with a point', record(',"default":1'), record(',"default":1.0'), 'none'],
  ['a default with more zeros', record(',"default":1.0'), record(',"default":1.00'), 'all'],
  ['another order', record(',"order":"ignore"'), record(''), 'none'],
  ['the usual order', record(',"order":"ascending"'), record(''), 'all'],
  [
    'attributes in another order',
    record(',"p":1,"q":{"a":1,"b":2}'),
    record(',"q":{"b":2,"a":1},"p":1'),
    'all',
  ],
  ['other attributes', record(',"p":1'), record(',"p":2'), 'none'],
  ['more attributes', record('', ',"p":1'), record(''), 'none'],
  ['attributes of other kinds', '{"type":"int","p":"1"}', '{"type":"int","p":1}', 'none'],
  ['lists in another order', '{"type":"int","p":[1,2]}', '{"type":"int","p":[2,1]}', 'none'],
  ['another logical type', '{"type":"int","logicalType":"date"}', '"int"', 'none'],
  ['other items', '{"type":"array","items":"int"}', '{"type":"array","items":"long"}', 'none'],
  ['other values', '{"type":"map","values":"int"}', '{"type":"map","values":"long"}', 'none'],
  ['an array for a map', '{"type":"array","items":"int"}', '{"type":"map","values":"int"}', 'none'],
  ['branches in another order', '["null","int"]', '["int","null"]', 'none'],
  [
    'a doc deep inside',
    `{"type":"array","items":["null",${record(',"doc":"x"')}]}`,
    `{"type":"array","items":["null",${record('')}]}`,
    'java',
  ],
]

describe('equality', () => {
  it.each(pairs)('of schemas with %s', (_rule, a, b, equal) => {
    for (const [left, right] of [
      [a, b],
      [b, a],
    ] as const) {
      const first = parseSchema(left, { mode: 'existing' })
      const second = parseSchema(right, { mode: 'existing' })
      expect(sameSchema(first.root, second.root)).toBe(equal !== 'none')
      expect(equivalent(first, second)).toBe(equal === 'all')
    }
  })

  it('of recursive schemas comes to an end', () => {
    const tree = (doc: string) => `{"type":"record","name":"T","fields":[
      {"name":"left","type":["null","T"]},
      {"name":"right","type":["null","T"]},
      {"name":"label","type":{"type":"record","name":"L","fields":[{"name":"tree","type":"T","doc":"${doc}"}]}}]}`
    expect(equivalent(parseSchema(tree('a')), parseSchema(tree('a')))).toBe(true)
    expect(equivalent(parseSchema(tree('a')), parseSchema(tree('b')))).toBe(false)
  })

  it('does not care how types are referred to', () => {
    const reference = '{"type":"fixed","name":"F","size":1}'
    const inline = parseSchema(`{"type":"array","items":${reference}}`)
    const referring = parseSchema('{"type":"array","items":"F"}', { references: [reference] })
    expect(equivalent(inline, referring)).toBe(true)
  })
})
