import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp } from '../support/app.ts'
import {
  BROKEN,
  CUSTOMER,
  INVOICE,
  ORDER,
  ORDER_WITH_CODE,
  ORDER_WITH_NOTE,
  record,
} from '../support/sample-schemas.ts'
import { configure, hardDelete, register, softDelete, switchMode } from '../support/steps.ts'

const ORDERS = '/subjects/orders/versions'

describe('a new schema', () => {
  test('is answered whole, with id 1 and version 1 in an empty registry', async () => {
    const { call } = await startApp()
    const { status, body } = await call('POST', ORDERS, { schema: '{ "type": "int" }' })
    expect(status).toBe(200)
    expect(body).toEqual({
      id: 1,
      version: 1,
      guid: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      schemaType: 'AVRO',
      schema: '"int"',
    })
  })

  test('gets the next id of the registry and the next version of its subject', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await register(app, 'customers', CUSTOMER)
    const { call } = app
    const next = await call('POST', ORDERS, { schema: ORDER_WITH_NOTE })
    expect(next).toMatchObject(ok({ id: 3, version: 2 }))
  })

  test('keeps its id under another subject', async () => {
    const app = await startApp()
    const { id, guid } = await register(app, 'orders', ORDER)
    const { call } = app
    const again = await call('POST', '/subjects/archived-orders/versions', { schema: ORDER })
    expect(again).toMatchObject(ok({ id, guid, version: 1 }))
  })

  test('must be compatible with the latest version', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const { call } = app
    const message = expect.stringMatching(
      /^Schema being registered is incompatible with an earlier schema for subject "orders", details: \[\{errorType:'READER_FIELD_MISSING_DEFAULT_VALUE', .*, \{validateFields: 'false', compatibility: 'BACKWARD'\}\]$/,
    )
    const answer = await call('POST', ORDERS, { schema: ORDER_WITH_CODE })
    expect(answer).toMatchObject(refusal(40901, message))
    expect(await call('GET', ORDERS)).toMatchObject(ok([1]))
  })

  test('need not be compatible when forced', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const { call } = app
    const answer = await call('POST', `${ORDERS}?force=true`, { schema: ORDER_WITH_CODE })
    expect(answer).toMatchObject(ok({ id: 2, version: 2 }))
  })

  test('is brought into normal form on request', async () => {
    const { call } = await startApp()
    const schema = '{"type":"string","b":1,"a":2}'
    const answer = await call('POST', `${ORDERS}?normalize=true`, { schema })
    expect(answer).toMatchObject(ok({ schema: '{"type":"string","a":2,"b":1}' }))
  })

  test('may carry members the registry does not know', async () => {
    const { call } = await startApp()
    const answer = await call('POST', ORDERS, { schema: ORDER, colour: 'blue', SCHEMA: 1 })
    expect(answer).toMatchObject(ok({ id: 1 }))
  })

  test('is judged leniently where the config says so', async () => {
    const app = await startApp()
    const schema = record('Order', { name: 'id', type: 'long', default: 'none' })
    const { call } = app
    const message = expect.stringMatching(/^Invalid schema of type AVRO, details: /)
    expect(await call('POST', ORDERS, { schema })).toMatchObject(refusal(42201, message))
    await configure(app, 'orders', { validateNewSchemas: false })
    expect(await call('POST', ORDERS, { schema })).toMatchObject(ok({ id: 1 }))
  })
})

describe('a schema that is registered already', () => {
  const same: readonly (readonly [string, string])[] = [
    ['whitespace does not matter', ` ${ORDER.replaceAll(':', ' : ')}\n`],
    ['the order of keys does not matter', reverseKeys(ORDER)],
    ['a type written as an object does not matter', ORDER.replace('"long"', '{"type":"long"}')],
    [
      'an ascending order need not be written',
      ORDER.replace('"long"', '"long","order":"ascending"'),
    ],
  ]
  test.each(same)('%s', async (_rule, schema) => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const { call } = app
    expect(await call('POST', ORDERS, { schema })).toMatchObject(ok({ id: 1, version: 1 }))
  })

  const different: readonly (readonly [string, string])[] = [
    ['a doc makes another', ORDER.replace('"fields"', '"doc":"One sale","fields"')],
    ['an alias makes another', ORDER.replace('"fields"', '"aliases":["Sale"],"fields"')],
    ['a default makes another', ORDER.replace('"long"', '"long","default":0')],
    ['an order makes another', ORDER.replace('"long"', '"long","order":"ignore"')],
    ['a custom property makes another', ORDER.replace('"fields"', '"owner":"sales","fields"')],
  ]
  test.each(different)('%s', async (_rule, schema) => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const { call } = app
    expect(await call('POST', ORDERS, { schema })).toMatchObject(ok({ id: 2, version: 2 }))
  })

  test('is found under its subject whatever the order of custom properties, but not under another', async () => {
    const app = await startApp()
    const { id } = await register(app, 'orders', '{"type":"string","a":1,"b":2}')
    const reordered = { schema: '{"type":"string","b":2,"a":1}' }
    const { call } = app
    expect(await call('POST', ORDERS, reordered)).toMatchObject(ok({ id, version: 1 }))
    const elsewhere = await call('POST', '/subjects/others/versions', reordered)
    expect(elsewhere).toMatchObject(ok({ id: id + 1, version: 1 }))
  })

  test('is answered with its old version although later ones are incompatible with it', async () => {
    const app = await startApp()
    await configure(app, 'orders', { compatibility: 'NONE' })
    await register(app, 'orders', ORDER)
    await register(app, 'orders', '"int"')
    await configure(app, 'orders', { compatibility: 'FULL_TRANSITIVE' })
    const { call } = app
    expect(await call('POST', ORDERS, { schema: ORDER })).toMatchObject(ok({ id: 1, version: 1 }))
  })

  test('becomes a new version with its old id after a soft delete, in the place of the old one', async () => {
    const app = await startApp()
    const { id } = await register(app, 'orders', ORDER)
    await softDelete(app, 'orders/versions/1')
    expect(await register(app, 'orders', ORDER)).toMatchObject({ id, version: 2 })
    const { call } = app
    expect(await call('GET', `${ORDERS}?deleted=true`)).toMatchObject(ok([2]))
  })

  test('leaves its softly deleted version where it is while something refers to that', async () => {
    const app = await startApp()
    await register(app, 'customers', CUSTOMER)
    const references = [{ name: 'shop.Customer', subject: 'customers', version: 1 }]
    await register(app, 'invoices', INVOICE, { references })
    await softDelete(app, 'invoices')
    await softDelete(app, 'customers')
    await register(app, 'customers', CUSTOMER)
    const path = '/subjects/customers/versions?deleted=true'
    expect(await app.call('GET', path)).toMatchObject(ok([1, 2]))
  })

  test('gets a new id once it was permanently deleted everywhere', async () => {
    const app = await startApp()
    const { guid } = await register(app, 'orders', ORDER)
    await hardDelete(app, 'orders')
    expect(await register(app, 'orders', ORDER)).toMatchObject({ id: 2, version: 1, guid })
  })
})

describe('a request without schema', () => {
  const blank: readonly (readonly [string, object])[] = [
    ['the member may be missing', {}],
    ['it may be null', { schema: null }],
    ['it may be empty', { schema: '' }],
    ['it may be blank', { schema: ' \n' }],
  ]
  test.each(blank)('means the latest version: %s', async (_rule, body) => {
    const app = await startApp()
    const { call } = app
    expect(await call('POST', ORDERS, body)).toMatchObject(refusal(42201, 'Empty schema'))
    await register(app, 'orders', ORDER)
    expect(await call('POST', ORDERS, body)).toMatchObject(ok({ id: 1, version: 1 }))
  })
})

describe('an invalid registration', () => {
  const invalid: readonly (readonly [string, object, unknown])[] = [
    [
      'no Avro',
      { schema: BROKEN },
      expect.stringMatching(/^Invalid schema of type AVRO, details: /),
    ],
    ['no JSON', { schema: '{' }, expect.stringMatching(/^Invalid schema of type AVRO, details: /)],
    ['a number', { schema: 1 }, expect.stringMatching(/^Invalid schema of type AVRO, details: /)],
    [
      'a boolean',
      { schema: true },
      expect.stringMatching(/^Invalid schema of type AVRO, details: /),
    ],
    ['JSON Schema', { schema: '{}', schemaType: 'JSON' }, 'Invalid schema type JSON'],
    ['a type in small letters', { schema: ORDER, schemaType: 'avro' }, 'Invalid schema type avro'],
    ['an empty type', { schema: ORDER, schemaType: '' }, 'Invalid schema type '],
  ]
  test.each(invalid)('is refused with 42201: %s', async (_rule, body, message) => {
    const { call } = await startApp()
    expect(await call('POST', ORDERS, body)).toMatchObject(refusal(42201, message))
    expect(await call('GET', '/subjects')).toMatchObject(ok([]))
  })

  const subjects: readonly (readonly [string, string, string])[] = [
    ['the name of the global settings', '__GLOBAL', '__GLOBAL'],
    ['the name of the empty subject', '__EMPTY', '__EMPTY'],
    ['the same in a context', ':.eu:__EMPTY', ':.eu:__EMPTY'],
    ['a subject of the global context', ':.__GLOBAL:orders', ':.__GLOBAL:orders'],
    ['a control character', 'a%0Ab', 'a\nb'],
    ['a control character of C1', 'a%C2%85b', 'a\u0085b'],
    ['DEL', 'a%7Fb', 'a\u007fb'],
  ]
  test.each(subjects)('is refused with 42208: %s', async (_rule, path, name) => {
    const { call } = await startApp()
    const answer = await call('POST', `/subjects/${path}/versions`, { schema: ORDER })
    const message = `The specified subject '${name}' is not a valid.`
    expect(answer).toMatchObject(refusal(42208, message))
  })

  test('is refused with 42208 for the empty subject of a context only where the operator says so', async () => {
    const lenient = await startApp()
    expect(await register(lenient, ':.eu:', ORDER)).toMatchObject({ id: 1 })
    const { call } = await startApp({ registry: { rejectEmptySubject: true } })
    const answer = await call('POST', '/subjects/:.eu:/versions', { schema: ORDER })
    expect(answer).toMatchObject(refusal(42208, "The specified subject ':.eu:' is not a valid."))
    expect(await call('POST', '/subjects/%20/versions', { schema: ORDER })).toMatchObject(ok({}))
  })
})

describe('names in a schema', () => {
  const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'x'.repeat(10_000)]
  test.each(names)('may be those of members of Object, or very long: %.20s', async (name) => {
    const app = await startApp()
    const symbols = { type: 'enum', name: 'Kind', symbols: [name] }
    const schema = record(name, { name, type: symbols })
    await register(app, 'orders', schema)
    const { call } = app
    expect((await call('GET', '/schemas/ids/1/schema')).body).toEqual(JSON.parse(schema))
    expect(await call('POST', ORDERS, { schema })).toMatchObject(ok({ id: 1, version: 1 }))
  })

  test.each(names)('are missed by a reader only where they are missing: %.20s', async (name) => {
    const app = await startApp()
    await register(app, 'orders', record('Order'))
    const { call } = app
    const needy = record('Order', `${name}: string`)
    expect((await call('POST', ORDERS, { schema: needy })).status).toBe(409)
    const content = record('Order', { name, type: 'string', default: '' })
    expect((await call('POST', ORDERS, { schema: content })).status).toBe(200)
    expect((await call('POST', ORDERS, { schema: needy })).status).toBe(200)
  })
})

describe('the order of checks', () => {
  const badRules = { domainRules: [{ name: '1', type: 'CEL' }] }

  test('rule set, subject, schema, mode, compatibility, version', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const { call } = app
    const code = async (path: string, body: object) =>
      (await call('POST', `/subjects/${path}/versions`, body)).body.error_code
    expect(await code('__EMPTY', { schema: BROKEN, ruleSet: badRules })).toBe(42210)
    expect(await code('__EMPTY', { schema: BROKEN })).toBe(42208)
    await switchMode(app, 'orders', 'READONLY')
    expect(await code('orders', { schema: BROKEN })).toBe(42201)
    expect(await code('orders', { schema: ORDER_WITH_CODE, version: 7 })).toBe(42205)
    await switchMode(app, 'orders', 'READWRITE')
    expect(await code('orders', { schema: ORDER_WITH_CODE, version: 7 })).toBe(40901)
    expect(await code('orders', { schema: ORDER_WITH_NOTE, version: 7 })).toBe(42201)
  })
})

/** The same JSON object with the members of each object in the opposite order. */
function reverseKeys(json: string): string {
  return JSON.stringify(
    JSON.parse(json, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ),
  )
}
