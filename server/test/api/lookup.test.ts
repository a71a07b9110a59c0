import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp } from '../support/app.ts'
import {
  BROKEN,
  CUSTOMER,
  INVOICE,
  ORDER,
  ORDER_WITH_NOTE,
  record,
} from '../support/sample-schemas.ts'
import { configure, register, softDelete, switchMode } from '../support/steps.ts'

const UNKNOWN_SUBJECT = refusal(40401, "Subject 'orders' not found.")
const UNKNOWN_SCHEMA = refusal(40403, 'Schema not found')

describe('looking a schema up', () => {
  test('by its content gives its version without times', async () => {
    const app = await startApp()
    const { guid } = await register(app, 'orders', ORDER)
    const { body } = await app.call('POST', '/subjects/orders', { schema: ORDER })
    expect(body).toEqual({
      subject: 'orders',
      version: 1,
      id: 1,
      guid,
      schemaType: 'AVRO',
      schema: expect.stringContaining('"name":"Order"'),
    })
  })

  test('that is written with its custom properties in another order gives the stored one, with times', async () => {
    const app = await startApp({ now: () => 1_700_000_000_000 })
    const stored = '{"type":"string","a":1,"b":2}'
    await register(app, 'names', stored)
    const schema = '{"type":"string","b":2,"a":1}'
    const answer = await app.call('POST', '/subjects/names', { schema })
    const times = { ts: 1_700_000_000_000, deleted: false }
    expect(answer).toMatchObject(ok({ version: 1, schema: stored, ...times }))
  })

  test('gives the newest of several versions that are this schema', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER, { version: 1 })
    await register(app, 'orders', ORDER, { version: 2 })
    expect(await app.call('POST', '/subjects/orders', { schema: ORDER })).toMatchObject(
      ok({ version: 2, id: 2 }),
    )
  })

  test('works in every mode, and changes nothing', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await switchMode(app, undefined, 'READONLY')
    const { call } = app
    const found = ok({ version: 1 })
    expect(await call('POST', '/subjects/orders', { schema: ORDER })).toMatchObject(found)
    const other = { schema: ORDER_WITH_NOTE }
    expect(await call('POST', '/subjects/orders', other)).toMatchObject(UNKNOWN_SCHEMA)
    expect(await call('GET', '/subjects/orders/versions')).toMatchObject(ok([1]))
  })

  test('does not look at the version and id in the request', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const body = { schema: ORDER, id: 99, version: 99 }
    expect(await app.call('POST', '/subjects/orders', body)).toMatchObject(ok({ id: 1 }))
  })

  test('in normal form finds one that was registered so', async () => {
    const app = await startApp()
    await register(app, 'names', '{"type":"string","a":{"x":1,"y":2}}')
    const body = { schema: '{"type":"string","a":{"y":2,"x":1}}' }
    const { call } = app
    expect((await call('POST', '/subjects/names?normalize=true', body)).status).toBe(200)
    await configure(app, 'names', { normalize: true })
    expect((await call('POST', '/subjects/names', body)).status).toBe(200)
  })

  test('finds one with references when it comes with the types written out', async () => {
    const app = await startApp()
    await register(app, 'customers', CUSTOMER)
    const references = [{ name: 'shop.Customer', subject: 'customers', version: 1 }]
    await register(app, 'invoices', INVOICE, { references })
    const whole = record('Invoice', { name: 'customer', type: JSON.parse(CUSTOMER) })
    const answer = await app.call('POST', '/subjects/invoices', { schema: whole })
    expect(answer).toMatchObject(ok({ version: 1, references }))
  })
})

describe('looking up with metadata', () => {
  const owned = { properties: { owner: 'sales' } }

  test('none means that of the latest version', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER, { metadata: owned })
    const answer = await app.call('POST', '/subjects/orders', { schema: ORDER })
    expect(answer).toMatchObject(ok({ version: 1, metadata: owned }))
  })

  test('other metadata means another schema', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER, { metadata: owned })
    const body = { schema: ORDER, metadata: { properties: { owner: 'billing' } } }
    expect(await app.call('POST', '/subjects/orders', body)).toMatchObject(UNKNOWN_SCHEMA)
  })

  const numbers: readonly (readonly [string, string, object])[] = [
    ['the number of its version is none', '1', ok({ version: 1 })],
    ['another number makes another schema', '2', UNKNOWN_SCHEMA],
  ]
  test.each(numbers)('%s', async (_rule, number, expected) => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const metadata = { properties: { 'confluent:version': number } }
    const answer = await app.call('POST', '/subjects/orders', { schema: ORDER, metadata })
    expect(answer).toMatchObject(expected)
  })
})

describe('a schema that is not there', () => {
  test('is 40401 under a subject without versions, 40403 under any other', async () => {
    const app = await startApp()
    const { call } = app
    expect(await call('POST', '/subjects/orders', { schema: ORDER })).toMatchObject(UNKNOWN_SUBJECT)
    await register(app, 'orders', ORDER_WITH_NOTE)
    expect(await call('POST', '/subjects/orders', { schema: ORDER })).toMatchObject(UNKNOWN_SCHEMA)
  })

  const blank: readonly (readonly [string, object])[] = [
    ['missing', {}],
    ['null', { schema: null }],
    ['empty', { schema: '' }],
    ['blank', { schema: ' ' }],
  ]
  test.each(blank)('may be %s', async (_rule, body) => {
    const app = await startApp()
    const { call } = app
    expect(await call('POST', '/subjects/orders', body)).toMatchObject(UNKNOWN_SUBJECT)
    await register(app, 'orders', ORDER)
    expect(await call('POST', '/subjects/orders', body)).toMatchObject(UNKNOWN_SCHEMA)
  })

  test('is judged leniently: a default of the wrong type is no reason to refuse it', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const schema = record('Order', { name: 'id', type: 'long', default: 'none' })
    const answer = await app.call('POST', '/subjects/orders', { schema })
    expect(answer).toMatchObject(UNKNOWN_SCHEMA)
  })

  test('is 42201 when it is invalid, although the subject is unknown', async () => {
    const { call } = await startApp()
    const answer = await call('POST', '/subjects/orders', { schema: BROKEN })
    const message = expect.stringMatching(/^Invalid schema of type AVRO, details: /)
    expect(answer).toMatchObject(refusal(42201, message))
  })

  test('is 42201 when it is no Avro schema', async () => {
    const { call } = await startApp()
    const body = { schema: '{}', schemaType: 'PROTOBUF' }
    const answer = await call('POST', '/subjects/orders', body)
    expect(answer).toMatchObject(refusal(42201, 'Invalid schema type PROTOBUF'))
  })
})

describe('softly deleted versions', () => {
  test('are found on request only', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await register(app, 'orders', ORDER_WITH_NOTE)
    await softDelete(app, 'orders/versions/1')
    const { call } = app
    const body = { schema: ORDER }
    expect(await call('POST', '/subjects/orders', body)).toMatchObject(UNKNOWN_SCHEMA)
    const found = await call('POST', '/subjects/orders?deleted=true', body)
    expect(found).toMatchObject(ok({ version: 1 }))
  })

  test('alone make no subject', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await softDelete(app, 'orders')
    const { call } = app
    expect(await call('POST', '/subjects/orders', { schema: ORDER })).toMatchObject(UNKNOWN_SUBJECT)
    const unknown = await call('POST', '/subjects/orders?deleted=true', { schema: '"int"' })
    expect(unknown).toMatchObject(UNKNOWN_SCHEMA)
  })
})

describe('other contexts', () => {
  test('are looked through for an unqualified subject, in order of their names', async () => {
    const app = await startApp()
    await register(app, ':.us:orders', ORDER)
    await register(app, ':.eu:orders', ORDER)
    const answer = await app.call('POST', '/subjects/orders', { schema: ORDER })
    expect(answer).toMatchObject(ok({ subject: ':.eu:orders', version: 1 }))
  })

  test('are not looked through when the default context has the schema', async () => {
    const app = await startApp()
    await register(app, ':.eu:orders', ORDER)
    await register(app, 'orders', ORDER)
    const answer = await app.call('POST', '/subjects/orders', { schema: ORDER })
    expect(answer).toMatchObject(ok({ subject: 'orders' }))
  })

  test('are not looked through for a qualified subject', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const answer = await app.call('POST', '/subjects/:.eu:orders', { schema: ORDER })
    expect(answer).toMatchObject(refusal(40401, "Subject ':.eu:orders' not found."))
  })
})
