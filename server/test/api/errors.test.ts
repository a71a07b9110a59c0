import { describe, expect, test } from 'vitest'
import { changeDatabase } from '../sample-database.ts'
import { ok, refusal } from '../support/answers.ts'
import { startApp } from '../support/app.ts'
import { send } from '../support/raw.ts'
import { ORDER, ORDER_WITH_CODE } from '../support/sample-schemas.ts'
import { register } from '../support/steps.ts'

describe('a refusal', () => {
  test('is JSON with an error code and a message, nothing else', async () => {
    const { call } = await startApp()
    const { status, body, headers } = await call('GET', '/subjects/orders/versions')
    expect(status).toBe(404)
    expect(body).toEqual({ error_code: 40401, message: "Subject 'orders' not found." })
    expect(headers.get('content-length')).toBe(String(JSON.stringify(body).length))
  })

  test('quotes a name as it is, whatever is in it', async () => {
    const { call } = await startApp()
    const names = [
      '<script>alert(1)</script>',
      '"',
      "'; DROP TABLE versions; --",
      '{{x}}',
      '%s',
      '😀',
    ]
    for (const name of names) {
      const answer = await call('GET', `/subjects/${encodeURIComponent(name)}/versions`)
      expect(answer).toMatchObject(refusal(40401, `Subject '${name}' not found.`))
    }
    expect(await call('GET', '/subjects')).toMatchObject(ok([]))
  })

  test('of an incompatible schema has the code that the operator chooses, always with status 409', async () => {
    const app = await startApp({ app: { incompatibleErrorCode: 409 } })
    await register(app, 'orders', ORDER)
    const body = { schema: ORDER_WITH_CODE }
    const answer = await app.call('POST', '/subjects/orders/versions', body)
    expect(answer).toMatchObject(refusal(409, expect.stringContaining('incompatible')))
  })
})

describe('an error that is no refusal', () => {
  test('of the store is 500 with code 50001, told to the operator and to nobody else', async () => {
    const told: unknown[] = []
    const app = await startApp({ app: { onUnexpected: (error) => told.push(error) } })
    await register(app, 'orders', ORDER)
    changeDatabase(app.file, (db) => db.exec('DROP TABLE configs'))
    const { call } = app
    const broken = refusal(50001, 'Error while accessing the store')
    const body = { schema: ORDER }
    expect(await call('POST', '/subjects/orders/versions', body)).toMatchObject(broken)
    expect(await call('GET', '/config')).toMatchObject(broken)
    expect(await call('PUT', '/config', { normalize: true })).toMatchObject(broken)
    expect(String(told[0])).toContain('configs')
    expect(told).toHaveLength(3)
  })

  test('of any other kind is 500 without a word about it', async () => {
    const told: unknown[] = []
    const app = await startApp({ app: { onUnexpected: (error) => told.push(error) } })
    await app.registry.close()
    const internal = refusal(500, 'Internal Server Error')
    expect(await app.call('GET', '/subjects')).toMatchObject(internal)
    expect(told).toHaveLength(1)
  })

  test('leaves the others alone: what does not need the broken part is answered', async () => {
    const app = await startApp({ app: { onUnexpected: () => {} } })
    await register(app, 'orders', ORDER)
    changeDatabase(app.file, (db) => db.exec('DROP TABLE modes'))
    const { call } = app
    expect((await call('GET', '/mode')).status).toBe(500)
    expect(await call('GET', '/schemas/ids/1')).toMatchObject(ok({ subject: 'orders' }))
  })
})

describe('a refused write', () => {
  test('leaves nothing behind', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const { call } = app
    const before = await everything()
    const refused: readonly (readonly [string, string, object?])[] = [
      ['POST', '/subjects/orders/versions', { schema: '"int"' }],
      ['POST', '/subjects/orders/versions', { schema: ORDER, version: 9 }],
      ['POST', '/subjects/:.eu:new/versions', { schema: ORDER, version: 9 }],
      ['POST', '/subjects/:.eu:new/versions', { schema: ORDER, id: 9 }],
      ['DELETE', '/subjects/orders?permanent=true'],
      ['DELETE', '/subjects/orders/versions/1?permanent=true'],
      ['PUT', '/config/orders', { compatibility: 'X', normalize: true }],
      ['PUT', '/mode', { mode: 'IMPORT' }],
    ]
    for (const [method, path, body] of refused) {
      expect((await call(method, path, body)).status, path).toBeGreaterThanOrEqual(400)
    }
    expect(await everything()).toEqual(before)

    async function everything(): Promise<string[]> {
      const paths = ['/schemas?subjectPrefix=:*:&deleted=true', '/contexts', '/config', '/mode']
      const ids = ['/schemas/ids/1?fetchMaxId=true', '/config/orders']
      const answers = await Promise.all([...paths, ...ids].map((path) => send(app, 'GET', path)))
      return answers.map(({ text }) => text)
    }
  })
})
