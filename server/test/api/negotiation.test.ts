import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp } from '../support/app.ts'
import { send } from '../support/raw.ts'
import { BROKEN, ORDER, ORDER_WITH_CODE } from '../support/sample-schemas.ts'
import { register } from '../support/steps.ts'

const V1 = 'application/vnd.schemaregistry.v1+json'
const VENDOR = 'application/vnd.schemaregistry+json'
const JSON_TYPE = 'application/json'
const NOT_ACCEPTABLE = refusal(406, 'HTTP 406 Not Acceptable')
const UNSUPPORTED = refusal(415, 'HTTP 415 Unsupported Media Type')

describe('the type of the answer', () => {
  const accepted: readonly (readonly [string, string | undefined, string])[] = [
    ['no Accept means ours', undefined, V1],
    ['an empty one means ours', '', V1],
    ['anything means ours', '*/*', V1],
    ['any application type means ours', 'application/*', V1],
    ['plain JSON is given when asked for', JSON_TYPE, JSON_TYPE],
    ['the short vendor type is given when asked for', VENDOR, VENDOR],
    ['among equals ours is given', `${JSON_TYPE}, ${VENDOR}, ${V1}`, V1],
    ['the higher q counts', `${V1};q=0.5, ${JSON_TYPE};q=0.9`, JSON_TYPE],
    ['the more specific counts among equal q', `*/*, ${JSON_TYPE}`, JSON_TYPE],
    ['q=0 does not exclude', `${JSON_TYPE};q=0`, JSON_TYPE],
    ['what we have not got is passed over', `text/html, ${JSON_TYPE};q=0.1`, JSON_TYPE],
    ['the default of old Java clients is fine', 'text/html, image/gif, image/jpeg, */*; q=0.2', V1],
    ['letter case does not matter', 'Application/JSON', JSON_TYPE],
    ['a charset is echoed', `${JSON_TYPE}; charset=utf-8`, `${JSON_TYPE};charset=utf-8`],
  ]
  test.each(accepted)('%s', async (_rule, accept, type) => {
    const { call } = await startApp()
    const headers = accept === undefined ? {} : { accept }
    const answer = await call('GET', '/subjects', undefined, headers)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
  })

  test('is that of a refusal as well', async () => {
    const { call } = await startApp()
    const answer = await call('GET', '/subjects/x/versions', undefined, { accept: JSON_TYPE })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe(JSON_TYPE)
  })

  const refused = [
    'text/html',
    'application/xml',
    'garbage',
    'application/vnd.schemaregistry.v2+json',
    'application/octet-stream',
  ]
  test.each(refused)('cannot be %s: 406', async (accept) => {
    const { call } = await startApp()
    for (const path of ['/', '/subjects', '/schemas/ids/1']) {
      expect(await call('GET', path, undefined, { accept })).toMatchObject(NOT_ACCEPTABLE)
    }
  })

  test('is JSON where a schema is all there is', async () => {
    const app = await startApp()
    await register(app, 'names', '"string"')
    const answer = await send(app, 'GET', '/schemas/ids/1/schema', { headers: { accept: '*/*' } })
    expect(answer).toMatchObject({ status: 200, text: '"string"' })
    expect(answer.headers.get('content-type')).toBe(V1)
  })
})

describe('the type of a body', () => {
  const body = JSON.stringify({ schema: ORDER })

  const types: readonly (readonly [string, string])[] = [
    ['ours', V1],
    ['the short one', VENDOR],
    ['plain JSON', JSON_TYPE],
    ['bytes', 'application/octet-stream'],
    ['in any letter case', 'APPLICATION/Json'],
    ['with a charset, which is not looked at', 'application/json; charset=utf-16'],
  ]
  test.each(types)('may be %s', async (_rule, type) => {
    const { call } = await startApp()
    const answer = await call('POST', '/subjects/orders/versions', body, { 'content-type': type })
    expect(answer).toMatchObject(ok({ id: 1 }))
  })

  test('may be missing', async () => {
    const app = await startApp()
    const { status } = await send(app, 'POST', '/subjects/orders/versions', { body })
    expect(status).toBe(200)
  })

  const refused = [
    'text/plain',
    'text/json',
    'application/x-www-form-urlencoded',
    'application/*',
    'application/xml',
    'multipart/form-data',
  ]
  test.each(refused)('cannot be %s: 415, for GET and DELETE as well', async (type) => {
    const { call } = await startApp()
    const headers = { 'content-type': type }
    for (const [method, path] of [
      ['POST', '/subjects/orders/versions'],
      ['PUT', '/config'],
    ] as const) {
      expect(await call(method, path, body, headers), path).toMatchObject(UNSUPPORTED)
    }
    for (const [method, path] of [
      ['GET', '/subjects'],
      ['DELETE', '/config'],
    ] as const) {
      const answer = await call(method, path, undefined, headers)
      expect(answer, path).toMatchObject(UNSUPPORTED)
      expect(answer.headers.get('content-type')).toBe(V1)
    }
  })

  test.each(['garbage', 'application/json, text/plain', '/', 'a/b/c'])(
    'that is unreadable is 400: %s',
    async (type) => {
      const { call } = await startApp()
      const answer = await call('GET', '/subjects', undefined, { 'content-type': type })
      expect(answer).toMatchObject(refusal(400, 'Bad Request'))
    },
  )
})

describe('the order of checks', () => {
  test('route, method, Content-Type, Accept, JSON, body, and only then what the body says', async () => {
    const app = await startApp()
    const bad = { 'content-type': 'text/plain', accept: 'text/html' }
    const status = async (
      method: string,
      path: string,
      headers: Record<string, string>,
      body = '{',
    ) => (await send(app, method, path, { headers, body })).status
    expect(await status('POST', '/nowhere', bad)).toBe(404)
    expect(await status('PUT', '/subjects/x/versions', bad)).toBe(405)
    expect(await status('POST', '/subjects/__EMPTY/versions', bad)).toBe(415)
    const { accept } = bad
    expect(await status('POST', '/subjects/__EMPTY/versions', { accept })).toBe(406)
    expect(await status('POST', '/subjects/__EMPTY/versions', {})).toBe(400)
    expect(await status('POST', '/subjects/__EMPTY/versions', {}, 'null')).toBe(422)
    const { call } = app
    const answer = await call('POST', '/subjects/__EMPTY/versions', { schema: BROKEN })
    expect(answer.body.error_code).toBe(42208)
  })
})

describe('the request id', () => {
  const idOf = async (headers: Record<string, string>) => {
    const { call } = await startApp()
    return (await call('GET', '/nowhere', undefined, headers)).headers.get('x-request-id')
  }

  test('is echoed as it came', async () => {
    expect(await idOf({ 'x-request-id': 'order 7/ü' })).toBe('order 7/ü')
  })

  test('is made where there is none, a blank one, or two', async () => {
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    expect(await idOf({})).toMatch(uuid)
    expect(await idOf({ 'x-request-id': ' ' })).toMatch(uuid)
    expect(await idOf({ 'x-request-id': 'a, b' })).toMatch(uuid)
  })
})

describe('a Java client that fails on keys it does not know', () => {
  const java = { 'user-agent': 'Java/11.0.2' }

  test('gets those it knows', async () => {
    const app = await startApp()
    const { schema } = await register(app, 'orders', ORDER)
    const get = async (path: string) => (await app.call('GET', path, undefined, java)).body
    const version = { subject: 'orders', version: 1, id: 1, schema }
    expect(await get('/subjects/orders/versions/1')).toEqual(version)
    expect(await get('/schemas')).toEqual([version])
    expect(await get('/schemas/ids/1')).toEqual({ schema })
    const body = { schema: ORDER }
    const registered = await app.call('POST', '/subjects/orders/versions', body, java)
    expect(registered.body).toEqual({ id: 1 })
    const found = await app.call('POST', '/subjects/orders', body, java)
    expect(found.body).toEqual(version)
  })

  test('gets 409 as error code of an incompatible schema', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const body = { schema: ORDER_WITH_CODE }
    const answer = await app.call('POST', '/subjects/orders/versions', body, java)
    expect(answer).toMatchObject(refusal(409, expect.stringContaining('incompatible')))
  })

  const others: readonly (readonly [string, Record<string, string>])[] = [
    ['says that it takes others', { ...java, 'confluent-accept-unknown-properties': 'true' }],
    ['is none', { 'user-agent': 'Apache-HttpClient/5.1 (Java/17.0.8)' }],
    ['is unknown', {}],
  ]
  test.each(others)('is not one that %s', async (_rule, headers) => {
    const app = await startApp()
    const { guid } = await register(app, 'orders', ORDER)
    const answer = await app.call('GET', '/schemas/ids/1', undefined, headers)
    expect(answer).toMatchObject(ok({ guid, schemaType: 'AVRO' }))
  })

  test('is treated like any other where the operator says so', async () => {
    const app = await startApp({ app: { legacyJavaShape: false } })
    const { guid } = await register(app, 'orders', ORDER)
    const answer = await app.call('GET', '/schemas/ids/1', undefined, java)
    expect(answer).toMatchObject(ok({ guid }))
  })
})
