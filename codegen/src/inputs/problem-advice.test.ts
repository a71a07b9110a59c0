import { expect, test } from 'vitest'
import { loadSchemas } from './schema-set.ts'

const R = (...fields: unknown[]) => ({ type: 'record', name: 'R', fields })
const F = (type: unknown, more: object = {}) => R({ name: 'f', type, ...more })
const E = (...symbols: string[]) => ({ type: 'enum', name: 'E', symbols })

async function problemsOf(content: unknown) {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  const source = { path: 'a.avsc', location: 'a.avsc', text, hasBom: false }
  return { text, problems: (await loadSchemas([source])).diagnostics }
}

test.each<[string, unknown, string | undefined]>([
  ['a comma too many', '{"type": "int", }', 'Remove the comma before it'],
  ['single quotes', "'int'", 'Texts stand between double quotes'],
  ['another slip', '{"type" "int"}', undefined],
  ['a hyphen', F('int', { name: 'content-type' }), 'such as "content_type"'],
  ['an accent', F('int', { name: 'café' }), 'such as "cafe"'],
  ['a digit in front', F('int', { name: '1st' }), 'such as "_1st"'],
  ['a name of signs', F('int', { name: '$' }), undefined],
  ['a default', F('int', { default: 'x' }), 'Write a value of the type in JSON'],
  ['the default of an enum', { ...E('A'), default: 'B' }, 'Name one of the symbols'],
  ['a fixed type without a size', { type: 'fixed', name: 'F' }, 'Add the number of bytes'],
  ['a field without a type', R({ name: 'f' }), 'Add a "type"'],
  ['a field without a name', R({ type: 'int' }), 'Add a "name"'],
  ['a type without a name', { type: 'record', fields: [] }, 'Add a "name"'],
  ['a map without values', { type: 'map' }, 'Add "values"'],
  ['a list without items', { type: 'array' }, 'Add "items"'],
  ['a record without fields', { type: 'record', name: 'R' }, 'Add "fields"'],
  ['an enum without symbols', { type: 'enum', name: 'E' }, 'Add "symbols"'],
  ['a union in a union', ['int', ['null']], 'Put the branches into the outer union'],
])('%s is answered with advice', async (_, content, hint) => {
  const { problems } = await problemsOf(content)
  expect(problems).toHaveLength(1)
  expect(problems[0]!.hint?.slice(0, hint?.length)).toBe(hint)
})

test.each<[string, unknown, string]>([
  [
    'a field',
    R({ name: 'f', type: 'int' }, { name: 'f', type: 'string' }),
    '{"name":"f","type":"int"}',
  ],
  ['a symbol', E('A', 'B', 'A'), '"A"'],
  ['a branch', ['null', 'int', { type: 'int' }], '"int"'],
  [
    'a list',
    [
      { type: 'array', items: 'int' },
      { type: 'array', items: 'long' },
    ],
    '{"type":"array","items":"int"}',
  ],
])('%s that is there twice comes with the first one', async (_, content, first) => {
  const { text, problems } = await problemsOf(content)
  const [place] = problems[0]?.related ?? []
  expect(place?.message).toBe('here it is first')
  expect(place && text.slice(place.range.start.offset, place.range.end.offset)).toBe(first)
  expect(place?.range.start.offset).toBe(text.indexOf(first))
})

test('very many problems are told all the same', async () => {
  const fields = Array.from({ length: 3000 }, () => ({ name: 'f', type: 'int' }))
  const { problems } = await problemsOf(R(...fields))
  expect(problems).toHaveLength(100)
  expect(problems.filter(({ related }) => related).length).toBeLessThanOrEqual(50)
})
