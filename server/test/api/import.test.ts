import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp, type TestApp } from '../support/app.ts'
import {
  BROKEN,
  CUSTOMER,
  INVOICE,
  ORDER,
  ORDER_WITH_NOTE,
  record,
} from '../support/sample-schemas.ts'
import { configure, register, softDelete, switchMode } from '../support/steps.ts'

const ORDERS = '/subjects/orders/versions'

describe.each(['IMPORT', 'FORWARD'])('in %s', (mode) => {
  async function importing(): Promise<TestApp> {
    const app = await startApp()
    await switchMode(app, ':.__GLOBAL:', mode)
    return app
  }

  test('a schema comes with its id and version, in any order and with gaps', async () => {
    const app = await importing()
    expect(await register(app, 'orders', ORDER, { id: 40, version: 5 })).toMatchObject({
      id: 40,
      version: 5,
    })
    expect(await register(app, 'orders', '"int"', { id: 7, version: 2 })).toMatchObject({
      id: 7,
      version: 2,
    })
    expect(await app.call('GET', ORDERS)).toMatchObject(ok([2, 5]))
  })

  test('a schema without a version gets the next', async () => {
    const app = await importing()
    await register(app, 'orders', ORDER, { id: 40, version: 5 })
    expect((await register(app, 'orders', '"int"', { id: 41 })).version).toBe(6)
  })

  test('a schema without id is refused, unless it is there', async () => {
    const app = await importing()
    const { call } = app
    const answer = await call('POST', ORDERS, { schema: ORDER })
    const message = 'Subject orders in context  is not in read-write mode'
    expect(answer).toMatchObject(refusal(42205, message))
    await register(app, 'orders', ORDER, { id: 40 })
    expect(await call('POST', ORDERS, { schema: ORDER })).toMatchObject(ok({ id: 40 }))
  })

  test('0 and the highest number of 32 bits are ids, a greater one is none', async () => {
    const app = await importing()
    expect((await register(app, 'orders', ORDER, { id: 0 })).id).toBe(0)
    expect((await register(app, 'orders', '"int"', { id: 2147483647 })).id).toBe(2147483647)
    const { call } = app
    expect(await call('GET', '/schemas/ids/0')).toMatchObject(ok({ subject: 'orders', version: 1 }))
    const answer = await call('POST', ORDERS, { schema: '"long"', id: 2147483648 })
    expect(answer).toMatchObject({ status: 400, body: { error_code: 400 } })
  })

  test('the same import again changes nothing', async () => {
    const app = await importing()
    const body = { id: 40, version: 5 }
    const first = await register(app, 'orders', ORDER, body)
    expect(await register(app, 'orders', ORDER, body)).toMatchObject(first)
    expect(await app.call('GET', ORDERS)).toMatchObject(ok([5]))
  })

  test('an id that stands for another schema is refused', async () => {
    const app = await importing()
    await register(app, 'orders', ORDER, { id: 40 })
    await register(app, ':.eu:orders', ORDER, { id: 40 })
    const { call } = app
    const other = { schema: CUSTOMER, id: 40 }
    const taken = (context: string) =>
      refusal(42205, `Overwrite new schema with id 40 in context ${context} is not permitted.`)
    expect(await call('POST', ORDERS, other)).toMatchObject(taken(''))
    const abroad = await call('POST', '/subjects/:.eu:orders/versions', other)
    expect(abroad).toMatchObject(taken(':.eu:'))
  })

  test('the same text with other metadata is another schema', async () => {
    const app = await importing()
    await register(app, 'orders', ORDER, { id: 40 })
    const body = { schema: ORDER, id: 40, metadata: {} }
    expect((await app.call('POST', '/subjects/archive/versions', body)).body.error_code).toBe(42205)
  })

  test('one schema may have several ids, the one imported last is handed out', async () => {
    const app = await importing()
    await register(app, 'orders', ORDER, { id: 50, version: 1 })
    await register(app, 'archive', ORDER, { id: 40, version: 1 })
    await switchMode(app, ':.__GLOBAL:', 'READWRITE')
    expect((await register(app, 'new', ORDER)).id).toBe(40)
  })

  test('one schema may have several ids under one subject as well', async () => {
    const app = await importing()
    await register(app, 'orders', ORDER, { id: 40 })
    expect(await register(app, 'orders', ORDER, { id: 41 })).toMatchObject({ id: 41, version: 2 })
  })

  test('a version does not take the place of a later one that is deleted', async () => {
    const app = await importing()
    await register(app, 'orders', ORDER, { id: 40, version: 5 })
    await softDelete(app, 'orders')
    await register(app, 'orders', ORDER, { id: 40, version: 4 })
    expect(await app.call('GET', `${ORDERS}?deleted=true`)).toMatchObject(ok([4, 5]))
  })

  test('a version is replaced by another schema under its number', async () => {
    const app = await importing()
    const { guid } = await register(app, 'orders', ORDER, { id: 40, version: 5 })
    await register(app, 'orders', '"int"', { id: 41, version: 5 })
    const { call } = app
    expect(await call('GET', `${ORDERS}/5`)).toMatchObject(ok({ id: 41, schema: '"int"' }))
    expect((await call('GET', '/schemas/ids/40')).status).toBe(404)
    expect(await call('GET', `/schemas/guids/${guid}/ids`)).toMatchObject(ok([]))
  })

  test('neither compatibility nor defaults are checked, but a schema is parsed', async () => {
    const app = await importing()
    await register(app, 'orders', ORDER, { id: 1 })
    const odd = record('Order', { name: 'id', type: 'long', default: 'none' })
    expect((await register(app, 'orders', odd, { id: 2 })).version).toBe(2)
    const { call } = app
    const message = expect.stringMatching(/^Invalid schema of type AVRO, details: /)
    const broken = await call('POST', ORDERS, { schema: BROKEN, id: 3 })
    expect(broken).toMatchObject(refusal(42201, message))
    const empty = await call('POST', ORDERS, { id: 3 })
    expect(empty).toMatchObject(refusal(42201, 'Empty schema'))
  })

  test('nothing is added to a schema: no normal form, no metadata, no rules', async () => {
    const app = await importing()
    const defaults = { properties: { owner: 'sales' } }
    await configure(app, undefined, { normalize: true, defaultMetadata: defaults })
    const schema = '{"type":"string","b":1,"a":2}'
    await register(app, 'names', schema, { id: 1, metadata: { properties: { x: 'y' } } })
    await register(app, 'names', '"int"', { id: 2 })
    const { call } = app
    const first = (await call('GET', '/subjects/names/versions/1')).body
    expect(first).toMatchObject({ schema, metadata: { properties: { x: 'y' } } })
    expect((await call('GET', '/subjects/names/versions/2')).body).not.toHaveProperty('metadata')
  })

  test('what is referred to must be there', async () => {
    const app = await importing()
    const references = [{ name: 'shop.Customer', subject: 'customers', version: 1 }]
    const { call } = app
    const body = { schema: INVOICE, references, id: 2 }
    const missing =
      'Invalid schema of type AVRO, details: No schema reference found for subject "customers" and version 1'
    const answer = await call('POST', '/subjects/invoices/versions', body)
    expect(answer).toMatchObject(refusal(42201, missing))
    await register(app, 'customers', CUSTOMER, { id: 1 })
    await softDelete(app, 'customers')
    expect((await call('POST', '/subjects/invoices/versions', body)).status).toBe(200)
  })

  test('an id without the mode is refused again afterwards', async () => {
    const app = await importing()
    await register(app, 'orders', ORDER, { id: 40 })
    await switchMode(app, ':.__GLOBAL:', 'READWRITE')
    const { call } = app
    const answer = await call('POST', ORDERS, { schema: ORDER_WITH_NOTE, id: 41 })
    const message = 'Subject orders in context  is not in import mode'
    expect(answer).toMatchObject(refusal(42205, message))
    expect((await register(app, 'orders', ORDER_WITH_NOTE)).id).toBe(41)
  })
})
