import { expect, test } from 'vitest'
import { printFragment } from './explain-fragment.ts'
import { parseSchema } from './parse.ts'

const fixed = { type: 'fixed', name: 'F', size: 4 }

const rules: [rule: string, schema: unknown, fragment: string][] = [
  ['a primitive type', { type: 'long', logicalType: 'date' }, '"long"'],
  ['an array', { type: 'array', items: 'int', x: 1 }, '{"type":"array","items":"int"}'],
  ['a map names what it holds', { type: 'map', values: fixed }, '{"type":"map","values":"F"}'],
  ['a union', ['null', fixed], '["null","F"]'],
  ['a fixed type', { ...fixed, namespace: 'x' }, '{"name":"x.F","type":"fixed","size":4}'],
  [
    'an enum',
    { type: 'enum', name: 'E', symbols: ['A', 'B'], default: 'A' },
    '{"name":"E","type":"enum","symbols":["A","B"]}',
  ],
  [
    'a record',
    {
      type: 'record',
      name: 'R',
      doc: 'd',
      fields: [{ name: 'a', type: ['null', 'R'], default: null }],
    },
    '{"name":"R","type":"record","fields":[{"name":"a","type":["null","R"]}]}',
  ],
]

test.each(rules)('%s', (_, schema, fragment) => {
  const { root } = parseSchema(JSON.stringify(schema))
  expect(printFragment(root, fragment.length)).toBe(fragment)
  expect(printFragment(root, fragment.length - 1)).toBe(`${fragment.slice(0, -1)}…`)
})

test('a field', () => {
  const { root } = parseSchema('{"type":"record","name":"R","fields":[{"name":"a","type":"R"}]}')
  if (root.type !== 'record') throw new Error('not a record')
  expect(printFragment(root.fields[0]!, 100)).toBe('{"name":"a","type":"R"}')
})
