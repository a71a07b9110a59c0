import { expect, test } from 'vitest'
import { CompatibilityBudgetError, createBudget } from './compatibility-budget.ts'
import type { Outcome } from './compatibility-outcome.ts'
import { comparePair } from './compatibility-walk.ts'
import { parseSchema } from './parse.ts'
import type { ArraySchema, Schema } from './schema.ts'

const budgetRules: [rule: string, schema: unknown, pairs: number][] = [
  ['a pair of nodes costs one', { type: 'array', items: { type: 'array', items: 'int' } }, 3],
  [
    'a shared type is compared once, and asking for it again costs one',
    record('R', [
      ['a', record('A', [['x', arrayOf('int')]])],
      ['b', 'A'],
      ['c', 'A'],
    ]),
    // R, A, the array, its items, A twice again, and an eighth for each of four fields
    6.5,
  ],
  ['every branch of a union asks for its reader', unionOf(3), 3 * 1 + (1 + 2 + 3) + 1],
]

test.each(budgetRules)('%s', (_, schema, pairs) => {
  expect(compareWithItself(schema, pairs)).toBeUndefined()
  expect(() => compareWithItself(schema, pairs - 0.5)).toThrow(CompatibilityBudgetError)
})

test('a large union is refused when it costs more than the budget', () => {
  expect(() => compareWithItself(unionOf(600), 100_000)).toThrow(
    'The schemas are too large to compare: more than 100000 pairs of types',
  )
})

test('a union of 600 records fits the default budget', () => {
  expect(compareWithItself(unionOf(600))).toBeUndefined()
})

test('the depth of types does not matter', () => {
  const [reader, writer] = [nestedArrays(100_000, 'int'), nestedArrays(100_000, 'string')]
  expect(comparePair({ reader, writer, place: undefined }, createBudget())).toMatchObject({
    type: 'TYPE_MISMATCH',
  })
})

test('a chain of recursive records ends', () => {
  const [reader, writer] = [ring(30), ring(31)]
  expect(comparePair({ reader, writer, place: undefined }, createBudget(10_000))).toBeUndefined()
})

function compareWithItself(schema: unknown, maxPairs?: number): Outcome {
  const text = JSON.stringify(schema)
  const [reader, writer] = [parseSchema(text).root, parseSchema(text).root]
  return comparePair({ reader, writer, place: undefined }, createBudget(maxPairs))
}

function record(name: string, fields: [name: string, type: unknown][]) {
  return { type: 'record', name, fields: fields.map(([name, type]) => ({ name, type })) }
}

function arrayOf(items: unknown) {
  return { type: 'array', items }
}

function unionOf(count: number) {
  return Array.from({ length: count }, (_, i) => record(`R${i}`, []))
}

function nestedArrays(depth: number, leaf: 'int' | 'string'): Schema {
  const common = { props: new Map(), source: { text: '' }, at: 0 }
  let schema: Schema = { ...common, type: leaf }
  for (let i = 0; i < depth; i++) {
    schema = { ...common, type: 'array', items: schema } satisfies ArraySchema
  }
  return schema
}

/** As many records of one name in different namespaces, the field of each leading to the next. */
function ring(length: number): Schema {
  let schema: unknown = 'n0.R'
  for (let i = length - 1; i >= 0; i--) schema = record(`n${i}.R`, [['next', schema]])
  return parseSchema(JSON.stringify(schema)).root
}
