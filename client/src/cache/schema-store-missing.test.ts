import { describe, expect, test } from 'vitest'
import { cannedStore, startStore } from '../../test/support/schema-stores.ts'
import { RegistryHttpError } from '../errors/http-errors.ts'
import { isPoison } from '../errors/poison.ts'
import { SchemaNotFoundError } from '../errors/schema-errors.ts'

describe('an unknown id', () => {
  test('is asked for once more after a moment, and then not for a moment', async () => {
    const { store, sent, clock, client } = await startStore({ lagRetryMs: 150, missingTtlMs: 1000 })
    const error = await store.byId(7).catch((e) => e)
    expect(error).toBeInstanceOf(SchemaNotFoundError)
    expect(error).toMatchObject({ schemaId: 7, message: 'the registry has no schema with id 7' })
    expect(isPoison(error)).toBe(true)
    expect(clock.pauses).toEqual([150])
    await expect(store.byId(7)).rejects.toThrow(SchemaNotFoundError)
    expect(sent).toHaveLength(2)
    clock.skip(1000)
    await expect(store.byId(7)).rejects.toThrow(SchemaNotFoundError)
    expect(sent).toHaveLength(3)
    const body = { schema: '"int"', id: 7 }
    await client.updateSubjectMode({ subject: 's', body: { mode: 'IMPORT' } })
    await client.registerSchema({ subject: 's', body })
    clock.skip(1000)
    expect(await store.byId(7)).toMatchObject({ id: 7 })
  })

  test('is asked for again after the clock was set back', async () => {
    const { store, clock, sent } = await startStore()
    await expect(store.byId(7)).rejects.toThrow(SchemaNotFoundError)
    clock.skip(-3_600_000)
    sent.length = 0
    await expect(store.byId(7)).rejects.toThrow(SchemaNotFoundError)
    expect(sent).toHaveLength(1)
  })

  test('that another registry has copied meanwhile is found', async () => {
    let asked = 0
    const missing = { error_code: 40403, message: 'Schema not found' }
    const { store } = cannedStore(() => (++asked === 1 ? missing : { schema: '"int"' }))
    expect(await store.byId(1)).toMatchObject({ id: 1 })
  })

  test('takes the contents with it that stood for it', async () => {
    const { store, client, sent } = await startStore()
    await store.register('s', { schema: '"int"' })
    await client.deleteSubject({ subject: 's' })
    await client.deleteSubject({ subject: 's', permanent: true })
    await expect(store.byId(1, { subject: 's' })).rejects.toThrow(SchemaNotFoundError)
    sent.length = 0
    await expect(store.lookUp('s', { schema: '"int"' })).rejects.toThrow(SchemaNotFoundError)
    expect(sent).toHaveLength(1)
  })
})

test.each([404, 500, 401])(
  '%i without an error code says nothing about a schema',
  async (status) => {
    const { store } = cannedStore(() => status)
    const error = await store.byId(1).catch((e) => e)
    expect(error).toBeInstanceOf(RegistryHttpError)
    expect(isPoison(error)).toBe(false)
  },
)
