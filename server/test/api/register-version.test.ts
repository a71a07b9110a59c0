import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp } from '../support/app.ts'
import { ORDER, ORDER_WITH_CODE, ORDER_WITH_NOTE } from '../support/sample-schemas.ts'
import { hardDelete, register, softDelete, switchMode } from '../support/steps.ts'

const ORDERS = '/subjects/orders/versions'
const NOT_NEXT = 'Version is not one more than previous version'
const pinned = (version: number) => ({ properties: { 'confluent:version': String(version) } })

describe('registering with a version', () => {
  test('0 means any: an older version of the schema will do', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await register(app, 'orders', ORDER_WITH_NOTE)
    const { call } = app
    const answer = await call('POST', ORDERS, { schema: ORDER, version: 0 })
    expect(answer).toMatchObject(ok({ id: 1, version: 1 }))
  })

  test('-1 means the latest: it is answered when it is this schema', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const { call } = app
    const answer = await call('POST', ORDERS, { schema: ORDER, version: -1 })
    expect(answer).toMatchObject(ok({ id: 1, version: 1 }))
  })

  test('-1 makes the next version of a schema that is not the latest any more, with its number in it', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await register(app, 'orders', ORDER_WITH_NOTE)
    const { call } = app
    const answer = await call('POST', ORDERS, { schema: ORDER, version: -1 })
    expect(answer).toMatchObject(ok({ id: 3, version: 3, metadata: pinned(3) }))
  })

  test('the next number makes a version and a schema of its own, although the schema is there', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const { call } = app
    const answer = await call('POST', ORDERS, { schema: ORDER, version: 2 })
    expect(answer).toMatchObject(ok({ id: 2, version: 2, metadata: pinned(2) }))
  })

  test('a version with its number in it is followed by others with theirs', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER, { version: 1 })
    const next = await register(app, 'orders', ORDER_WITH_NOTE)
    expect(next).toMatchObject({ version: 2, metadata: pinned(2) })
  })

  test('the number in it does not keep a schema from being found without', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER, { version: 1 })
    const { call } = app
    expect(await call('POST', ORDERS, { schema: ORDER })).toMatchObject(ok({ id: 1, version: 1 }))
  })

  const refused: readonly (readonly [string, number])[] = [
    ['the number of the version that is this schema', 1],
    ['a number that skips one', 3],
    ['the highest number there is', 2147483647],
  ]
  test.each(refused)('is refused with 42201: %s', async (_rule, version) => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const { call } = app
    const answer = await call('POST', ORDERS, { schema: ORDER, version })
    expect(answer).toMatchObject(refusal(42201, NOT_NEXT))
  })

  const read: readonly (readonly [string, unknown, object])[] = [
    ['a number as text is a number', '2', ok({ version: 2 })],
    ['decimals are cut off', 2.9, ok({ version: 2 })],
    ['empty text is none', '', ok({ version: 1 })],
    ['null is none', null, ok({ version: 1 })],
    ['a boolean is refused', true, { status: 400 }],
    ['other text is refused', 'two', { status: 400 }],
    ['a number beyond 32 bits is refused', 2147483648, { status: 400 }],
    ['infinity is refused', Number.POSITIVE_INFINITY, { status: 400 }],
  ]
  test.each(read)('%s', async (_rule, version, expected) => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const body = JSON.stringify({ schema: ORDER, version: 'V' }).replace('"V"', toJson(version))
    expect(await app.call('POST', ORDERS, body)).toMatchObject(expected)
  })
})

describe('registering with an id', () => {
  const NOT_IMPORTING = 'Subject orders in context  is not in import mode'

  test('is granted when the schema has it already, with its version or without', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const { call } = app
    const registered = ok({ id: 1, version: 1 })
    expect(await call('POST', ORDERS, { schema: ORDER, id: 1 })).toMatchObject(registered)
    const both = { schema: ORDER, id: 1, version: 1 }
    expect(await call('POST', ORDERS, both)).toMatchObject(registered)
  })

  test('is refused with 42205 outside IMPORT when it is another, be it 0', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const { call } = app
    for (const id of [0, 2]) {
      const answer = await call('POST', ORDERS, { schema: ORDER, id })
      expect(answer).toMatchObject(refusal(42205, NOT_IMPORTING))
    }
  })

  test('a negative id is none', async () => {
    const { call } = await startApp()
    expect(await call('POST', ORDERS, { schema: ORDER, id: -1 })).toMatchObject(ok({ id: 1 }))
  })
})

describe('the number of the next version', () => {
  test('counts softly deleted versions', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await register(app, 'orders', ORDER_WITH_NOTE)
    await softDelete(app, 'orders')
    expect(await register(app, 'orders', ORDER_WITH_CODE)).toMatchObject({ version: 3 })
  })

  test('is free again once the highest version was permanently deleted', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await register(app, 'orders', ORDER_WITH_NOTE)
    await hardDelete(app, 'orders/versions/2')
    expect(await register(app, 'orders', ORDER_WITH_NOTE)).toMatchObject({ id: 3, version: 2 })
  })

  test('never exceeds 2147483647: a subject whose last version is that takes no other', async () => {
    const app = await startApp()
    await switchMode(app, 'orders', 'IMPORT')
    await register(app, 'orders', ORDER, { id: 1, version: 2147483647 })
    await switchMode(app, 'orders', 'READWRITE')
    const { call } = app
    const answer = await call('POST', ORDERS, { schema: ORDER_WITH_NOTE })
    const message =
      'Subject orders has its last version, 2147483647: no further schema can be registered under it'
    expect(answer).toMatchObject(refusal(42205, message))
    expect(await call('GET', ORDERS)).toMatchObject(ok([2147483647]))
    expect((await register(app, 'orders', ORDER)).version).toBe(2147483647)
  })
})

function toJson(value: unknown): string {
  return value === Number.POSITIVE_INFINITY ? '1e400' : JSON.stringify(value)
}
