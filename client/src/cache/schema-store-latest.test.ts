import { describe, expect, test } from 'vitest'
import { startStore } from '../../test/support/schema-stores.ts'
import { SchemaNotFoundError } from '../errors/schema-errors.ts'
import { RegistryClient } from '../registry-client.ts'
import { SchemaStore } from './schema-store.ts'

describe('the latest version', () => {
  test('is asked for again when its time is over, while the old one serves', async () => {
    const { store, client, clock, sent } = await startStore()
    await client.registerSchema({ subject: 's', body: { schema: '"int"' } })
    const first = await store.latest('s')
    await client.registerSchema({ subject: 's', body: { schema: '"long"' } })
    sent.length = 0
    expect(await store.latest('s')).toBe(first)
    expect(sent).toEqual([])
    clock.skip(60_000)
    expect(await Promise.all([store.latest('s'), store.latest('s')])).toEqual([first, first])
    await expect.poll(async () => (await store.latest('s')).version).toBe(2)
    expect(sent).toEqual(['GET /subjects/s/versions/latest'])
  })

  test('is asked for again after the clock was set back', async () => {
    const { store, client, clock } = await startStore()
    await client.registerSchema({ subject: 's', body: { schema: '"int"' } })
    await store.latest('s')
    await client.registerSchema({ subject: 's', body: { schema: '"long"' } })
    clock.skip(-3_600_000)
    await store.latest('s')
    await expect.poll(async () => (await store.latest('s')).version).toBe(2)
  })

  test('serves on while the registry cannot be reached, which is tried now and then', async () => {
    const { store, client, clock, sent, line } = await startStore()
    await client.registerSchema({ subject: 's', body: { schema: '"int"' } })
    const first = await store.latest('s')
    line.isCut = true
    sent.length = 0
    for (const seconds of [60, 5, 5]) {
      clock.skip(seconds * 1000)
      expect(await store.latest('s')).toBe(first)
      await new Promise(setImmediate)
      expect(await store.latest('s')).toBe(first)
    }
    expect(sent).toHaveLength(3)
  })

  test('is gone when the registry says so', async () => {
    const { store, client, clock } = await startStore()
    await client.registerSchema({ subject: 's', body: { schema: '"int"' } })
    await store.latest('s')
    await client.deleteSubject({ subject: 's' })
    clock.skip(60_000)
    await store.latest('s')
    await expect.poll(() => store.latest('s').catch((e) => e.code)).toBe('SCHEMA_NOT_FOUND')
  })

  test('is the one just registered', async () => {
    const { store } = await startStore()
    await expect(store.latest('s')).rejects.toThrow(SchemaNotFoundError)
    await store.register('s', { schema: '"int"' })
    expect((await store.latest('s')).version).toBe(1)
    await store.register('s', { schema: '"long"' })
    expect((await store.latest('s')).version).toBe(2)
  })

  test('that was asked for before a registration is not kept', async () => {
    let release = (): void => undefined
    const answers = [
      { id: 1, version: 1, schema: '"int"' },
      { id: 2, version: 2, schema: '"long"' },
    ]
    const fetch = async (request: Request): Promise<Response> => {
      if (request.method === 'POST') return Response.json({ id: 2 })
      const answer = answers.shift()
      if (answer?.id === 1) await new Promise<void>((resolve) => (release = resolve))
      return Response.json(answer)
    }
    const store = new SchemaStore(new RegistryClient({ url: 'http://registry', fetch }))
    const before = store.latest('s')
    await store.register('s', { schema: '"long"' })
    expect((await store.latest('s')).version).toBe(2)
    release()
    expect((await before).version).toBe(1)
    expect((await store.latest('s')).version).toBe(2)
  })
})
