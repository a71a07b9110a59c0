import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp, type TestApp } from '../support/app.ts'
import {
  BROKEN,
  CUSTOMER,
  INVOICE,
  ORDER,
  ORDER_WITH_CODE,
  ORDER_WITH_NOTE,
  record,
} from '../support/sample-schemas.ts'
import { configure, register, softDelete, switchMode } from '../support/steps.ts'

const AGAINST_ALL = '/compatibility/subjects/orders/versions'
const AGAINST_LATEST = `${AGAINST_ALL}/latest`

const NOTHING = record('Order')
const MISSING_DEFAULT =
  "{errorType:'READER_FIELD_MISSING_DEFAULT_VALUE', description:'The field 'code' at path '/fields/1' in the new schema has no default value and is missing in the old schema', additionalInfo:'code'}"

/** `orders` with one version for each schema, whatever they are. */
async function history(level: string, ...schemas: readonly string[]): Promise<TestApp> {
  const app = await startApp()
  await configure(app, 'orders', { compatibility: 'NONE' })
  for (const schema of schemas) await register(app, 'orders', schema)
  await configure(app, 'orders', { compatibility: level })
  return app
}

describe('each level', () => {
  // ORDER_WITH_CODE cannot read ORDER; ORDER cannot be read with ORDER_WITH_CODE.
  const levels: readonly (readonly [string, string, readonly string[], string, boolean])[] = [
    ['NONE', 'lets anything pass', [ORDER], '"int"', true],
    ['BACKWARD', 'reads the latest', [ORDER], ORDER_WITH_NOTE, true],
    ['BACKWARD', 'must read the latest', [ORDER], ORDER_WITH_CODE, false],
    ['BACKWARD', 'need not be read by the latest', [ORDER_WITH_CODE], ORDER, true],
    ['BACKWARD', 'need not read an older one', [NOTHING, ORDER_WITH_CODE], ORDER_WITH_CODE, true],
    ['BACKWARD_TRANSITIVE', 'must read all', [NOTHING, ORDER_WITH_CODE], ORDER_WITH_CODE, false],
    ['BACKWARD_TRANSITIVE', 'reads all', [ORDER, ORDER_WITH_CODE], ORDER_WITH_NOTE, true],
    ['FORWARD', 'is read by the latest', [ORDER], ORDER_WITH_CODE, true],
    ['FORWARD', 'must be read by the latest', [ORDER_WITH_CODE], ORDER, false],
    ['FORWARD', 'need not be read by an older one', [ORDER_WITH_CODE, ORDER], ORDER, true],
    ['FORWARD_TRANSITIVE', 'must be read by all', [ORDER_WITH_CODE, ORDER], ORDER, false],
    ['FULL', 'goes both ways', [ORDER], ORDER_WITH_NOTE, true],
    ['FULL', 'must read the latest', [ORDER], ORDER_WITH_CODE, false],
    ['FULL', 'must be read by the latest', [ORDER_WITH_CODE], ORDER, false],
    ['FULL_TRANSITIVE', 'goes both ways with all', [ORDER_WITH_CODE, ORDER], ORDER, false],
  ]
  test.each(levels)('%s %s', async (level, _rule, schemas, schema, is_compatible) => {
    const { call } = await history(level, ...schemas)
    expect(await call('POST', AGAINST_ALL, { schema })).toMatchObject(ok({ is_compatible }))
  })
})

describe('a check against one version', () => {
  test('looks at that one only, whatever the level', async () => {
    const { call } = await history('BACKWARD_TRANSITIVE', NOTHING, ORDER_WITH_CODE)
    const verdict = async (version: string) =>
      (await call('POST', `${AGAINST_ALL}/${version}`, { schema: ORDER_WITH_CODE })).body
    expect(await verdict('1')).toEqual({ is_compatible: false })
    expect(await verdict('2')).toEqual({ is_compatible: true })
    expect(await verdict('latest')).toEqual({ is_compatible: true })
  })

  test('is 40402 where there is no such version, be the subject unknown', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await softDelete(app, 'orders')
    const { call } = app
    for (const [path, version] of [
      [`${AGAINST_ALL}/1`, 1],
      [`${AGAINST_ALL}/9`, 9],
      ['/compatibility/subjects/new/versions/1', 1],
    ]) {
      const answer = await call('POST', `${path}`, { schema: ORDER })
      expect(answer).toMatchObject(refusal(40402, `Version ${version} not found.`))
    }
  })

  test('is 40402 before the schema is looked at', async () => {
    const { call } = await startApp()
    const answer = await call('POST', `${AGAINST_ALL}/1`, { schema: BROKEN })
    expect(answer).toMatchObject(refusal(40402, 'Version 1 not found.'))
  })

  test('is 42202 when the version is none', async () => {
    const { call } = await startApp()
    const answer = await call('POST', `${AGAINST_ALL}/0`, { schema: ORDER })
    expect(answer).toMatchObject(refusal(42202, expect.stringContaining("version '0' is not")))
  })
})

describe('a check against nothing', () => {
  test.each([AGAINST_ALL, AGAINST_LATEST])('finds everything compatible: %s', async (path) => {
    const app = await startApp()
    const compatible = ok({ is_compatible: true })
    expect(await app.call('POST', path, { schema: ORDER })).toMatchObject(compatible)
    await register(app, 'orders', '"int"')
    await softDelete(app, 'orders')
    expect(await app.call('POST', path, { schema: ORDER })).toMatchObject(compatible)
  })
})

describe('the reasons', () => {
  test('are told on request, followed by the version, its schema and the level', async () => {
    const { call } = await history('BACKWARD', ORDER)
    const { body } = await call('POST', `${AGAINST_LATEST}?verbose=true`, {
      schema: ORDER_WITH_CODE,
    })
    expect(body).toEqual({
      is_compatible: false,
      messages: [
        MISSING_DEFAULT,
        '{oldSchemaVersion: 1}',
        expect.stringMatching(/^\{oldSchema: '\{"type":"record","name":"Order",.*\}'\}$/),
        "{validateFields: 'false', compatibility: 'BACKWARD'}",
      ],
    })
  })

  test('are none when there is nothing to tell', async () => {
    const { call } = await history('BACKWARD', ORDER)
    const answer = await call('POST', `${AGAINST_ALL}?verbose=true`, { schema: ORDER_WITH_NOTE })
    expect(answer.body).toEqual({ is_compatible: true, messages: [] })
  })

  test('stop at the first version that is incompatible, the newest first', async () => {
    const { call } = await history('BACKWARD_TRANSITIVE', NOTHING, ORDER, ORDER_WITH_CODE)
    const schema = record('Order', 'id: long', 'code: string', 'price: long')
    const { messages } = (await call('POST', `${AGAINST_ALL}?verbose=true`, { schema })).body
    expect(messages).toContain('{oldSchemaVersion: 3}')
    expect(messages).not.toContain('{oldSchemaVersion: 2}')
  })

  const invalid: readonly (readonly [string, object, unknown])[] = [
    [
      'a broken schema',
      { schema: BROKEN },
      expect.stringMatching(/^Invalid schema of type AVRO, details: /),
    ],
    ['no schema', {}, 'Empty schema'],
    ['a blank schema', { schema: ' ' }, 'Empty schema'],
    ['another type', { schema: '{}', schemaType: 'THRIFT' }, 'Invalid schema type THRIFT'],
  ]
  test.each(invalid)('include %s, which is 42201 without verbose', async (_rule, body, message) => {
    const { call } = await history('BACKWARD', ORDER)
    for (const path of [AGAINST_ALL, AGAINST_LATEST]) {
      expect(await call('POST', path, body)).toMatchObject(refusal(42201, message))
      const told = await call('POST', `${path}?verbose=true`, body)
      expect(told.body).toEqual({ is_compatible: false, messages: [message] })
    }
  })
})

describe('a check', () => {
  test('writes nothing, and works in READONLY', async () => {
    const app = await history('BACKWARD', ORDER)
    await switchMode(app, undefined, 'READONLY')
    const { call } = app
    const answer = await call('POST', AGAINST_ALL, { schema: ORDER_WITH_NOTE })
    expect(answer).toMatchObject(ok({ is_compatible: true }))
    expect(await call('GET', '/subjects/orders/versions')).toMatchObject(ok([1]))
  })

  test('follows references', async () => {
    const app = await startApp()
    await register(app, 'customers', CUSTOMER)
    const changed = record('Customer', 'name: string', 'born: int')
    await configure(app, 'customers', { compatibility: 'NONE' })
    await register(app, 'customers', changed)
    const reference = { name: 'shop.Customer', subject: 'customers', version: 1 }
    await register(app, 'invoices', INVOICE, { references: [reference] })
    const verdict = async (version: number) => {
      const references = [{ ...reference, version }]
      const path = '/compatibility/subjects/invoices/versions/latest'
      return (await app.call('POST', path, { schema: INVOICE, references })).body.is_compatible
    }
    expect(await verdict(1)).toBe(true)
    expect(await verdict(2)).toBe(false)
  })

  test('compares only versions of the same group', async () => {
    const app = await history('NONE', ORDER)
    await configure(app, 'orders', { compatibility: 'BACKWARD', compatibilityGroup: 'major' })
    const second = { properties: { major: '2' } }
    await register(app, 'orders', ORDER_WITH_CODE, { metadata: second })
    const verdict = async (body: object) =>
      (await app.call('POST', AGAINST_ALL, { schema: ORDER_WITH_CODE, ...body })).body.is_compatible
    expect(await verdict({ metadata: second })).toBe(true)
    expect(await verdict({ metadata: { properties: { major: '3' } } })).toBe(true)
    expect(await verdict({})).toBe(false)
  })

  test('minds reserved fields where the config says so, at NONE as well', async () => {
    const app = await history('NONE', ORDER)
    const metadata = { properties: { 'confluent:reserved': 'code' } }
    await configure(app, 'orders', { validateFields: true })
    const path = `${AGAINST_ALL}?verbose=true`
    const { body } = await app.call('POST', path, { schema: ORDER_WITH_CODE, metadata })
    expect(body.is_compatible).toBe(false)
    expect(body.messages[0]).toContain(
      'The new schema has field that conflicts with the reserved field code.',
    )
    await register(app, 'orders', ORDER_WITH_NOTE, { metadata })
    const removed = await app.call('POST', path, { schema: ORDER_WITH_NOTE, metadata: {} })
    expect(removed.body.messages[0]).toContain(
      "The new schema has reserved field code removed from its metadata which is present in the old schema's metadata.",
    )
  })

  test('that costs too much is the fault of the schema: 42201', async () => {
    const app = await startApp({ registry: { maxPairs: 3 } })
    const nested = '{"type":"array","items":'.repeat(5)
    await register(app, 'orders', `${nested}"int"${'}'.repeat(5)}`)
    const { call } = app
    const answer = await call('POST', AGAINST_ALL, { schema: `${nested}"long"${'}'.repeat(5)}` })
    const message = 'The schemas are too large to compare: more than 3 pairs of types'
    expect(answer).toMatchObject(refusal(42201, message))
  })
})
