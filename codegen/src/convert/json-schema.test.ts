import { binaryToJson, createCodec, parseSchema } from '@magicbyte/avro'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitrarySchema, arbitraryValue } from '../../../avro/test/arbitrary-schema.ts'
import { record } from '../../test/project-folder.ts'
import { type JsonSchema, toJsonSchema } from './json-schema.ts'

const schemaOf = (schema: unknown) => parseSchema(JSON.stringify(schema)).root

function validatorOf(schema: unknown, unions: 'wrapped' | 'plain' = 'wrapped') {
  const jsonSchema = toJsonSchema(schemaOf(schema), { unions })
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const validate = ajv.compile(jsonSchema)
  return (value: unknown) => validate(value)
}

test('what Avro writes as JSON is valid', () => {
  const schemas = arbitrarySchema({ depth: 3, logicalTypes: true, oddNames: false })
  const cases = schemas.chain((schema) => {
    const root = schemaOf(schema)
    return arbitraryValue(root, {}).map((value) => ({ schema, root, value }))
  })
  fc.assert(
    fc.property(cases, ({ schema, root, value }) => {
      const text = binaryToJson(root, createCodec(root).encode(value))
      // Numbers that JSON does not have are written as texts.
      fc.pre(!/NaN|Infinity/.test(text))
      expect(validatorOf(schema)(JSON.parse(text))).toBe(true)
    }),
    { numRuns: 150 },
  )
})

const union = ['null', 'int', record('R', { x: 'string' })]

test.each<[string, unknown, 'wrapped' | 'plain', unknown, boolean]>([
  ['an int has bounds', 'int', 'wrapped', 2 ** 31, false],
  ['an int is whole', 'int', 'wrapped', 1.5, false],
  ['bytes are characters below U+0100', 'bytes', 'wrapped', 'Ā', false],
  ['a fixed has its size', { type: 'fixed', name: 'F', size: 2 }, 'wrapped', 'abc', false],
  ['an enum has its symbols', { type: 'enum', name: 'E', symbols: ['A'] }, 'wrapped', 'B', false],
  ['branches are wrapped', union, 'wrapped', { int: 1 }, true],
  ['branches may not be plain then', union, 'wrapped', 1, false],
  ['null is never wrapped', union, 'wrapped', null, true],
  ['branches may be plain on request', union, 'plain', { x: 'y' }, true],
  ['a field without default is needed', record('R', { x: 'int' }), 'wrapped', {}, false],
  [
    'a field with default is not',
    record('R', { x: { field: { type: 'int', default: 1 } } }),
    'wrapped',
    {},
    true,
  ],
  [
    'a type may hold itself',
    record('R', { next: ['null', 'R'] }),
    'wrapped',
    { next: { R: { next: null } } },
    true,
  ],
])('%s', (_, schema, unions, value, isValid) => {
  expect(validatorOf(schema, unions)(value)).toBe(isValid)
})

test('descriptions and exact defaults are kept', () => {
  const schema = record('R', {
    a: { field: { type: 'long', default: 3, doc: 'A.' } },
    b: { field: { type: ['null', 'int'], default: null } },
    c: { field: { type: { type: 'array', items: 'int' }, default: [] } },
    d: { field: { type: ['int', 'null'], default: 1 } },
  })
  const { $defs } = toJsonSchema(schemaOf({ ...schema, doc: 'R.' }), { unions: 'wrapped' })
  const { R } = $defs as Record<string, JsonSchema>
  expect(R).toMatchObject({
    description: 'R.',
    properties: {
      a: { default: 3, description: 'A.' },
      b: { default: null },
      c: { default: [] },
      d: { oneOf: expect.anything() },
    },
  })
  expect(R).not.toHaveProperty('properties.d.default')
})

test('a default that JavaScript would round is left out', () => {
  const text =
    '{"type":"record","name":"R","fields":[{"name":"a","type":"long","default":9007199254740993}]}'
  const { $defs } = toJsonSchema(parseSchema(text).root, { unions: 'wrapped' })
  expect($defs).toEqual({
    R: { type: 'object', properties: { a: { type: 'integer', format: 'int64' } } },
  })
})
