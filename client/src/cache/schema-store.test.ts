import { describe, expect, test } from 'vitest'
import { cannedStore, startStore, toMoney } from '../../test/support/schema-stores.ts'
import { RegistryAnswerError } from '../errors/http-errors.ts'
import { SchemaNotFoundError, UnsupportedSchemaError } from '../errors/schema-errors.ts'
import { ClosedError } from '../errors/usage-errors.ts'
import type { ClientEvent } from '../events.ts'
import { RegistryClient } from '../registry-client.ts'
import { SchemaStore } from './schema-store.ts'

type Refusal = typeof UnsupportedSchemaError | typeof RegistryAnswerError

describe('what never changes is asked for once', () => {
  test('a hundred who want one id at a time', async () => {
    const { store, client, sent } = await startStore()
    await client.registerSchema({ subject: 's', body: { schema: '"int"' } })
    sent.length = 0
    const schemas = await Promise.all(Array.from({ length: 100 }, () => store.byId(1)))
    expect(new Set(schemas).size).toBe(1)
    expect(await store.byId(1)).toBe(schemas[0])
    expect(sent).toEqual(['GET /schemas/ids/1'])
    expect(schemas[0]).toMatchObject({ id: 1, schema: '"int"', references: [], subject: 's' })
    expect(schemas[0]?.parsed.root.type).toBe('int')
  })

  test('twenty ids at a time are one round trip', async () => {
    let atOnce = 0
    const waiting: (() => void)[] = []
    const fetch = async (): Promise<Response> => {
      atOnce++
      if (atOnce === 20) for (const go of waiting) go()
      else await new Promise<void>((resolve) => waiting.push(resolve))
      return Response.json({ schema: '"int"' })
    }
    const store = new SchemaStore(new RegistryClient({ url: 'http://registry', fetch }))
    const ids = Array.from({ length: 20 }, (_, i) => i + 1)
    const schemas = await Promise.all(ids.map((id) => store.byId(id)))
    expect(schemas.map(({ id }) => id)).toEqual(ids)
  })

  test('an id with its subject is a question of its own', async () => {
    const { store, client, sent } = await startStore()
    await client.registerSchema({ subject: 's', body: { schema: '"int"' } })
    await client.registerSchema({ subject: ':.eu:s', body: { schema: '"long"' } })
    sent.length = 0
    expect((await store.byId(1, { subject: 's' })).schema).toBe('"int"')
    expect((await store.byId(1, { subject: ':.eu:s' })).schema).toBe('"long"')
    expect(sent).toHaveLength(2)
  })

  test('what is known by its id is known by its guid, in any letter case', async () => {
    const { store, client, sent } = await startStore()
    await client.registerSchema({ subject: 's', body: { schema: '"int"' } })
    const { guid = '' } = await store.byId(1)
    sent.length = 0
    expect(await store.byGuid(guid.toUpperCase())).toMatchObject({ id: 1, guid })
    expect(store.peekGuid(guid)).toBe(await store.byGuid(guid))
    expect(sent).toEqual([])
  })

  test('a guid alone is asked for', async () => {
    const { store, client } = await startStore()
    const { guid = '' } = await client.registerSchema({ subject: 's', body: { schema: '"int"' } })
    expect(store.peekGuid(guid)).toBeUndefined()
    const schema = await store.byGuid(guid)
    expect(schema).toMatchObject({ guid, schema: '"int"' })
    expect(schema.id).toBeUndefined()
  })

  test('nobody is asked for what is only peeked at', async () => {
    const { store, client, sent } = await startStore()
    await client.registerSchema({ subject: 's', body: { schema: '"int"' } })
    sent.length = 0
    expect(store.peekId(1)).toBeUndefined()
    expect(sent).toEqual([])
    const schema = await store.byId(1)
    expect(store.peekId(1)).toBe(schema)
  })
})

describe('a content', () => {
  test('is registered once, however many do it, and is found then without asking', async () => {
    const { store, sent } = await startStore()
    const all = await Promise.all([1, 2, 3].map(() => store.register('s', { schema: '"int"' })))
    expect(await store.lookUp('s', { schema: '"int"' })).toBe(all[0])
    expect(sent).toEqual(['POST /subjects/s/versions'])
  })

  test('of another subject, or to be normalized, is another one', async () => {
    const { store, sent } = await startStore()
    await store.register('s', { schema: '"int"' })
    await store.register('t', { schema: '"int"' })
    await store.register('s', { schema: '"int"' }, { normalize: true })
    await store.register('s', { schema: '"int"', references: [] })
    expect(sent).toEqual([
      'POST /subjects/s/versions',
      'POST /subjects/t/versions',
      'POST /subjects/s/versions?normalize=true',
    ])
  })

  test('that was missing is there once it is registered', async () => {
    const { store } = await startStore()
    await expect(store.lookUp('s', { schema: '"int"' })).rejects.toThrow(SchemaNotFoundError)
    await store.register('s', { schema: '"int"' })
    expect(await store.lookUp('s', { schema: '"int"' })).toMatchObject({ id: 1, version: 1 })
  })

  test.each([0, -5, 1.5, 2 ** 31, 2 ** 32 + 7, '7', null])(
    'that gets the id %j is not registered: 4 bytes cannot name it',
    async (id) => {
      const { store } = cannedStore(() => ({ id }))
      const error = await store.register('s', { schema: '"int"' }).catch((e: unknown) => e)
      expect(error).toBeInstanceOf(RegistryAnswerError)
    },
  )

  test('is complete although the registry answers with the id alone', async () => {
    const { store } = cannedStore(() => ({ id: 4 }))
    const schema = await store.register('s', { schema: '"int"' })
    expect(schema).toMatchObject({ id: 4, subject: 's', schema: '"int"', references: [] })
  })
})

test.each<[what: string, answer: object, error: Refusal]>([
  ['a schema of another type', { schemaType: 'JSON', schema: '{}' }, UnsupportedSchemaError],
  ['a text that is no schema', { schema: '{"type":"recor"}' }, UnsupportedSchemaError],
  ['no text', { schemaType: 'AVRO' }, RegistryAnswerError],
  ['a list', [], RegistryAnswerError],
  ['references that are none', { schema: '"int"', references: [{ name: 1 }] }, RegistryAnswerError],
  [
    'too many of them',
    { schema: '"int"', references: Array(1001).fill(toMoney) },
    RegistryAnswerError,
  ],
])('an id that leads to %s cannot be used', async (_what, answer, error) => {
  const { store } = cannedStore(() => answer)
  await expect(store.byId(1)).rejects.toThrow(error)
})

test('null means absent', async () => {
  const { store } = cannedStore(() => ({ schema: '"int"', schemaType: null, references: null }))
  expect(await store.byId(1)).toMatchObject({ references: [] })
})

describe('one who gives up', () => {
  test('does not end the request for the others; the last one does', async () => {
    const requests: Request[] = []
    let release = (): void => undefined
    const fetch = async (request: Request): Promise<Response> => {
      requests.push(request)
      await new Promise<void>((resolve) => (release = resolve))
      return Response.json({ schema: '"int"' })
    }
    const store = new SchemaStore(new RegistryClient({ url: 'http://registry', fetch }))
    const reason = new Error('enough')
    const aborts = [new AbortController(), new AbortController()]
    const [first, second] = aborts.map(({ signal }) => store.byId(1, { signal }))
    aborts[0]?.abort(reason)
    await expect(first).rejects.toBe(reason)
    await expect.poll(() => requests.length).toBe(1)
    release()
    expect(await second).toMatchObject({ id: 1 })

    const third = store.byId(2, { signal: aborts[1]!.signal })
    await expect.poll(() => requests.length).toBe(2)
    aborts[1]?.abort(reason)
    await expect(third).rejects.toBe(reason)
    expect(requests[1]?.signal.aborted).toBe(true)
  })
})

test('looks into the cache are told of', async () => {
  const events: ClientEvent[] = []
  const { store, client, clock } = await startStore({ onEvent: (event) => events.push(event) })
  await client.registerSchema({ subject: 's', body: { schema: '"int"' } })
  await Promise.all([store.byId(1), store.byId(1)])
  await store.byId(1)
  await store.byId(2).catch(() => undefined)
  await store.byId(2).catch(() => undefined)
  await store.latest('s')
  clock.skip(60_000)
  await store.latest('s')
  const told = events.map((event) => (event.type === 'cache' ? `${event.kind} ${event.key}` : ''))
  expect(told.slice(0, 7)).toEqual([
    'miss id',
    'join id',
    'hit id',
    'miss id',
    'negative id',
    'miss latest',
    'stale latest',
  ])
})

test('closing ends what is under way and what comes later', async () => {
  const fetch = () => new Promise<Response>(() => undefined)
  const store = new SchemaStore(new RegistryClient({ url: 'http://registry', fetch }))
  const content = { schema: '"int"' }
  const calls = () => [
    store.byId(1),
    store.byGuid('g'),
    store.version('s', 1),
    store.latest('s'),
    store.lookUp('s', content),
    store.register('s', content),
  ]
  const pending = calls()
  await store[Symbol.asyncDispose]()
  for (const call of [...pending, ...calls()]) await expect(call).rejects.toThrow(ClosedError)
})
