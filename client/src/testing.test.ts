import { expect, onTestFinished, test } from 'vitest'
import { Order } from '../test/support/orders.ts'
import { SchemaRegistry } from './schema-registry.ts'
import { type ServerModule, startTestRegistry, type TestRegistryOptions } from './testing.ts'

const order = { id: 'o-1', total: 3n }

async function started(options?: TestRegistryOptions) {
  const registry = await startTestRegistry(options)
  onTestFinished(() => registry.close())
  return registry
}

test('one line makes a registry', async () => {
  const testRegistry = await started()
  const registry = new SchemaRegistry({ ...testRegistry, autoRegisterSchemas: true })
  onTestFinished(() => registry.close())
  const orders = registry.topic('orders', { value: Order })
  const { value, schema } = await orders.decode(await orders.encode({ value: order }))
  expect(value).toEqual(order)
  expect(schema).toMatchObject({ id: 1, subject: 'orders-value', version: 1 })
})

test('a client of it registers what it writes', async () => {
  const orders = (await started()).client().topic('orders', { value: Order })
  expect(await orders.value.encode(order)).toHaveLength(10)
})

test('a client takes options of its own', async () => {
  const client = (await started()).client({ autoRegisterSchemas: false })
  const encoding = client.topic('orders', { value: Order }).value.encode(order)
  await expect(encoding).rejects.toMatchObject({ code: 'SCHEMA_NOT_FOUND' })
})

test.each([
  ['BACKWARD', 'REGISTRY_HTTP'],
  ['NONE', undefined],
] as const)('level %s holds where none is set', async (compatibilityLevel, code) => {
  const { client } = (await started({ compatibilityLevel })).client()
  await client.registerSchema({ subject: 's', body: { schema: '"int"' } })
  const second = client.registerSchema({ subject: 's', body: { schema: '"string"' } })
  const outcome = await second.then(
    () => undefined,
    (error: { code: string }) => error.code,
  )
  expect(outcome).toBe(code)
})

test('registries share nothing', async () => {
  const [a, b] = [await started(), await started()]
  await a.client().topic('orders', { value: Order }).value.encode(order)
  expect(await b.client().client.listSubjects()).toEqual([])
})

test('closing closes its clients and forgets everything', async () => {
  const registry = await startTestRegistry()
  const client = registry.client()
  await registry.close()
  const encoding = client.topic('orders', { value: Order }).value.encode(order)
  await expect(encoding).rejects.toMatchObject({ code: 'CLOSED' })
})

test('what is taken of the server is there', async () => {
  const server: ServerModule = await import('@magicbyte/server')
  expect(Object.keys(server)).toEqual(
    expect.arrayContaining(['openSqlite', 'migrate', 'migrations', 'createApp', 'Registry']),
  )
})
