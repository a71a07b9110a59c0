import { describe, expect, test } from 'vitest'
import { ok } from './support/answers.ts'
import { startApp, type TestAnswer, type TestApp } from './support/app.ts'
import {
  CUSTOMER,
  INVOICE,
  ORDER,
  ORDER_WITH_CODE,
  ORDER_WITH_NOTE,
  record,
} from './support/sample-schemas.ts'
import { configure, register, softDelete } from './support/steps.ts'

const ORDERS = '/subjects/orders/versions'

describe('registrations at the same time', () => {
  test('of one new schema make one id and one version', async () => {
    const { call } = await startApp()
    const answers = await all(50, () => call('POST', ORDERS, { schema: ORDER }))
    for (const answer of answers) expect(answer).toMatchObject(ok({ id: 1, version: 1 }))
    expect(await call('GET', ORDERS)).toMatchObject(ok([1]))
  })

  test('that each want it to be the latest make one version as well', async () => {
    const { call } = await startApp()
    const answers = await all(12, () => call('POST', ORDERS, { schema: ORDER, version: -1 }))
    for (const answer of answers) expect(answer).toMatchObject(ok({ id: 1, version: 1 }))
  })

  test('of 24 schemas under one subject make ids and versions from 1 to 24', async () => {
    const app = await startApp()
    await configure(app, 'orders', { compatibility: 'NONE' })
    const answers = await all(24, (i) => app.call('POST', ORDERS, { schema: record(`R${i}`) }))
    const numbers = Array.from({ length: 24 }, (_, i) => i + 1)
    expect(sorted(answers, 'version')).toEqual(numbers)
    expect(sorted(answers, 'id')).toEqual(numbers)
    for (const { body } of answers) expect(body.id).toBe(body.version)
    expect(await app.call('GET', ORDERS)).toMatchObject(ok(numbers))
  })

  test('of two schemas that exclude each other grant exactly one', async () => {
    for (let round = 0; round < 5; round++) {
      const { call } = await startApp()
      const schemas = [ORDER, record('Order', 'id: long', 'price: double'), '"int"', '"string"']
      const answers = await all(8, (i) => call('POST', ORDERS, { schema: schemas[i % 4] }))
      const granted = answers.filter(({ status }) => status === 200)
      expect(granted.length).toBeGreaterThan(0)
      expect(new Set(granted.map(({ body }) => body.id))).toEqual(new Set([1]))
      expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true)
      expect(await call('GET', ORDERS)).toMatchObject(ok([1]))
    }
  })

  test('of one schema under 24 new subjects make one id', async () => {
    const { call } = await startApp()
    const answers = await all(24, (i) =>
      call('POST', `/subjects/orders-${i}/versions`, { schema: ORDER }),
    )
    for (const answer of answers) expect(answer).toMatchObject(ok({ id: 1, version: 1 }))
    expect((await call('GET', '/schemas/ids/1/subjects')).body).toHaveLength(24)
  })

  test('that are refused leave nothing between the others: no id, no version, no subject, no context', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const { call } = app
    const answers = await all(24, (i) => {
      if (i % 3 === 0) return call('POST', ORDERS, { schema: '"int"' })
      if (i % 3 === 1)
        return call('POST', `/subjects/:.c${i}:new/versions`, { schema: ORDER, version: 9 })
      return call('POST', `/subjects/s${i}/versions`, { schema: record(`R${i}`) })
    })
    const granted = answers.filter(({ status }) => status === 200)
    expect(sorted(granted, 'id')).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
    expect(await call('GET', ORDERS)).toMatchObject(ok([1]))
    expect((await call('GET', '/subjects?deleted=true')).body).toHaveLength(9)
    expect(await call('GET', '/contexts')).toMatchObject(ok(['.']))
  })
})

describe('a permanent delete', () => {
  test('at the same time as a registration that refers to it leaves no reference without target', async () => {
    const app = await startApp()
    const outcomes = new Set<string>()
    for (let round = 0; round < 30; round++) {
      const { target, invoice } = await race(app, round)
      outcomes.add(`${target} ${invoice}`)
    }
    expect(outcomes).not.toContain('gone registered')
    // Both ways of ending were met, or the race was none.
    expect(outcomes).toContain('there registered')
    expect(outcomes).toContain('gone refused')
  })

  async function race({ call }: TestApp, round: number) {
    const customers = `customers-${round}`
    await call('POST', `/subjects/${customers}/versions`, { schema: CUSTOMER })
    const references = [{ name: 'shop.Customer', subject: customers, version: 1 }]
    const path = `/subjects/invoices-${round}/versions`
    const [registered] = await Promise.all([
      call('POST', path, { schema: INVOICE, references }),
      after(round / 2, () => call('DELETE', `/subjects/${customers}`)),
      after(round / 2, () => call('DELETE', `/subjects/${customers}?permanent=true`)),
    ])
    const target = await call('GET', `/subjects/${customers}/versions/1?deleted=true`)
    return {
      target: target.status === 200 ? 'there' : 'gone',
      invoice: registered.status === 200 ? 'registered' : 'refused',
    }
  }

  const reads: readonly (readonly [string, string, string, object | undefined])[] = [
    ['its version', 'GET', '/subjects/orders/versions/1?deleted=true', undefined],
    ['its id', 'GET', '/schemas/ids/1', undefined],
    ['its id, for the subjects', 'GET', '/schemas/ids/1/subjects?deleted=true', undefined],
    ['its guid', 'GET', '/schemas/guids/efc24b25-7e27-5f10-a6ab-38ca42dbc7ac', undefined],
    ['its metadata', 'GET', '/subjects/orders/metadata?deleted=true', undefined],
    ['its schema', 'POST', '/subjects/orders?deleted=true', { schema: ORDER }],
    ['all schemas', 'GET', '/schemas?deleted=true', undefined],
  ]
  test.each(reads)(
    'lets a read of %s at the same time find all or nothing',
    async (_rule, method, path, body) => {
      const app = await startApp()
      await register(app, 'orders', ORDER)
      await softDelete(app, 'orders')
      const { call } = app
      const [deleted, ...answers] = await Promise.all([
        later(60, () => call('DELETE', '/subjects/orders?permanent=true')),
        ...Array.from({ length: 60 }, (_, i) => later(2 * i, () => call(method, path, body))),
      ])
      expect(deleted.status).toBe(200)
      const statuses = new Set(answers.map(({ status }) => status))
      expect([...statuses].filter((status) => status !== 200 && status !== 404)).toEqual([])
    },
  )
})

describe('the mode', () => {
  test('that changes at the same time holds for every registration behind it', async () => {
    const app = await startApp()
    const [switched, ...answers] = await Promise.all([
      after(6, () => app.call('PUT', '/mode', { mode: 'READONLY' })),
      ...Array.from({ length: 12 }, (_, i) =>
        after(i, () => app.call('POST', `/subjects/s${i}/versions`, { schema: record(`R${i}`) })),
      ),
    ])
    expect(switched.status).toBe(200)
    const granted = answers.filter(({ status }) => status === 200)
    const refused = answers.filter(({ body }) => body.error_code === 42205)
    expect(granted.length + refused.length).toBe(12)
    expect((await app.call('GET', '/subjects')).body).toHaveLength(granted.length)
    const late = await app.call('POST', '/subjects/late/versions', { schema: ORDER })
    expect(late.body.error_code).toBe(42205)
  })
})

test('a registration and the check of another at the same time do not see half of it', async () => {
  const app = await startApp()
  await register(app, 'orders', ORDER)
  const check = '/compatibility/subjects/orders/versions?verbose=true'
  const answers = await Promise.all([
    app.call('POST', ORDERS, { schema: ORDER_WITH_NOTE }),
    ...Array.from({ length: 20 }, (_, i) =>
      after(i, () => app.call('POST', check, { schema: ORDER_WITH_CODE })),
    ),
  ])
  const [, ...verdicts] = answers
  for (const { body } of verdicts) {
    expect(body.is_compatible).toBe(false)
    expect(body.messages).toContainEqual(expect.stringMatching(/^\{oldSchemaVersion: [12]\}$/))
  }
})

function all(
  count: number,
  send: (index: number) => Promise<TestAnswer>,
): Promise<readonly TestAnswer[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => send(index)))
}

/** Begins some turns of the event loop later: requests meet at different points of their way. */
async function after<T>(turns: number, begin: () => Promise<T>): Promise<T> {
  for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate)
  return begin()
}

/** The same in smaller steps: some awaits later. */
async function later<T>(awaits: number, begin: () => Promise<T>): Promise<T> {
  for (let i = 0; i < awaits; i++) await undefined
  return begin()
}

function sorted(answers: readonly TestAnswer[], key: 'id' | 'version'): number[] {
  return answers.map(({ body }) => body[key] as number).sort((a, b) => a - b)
}
