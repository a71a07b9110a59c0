import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp } from '../support/app.ts'
import { ORDER, ORDER_WITH_CODE, ORDER_WITH_NOTE, record } from '../support/sample-schemas.ts'
import { configure, register, softDelete, switchMode } from '../support/steps.ts'

const ORDERS = '/subjects/orders/versions'
const NO_CONFIG = (subject: string) =>
  refusal(40408, `Subject '${subject}' does not have subject-level compatibility configured`)
const INVALID_LEVEL = refusal(
  42203,
  'Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive, forward_transitive, and full_transitive',
)

describe('reading the config', () => {
  test('of the registry gives the default of the server while nothing is set', async () => {
    const app = await startApp({ registry: { compatibilityLevel: 'FULL' } })
    const { call } = app
    for (const path of ['/config', '/config?defaultToGlobal=true', '/config/:.__GLOBAL:']) {
      expect((await call('GET', path)).body).toEqual({ compatibilityLevel: 'FULL' })
    }
  })

  test('of a subject is 40408 while it has none of its own', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await configure(app, undefined, { compatibility: 'FULL' })
    const { call } = app
    expect(await call('GET', '/config/orders')).toMatchObject(NO_CONFIG('orders'))
    expect(await call('GET', '/config/:.eu:')).toMatchObject(NO_CONFIG(':.eu:'))
    const inScope = await call('GET', '/config/orders?defaultToGlobal=true')
    expect(inScope).toMatchObject(ok({ compatibilityLevel: 'FULL' }))
  })

  test('falls back from the subject to its context, the global context and the server', async () => {
    const { call } = await startApp()
    const level = async (subject: string) =>
      (await call('GET', `/config/${subject}?defaultToGlobal=true`)).body.compatibilityLevel
    await call('PUT', '/config', { compatibility: 'FORWARD' })
    expect(await level(':.eu:orders')).toBe('BACKWARD')
    expect(await level('orders')).toBe('FORWARD')
    await call('PUT', '/config/:.__GLOBAL:', { compatibility: 'NONE' })
    expect(await level(':.eu:orders')).toBe('NONE')
    expect(await level('orders')).toBe('FORWARD')
    await call('PUT', '/config/:.eu:', { compatibility: 'FULL' })
    expect(await level(':.eu:orders')).toBe('FULL')
    await call('PUT', '/config/:.eu:orders', { compatibility: 'FULL_TRANSITIVE' })
    expect(await level(':.eu:orders')).toBe('FULL_TRANSITIVE')
  })

  test('of a subject without a level gives the default of the server, not that of the registry', async () => {
    const app = await startApp()
    await configure(app, undefined, { compatibility: 'NONE' })
    await configure(app, 'orders', { normalize: true })
    const { call } = app
    const own = { compatibilityLevel: 'BACKWARD', normalize: true }
    expect((await call('GET', '/config/orders')).body).toEqual(own)
    expect((await call('GET', '/config/orders?defaultToGlobal=true')).body).toEqual(own)
    await register(app, 'orders', ORDER)
    expect((await call('POST', ORDERS, { schema: ORDER_WITH_CODE })).status).toBe(409)
  })

  test('of a subject fills in what the default context sets, but no alias and no content', async () => {
    const app = await startApp()
    const inherited = {
      normalize: true,
      validateFields: true,
      validateNewSchemas: false,
      validateRules: true,
      compatibilityPolicy: 'LENIENT',
      compatibilityGroup: 'major',
    }
    const content = { properties: { owner: 'sales' } }
    const own = {
      alias: 'x',
      aliasForDeks: 'x',
      defaultMetadata: content,
      overrideMetadata: content,
    }
    await configure(app, undefined, { ...inherited, ...own })
    await configure(app, ':.eu:orders', { compatibility: 'FULL', normalize: false })
    const { body } = await app.call('GET', '/config/:.eu:orders?defaultToGlobal=true')
    expect(body).toEqual({ ...inherited, compatibilityLevel: 'FULL', normalize: false })
  })
})

describe('changing the config', () => {
  test('answers what is stored, the level under another name than reading does', async () => {
    const { call } = await startApp()
    const answer = await call('PUT', '/config/orders', { compatibility: 'full', normalize: true })
    expect(answer.body).toEqual({ compatibility: 'FULL', normalize: true })
    const { body } = await call('GET', '/config/orders')
    expect(body).toEqual({ compatibilityLevel: 'FULL', normalize: true })
  })

  test('keeps what is absent and clears what is null', async () => {
    const { call } = await startApp()
    await call('PUT', '/config', { compatibility: 'FULL', normalize: true, alias: 'x' })
    const kept = await call('PUT', '/config', { validateFields: true, alias: null })
    expect(kept.body).toEqual({ compatibility: 'FULL', normalize: true, validateFields: true })
    const cleared = await call('PUT', '/config', { compatibility: null, normalize: null })
    expect(cleared.body).toEqual({ validateFields: true })
    expect((await call('PUT', '/config', {})).body).toEqual({ validateFields: true })
    expect(await call('GET', '/config')).toMatchObject(ok({ compatibilityLevel: 'BACKWARD' }))
  })

  const levels: readonly (readonly [string, string])[] = [
    ['capitals', 'FULL_TRANSITIVE'],
    ['small letters', 'full_transitive'],
    ['both', 'Full_Transitive'],
  ]
  test.each(levels)('takes a level in %s', async (_rule, compatibility) => {
    const { call } = await startApp()
    const answer = await call('PUT', '/config', { compatibility })
    expect(answer).toMatchObject(ok({ compatibility: 'FULL_TRANSITIVE' }))
  })

  const invalid: readonly (readonly [string, unknown, object])[] = [
    ['unknown', 'SIDEWARD', INVALID_LEVEL],
    ['empty', '', INVALID_LEVEL],
    ['blank', ' FULL ', INVALID_LEVEL],
    ['a name of Object', '__proto__', INVALID_LEVEL],
    ['a number', 1, INVALID_LEVEL],
    ['a list', ['NONE'], { status: 400 }],
    ['an object', {}, { status: 400 }],
  ]
  test.each(invalid)(
    'refuses a level that is %s, and changes nothing',
    async (_rule, level, expected) => {
      const { call } = await startApp()
      const body = { compatibility: level, normalize: true }
      expect(await call('PUT', '/config', body)).toMatchObject(expected)
      expect(await call('PUT', '/config/orders', body)).toMatchObject(expected)
      expect((await call('GET', '/config')).body).toEqual({ compatibilityLevel: 'BACKWARD' })
      expect(await call('GET', '/config/orders')).toMatchObject(NO_CONFIG('orders'))
    },
  )

  const values: readonly (readonly [string, object, object])[] = [
    ['true as text is true', { normalize: 'true' }, ok({ normalize: true })],
    ['a number other than 0 is true', { normalize: 1 }, ok({ normalize: true })],
    ['0 is false', { normalize: 0 }, ok({ normalize: false })],
    ['other text is refused', { normalize: 'x' }, { status: 400 }],
    ['a number is text where text is wanted', { alias: 1 }, ok({ alias: '1' })],
    ['an empty alias is kept', { alias: '' }, ok({ alias: '' })],
    [
      'a known policy is kept',
      { compatibilityPolicy: 'strict' },
      ok({ compatibilityPolicy: 'STRICT' }),
    ],
    ['empty metadata is kept', { defaultMetadata: {} }, ok({ defaultMetadata: {} })],
    ['metadata must be an object', { defaultMetadata: 'x' }, { status: 400 }],
    [
      'a group may be named like a member of Object',
      { compatibilityGroup: '__proto__' },
      ok({ compatibilityGroup: '__proto__' }),
    ],
  ]
  test.each(values)('reads values: %s', async (_rule, body, expected) => {
    const { call } = await startApp()
    expect(await call('PUT', '/config', body)).toMatchObject(expected)
  })

  test('counts an unknown policy as null', async () => {
    const { call } = await startApp()
    await call('PUT', '/config', { compatibilityPolicy: 'STRICT' })
    const { body } = await call('PUT', '/config', { compatibilityPolicy: 'WILD' })
    expect(body).toEqual({})
  })

  test('is refused in READONLY with 42205, an unknown level before with 42203', async () => {
    const app = await startApp()
    await switchMode(app, 'orders', 'READONLY')
    const { call } = app
    const readOnly = refusal(42205, 'Subject orders in context  is in read-only mode')
    const full = { compatibility: 'FULL' }
    expect(await call('PUT', '/config/orders', full)).toMatchObject(readOnly)
    const unknown = { compatibility: 'SIDEWARD' }
    expect(await call('PUT', '/config/orders', unknown)).toMatchObject(INVALID_LEVEL)
    await switchMode(app, 'orders', 'IMPORT')
    expect((await call('PUT', '/config/orders', full)).status).toBe(200)
    await switchMode(app, 'orders', 'READONLY')
    expect(await call('DELETE', '/config/orders')).toMatchObject(readOnly)
  })

  test.each(['__GLOBAL', '__EMPTY', ':.eu:__EMPTY'])(
    'is refused with 42208 for %s',
    async (name) => {
      const { call } = await startApp()
      const answer = await call('PUT', `/config/${name}`, { compatibility: 'FULL' })
      const message = `The specified subject '${name}' is not a valid.`
      expect(answer).toMatchObject(refusal(42208, message))
    },
  )
})

describe('deleting the config', () => {
  test('of a subject answers what it was, and is 40401 when there was none', async () => {
    const app = await startApp()
    await configure(app, 'orders', { compatibility: 'FULL', normalize: false })
    const { call } = app
    const { body } = await call('DELETE', '/config/orders')
    expect(body).toEqual({ compatibilityLevel: 'FULL', normalize: false })
    const none = refusal(40401, "Subject 'orders' not found.")
    expect(await call('DELETE', '/config/orders')).toMatchObject(none)
    expect(await call('GET', '/config/orders')).toMatchObject(NO_CONFIG('orders'))
  })

  test('of the registry brings the default of the server back', async () => {
    const app = await startApp()
    await configure(app, undefined, { compatibility: 'FULL' })
    const { call } = app
    expect((await call('DELETE', '/config')).body).toEqual({ compatibilityLevel: 'FULL' })
    expect((await call('DELETE', '/config')).body).toEqual({ compatibilityLevel: 'BACKWARD' })
  })
})

describe('what the config does', () => {
  test('a change holds from the next registration on', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const { call } = app
    expect((await call('POST', ORDERS, { schema: ORDER_WITH_CODE })).status).toBe(409)
    await configure(app, 'orders', { compatibility: 'FORWARD' })
    expect((await call('POST', ORDERS, { schema: ORDER_WITH_CODE })).status).toBe(200)
  })

  test('normalize brings into normal form what is registered', async () => {
    const app = await startApp()
    await configure(app, undefined, { normalize: true })
    const { schema } = await register(app, 'names', '{"type":"string","b":1,"a":2}')
    expect(schema).toBe('{"type":"string","a":2,"b":1}')
  })

  test('validateFields refuses a reserved field, at NONE as well', async () => {
    const app = await startApp()
    await configure(app, 'orders', { compatibility: 'NONE', validateFields: true })
    const metadata = { properties: { 'confluent:reserved': 'id, code' } }
    const { call } = app
    const answer = await call('POST', ORDERS, { schema: ORDER, metadata })
    const message = expect.stringContaining(
      'The new schema has field that conflicts with the reserved field id.',
    )
    expect(answer).toMatchObject(refusal(40901, message))
    const free = record('Order', 'number: long')
    expect((await call('POST', ORDERS, { schema: free, metadata })).status).toBe(200)
  })

  test('it belongs to the name: what is set before the first version holds for it', async () => {
    const app = await startApp()
    await configure(app, 'orders', { compatibility: 'NONE' })
    await register(app, 'orders', ORDER)
    await softDelete(app, 'orders')
    await register(app, 'orders', ORDER_WITH_NOTE)
    expect(await register(app, 'orders', '"int"')).toMatchObject({ version: 3 })
  })

  test('setting it creates no context and no subject', async () => {
    const app = await startApp()
    await configure(app, ':.eu:orders', { compatibility: 'NONE' })
    const { call } = app
    expect(await call('GET', '/contexts')).toMatchObject(ok(['.']))
    expect(await call('GET', '/subjects?deleted=true')).toMatchObject(ok([]))
  })
})
