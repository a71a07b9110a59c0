import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { CUSTOMER, INVOICE, ORDER, ORDER_WITH_NOTE } from '../support/sample-schemas.ts'
import { configure, hardDelete, register, softDelete, switchMode } from '../support/steps.ts'

const SOFT = 'was soft deleted.Set permanent=true to delete permanently'
const NOT_FIRST = 'was not deleted first before being permanently deleted'

const referenced = (subject: string, version: number) =>
  refusal(
    42206,
    `One or more references exist to the schema {magic=1,keytype=SCHEMA,subject=${subject},version=${version}}.`,
  )

async function twoVersions(): Promise<TestApp> {
  const app = await startApp()
  await register(app, 'orders', ORDER)
  await register(app, 'orders', ORDER_WITH_NOTE)
  return app
}

/** `invoices` version 1 refers to `customers` version 1. */
async function invoices(): Promise<TestApp> {
  const app = await startApp()
  await register(app, 'customers', CUSTOMER)
  const references = [{ name: 'shop.Customer', subject: 'customers', version: 1 }]
  await register(app, 'invoices', INVOICE, { references })
  return app
}

describe('deleting a version', () => {
  test('softly answers its number and hides it', async () => {
    const { call } = await twoVersions()
    expect(await call('DELETE', '/subjects/orders/versions/1')).toMatchObject(ok(1))
    expect(await call('GET', '/subjects/orders/versions')).toMatchObject(ok([2]))
    expect(await call('GET', '/subjects/orders/versions?deleted=true')).toMatchObject(ok([1, 2]))
  })

  test('takes latest for the newest that is not deleted', async () => {
    const { call } = await twoVersions()
    expect(await call('DELETE', '/subjects/orders/versions/latest')).toMatchObject(ok(2))
    expect(await call('DELETE', '/subjects/orders/versions/-1')).toMatchObject(ok(1))
    const none = refusal(40402, 'Version -1 not found.')
    expect(await call('DELETE', '/subjects/orders/versions/latest')).toMatchObject(none)
  })

  test('for good removes what was softly deleted before', async () => {
    const app = await twoVersions()
    await softDelete(app, 'orders/versions/1')
    const { call } = app
    expect(await call('DELETE', '/subjects/orders/versions/1?permanent=true')).toMatchObject(ok(1))
    expect(await call('GET', '/subjects/orders/versions?deleted=true')).toMatchObject(ok([2]))
    expect(await call('GET', '/schemas/ids/1')).toMatchObject({ status: 404 })
  })

  test('keeps a schema that another subject has', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await register(app, 'archive', ORDER)
    await hardDelete(app, 'orders')
    expect(await app.call('GET', '/schemas/ids/1')).toMatchObject(ok({ subject: 'archive' }))
  })

  const refused: readonly (readonly [string, string, number, string])[] = [
    ['a subject that is unknown', 'new/versions/1', 40401, "Subject 'new' not found."],
    ['its latest version', 'new/versions/latest', 40401, "Subject 'new' not found."],
    ['a version that is unknown', 'orders/versions/9', 40402, 'Version 9 not found.'],
    [
      'softly, one that is deleted',
      'orders/versions/1',
      40406,
      `Subject 'orders' Version 1 ${SOFT}`,
    ],
    [
      'for good, one that is not deleted',
      'orders/versions/2?permanent=true',
      40407,
      `Subject 'orders' Version 2 ${NOT_FIRST}`,
    ],
  ]
  test.each(refused)('is refused for %s', async (_rule, path, code, message) => {
    const app = await twoVersions()
    await softDelete(app, 'orders/versions/1')
    expect(await app.call('DELETE', `/subjects/${path}`)).toMatchObject(refusal(code, message))
    expect(await app.call('GET', '/subjects/orders/versions?deleted=true')).toMatchObject(
      ok([1, 2]),
    )
  })
})

describe('deleting a subject', () => {
  test('softly answers the versions it deleted, not those deleted before', async () => {
    const app = await twoVersions()
    await softDelete(app, 'orders/versions/1')
    const { call } = app
    expect(await call('DELETE', '/subjects/orders')).toMatchObject(ok([2]))
    expect(await call('GET', '/subjects')).toMatchObject(ok([]))
    expect(await call('GET', '/subjects/orders/versions?deleted=true')).toMatchObject(ok([1, 2]))
  })

  test('for good answers all its versions', async () => {
    const app = await twoVersions()
    await softDelete(app, 'orders')
    const { call } = app
    expect(await call('DELETE', '/subjects/orders?permanent=true')).toMatchObject(ok([1, 2]))
    expect(await call('GET', '/subjects?deleted=true')).toMatchObject(ok([]))
  })

  test('is refused when there is nothing to delete, or not yet', async () => {
    const app = await twoVersions()
    const { call } = app
    const unknown = refusal(40401, "Subject 'new' not found.")
    expect(await call('DELETE', '/subjects/new')).toMatchObject(unknown)
    expect(await call('DELETE', '/subjects/new?permanent=true')).toMatchObject(unknown)
    const notFirst = refusal(40405, `Subject 'orders' ${NOT_FIRST}`)
    expect(await call('DELETE', '/subjects/orders?permanent=true')).toMatchObject(notFirst)
    await softDelete(app, 'orders')
    const soft = refusal(40404, `Subject 'orders' ${SOFT}`)
    expect(await call('DELETE', '/subjects/orders')).toMatchObject(soft)
  })

  test('for good is refused while one of its versions is not deleted, and removes none', async () => {
    const app = await twoVersions()
    await softDelete(app, 'orders/versions/1')
    const { call } = app
    const notFirst = refusal(40405, `Subject 'orders' ${NOT_FIRST}`)
    expect(await call('DELETE', '/subjects/orders?permanent=true')).toMatchObject(notFirst)
    expect(await call('GET', '/subjects/orders/versions?deleted=true')).toMatchObject(ok([1, 2]))
  })

  test('touches no other context', async () => {
    const app = await startApp()
    await register(app, ':.eu:orders', ORDER)
    const unknown = refusal(40401, "Subject 'orders' not found.")
    expect(await app.call('DELETE', '/subjects/orders')).toMatchObject(unknown)
  })
})

describe('settings of a subject', () => {
  async function configured(): Promise<TestApp> {
    const app = await twoVersions()
    await configure(app, 'orders', { compatibility: 'FULL' })
    await switchMode(app, 'orders', 'READWRITE')
    return app
  }

  test('outlive its soft delete', async () => {
    const app = await configured()
    await softDelete(app, 'orders')
    const { call } = app
    expect(await call('GET', '/config/orders')).toMatchObject(ok({ compatibilityLevel: 'FULL' }))
    expect(await call('GET', '/mode/orders')).toMatchObject(ok({ mode: 'READWRITE' }))
  })

  const ways: readonly (readonly [string, readonly string[]])[] = [
    ['the subject', ['orders']],
    ['its last version', ['orders/versions/1', 'orders/versions/2']],
  ]
  test.each(ways)('go when %s is permanently deleted', async (_rule, paths) => {
    const app = await configured()
    for (const path of paths) {
      expect((await app.call('GET', '/config/orders')).status).toBe(200)
      await hardDelete(app, path)
    }
    expect((await app.call('GET', '/config/orders')).body.error_code).toBe(40408)
    expect((await app.call('GET', '/mode/orders')).body.error_code).toBe(40409)
  })
})

describe('a version that is referred to', () => {
  test('cannot be deleted, nor its subject', async () => {
    const { call } = await invoices()
    const refused = referenced('customers', 1)
    expect(await call('DELETE', '/subjects/customers/versions/1')).toMatchObject(refused)
    expect(await call('DELETE', '/subjects/customers')).toMatchObject(refused)
  })

  test('cannot be deleted from another context either', async () => {
    const app = await startApp()
    await register(app, ':.eu:customers', CUSTOMER)
    const references = [{ name: 'shop.Customer', subject: ':.eu:customers', version: 1 }]
    await register(app, 'invoices', INVOICE, { references })
    const answer = await app.call('DELETE', '/subjects/:.eu:customers')
    expect(answer).toMatchObject(referenced(':.eu:customers', 1))
  })

  test('can be softly deleted once who refers to it is, but not for good', async () => {
    const app = await invoices()
    await softDelete(app, 'invoices')
    await softDelete(app, 'customers')
    const { call } = app
    const refused = referenced('customers', 1)
    expect(await call('DELETE', '/subjects/customers?permanent=true')).toMatchObject(refused)
    const version = await call('DELETE', '/subjects/customers/versions/1?permanent=true')
    expect(version).toMatchObject(refused)
    expect((await call('DELETE', '/subjects/invoices?permanent=true')).status).toBe(200)
    expect(await call('DELETE', '/subjects/customers?permanent=true')).toMatchObject(ok([1]))
  })

  test('is deleted with its subject when only that refers to it', async () => {
    const app = await startApp()
    await configure(app, 'shop', { compatibility: 'NONE' })
    await register(app, 'shop', CUSTOMER)
    const references = [{ name: 'shop.Customer', subject: 'shop', version: 1 }]
    await register(app, 'shop', INVOICE, { references })
    const { call } = app
    const one = await call('DELETE', '/subjects/shop/versions/1')
    expect(one).toMatchObject(referenced('shop', 1))
    expect(await call('DELETE', '/subjects/shop')).toMatchObject(ok([1, 2]))
    expect(await call('DELETE', '/subjects/shop?permanent=true')).toMatchObject(ok([1, 2]))
  })
})

describe('the order of checks', () => {
  test('what is there, the mode, references, and only then "not deleted first"', async () => {
    const app = await invoices()
    await register(app, 'orders', ORDER)
    const { call } = app
    const code = async (path: string) => (await call('DELETE', `/subjects/${path}`)).body.error_code
    await switchMode(app, undefined, 'READONLY')
    expect(await code('new')).toBe(40401)
    expect(await code('customers/versions/2')).toBe(40402)
    for (const path of ['customers', 'customers/versions/1', 'orders?permanent=true']) {
      expect(await code(path), path).toBe(42205)
    }
    await switchMode(app, undefined, 'READWRITE')
    expect(await code('customers?permanent=true')).toBe(42206)
    expect(await code('customers/versions/1?permanent=true')).toBe(42206)
    await softDelete(app, 'invoices')
    await softDelete(app, 'customers')
    await switchMode(app, undefined, 'READONLY')
    expect(await code('customers')).toBe(40404)
    expect(await code('customers/versions/1')).toBe(40406)
  })
})
