import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { ORDER, ORDER_WITH_NOTE } from '../support/sample-schemas.ts'
import { configure, register, softDelete } from '../support/steps.ts'

const ORDERS = '/subjects/orders/versions'
const owner = (name: string) => ({ properties: { owner: name } })

async function registerWith(metadata: unknown): Promise<TestApp> {
  const app = await startApp()
  await register(app, 'orders', ORDER, { metadata })
  return app
}

async function stored(app: TestApp, version = 'latest'): Promise<unknown> {
  return (await app.call('GET', `${ORDERS}/${version}`)).body.metadata
}

describe('metadata', () => {
  test('is stored with the schema and shown with it', async () => {
    const metadata = {
      tags: { 'shop.Order.id': ['KEY'] },
      properties: { owner: 'sales' },
      sensitive: ['owner'],
    }
    const app = await registerWith(metadata)
    const { call } = app
    for (const path of [`${ORDERS}/1`, '/schemas/ids/1']) {
      expect((await call('GET', path)).body.metadata).toEqual(metadata)
    }
    expect((await call('GET', '/schemas')).body[0].metadata).toEqual(metadata)
  })

  test('is shown with names in order, sets sorted and each item once', async () => {
    const app = await registerWith({
      properties: { b: '1', a: '2', B: '3' },
      tags: { y: ['q', 'p', 'q'], x: [] },
      sensitive: ['b', 'a', 'b'],
    })
    const text = JSON.stringify(await stored(app))
    expect(text).toBe(
      '{"tags":{"x":[],"y":["p","q"]},"properties":{"B":"3","a":"2","b":"1"},"sensitive":["a","b"]}',
    )
  })

  test('makes another schema: one without, one with none and one with some have ids of their own', async () => {
    const app = await startApp()
    const ids: number[] = []
    for (const metadata of [undefined, {}, owner('sales')]) {
      ids.push((await register(app, `orders-${ids.length}`, ORDER, { metadata })).id)
    }
    expect(ids).toEqual([1, 2, 3])
  })

  const same: readonly (readonly [string, unknown, unknown])[] = [
    ['the order of names', { properties: { a: '1', b: '2' } }, { properties: { b: '2', a: '1' } }],
    ['the order of items', { sensitive: ['a', 'b'] }, { sensitive: ['b', 'a', 'b'] }],
    ['empty members', {}, { tags: {}, properties: {}, sensitive: [] }],
    ['members that are null', {}, { tags: null, properties: null }],
    ['members nobody knows', {}, { colour: 'blue' }],
    ['numbers where text is wanted', { properties: { a: '1' } }, { properties: { a: 1 } }],
  ]
  test.each(same)('is the same whatever %s', async (_rule, a, b) => {
    const app = await registerWith(a)
    expect(await register(app, 'orders', ORDER, { metadata: b })).toMatchObject({
      id: 1,
      version: 1,
    })
  })

  test('that is left out is that of the latest version', async () => {
    const app = await registerWith(owner('sales'))
    expect(await register(app, 'orders', ORDER)).toMatchObject({ version: 1 })
    const next = await register(app, 'orders', ORDER_WITH_NOTE)
    expect(next).toMatchObject({ version: 2, metadata: owner('sales') })
  })

  test('that is empty is none, and not that of the latest version', async () => {
    const app = await registerWith(owner('sales'))
    const next = await register(app, 'orders', ORDER, { metadata: {} })
    expect(next).toMatchObject({ id: 2, version: 2, metadata: {} })
  })

  const names = [
    '__proto__',
    'constructor',
    'hasOwnProperty',
    '',
    ' ',
    '.',
    'ä😀',
    'a\nb',
    'x'.repeat(10_000),
  ]
  test.each(names)('may have any names: %j', async (name) => {
    const metadata = JSON.parse(
      JSON.stringify({
        properties: { NAME: 'v' },
        tags: { NAME: [name] },
        sensitive: [name],
      }).replaceAll('"NAME"', JSON.stringify(name)),
    )
    const app = await registerWith(metadata)
    expect(JSON.stringify(await stored(app))).toBe(
      JSON.stringify({ tags: metadata.tags, properties: metadata.properties, sensitive: [name] }),
    )
    expect(await register(app, 'orders', ORDER, { metadata })).toMatchObject({ id: 1 })
  })

  test('leaves no trace on objects that have nothing to do with it', async () => {
    const body = `{"schema":"\\"int\\"","metadata":{"properties":{"__proto__":"x"},"__proto__":{"tags":{"a":["b"]}}},"__proto__":{"id":5}}`
    const app = await startApp()
    const answer = await app.call('POST', ORDERS, body)
    expect(answer).toMatchObject(ok({ id: 1 }))
    expect(JSON.stringify(answer.body.metadata)).toBe('{"properties":{"__proto__":"x"}}')
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  const refused: readonly (readonly [string, unknown, number])[] = [
    ['text', 'x', 400],
    ['a list', [], 400],
    ['a property without value', { properties: { a: null } }, 422],
    ['a property that is a list', { properties: { a: ['b'] } }, 400],
    ['properties that are a list', { properties: ['a'] }, 400],
    ['tags without list', { tags: { a: 'b' } }, 400],
    ['tags that are null', { tags: { a: null } }, 422],
    ['a sensitive name alone', { sensitive: 'a' }, 400],
    ['more than 10,000 properties', { properties: many(10_001) }, 400],
  ]
  test.each(refused)('may not be %s', async (_rule, metadata, code) => {
    const { call } = await startApp()
    const answer = await call('POST', ORDERS, { schema: ORDER, metadata })
    expect(answer).toMatchObject(refusal(code, expect.stringMatching(/\w/)))
    expect(await call('GET', '/subjects')).toMatchObject(ok([]))
  })
})

describe('metadata of the config', () => {
  test('fills in what a schema leaves out, and overrules what it says', async () => {
    const app = await startApp()
    await configure(app, 'orders', {
      defaultMetadata: { properties: { a: 'default', b: 'default', c: 'default' } },
      overrideMetadata: { properties: { c: 'override' }, sensitive: ['c'] },
    })
    const metadata = { properties: { b: 'own', c: 'own' }, sensitive: ['b'] }
    await register(app, 'orders', ORDER, { metadata })
    expect(await stored(app)).toEqual({
      properties: { a: 'default', b: 'own', c: 'override' },
      sensitive: ['b', 'c'],
    })
    expect((await register(app, 'orders', ORDER, { metadata })).version).toBe(1)
  })

  test('makes a new version of a schema that is registered already', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await configure(app, 'orders', { overrideMetadata: owner('sales') })
    const next = await register(app, 'orders', ORDER)
    expect(next).toMatchObject({ version: 2, metadata: owner('sales') })
    expect(await app.call('POST', '/subjects/orders', { schema: ORDER })).toMatchObject(
      ok({ version: 1 }),
    )
  })

  test('counts when a schema is looked up without its own', async () => {
    const app = await startApp()
    await configure(app, 'orders', { defaultMetadata: owner('sales') })
    await register(app, 'orders', ORDER)
    const answer = await app.call('POST', '/subjects/orders', { schema: ORDER })
    expect(answer).toMatchObject(ok({ version: 1, metadata: owner('sales') }))
  })
})

describe('looking a version up by its metadata', () => {
  async function three(): Promise<TestApp> {
    const app = await startApp()
    for (const [a, b] of ['11', '12', '21'] as const) {
      const metadata = { properties: { a, b, constructor: 'x' } }
      await register(app, 'orders', ORDER, { metadata })
    }
    return app
  }

  const found: readonly (readonly [string, string, number])[] = [
    ['the newest that holds the property', 'key=a&value=1', 2],
    ['the newest that holds them all', 'key=a&value=1&key=b&value=1', 1],
    ['the newest when nothing is asked for', '', 3],
    ['a property named like a member of Object', 'key=constructor&value=x', 3],
  ]
  test.each(found)('gives %s', async (_rule, query, version) => {
    const app = await three()
    const answer = await app.call('GET', `/subjects/orders/metadata?${query}`)
    expect(answer).toMatchObject(ok({ version }))
  })

  const missing: readonly (readonly [string, string])[] = [
    ['no version holds the value', 'key=a&value=3'],
    ['no version holds the property', 'key=c&value='],
    ['the value is missing', 'key=a'],
    ['the property is only a member of Object', 'key=toString&value=x'],
    ['the property is __proto__', 'key=__proto__&value=x'],
  ]
  test.each(missing)('is 40403 when %s', async (_rule, query) => {
    const app = await three()
    const answer = await app.call('GET', `/subjects/orders/metadata?${query}`)
    expect(answer).toMatchObject(refusal(40403, 'Schema not found'))
  })

  test('counts softly deleted versions on request only, and is 40401 without any', async () => {
    const app = await three()
    await softDelete(app, 'orders')
    const path = '/subjects/orders/metadata?key=a&value=1'
    const none = refusal(40401, "Subject 'orders' not found.")
    expect(await app.call('GET', path)).toMatchObject(none)
    const deleted = await app.call('GET', `${path}&deleted=true`)
    expect(deleted).toMatchObject(ok({ version: 2, deleted: true }))
  })
})

function many(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, 'v']))
}
