import { describe, expect, test } from 'vitest'
import { cannedStore, MONEY, ORDER, startStore, toMoney } from '../../test/support/schema-stores.ts'
import { UnsupportedSchemaError } from '../errors/schema-errors.ts'

describe('references', () => {
  test('are there, whichever way a schema is asked for', async () => {
    const { store, client } = await startStore()
    await client.registerSchema({ subject: 'money', body: { schema: MONEY } })
    const content = { schema: ORDER, references: [toMoney] }
    const registered = await store.register('orders', content)
    const { id, guid = '' } = registered
    const ways = [
      registered,
      await store.byId(id),
      await store.byGuid(guid),
      await store.version('orders', 1),
      await store.latest('orders'),
      await store.lookUp('orders', content),
    ]
    for (const way of ways) {
      expect(way).toMatchObject({ schema: ORDER, references: [toMoney], referenceTexts: [MONEY] })
      expect(way.parsed.types.has('shop.Money')).toBe(true)
    }
  })

  test('of a schema in a context are in that context', async () => {
    const { store, client, sent } = await startStore()
    await client.registerSchema({ subject: ':.eu:money', body: { schema: MONEY } })
    const body = { schema: ORDER, references: [toMoney] }
    await client.registerSchema({ subject: ':.eu:orders', body })
    sent.length = 0
    const { referenceTexts } = await store.version(':.eu:orders', 1)
    expect(referenceTexts).toEqual([MONEY])
    expect(sent).toEqual([
      'GET /subjects/:.eu:orders/versions/1?deleted=true',
      'GET /subjects/:.eu:money/versions/1?deleted=true',
    ])
  })

  test('to a version that is softly deleted hold', async () => {
    const { store } = cannedStore((path) =>
      path === '/schemas/ids/1'
        ? { schema: ORDER, references: [toMoney] }
        : { id: 2, subject: 'money', version: 1, schema: MONEY, deleted: true },
    )
    expect((await store.byId(1)).referenceTexts).toEqual([MONEY])
  })

  const named = (name: string, ...fields: string[]): string =>
    JSON.stringify({
      type: 'record',
      name,
      fields: fields.map((type) => ({ name: `of${type}`, type })),
    })
  const to = (...names: string[]) =>
    names.map((name) => ({ name, subject: name.toLowerCase(), version: 1 }))

  test('that meet again are loaded once, and come before what needs them', async () => {
    const sources: Record<string, object> = {
      '/schemas/ids/1': { schema: named('A', 'B', 'C'), references: to('B', 'C') },
      '/subjects/b/versions/1': { schema: named('B', 'D'), references: to('D') },
      '/subjects/c/versions/1': { schema: named('C', 'D'), references: to('D') },
      '/subjects/d/versions/1': { schema: named('D') },
    }
    const { store, sent } = cannedStore((path) => sources[path]!)
    const { referenceTexts } = await store.byId(1)
    expect(referenceTexts).toEqual([named('D'), named('B', 'D'), named('C', 'D')])
    expect(sent.toSorted()).toEqual(Object.keys(sources).toSorted())
  })

  test('that run in a circle end', async () => {
    const sources: Record<string, object> = {
      '/schemas/ids/1': { schema: named('A', 'B'), references: to('B') },
      '/subjects/b/versions/1': { schema: named('B', 'C'), references: to('C') },
      '/subjects/c/versions/1': { schema: named('C', 'B'), references: to('B') },
    }
    const { store, sent } = cannedStore((path) => sources[path]!)
    await expect(store.byId(1)).rejects.toThrow(UnsupportedSchemaError)
    expect(sent).toHaveLength(3)
  })

  test('that never end are too many', async () => {
    const { store, sent } = cannedStore(
      (path) => {
        const next = Number(/\d+/.exec(path)?.[0] ?? 0) + 1
        const references = [{ name: `N${next}`, subject: `n${next}`, version: 1 }]
        return { schema: named(`N${next - 1}`), references }
      },
      { maxReferences: 20 },
    )
    await expect(store.byId(1)).rejects.toThrow('more than 20 referenced schemas')
    expect(sent).toHaveLength(21)
  })
})
