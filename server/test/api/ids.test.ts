import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp, temporaryFolder } from '../support/app.ts'
import { send } from '../support/raw.ts'
import { CUSTOMER, ORDER, ORDER_WITH_NOTE } from '../support/sample-schemas.ts'
import { hardDelete, register, softDelete, switchMode } from '../support/steps.ts'

const LAST_ID = 2147483647

describe('an id', () => {
  test('is not handed out again after its schema was permanently deleted', async () => {
    const app = await startApp()
    const { id } = await register(app, 'orders', ORDER)
    await hardDelete(app, 'orders')
    expect((await register(app, 'customers', CUSTOMER)).id).toBe(id + 1)
    const { call } = app
    expect(await call('GET', `/schemas/ids/${id}`)).toMatchObject(
      refusal(40403, `Schema ${id} not found`),
    )
  })

  test('outlives the soft delete of its subject', async () => {
    const app = await startApp()
    const { id } = await register(app, 'orders', ORDER)
    await softDelete(app, 'orders')
    const { call } = app
    const answer = await call('GET', `/schemas/ids/${id}`)
    expect(answer).toMatchObject(ok({ subject: 'orders', version: 1, deleted: true }))
  })

  test('is counted by each context for itself', async () => {
    const app = await startApp()
    const first = await register(app, 'orders', ORDER)
    const abroad = await register(app, ':.eu:customers', CUSTOMER)
    expect([first.id, abroad.id]).toEqual([1, 1])
    expect((await register(app, ':.eu:orders', ORDER)).id).toBe(2)
    expect((await register(app, 'notes', ORDER_WITH_NOTE)).id).toBe(2)
  })

  test('is not handed out again after the database was closed and opened', async () => {
    const file = `${temporaryFolder()}/registry.db`
    const before = await startApp({ file })
    await register(before, 'orders', ORDER)
    const { id } = await register(before, 'customers', CUSTOMER)
    await hardDelete(before, 'customers')
    await before.registry.close()
    const after = await startApp({ file })
    expect((await register(after, 'customers', CUSTOMER)).id).toBe(id + 1)
    expect((await register(after, 'orders', ORDER)).id).toBe(1)
  })

  test('is not handed out again after its context was deleted', async () => {
    const app = await startApp()
    await register(app, ':.eu:orders', ORDER)
    await hardDelete(app, ':.eu:orders')
    expect((await send(app, 'DELETE', '/contexts/.eu')).status).toBe(204)
    expect((await register(app, ':.eu:orders', ORDER)).id).toBe(2)
  })

  test('goes on above the highest imported one', async () => {
    const app = await startApp()
    await switchMode(app, undefined, 'IMPORT')
    await register(app, 'orders', ORDER, { id: 700 })
    await register(app, 'customers', CUSTOMER, { id: 7 })
    await switchMode(app, undefined, 'READWRITE')
    expect((await register(app, 'notes', ORDER_WITH_NOTE)).id).toBe(701)
  })

  test('is not used up by a refused registration', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const { call } = app
    expect((await call('POST', '/subjects/orders/versions', { schema: '"int"' })).status).toBe(409)
    expect((await register(app, 'customers', CUSTOMER)).id).toBe(2)
  })
})

describe('when the last id is handed out', () => {
  async function exhausted() {
    const app = await startApp()
    await switchMode(app, undefined, 'IMPORT')
    await register(app, 'orders', ORDER, { id: LAST_ID })
    await switchMode(app, undefined, 'READWRITE')
    return app
  }

  test('a new schema is refused with 42205, and nothing is written', async () => {
    const { call } = await exhausted()
    const answer = await call('POST', '/subjects/customers/versions', { schema: CUSTOMER })
    expect(answer).toMatchObject(
      refusal(
        42205,
        `Context . has handed out its last schema id, ${LAST_ID}: no further schema can be registered in it`,
      ),
    )
    expect(await call('GET', '/subjects?deleted=true')).toMatchObject(ok(['orders']))
    const read = await call('GET', `/schemas/ids/${LAST_ID}?fetchMaxId=true`)
    expect(read).toMatchObject(ok({ maxId: LAST_ID }))
  })

  test('a schema that has an id can still be registered under other subjects', async () => {
    const app = await exhausted()
    expect((await register(app, 'archived-orders', ORDER)).id).toBe(LAST_ID)
  })

  test('other contexts go on', async () => {
    const app = await exhausted()
    expect((await register(app, ':.eu:orders', ORDER)).id).toBe(1)
  })

  test('a lower id can still be imported', async () => {
    const app = await exhausted()
    await switchMode(app, 'customers', 'IMPORT')
    expect((await register(app, 'customers', CUSTOMER, { id: 5 })).id).toBe(5)
  })
})
