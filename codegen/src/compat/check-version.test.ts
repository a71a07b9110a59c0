import { expect, test } from 'vitest'
import { loadSchemas } from '../inputs/schema-set.ts'
import { checkFiles } from './check-files.ts'
import { type HistorySource, resolveRegistered } from './history.ts'

const order = (...fields: object[]) =>
  JSON.stringify({ type: 'record', name: 'Order', namespace: 'n', fields })
const id = { name: 'id', type: 'string' }

async function check(text: string, history: HistorySource) {
  const source = { path: 'order.avsc', location: 'order.avsc', text, hasBom: false }
  const { files } = await loadSchemas([source])
  return await checkFiles(files, history, 'BACKWARD')
}

test('registered versions are named with subject, version and id', async () => {
  const resolved = resolveRegistered({
    label: 'orders-value v3 (id 17)',
    text: order({ name: 'line', type: 'Line' }),
    references: ['{"type":"fixed","name":"n.Line","size":1}'],
  })!
  const version = {
    label: 'orders-value v3 (id 17)',
    version: 3,
    subject: 'orders-value',
    resolved,
  }
  const { diagnostics, compared } = await check(order(id), { versionsOf: async () => [version] })
  expect(compared).toBe(1)
  expect(diagnostics).toMatchObject([
    {
      rule: 'READER_FIELD_MISSING_DEFAULT_VALUE',
      subject: 'orders-value',
      message: expect.stringContaining(
        'field "id" has no default, so BACKWARD fails against orders-value v3 (id 17): The new ' +
          'schema needs the field "id" of the record "n.Order", but version 3 does not write it',
      ),
      related: [{ file: 'orders-value v3 (id 17)', range: { start: { line: 1, column: 1 } } }],
    },
  ])
})

test('only the newest version is looked at unless the level is transitive', async () => {
  const version = (text: string) => ({
    label: 'v',
    resolved: resolveRegistered({ label: 'v', text })!,
  })
  const { diagnostics } = await check(order(id), {
    versionsOf: async () => [version(order(id)), version('"int"')],
  })
  expect(diagnostics).toEqual([])
})

test('what is registered without being a schema is no version', () => {
  expect(resolveRegistered({ label: 'v', text: '"nope"' })).toBeUndefined()
})

test('a field that matches several old ones is told without a place of the old schema', async () => {
  const resolved = resolveRegistered({
    label: 'v1',
    text: order({ name: 'a', type: 'int' }, { name: 'b', type: 'int' }),
  })!
  const text = order({ name: 'c', type: 'int', aliases: ['a', 'b'] })
  const { diagnostics } = await check(text, {
    versionsOf: async () => [{ label: 'v1', resolved }],
  })
  expect(diagnostics).toMatchObject([{ rule: 'AMBIGUOUS_FIELD' }])
  expect(diagnostics[0]).not.toHaveProperty('related')
})
