import { expect, test } from 'vitest'
import { rejection, wiredRegistry, wiredTo } from '../../test/support/wired-registry.ts'
import { isPoison } from '../errors/poison.ts'
import { SchemaNotFoundError } from '../errors/schema-errors.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import type { NestedReference, SchemaText } from './part-type.ts'

const text = (name: string, fields: Readonly<Record<string, string>>) =>
  JSON.stringify({
    type: 'record',
    name,
    fields: Object.entries(fields).map(([field, type]) => ({ name: field, type })),
  })
const currency: NestedReference = {
  name: 'shop.Currency',
  subject: 'currency',
  schema: text('shop.Currency', { code: 'string' }),
}
const money: NestedReference = {
  name: 'shop.Money',
  subject: 'money',
  schema: text('shop.Money', { cents: 'int', currency: 'shop.Currency' }),
  references: [currency],
}
const tax: NestedReference = {
  name: 'shop.Tax',
  subject: 'tax',
  schema: text('shop.Tax', { rate: 'int', currency: 'shop.Currency' }),
  references: [currency],
}
const order: SchemaText = {
  schema: text('shop.Order', { total: 'shop.Money', tax: 'shop.Tax' }),
  references: [money, tax],
}
const isPost = (request: string) => request.startsWith('POST')
const euro = { code: 'EUR' }
const value = { total: { cents: 5, currency: euro }, tax: { rate: 7, currency: euro } }

test('what a schema refers to is registered before it, each once', async () => {
  const { registry, sent, call } = await wiredRegistry({ autoRegisterSchemas: true })
  const topic = registry.topic('orders', { value: order })
  const message = await topic.encode({ value })
  expect(sent.filter(isPost)).toEqual(
    ['currency', 'money', 'tax', 'orders-value'].map((name) => `POST /subjects/${name}/versions`),
  )
  const { body } = await call('GET', '/subjects/orders-value/versions/1')
  expect(body.references).toEqual([
    { name: 'shop.Money', subject: 'money', version: 1 },
    { name: 'shop.Tax', subject: 'tax', version: 1 },
  ])
  expect((await topic.decode(message)).value).toEqual(value)
})

test('a version that is there already is referred to by its number', async () => {
  const { registry, register, call } = await wiredRegistry({ autoRegisterSchemas: true })
  await register(
    'currency',
    JSON.parse(
      currency.schema.replace('code', 'sign').replace('"string"', '"string","default":""'),
    ),
  )
  await register(
    'currency',
    JSON.parse(currency.schema.replace('"string"', '"string","default":""')),
  )
  await call('PUT', '/config/currency', { compatibility: 'NONE' })
  await registry.topic('orders', { value: order }).encode({ value })
  const { body } = await call('GET', '/subjects/money/versions/1')
  expect(body.references).toEqual([{ name: 'shop.Currency', subject: 'currency', version: 3 }])
})

test('without registering, all of it is looked up', async () => {
  const { connect, sent } = await wiredRegistry()
  const missing = await rejection(connect().topic('orders', { value: order }).encode({ value }))
  expect(missing).toBeInstanceOf(SchemaNotFoundError)
  expect(missing).toHaveProperty('message', expect.stringContaining('shop.Order is not registered'))
  await connect({ autoRegisterSchemas: true }).topic('orders', { value: order }).warm()
  sent.length = 0
  await connect().topic('orders', { value: order }).encode({ value })
  expect(sent.filter(isPost)).toEqual(
    ['currency', 'money', 'tax', 'orders-value'].map((name) => `POST /subjects/${name}`),
  )
})

test('a registry that answers a registration with the id alone is asked for the version', async () => {
  const { app } = await wiredRegistry()
  const answer = async (request: Request) => {
    const isRegistration = request.url.endsWith('/versions')
    const response = await app.fetch(request)
    if (!isRegistration) return response
    const { id } = (await response.json()) as { id: number }
    return Response.json({ id })
  }
  const { registry, sent } = wiredTo(answer, { autoRegisterSchemas: true })
  const topic = registry.topic('orders', { value: { ...order, references: [money, tax] } })
  const message = await topic.encode({ value })
  expect(sent.filter((request) => request === 'POST /subjects/money')).toHaveLength(1)
  expect((await topic.decode(message)).value).toEqual(value)
})

test('in a context, what is referred to is registered there too', async () => {
  const { registry, call } = await wiredRegistry({ autoRegisterSchemas: true, context: 'eu' })
  const topic = registry.topic('orders', { value: order })
  const message = await topic.encode({ value })
  const { body } = await call('GET', '/subjects?subjectPrefix=:*:')
  expect(body).toEqual([':.eu:currency', ':.eu:money', ':.eu:orders-value', ':.eu:tax'])
  expect((await topic.decode(message)).value).toEqual(value)
})

test('versions may be referred to by their numbers', async () => {
  const { registry, register, sent } = await wiredRegistry({ autoRegisterSchemas: true })
  await register('currency', JSON.parse(currency.schema))
  const toCurrency = { name: 'shop.Currency', subject: 'currency', version: 1 }
  await register('money', JSON.parse(money.schema), [toCurrency])
  const byVersion = {
    schema: text('shop.Order', { total: 'shop.Money', tax: 'shop.Tax' }),
    references: [{ name: 'shop.Money', subject: 'money', version: 1 }, tax],
  }
  const topic = registry.topic('orders', { value: byVersion })
  const message = await topic.encode({ value })
  expect(sent).toContain('GET /subjects/money/versions/1?deleted=true')
  expect((await topic.decode(message)).value).toEqual(value)
})

test('who reads registers nothing, and needs not to be registered', async () => {
  const { connect, register, sent, call } = await wiredRegistry()
  await register('currency', JSON.parse(currency.schema))
  await connect({ autoRegisterSchemas: true }).topic('orders', { value: order }).warm()
  const message = await connect().topic('orders', { value: order }).encode({ value })
  const subset = {
    schema: text('shop.Order', { total: 'shop.Money' }),
    references: [{ name: 'shop.Currency', subject: 'currency', version: 1 }, money],
  }
  sent.length = 0
  const reader = connect({ autoRegisterSchemas: true }).topic('orders', { value: subset })
  expect((await reader.decode(message)).value).toEqual({ total: value.total })
  expect(sent.filter(isPost)).toEqual([])
  expect((await call('GET', '/subjects/orders-value/versions')).body).toEqual([1])
})

test('a reader’s reference that is not there is a mistake of the program, not of the record', async () => {
  const { connect } = await wiredRegistry({ autoRegisterSchemas: true })
  const message = await connect().topic('orders', { value: order }).encode({ value })
  const references = [{ name: 'shop.Money', subject: 'monee', version: 1 }]
  const wrong = { schema: text('shop.Order', { total: 'shop.Money' }), references }
  const error = await rejection(connect().topic('orders', { value: wrong }).decode(message))
  expect(error).toBeInstanceOf(InvalidArgumentError)
  expect(error).toMatchObject({ topic: 'orders', isKey: false, subject: 'monee' })
  expect(isPoison(error)).toBe(false)
})
