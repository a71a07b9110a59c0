import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp } from '../support/app.ts'
import { CUSTOMER, INVOICE, ORDER, ORDER_WITH_NOTE, record } from '../support/sample-schemas.ts'
import { configure, hardDelete, register, softDelete, switchMode } from '../support/steps.ts'

const TO_CUSTOMER = [{ name: 'shop.Customer', subject: 'customers', version: 1 }]

describe('a schema by id', () => {
  test('is shown with a subject and version that have it, but without the id', async () => {
    const app = await startApp({ now: () => 1_700_000_000_000 })
    const { guid, schema } = await register(app, 'orders', ORDER)
    const { body } = await app.call('GET', '/schemas/ids/1')
    expect(body).toEqual({
      subject: 'orders',
      version: 1,
      guid,
      schemaType: 'AVRO',
      schema,
      ts: 1_700_000_000_000,
      deleted: false,
    })
  })

  test('is shown as text alone at /schema', async () => {
    const app = await startApp()
    const { schema } = await register(app, 'orders', ORDER)
    const { body, headers } = await app.call('GET', '/schemas/ids/1/schema')
    expect(body).toEqual(JSON.parse(schema))
    expect(headers.get('content-type')).toBe('application/vnd.schemaregistry.v1+json')
  })

  test('is shown with the types it refers to written out on request', async () => {
    const app = await startApp()
    await register(app, 'customers', CUSTOMER)
    await register(app, 'invoices', INVOICE, { references: TO_CUSTOMER })
    const { call } = app
    const { fields } = (await call('GET', '/schemas/ids/2/schema?format=resolved')).body
    expect(fields[0].type).toMatchObject({ type: 'record', name: 'Customer' })
    const { body } = await call('GET', '/schemas/ids/2?format=RESOLVED')
    expect(JSON.parse(body.schema).fields[0].type).toMatchObject({ name: 'Customer' })
    expect(body.references).toEqual(TO_CUSTOMER)
  })

  test('is shown as it is in a format that is unknown', async () => {
    const app = await startApp()
    const { schema } = await register(app, 'orders', ORDER)
    expect(await app.call('GET', '/schemas/ids/1?format=pretty')).toMatchObject(ok({ schema }))
  })

  test('is shown with the subjects of its references qualified on request', async () => {
    const app = await startApp()
    await register(app, ':.eu:customers', CUSTOMER)
    await register(app, ':.eu:invoices', INVOICE, { references: TO_CUSTOMER })
    const path = '/schemas/ids/2?subject=:.eu:invoices'
    const { call } = app
    expect(await call('GET', path)).toMatchObject(ok({ references: TO_CUSTOMER }))
    const qualified = await call('GET', `${path}&referenceFormat=qualified`)
    expect(qualified.body.references[0].subject).toBe(':.eu:customers')
  })

  test('comes with the highest id of its context on request', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await register(app, 'customers', CUSTOMER)
    await hardDelete(app, 'customers')
    await register(app, ':.eu:orders', ORDER)
    const { call } = app
    expect(await call('GET', '/schemas/ids/1?fetchMaxId=true')).toMatchObject(ok({ maxId: 2 }))
    const abroad = await call('GET', '/schemas/ids/1?fetchMaxId=true&subject=:.eu:orders')
    expect(abroad).toMatchObject(ok({ maxId: 1 }))
  })

  const unknown: readonly (readonly [string, string, number, string])[] = [
    ['an id that nothing has', '/schemas/ids/99', 40403, 'Schema 99 not found'],
    ['a negative id', '/schemas/ids/-1', 40403, 'Schema -1 not found'],
    ['the text of an unknown id', '/schemas/ids/99/schema', 40403, 'Schema 99 not found'],
    ['the subjects of an unknown id', '/schemas/ids/99/subjects', 40403, 'Schema not found'],
    ['the versions of an unknown id', '/schemas/ids/99/versions', 40403, 'Schema not found'],
    ['an id that is no number', '/schemas/ids/first', 404, 'HTTP 404 Not Found'],
    ['an id with decimals', '/schemas/ids/1.0', 404, 'HTTP 404 Not Found'],
    ['an id beyond 32 bits', '/schemas/ids/2147483648', 404, 'HTTP 404 Not Found'],
    ['an id with spaces', '/schemas/ids/%201', 404, 'HTTP 404 Not Found'],
  ]
  test.each(unknown)('is 404: %s', async (_rule, path, code, message) => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    expect(await app.call('GET', path)).toMatchObject(refusal(code, message))
  })

  test('may be written with a sign and leading zeros', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    expect(await app.call('GET', '/schemas/ids/+0001')).toMatchObject(ok({ version: 1 }))
  })
})

describe('a schema by id and subject', () => {
  test('is shown under that subject', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await register(app, 'archive', ORDER)
    const { call } = app
    for (const subject of ['orders', 'archive']) {
      const answer = await call('GET', `/schemas/ids/1?subject=${subject}`)
      expect(answer).toMatchObject(ok({ subject }))
    }
  })

  test('is shown under any subject when an unqualified one has it not', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const answer = await app.call('GET', '/schemas/ids/1?subject=nobody')
    expect(answer).toMatchObject(ok({ subject: 'orders' }))
  })

  test('is looked for in the contexts that have the subject', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await register(app, ':.eu:customers', CUSTOMER)
    const answer = await app.call('GET', '/schemas/ids/1?subject=customers')
    expect(answer).toMatchObject(ok({ subject: ':.eu:customers' }))
  })

  test('is 40403 in a context that has it not', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const answer = await app.call('GET', '/schemas/ids/1?subject=:.eu:orders')
    expect(answer).toMatchObject(refusal(40403, 'Schema 1 not found'))
  })

  test('an empty context subject means the whole context', async () => {
    const app = await startApp()
    await register(app, ':.eu:orders', ORDER)
    const answer = await app.call('GET', '/schemas/ids/1?subject=:.eu:')
    expect(answer).toMatchObject(ok({ subject: ':.eu:orders' }))
  })
})

describe('the subjects and versions of a schema', () => {
  test('are listed by name', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await register(app, 'archive', ORDER)
    const { call } = app
    expect(await call('GET', '/schemas/ids/1/subjects')).toMatchObject(ok(['archive', 'orders']))
    expect(await call('GET', '/schemas/ids/1/versions')).toMatchObject(
      ok([
        { subject: 'archive', version: 1 },
        { subject: 'orders', version: 1 },
      ]),
    )
    const second = await call('GET', '/schemas/ids/1/subjects?offset=1&limit=1')
    expect(second).toMatchObject(ok(['orders']))
  })

  test('name the last version of a subject that has the schema twice', async () => {
    const app = await startApp()
    await switchMode(app, undefined, 'IMPORT')
    await register(app, 'orders', ORDER, { id: 1, version: 1 })
    await register(app, 'orders', ORDER, { id: 1, version: 2 })
    const answer = await app.call('GET', '/schemas/ids/1/versions')
    expect(answer).toMatchObject(ok([{ subject: 'orders', version: 2 }]))
  })

  test('leave softly deleted ones out unless asked for', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await register(app, 'archive', ORDER)
    await softDelete(app, 'archive')
    const { call } = app
    expect(await call('GET', '/schemas/ids/1/subjects')).toMatchObject(ok(['orders']))
    const all = await call('GET', '/schemas/ids/1/subjects?deleted=true')
    expect(all).toMatchObject(ok(['archive', 'orders']))
  })
})

describe('a schema by guid', () => {
  test('is shown without subject and version', async () => {
    const app = await startApp({ now: () => 5 })
    const { guid, schema } = await register(app, 'orders', ORDER)
    const { body } = await app.call('GET', `/schemas/guids/${guid}`)
    expect(body).toEqual({ guid, schemaType: 'AVRO', schema, ts: 5, deleted: false })
  })

  test('may be asked for in capitals and without dashes', async () => {
    const app = await startApp()
    const { guid } = await register(app, 'orders', ORDER)
    const bare = guid.toUpperCase().replaceAll('-', '')
    expect(await app.call('GET', `/schemas/guids/${bare}`)).toMatchObject(ok({ guid }))
    expect(await app.call('GET', `/schemas/guids/${bare}/ids`)).toMatchObject(ok([{ id: 1 }]))
  })

  test('has an id in each context that has it', async () => {
    const app = await startApp()
    const { guid } = await register(app, 'orders', ORDER)
    await register(app, ':.eu:customers', CUSTOMER)
    await register(app, ':.eu:orders', ORDER)
    expect(await app.call('GET', `/schemas/guids/${guid}/ids`)).toMatchObject(
      ok([
        { context: '.', id: 1 },
        { context: '.eu', id: 2 },
      ]),
    )
  })

  test('is gone when it was permanently deleted everywhere', async () => {
    const app = await startApp()
    const { guid } = await register(app, 'orders', ORDER)
    await hardDelete(app, 'orders')
    const { call } = app
    const gone = refusal(40403, `Schema ${guid} not found`)
    expect(await call('GET', `/schemas/guids/${guid}`)).toMatchObject(gone)
    expect(await call('GET', `/schemas/guids/${guid}/ids`)).toMatchObject(ok([]))
  })

  test('is 40403 when the guid is none', async () => {
    const { call } = await startApp()
    const none = refusal(40403, 'Schema 1-2-3 not found')
    expect(await call('GET', '/schemas/guids/1-2-3')).toMatchObject(none)
    expect(await call('GET', '/schemas/guids/1-2-3/ids')).toMatchObject(ok([]))
  })
})

test('the only type of schema is AVRO', async () => {
  const { call } = await startApp()
  expect(await call('GET', '/schemas/types')).toMatchObject(ok(['AVRO']))
})

describe('the list of schemas', () => {
  test('is in the order of subject and version, whole, for the default context', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await register(app, 'customers', CUSTOMER)
    await register(app, 'orders', ORDER_WITH_NOTE)
    await register(app, ':.eu:orders', ORDER)
    const { body } = await app.call('GET', '/schemas')
    expect(names(body)).toEqual(['customers 1', 'orders 1', 'orders 2'])
    expect(body[1]).toMatchObject({ id: 1, schemaType: 'AVRO', deleted: false })
  })

  const filters: readonly (readonly [string, string, readonly string[]])[] = [
    ['a prefix', 'subjectPrefix=ord', ['orders 2']],
    ['every context', 'subjectPrefix=:*:', [':.eu:orders 1', 'customers 1', 'orders 2']],
    ['a context', 'subjectPrefix=:.eu:', [':.eu:orders 1']],
    ['a prefix in every context', 'subjectPrefix=:*:ord', [':.eu:orders 1', 'orders 2']],
    ['deleted ones as well', 'deleted=true', ['customers 1', 'orders 1', 'orders 2']],
    ['the latest of each', 'deleted=true&latestOnly=true', ['customers 1', 'orders 2']],
    ['a part', 'deleted=true&offset=1&limit=1', ['orders 1']],
    ['schemas with a type of rule', 'ruleType=CEL', ['customers 1']],
    ['no schema with an unknown type of rule', 'ruleType=__proto__', []],
  ]
  test.each(filters)('can be narrowed to %s', async (_rule, query, expected) => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await register(app, 'orders', ORDER_WITH_NOTE)
    const ruleSet = { domainRules: [{ name: 'positive', type: 'CEL' }] }
    await register(app, 'customers', CUSTOMER, { ruleSet })
    await register(app, ':.eu:orders', ORDER)
    await softDelete(app, 'orders/versions/1')
    expect(names((await app.call('GET', `/schemas?${query}`)).body)).toEqual(expected)
  })

  test('includes on request the subjects behind aliases that match, with the aliases', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await register(app, 'customers', record('Customer'))
    await configure(app, 'sales', { alias: 'orders' })
    await configure(app, 'sales-2', { alias: 'orders' })
    const { body } = await app.call('GET', '/schemas?subjectPrefix=sales&aliases=true')
    expect(names(body)).toEqual(['orders 1'])
    expect(body[0].aliases).toEqual(['sales', 'sales-2'])
  })
})

function names(schemas: readonly { subject: string; version: number }[]): string[] {
  return schemas.map(({ subject, version }) => `${subject} ${version}`)
}
