import { jsonToBinary, parseSchema } from '@magicbyte/avro'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { projectFolder } from '../../test/project-folder.ts'
import { deriveSchema } from '../derive/derive-schema.ts'
import { readSamples } from '../derive/read-samples.ts'
import { addSample, emptyShape } from '../derive/shape.ts'

const options = {
  name: 'Root',
  namespace: undefined,
  allOptional: false,
  logicalTypes: 'safe',
} as const

function derived(samples: readonly unknown[], more: object = {}): unknown {
  const shape = emptyShape()
  for (const sample of samples) {
    const text = typeof sample === 'string' ? sample : JSON.stringify(sample)
    for (const json of readSamples(text, { path: 'x', areLines: false, areItems: false })) {
      addSample(shape, json)
    }
  }
  return deriveSchema(shape, { ...options, ...more }).schema
}

const field = (...samples: unknown[]) => {
  const schema = derived(samples.map((value) => ({ a: value })))
  return (schema as { fields: { type: unknown; default?: unknown }[] }).fields[0]
}

test.each<[string, unknown[], unknown]>([
  ['whole numbers are long', [1, -2], { type: 'long' }],
  ['other numbers are double', [1, 1.5], { type: 'double' }],
  ['booleans', [true], { type: 'boolean' }],
  ['texts', ['x', ''], { type: 'string' }],
  [
    'texts that all are UUIDs',
    ['5f1b6f5e-0d4c-4a8e-9d0b-2f6d1f3c9a10'],
    { type: { type: 'string', logicalType: 'uuid' } },
  ],
  ['dates stay texts', ['2026-11-25'], { type: 'string' }],
  ['null makes a union and a default', [1, null], { type: ['null', 'long'], default: null }],
  ['null alone is null', [null], { type: 'null', default: null }],
  ['different kinds make a union', [1, 'x', true], { type: ['boolean', 'long', 'string'] }],
  ['items of all arrays count', [[1], [1.5]], { type: { type: 'array', items: 'double' } }],
  ['no item at all is null', [[]], { type: { type: 'array', items: 'null' } }],
  [
    'keys that are no names make a map',
    [{ 'a-b': 1, c: 2 }],
    { type: { type: 'map', values: 'long' } },
  ],
  ['an empty object is a record', [{}], { type: { type: 'record', name: 'A', fields: [] } }],
])('%s', (_, values, expected) => {
  expect(field(...values)).toEqual({ name: 'a', ...(expected as object) })
})

test.each<[string, string, unknown]>([
  ['the largest long is one', '{"a":9223372036854775807}', 'long'],
  ['one more is a double', '{"a":9223372036854775808}', 'double'],
  ['a fraction of nothing is a double', '{"a":1.0}', 'double'],
])('%s', (_, text, type) => {
  expect(derived([text])).toMatchObject({ fields: [{ type }] })
})

test('a field that is missing somewhere may be missing', () => {
  expect(derived([{ a: 1, b: 1 }, { b: 2 }])).toMatchObject({
    fields: [
      { name: 'a', type: ['null', 'long'], default: null },
      { name: 'b', type: 'long' },
    ],
  })
})

test('records get names of their own', () => {
  expect(derived([{ item: { item: { x: 1 } }, root: { y: 1 } }])).toMatchObject({
    fields: [
      { type: { name: 'Item', fields: [{ type: { name: 'Item2' } }] } },
      { type: { name: 'Root2' } },
    ],
  })
})

test('dates and times are guessed on request', () => {
  const samples = [{ d: '2026-11-25', t: '2026-11-25T10:00:00Z', n: '2026-02-30' }]
  expect(derived(samples, { logicalTypes: 'all' })).toMatchObject({
    fields: [
      { type: { type: 'int', logicalType: 'date' } },
      { type: { type: 'long', logicalType: 'timestamp-millis' } },
      { type: 'string' },
    ],
  })
  expect(derived([{ t: 1 }, { t: '2026-11-25T10:00:00Z' }], { logicalTypes: 'all' })).toMatchObject(
    {
      fields: [{ type: ['long', 'string'] }],
    },
  )
})

const NAMES = ['id', 'name', 'total', 'a-b', 'constructor', '__proto__', 'x1']

const sample = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Number.isInteger(x)),
    fc.string(),
    fc.uuid(),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...NAMES), tie('value')), {
      selector: ([name]) => name,
      maxLength: 4,
    })
    .map((entries) => Object.fromEntries(entries)),
}))

test('samples fit the schema that is derived from them', () => {
  const few = fc.array(sample.value, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(few, (samples) => {
      const texts = samples.map((value) => JSON.stringify(value))
      const { root } = parseSchema(JSON.stringify(derived(texts)))
      for (const text of texts) expect(jsonToBinary(root, text)).toBeInstanceOf(Uint8Array)
    }),
    { numRuns: 300 },
  )
})

test('files of samples give a schema in the canonical layout', async () => {
  const folder = projectFolder({
    'order-line.jsonl': '{"id":1}\n\n{"id":2,"tags":[]}\n',
    'more.json': [{ id: 3 }],
    'broken.json': '{\n  "id": nope }',
  })
  const { code, stdout, stderr } = await folder.run(
    ...['derive', 'order-line.jsonl', '--namespace', 'acme', '--optional'],
  )
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual({
    type: 'record',
    name: 'OrderLine',
    namespace: 'acme',
    fields: [
      { name: 'id', type: ['null', 'long'], default: null },
      { name: 'tags', type: ['null', { type: 'array', items: 'null' }], default: null },
    ],
  })
  expect(stderr).toBe('note: $.tags[] has no item in any sample\n2 samples\n')
  await folder.run('derive', 'more.json', '--items', '--name', 'M', '-o', 'schemas/m.avsc')
  expect((await folder.run('validate')).code).toBe(0)
  expect((await folder.run('derive', 'broken.json')).stderr).toMatch(/^error: broken.json:2:9: /)
})
