import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { send } from '../support/raw.ts'
import { CUSTOMER, INVOICE, record } from '../support/sample-schemas.ts'
import { register, softDelete, switchMode } from '../support/steps.ts'

const INVOICES = '/subjects/invoices/versions'
const toCustomer = { name: 'shop.Customer', subject: 'customers', version: 1 }

const unusable = (reason: string) =>
  refusal(42201, `Invalid schema of type AVRO, details: ${reason}`)

async function withCustomers(): Promise<TestApp> {
  const app = await startApp()
  await register(app, 'customers', CUSTOMER)
  return app
}

describe('a schema with references', () => {
  test('is answered and shown with them, its own text as it was sent', async () => {
    const { call } = await withCustomers()
    const body = { schema: INVOICE, references: [toCustomer] }
    const shown = ok({ schema: INVOICE, references: [toCustomer] })
    expect(await call('POST', INVOICES, body)).toMatchObject(shown)
    expect(await call('GET', `${INVOICES}/1`)).toMatchObject(shown)
    expect(await call('GET', '/schemas/ids/2')).toMatchObject(shown)
  })

  test('is another schema than the same text with other references', async () => {
    const app = await withCustomers()
    await register(app, 'clients', CUSTOMER)
    await register(app, 'invoices', INVOICE, { references: [toCustomer] })
    const references = [{ ...toCustomer, subject: 'clients' }]
    const other = await register(app, 'invoices', INVOICE, { references })
    expect(other).toMatchObject({ id: 3, version: 2 })
  })

  test('keeps the number that -1 stands for when it is registered', async () => {
    const app = await withCustomers()
    const references = [{ ...toCustomer, version: -1 }]
    await register(app, 'invoices', INVOICE, { references })
    const changed = CUSTOMER.replace('"string"', '"string","default":""')
    expect((await register(app, 'customers', changed)).version).toBe(2)
    const answer = await app.call('GET', `${INVOICES}/1`)
    expect(answer).toMatchObject(ok({ references: [toCustomer] }))
  })

  test('sees the types behind its references, whatever these are called', async () => {
    const app = await withCustomers()
    await register(app, 'invoices', INVOICE, { references: [{ ...toCustomer, name: 'any' }] })
    const references = [{ name: 'other', subject: 'invoices', version: 1 }]
    const both = record('Both', 'invoice: shop.Invoice', 'customer: shop.Customer')
    expect((await register(app, 'both', both, { references })).version).toBe(1)
  })

  test('need not use them', async () => {
    const app = await withCustomers()
    const references = [toCustomer]
    expect((await register(app, 'names', '"string"', { references })).version).toBe(1)
  })

  test('takes the first of several under one name', async () => {
    const app = await withCustomers()
    await register(app, 'customers', CUSTOMER.replace('"string"', '"string","default":""'))
    const references = [toCustomer, { ...toCustomer, version: 2 }]
    expect((await register(app, 'invoices', INVOICE, { references })).version).toBe(1)
  })

  test('may not name two versions alike where the operator says so', async () => {
    const app = await startApp({ registry: { strictReferenceVersions: true } })
    await register(app, 'customers', CUSTOMER)
    await register(app, 'customers', CUSTOMER.replace('"string"', '"string","default":""'))
    const references = [toCustomer, { ...toCustomer, version: 2 }]
    const answer = await app.call('POST', INVOICES, { schema: INVOICE, references })
    expect(answer).toMatchObject(
      unusable('Conflicting reference versions 1 and 2 of shop.Customer'),
    )
  })

  test('has them in the order of subject and version, each once, in normal form', async () => {
    const app = await withCustomers()
    await register(app, 'amounts', '{"type":"fixed","name":"Amount","size":8}')
    const toAmount = { name: 'Amount', subject: 'amounts', version: 1 }
    const references = [toCustomer, toAmount, toCustomer]
    const path = `${INVOICES}?normalize=true`
    const answer = await app.call('POST', path, { schema: INVOICE, references })
    expect(answer).toMatchObject(ok({ references: [toAmount, toCustomer] }))
  })
})

describe('a reference', () => {
  test('without context means the context of who refers', async () => {
    const app = await withCustomers()
    const { call } = app
    const body = { schema: INVOICE, references: [toCustomer] }
    const missing = 'No schema reference found for subject ":.eu:customers" and version 1'
    const answer = await call('POST', '/subjects/:.eu:invoices/versions', body)
    expect(answer).toMatchObject(unusable(missing))
    await register(app, ':.eu:customers', CUSTOMER)
    const found = await call('POST', '/subjects/:.eu:invoices/versions', body)
    expect(found).toMatchObject(ok({ references: [toCustomer] }))
  })

  test('with context leads into that one, and from there goes on in it', async () => {
    const app = await startApp()
    await register(app, ':.eu:customers', CUSTOMER)
    await register(app, ':.eu:invoices', INVOICE, { references: [toCustomer] })
    const references = [{ name: 'shop.Invoice', subject: ':.eu:invoices', version: 1 }]
    const letter = record('Letter', 'about: shop.Invoice', 'to: shop.Customer')
    expect((await register(app, 'letters', letter, { references })).id).toBe(1)
    const { body } = await app.call('GET', '/subjects/letters/versions/1/schema?format=resolved')
    expect(body.fields[0].type.fields[0].type).toMatchObject({ name: 'Customer' })
  })

  const dead: readonly (readonly [string, object, string])[] = [
    ['to an unknown subject', { subject: 'nobody' }, 'subject "nobody" and version 1'],
    ['to an unknown version', { version: 9 }, 'subject "customers" and version 9'],
    ['to version 0', { version: 0 }, 'subject "customers" and version 0'],
    ['to a name of Object', { subject: '__proto__' }, 'subject "__proto__" and version 1'],
    [
      'to a very long name',
      { subject: 'x'.repeat(10_000) },
      `subject "${'x'.repeat(10_000)}" and version 1`,
    ],
  ]
  test.each(dead)('is refused when it leads nowhere: %s', async (_rule, change, where) => {
    const { call } = await withCustomers()
    const body = { schema: INVOICE, references: [{ ...toCustomer, ...change }] }
    const refused = unusable(`No schema reference found for ${where}`)
    expect(await call('POST', INVOICES, body)).toMatchObject(refused)
  })

  const incomplete: readonly (readonly [string, unknown])[] = [
    ['null', null],
    ['nothing', {}],
    ['no name', { subject: 'customers', version: 1 }],
    ['a name that is null', { ...toCustomer, name: null }],
    ['no subject', { name: 'shop.Customer', version: 1 }],
    ['no version', { name: 'shop.Customer', subject: 'customers' }],
    ['a version that is empty', { ...toCustomer, version: '' }],
  ]
  test.each(incomplete)('is refused when it says %s', async (_rule, reference) => {
    const { call } = await withCustomers()
    const answer = await call('POST', INVOICES, { schema: INVOICE, references: [reference] })
    const message = expect.stringMatching(
      /^Invalid schema of type AVRO, details: Invalid reference .*: it takes a name, a subject and a version$/,
    )
    expect(answer).toMatchObject(refusal(42201, message))
  })

  test('to a softly deleted version is refused in a new schema, but still followed in an old one', async () => {
    const app = await withCustomers()
    await register(app, 'invoices', INVOICE, { references: [toCustomer] })
    await softDelete(app, 'invoices')
    await softDelete(app, 'customers')
    const { call } = app
    const body = { schema: INVOICE, references: [toCustomer] }
    const gone = 'No schema reference found for subject "customers" and version 1'
    expect(await call('POST', '/subjects/new/versions', body)).toMatchObject(unusable(gone))
    const old = await call('GET', '/schemas/ids/2/schema?format=resolved')
    expect(old.body.fields[0].type).toMatchObject({ name: 'Customer' })
  })

  test('to another version of a type that is in reach already is refused', async () => {
    const app = await withCustomers()
    await register(app, 'customers', CUSTOMER.replace('"string"', '"string","default":""'))
    await register(app, 'invoices', INVOICE, { references: [toCustomer] })
    const references = [
      { name: 'shop.Invoice', subject: 'invoices', version: 1 },
      { name: 'customer', subject: 'customers', version: 2 },
    ]
    const letter = record('Letter', 'about: shop.Invoice')
    const answer = await app.call('POST', '/subjects/letters/versions', {
      schema: letter,
      references,
    })
    const message = expect.stringMatching(/^Invalid schema of type AVRO, details: /)
    expect(answer).toMatchObject(refusal(42201, message))
  })

  test('is one of a limited number that a schema may have in reach', async () => {
    const app = await startApp({ registry: { maxReferences: 2 } })
    let references: object[] = []
    for (const name of ['A', 'B', 'C']) {
      await register(app, name, record(name), { references })
      references = [{ name, subject: name, version: 1 }]
    }
    const answer = await app.call('POST', '/subjects/D/versions', {
      schema: record('D'),
      references,
    })
    expect(answer).toMatchObject(unusable('More than 2 referenced schemas'))
  })
})

test('schemas imported so that they refer to each other can be read', async () => {
  const app = await withCustomers()
  await register(app, 'invoices', INVOICE, { references: [toCustomer] })
  await switchMode(app, 'customers', 'IMPORT')
  const references = [{ name: 'shop.Invoice', subject: 'invoices', version: 1 }]
  await register(app, 'customers', record('Circle'), { references, id: 9, version: 1 })
  const { call } = app
  expect((await call('GET', '/schemas/ids/9')).status).toBe(200)
  expect((await call('GET', '/schemas/ids/2')).status).toBe(200)
  // Written out, one of them has no end.
  const { status } = await send(app, 'GET', '/schemas/ids/9?format=resolved')
  expect(status).toBeLessThan(500)
})

describe('who refers to a version', () => {
  async function twoInvoices(): Promise<TestApp> {
    const app = await withCustomers()
    await register(app, 'invoices', INVOICE, { references: [toCustomer] })
    const references = [{ ...toCustomer, subject: ':.:customers' }]
    await register(app, ':.eu:invoices', INVOICE, { references })
    await register(app, ':.eu:archive', INVOICE, { references })
    return app
  }

  test('is told by id, each once, in the order of contexts', async () => {
    const { call } = await twoInvoices()
    const path = '/subjects/customers/versions/1/referencedby'
    expect(await call('GET', path)).toMatchObject(ok([2, 1]))
    expect(await call('GET', `${path}?offset=1`)).toMatchObject(ok([1]))
    const latest = '/subjects/customers/versions/latest/referencedby'
    expect(await call('GET', latest)).toMatchObject(ok([2, 1]))
    expect(await call('GET', `${INVOICES}/1/referencedby`)).toMatchObject(ok([]))
  })

  test('counts deleted ones on request only, and for a deleted version as well', async () => {
    const app = await twoInvoices()
    for (const name of ['invoices', ':.eu:archive', ':.eu:invoices']) await softDelete(app, name)
    await softDelete(app, 'customers')
    const { call } = app
    const path = '/subjects/customers/versions/1/referencedby'
    expect(await call('GET', path)).toMatchObject(ok([]))
    expect(await call('GET', `${path}?deleted=true`)).toMatchObject(ok([2, 1]))
  })
})
