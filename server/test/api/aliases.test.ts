import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { CUSTOMER, ORDER, ORDER_WITH_NOTE } from '../support/sample-schemas.ts'
import { configure, register, softDelete } from '../support/steps.ts'

/** `sales` stands for `orders`, which has one version. */
async function aliased(): Promise<TestApp> {
  const app = await startApp()
  await register(app, 'orders', ORDER)
  await configure(app, 'sales', { alias: 'orders' })
  return app
}

describe('an alias', () => {
  test('reads the subject it stands for', async () => {
    const { call } = await aliased()
    expect(await call('GET', '/subjects/sales/versions')).toMatchObject(ok([1]))
    const reads = ['/subjects/sales/versions/latest', '/schemas/ids/1?subject=sales']
    for (const path of reads) {
      expect(await call('GET', path)).toMatchObject(ok({ subject: 'orders' }))
    }
    const found = await call('POST', '/subjects/sales', { schema: ORDER })
    expect(found).toMatchObject(ok({ subject: 'orders', version: 1 }))
    const verdict = await call('POST', '/compatibility/subjects/sales/versions', {
      schema: '"int"',
    })
    expect(verdict).toMatchObject(ok({ is_compatible: false }))
  })

  test('writes to the subject it stands for', async () => {
    const app = await aliased()
    expect((await register(app, 'sales', ORDER_WITH_NOTE)).version).toBe(2)
    const { call } = app
    expect(await call('GET', '/subjects')).toMatchObject(ok(['orders']))
    await softDelete(app, 'sales')
    expect(await call('GET', '/subjects')).toMatchObject(ok([]))
  })

  test('keeps its own config and mode', async () => {
    const app = await aliased()
    await configure(app, 'orders', { compatibility: 'FULL' })
    const { call } = app
    expect((await call('GET', '/config/sales')).body).toEqual({
      compatibilityLevel: 'BACKWARD',
      alias: 'orders',
    })
    await call('PUT', '/mode/sales', { mode: 'READONLY' })
    expect((await register(app, 'sales', ORDER_WITH_NOTE)).version).toBe(2)
  })

  test('is followed once: one of an alias, or of itself, leads no further', async () => {
    const app = await aliased()
    await configure(app, 'deals', { alias: 'sales' })
    await configure(app, 'self', { alias: 'self' })
    const { call } = app
    const none = (name: string) => refusal(40401, `Subject '${name}' not found.`)
    expect(await call('GET', '/subjects/deals/versions')).toMatchObject(none('sales'))
    expect(await call('GET', '/subjects/self/versions')).toMatchObject(none('self'))
  })

  test('without context stays in its own, with one leads into that', async () => {
    const app = await aliased()
    await register(app, ':.eu:customers', CUSTOMER)
    await configure(app, ':.eu:clients', { alias: 'customers' })
    await configure(app, 'clients', { alias: ':.eu:customers' })
    await configure(app, ':.eu:orders', { alias: ':.:orders' })
    const { call } = app
    const read = (name: string) => call('GET', `/subjects/${name}/versions/1`)
    expect(await read(':.eu:clients')).toMatchObject(ok({ subject: ':.eu:customers' }))
    expect(await read('clients')).toMatchObject(ok({ subject: ':.eu:customers' }))
    expect(await read(':.eu:orders')).toMatchObject(ok({ subject: 'orders' }))
  })

  test("that is empty, or the registry's own, changes nothing", async () => {
    const app = await aliased()
    await configure(app, 'sales', { alias: '' })
    await configure(app, undefined, { alias: 'orders' })
    const none = refusal(40401, "Subject 'sales' not found.")
    expect(await app.call('GET', '/subjects/sales/versions')).toMatchObject(none)
  })

  const names = [
    'p/q',
    'a;b',
    'x y',
    '100%',
    'was?',
    'c#',
    'a+b',
    'größe',
    '😀',
    ':*:',
    ' ',
    '__proto__',
    'constructor',
  ]
  test.each(names)('may stand for any name: %j', async (name) => {
    const app = await startApp()
    await register(app, name, ORDER)
    await configure(app, 'sales', { alias: name })
    const answer = await app.call('GET', '/subjects/sales/versions/1')
    expect(answer).toMatchObject(ok({ subject: name }))
  })

  test('may be called like a member of Object', async () => {
    const app = await aliased()
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const none = refusal(40401, `Subject '${name}' not found.`)
      expect(await app.call('GET', `/subjects/${name}/versions`)).toMatchObject(none)
      await configure(app, name, { alias: 'orders' })
      expect(await app.call('GET', `/subjects/${name}/versions`)).toMatchObject(ok([1]))
    }
  })

  test('leads nowhere that a schema may not go', async () => {
    const app = await startApp()
    const { call } = app
    for (const alias of ['__EMPTY', ':.__GLOBAL:x', 'a\nb', `\t`]) {
      await configure(app, 'sales', { alias })
      const answer = await call('POST', '/subjects/sales/versions', { schema: ORDER })
      expect(answer).toMatchObject(
        refusal(42208, `The specified subject '${alias}' is not a valid.`),
      )
    }
  })

  test('may be very long', async () => {
    const app = await startApp()
    const alias = 'x'.repeat(10_000)
    await configure(app, 'sales', { alias })
    const { call } = app
    const answer = await call('POST', '/subjects/sales/versions', { schema: ORDER })
    expect(answer).toMatchObject(ok({ version: 1 }))
    expect(await call('GET', '/subjects')).toMatchObject(ok([alias]))
  })
})
