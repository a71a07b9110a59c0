import { describe, expect, test } from 'vitest'
import { cannedStore, MONEY, ORDER, startStore, toMoney } from '../../test/support/schema-stores.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'

describe('a dump', () => {
  test('lets a store start while the registry is down', async () => {
    const { store, newStore, client, line, sent } = await startStore()
    await client.registerSchema({ subject: 'money', body: { schema: MONEY } })
    const content = { schema: ORDER, references: [toMoney] }
    const { id, guid = '' } = await store.register('orders', content)
    await store.byId(id)
    await store.latest('orders')
    await store.version('orders', 1)
    const text = JSON.stringify(store.dump())
    expect(JSON.parse(text).schemas.length).toBeLessThan(5)

    line.isCut = true
    sent.length = 0
    const later = newStore()
    later.load(JSON.parse(text))
    const schemas = [
      later.peekId(id),
      later.peekGuid(guid),
      await later.version('orders', 1),
      await later.lookUp('orders', content),
      await later.register('orders', content),
    ]
    expect(sent).toEqual([])
    for (const schema of [...schemas, await later.latest('orders')]) {
      expect(schema).toMatchObject({ id, schema: ORDER, referenceTexts: [MONEY] })
      expect(schema?.parsed.types.has('shop.Order')).toBe(true)
    }
    expect(JSON.stringify(later.dump())).toHaveLength(text.length)
  })

  const empty = { format: 'magicbyte-schemas', version: 1, schemas: [], ids: [], guids: [] }
  const none = { ...empty, versions: [], contents: [], latest: [] }
  const int = { id: 1, schema: '"int"', references: [], referenceTexts: [] }
  test.each<[what: string, dump: unknown, message: RegExp]>([
    ['nothing', null, /^dump is no object/],
    ['another format', { ...none, version: 2 }, /format magicbyte-schemas, version 1/],
    ['a missing list', empty, /^dump\.versions is no list/],
    ['too long a list', { ...none, ids: Array(100_001) }, /^dump\.ids is no list of up to 100000/],
    ['a text for a schema', { ...none, schemas: ['"int"'] }, /^dump\.schemas\[0\] is no object/],
    [
      'a schema without text',
      { ...none, schemas: [{ ...int, schema: 1 }] },
      /schemas\[0\]\.schema/,
    ],
    ['an id that is none', { ...none, schemas: [{ ...int, id: '1' }] }, /schemas\[0\]\.id/],
    ['an id too large', { ...none, schemas: [{ ...int, id: 2 ** 31 }] }, /schemas\[0\]\.id/],
    [
      'no schema',
      { ...none, schemas: [{ ...int, schema: '{' }] },
      /schemas\[0\] cannot be underst/,
    ],
    ['bad references', { ...none, schemas: [{ ...int, references: 1 }] }, /schemas\[0\] came with/],
    ['bad texts', { ...none, schemas: [{ ...int, referenceTexts: [1] }] }, /\[0\]\.referenceTexts/],
    [
      'an entry elsewhere',
      { ...none, schemas: [int], ids: [['1', 1]] },
      /^dump\.ids\[0\] is no pair/,
    ],
    ['an entry that is none', { ...none, guids: ['x'] }, /^dump\.guids\[0\] is no pair/],
    [
      'a position that is a name',
      { ...none, ids: [['1', 'length']] },
      /^dump\.ids\[0\] is no pair/,
    ],
    [
      'an entry without id',
      { ...none, schemas: [{ ...int, id: undefined }], latest: [['s', 0]] },
      /^dump\.latest\[0\]: the schema has no id/,
    ],
  ])('that has %s is refused', async (_what, dump, message) => {
    const { store } = cannedStore(() => 500)
    const load = () => store.load(dump)
    expect(load).toThrow(InvalidArgumentError)
    expect(load).toThrow(message)
  })
})
