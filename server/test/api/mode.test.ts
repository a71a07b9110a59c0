import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp } from '../support/app.ts'
import { CUSTOMER, INVOICE, ORDER, ORDER_WITH_NOTE } from '../support/sample-schemas.ts'
import { configure, register, softDelete, switchMode } from '../support/steps.ts'

const ORDERS = '/subjects/orders/versions'
const READ_ONLY = refusal(42205, 'Subject orders in context  is in read-only mode')
const NO_MODE = (subject: string) =>
  refusal(40409, `Subject '${subject}' does not have subject-level mode configured`)
const UNKNOWN_MODE = refusal(
  42204,
  'Invalid mode. Valid values are READWRITE, READONLY, IMPORT and FORWARD.',
)

describe('reading the mode', () => {
  test('of the registry gives READWRITE while nothing is set', async () => {
    const { call } = await startApp()
    for (const path of ['/mode', '/mode?defaultToGlobal=true', '/mode/:.__GLOBAL:']) {
      expect((await call('GET', path)).body).toEqual({ mode: 'READWRITE' })
    }
  })

  test('of a subject is 40409 while it has none of its own', async () => {
    const app = await startApp()
    await switchMode(app, undefined, 'READONLY')
    const { call } = app
    expect(await call('GET', '/mode/orders')).toMatchObject(NO_MODE('orders'))
    expect(await call('GET', '/mode/:.eu:')).toMatchObject(NO_MODE(':.eu:'))
    const inScope = await call('GET', '/mode/orders?defaultToGlobal=true')
    expect(inScope).toMatchObject(ok({ mode: 'READONLY' }))
  })

  test('falls back from the subject to its context, the global context and READWRITE', async () => {
    const app = await startApp()
    const mode = async (subject: string) =>
      (await app.call('GET', `/mode/${subject}?defaultToGlobal=true`)).body.mode
    await switchMode(app, undefined, 'IMPORT')
    expect(await mode(':.eu:orders')).toBe('READWRITE')
    expect(await mode('orders')).toBe('IMPORT')
    await switchMode(app, ':.__GLOBAL:', 'FORWARD')
    expect(await mode(':.eu:orders')).toBe('FORWARD')
    await switchMode(app, ':.eu:', 'READONLY')
    expect(await mode(':.eu:orders')).toBe('READONLY')
    await switchMode(app, ':.eu:orders', 'READWRITE')
    expect(await mode(':.eu:orders')).toBe('READWRITE')
  })
})

describe('changing the mode', () => {
  test('answers the word as it was sent, and takes it in any letter case', async () => {
    const { call } = await startApp()
    expect((await call('PUT', '/mode/orders', { mode: 'readOnly' })).body).toEqual({
      mode: 'readOnly',
    })
    expect(await call('GET', '/mode/orders')).toMatchObject(ok({ mode: 'READONLY' }))
  })

  test('to null clears it', async () => {
    const app = await startApp()
    await switchMode(app, 'orders', 'READONLY')
    const { call } = app
    expect((await call('PUT', '/mode/orders', { mode: null })).body).toEqual({ mode: null })
    expect(await call('GET', '/mode/orders')).toMatchObject(NO_MODE('orders'))
  })

  const invalid: readonly (readonly [string, object, object])[] = [
    ['an unknown word', { mode: 'WRITEONLY' }, UNKNOWN_MODE],
    ['nothing', { mode: '' }, UNKNOWN_MODE],
    ['a number', { mode: 1 }, UNKNOWN_MODE],
    ['a name of Object', { mode: 'constructor' }, UNKNOWN_MODE],
    ['a list', { mode: ['READONLY'] }, { status: 400 }],
    [
      'FORWARD for a subject',
      { mode: 'FORWARD' },
      refusal(42204, 'Forward mode only supported on global level'),
    ],
    [
      'the same in small letters',
      { mode: 'forward' },
      refusal(42204, 'Forward mode only supported on global level'),
    ],
  ]
  test.each(invalid)('is refused for %s', async (_rule, body, expected) => {
    const { call } = await startApp()
    expect(await call('PUT', '/mode/orders', body)).toMatchObject(expected)
    expect(await call('PUT', '/mode', body)).toMatchObject(expected)
    expect(await call('GET', '/mode')).toMatchObject(ok({ mode: 'READWRITE' }))
  })

  test('is refused with 422 when the body says no mode', async () => {
    const { call } = await startApp()
    const registry = refusal(422, 'updateTopLevelMode.request has no mode')
    expect(await call('PUT', '/mode', {})).toMatchObject(registry)
    const subject = refusal(422, 'updateMode.request has no mode')
    expect(await call('PUT', '/mode/orders', { Mode: 'READONLY' })).toMatchObject(subject)
  })

  test.each(['__GLOBAL', ':.eu:__EMPTY'])('is refused with 42208 for %s', async (name) => {
    const { call } = await startApp()
    const message = `The specified subject '${name}' is not a valid.`
    const answer = await call('PUT', `/mode/${name}`, { mode: 'READONLY' })
    expect(answer).toMatchObject(refusal(42208, message))
  })

  test('is refused where the operator says so, an unknown mode before', async () => {
    const { call } = await startApp({ registry: { modeMutability: false } })
    const fixed = refusal(42205, 'Mode changes are not allowed')
    for (const path of ['/mode', '/mode/orders']) {
      expect(await call('PUT', path, { mode: 'X' })).toMatchObject(UNKNOWN_MODE)
      expect(await call('PUT', path, { mode: 'READONLY' })).toMatchObject(fixed)
      expect(await call('DELETE', path)).toMatchObject(fixed)
    }
  })
})

describe('deleting the mode', () => {
  test('answers what it was, and is 40401 when there was none', async () => {
    const app = await startApp()
    await switchMode(app, 'orders', 'READONLY')
    const { call } = app
    expect((await call('DELETE', '/mode/orders')).body).toEqual({ mode: 'READONLY' })
    const none = refusal(40401, "Subject 'orders' not found.")
    expect(await call('DELETE', '/mode/orders')).toMatchObject(none)
    expect((await call('DELETE', '/mode')).body).toEqual({ mode: 'READWRITE' })
  })

  test('of a context takes those of its subjects with it on request', async () => {
    const app = await startApp()
    await switchMode(app, ':.eu:', 'READONLY')
    await switchMode(app, ':.eu:orders', 'READONLY')
    await switchMode(app, 'orders', 'READONLY')
    const { call } = app
    const answer = await call('DELETE', '/mode/:.eu:?recursive=true')
    expect(answer.body).toEqual({ mode: 'READONLY' })
    expect(await call('GET', '/mode/:.eu:orders')).toMatchObject(NO_MODE(':.eu:orders'))
    expect(await call('GET', '/mode/orders')).toMatchObject(ok({ mode: 'READONLY' }))
    expect((await call('DELETE', '/mode/:.eu:?recursive=true')).body).toEqual({})
    await switchMode(app, ':.eu:orders', 'READONLY')
    await switchMode(app, ':.eu:customers', 'READONLY')
    await call('DELETE', '/mode/:.eu:orders?recursive=true')
    expect(await call('GET', '/mode/:.eu:customers')).toMatchObject(ok({ mode: 'READONLY' }))
  })
})

describe.each(['READONLY', 'READONLY_OVERRIDE'])('%s', (mode) => {
  test('answers a schema that is registered already', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await switchMode(app, undefined, mode)
    const { call } = app
    expect(await call('POST', ORDERS, { schema: ORDER })).toMatchObject(ok({ id: 1, version: 1 }))
    expect(await call('POST', ORDERS, { schema: ORDER, id: 1 })).toMatchObject(ok({ id: 1 }))
  })

  test('refuses every other write with 42205', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await configure(app, 'orders', { compatibility: 'NONE' })
    await switchMode(app, undefined, mode)
    const { call } = app
    const newer = { schema: ORDER_WITH_NOTE }
    expect(await call('POST', ORDERS, newer)).toMatchObject(READ_ONLY)
    expect(await call('POST', `${ORDERS}?force=true`, newer)).toMatchObject(READ_ONLY)
    expect(await call('POST', ORDERS, { ...newer, id: 7 })).toMatchObject(READ_ONLY)
    expect(await call('POST', `${ORDERS}/1/tags`, {})).toMatchObject(READ_ONLY)
    expect(await call('DELETE', '/subjects/orders')).toMatchObject(READ_ONLY)
    expect(await call('DELETE', `${ORDERS}/1`)).toMatchObject(READ_ONLY)
    expect(await call('PUT', '/config/orders', {})).toMatchObject(READ_ONLY)
    expect(await call('DELETE', '/config/orders')).toMatchObject(READ_ONLY)
  })

  test('of a subject leaves the others writable, and can be overruled for one', async () => {
    const app = await startApp()
    await switchMode(app, 'orders', mode)
    expect((await register(app, 'customers', CUSTOMER)).id).toBe(1)
    await switchMode(app, undefined, mode)
    await switchMode(app, 'orders', 'READWRITE')
    expect((await register(app, 'orders', ORDER)).id).toBe(2)
  })

  test('of a context is told with its name', async () => {
    const app = await startApp()
    await switchMode(app, ':.eu:', mode)
    const answer = await app.call('POST', '/subjects/:.eu:orders/versions', { schema: ORDER })
    const message = 'Subject :.eu:orders in context :.eu: is in read-only mode'
    expect(answer).toMatchObject(refusal(42205, message))
  })
})

describe('switching to IMPORT', () => {
  const FOUND = refusal(42205, 'Cannot import since found existing subjects')
  const IMPORT = { mode: 'IMPORT' }

  test('is refused while there are schemas in scope, unless forced', async () => {
    const app = await startApp()
    await register(app, ':.eu:orders', ORDER)
    const { call } = app
    for (const path of ['/mode', '/mode/:.eu:', '/mode/:.eu:orders', '/mode/:.__GLOBAL:']) {
      expect(await call('PUT', path, IMPORT), path).toMatchObject(FOUND)
    }
    for (const path of ['/mode/:.us:', '/mode/:.eu:customers', '/mode/orders']) {
      expect(await call('PUT', path, IMPORT), path).toMatchObject(ok(IMPORT))
    }
    expect(await call('PUT', '/mode/:.eu:?force=true', IMPORT)).toMatchObject(ok(IMPORT))
    expect(await call('GET', '/subjects')).toMatchObject(ok([':.eu:orders']))
  })

  test('removes softly deleted versions in scope for good', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await softDelete(app, 'orders')
    const { call } = app
    expect(await call('PUT', '/mode', IMPORT)).toMatchObject(ok(IMPORT))
    expect(await call('GET', '/subjects?deleted=true')).toMatchObject(ok([]))
    expect((await call('GET', '/schemas/ids/1')).status).toBe(404)
  })

  test('is refused while others refer to softly deleted versions, and removes none', async () => {
    const app = await startApp()
    await register(app, 'customers', CUSTOMER)
    const references = [{ name: 'shop.Customer', subject: 'customers', version: 1 }]
    await register(app, 'invoices', INVOICE, { references })
    await softDelete(app, 'invoices')
    await softDelete(app, 'customers')
    const { call } = app
    const message =
      'One or more references exist to the schema {magic=1,keytype=SCHEMA,subject=customers,version=1}.'
    expect(await call('PUT', '/mode/customers', IMPORT)).toMatchObject(refusal(42206, message))
    expect((await call('GET', '/mode/customers')).status).toBe(404)
    expect(await call('GET', '/subjects?deleted=true')).toMatchObject(ok(['customers', 'invoices']))
  })
})
