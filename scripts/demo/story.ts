import { deepEqual, equal, match } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parseSchema } from '@magicbyte/avro'
import { explainRefusal } from './explain-refusal.ts'
import type { Page } from './page.ts'
import { describeFields } from './plain-words.ts'
import { type RegistryCalls, registryCalls } from './registry-calls.ts'

/**
 * Tells on the page what the registry at the URL does, which must be empty. Rejected at the first
 * step that does not do what it says.
 */
export async function tellStory(url: string, page: Page): Promise<void> {
  const registry = registryCalls(url, page)
  await registerSchema(registry, page)
  await evolve(registry, page)
  await refuse(registry, page)
  await referToOthers(registry, page)
  await registerPayment(registry, page)
  await lookUpById(registry, page)
}

const TEMPERATURE = 'room-temperature-value'

async function registerSchema(registry: RegistryCalls, page: Page): Promise<void> {
  page.title('A producer registers the schema of its records')
  const schema = sample('room-temperature/1.avsc')
  const first = await registry.register(TEMPERATURE, schema)
  equal(first.version, 1)
  equal(first.id, 1)
  page.good('version 1 of its subject, with the schema id 1, which every record carries')
  const again = await registry.register(TEMPERATURE, schema)
  deepEqual(again, first)
  page.good('registered again: the same id and version')
}

async function evolve(registry: RegistryCalls, page: Page): Promise<void> {
  page.title('The schema evolves: a field with a default is added')
  const schema = sample('room-temperature/2.avsc')
  const path = `/compatibility/subjects/${TEMPERATURE}/versions/latest`
  const answer = await registry.call(200, 'POST', path, { schema })
  deepEqual(answer, { is_compatible: true })
  page.good('compatible: consumers with the new schema can read the old records')
  const { id, version } = await registry.register(TEMPERATURE, schema)
  deepEqual({ id, version }, { id: 2, version: 2 })
  page.good('version 2, with the schema id 2')
}

async function refuse(registry: RegistryCalls, page: Page): Promise<void> {
  page.title('A change that would break consumers is refused')
  const file = 'room-temperature/3-refused.avsc'
  const refusal = await registry.call<{ error_code: number; message: string }>(
    409,
    'POST',
    `/subjects/${TEMPERATURE}/versions`,
    { schema: sample(file) },
  )
  equal(refusal.error_code, 40901)
  match(refusal.message, /TYPE_MISMATCH/)
  page.bad('refused with status 409 and error code 40901, in the words that clients know:')
  for (const line of refusal.message.replaceAll('}, {', '},\n{').split('\n')) page.text(line)
  const versions = await registry.call(200, 'GET', `/subjects/${TEMPERATURE}/versions`)
  deepEqual(versions, [1, 2])
  page.good('nothing was registered')
  const old = await registry.call<{ version: number; schema: string }>(
    200,
    'GET',
    `/subjects/${TEMPERATURE}/versions/latest`,
  )
  const config = await registry.call<{ compatibilityLevel: 'BACKWARD' }>(
    200,
    'GET',
    `/config/${TEMPERATURE}?defaultToGlobal=true`,
  )
  const request = {
    file: `schemas/${file}`,
    text: sample(file),
    old,
    level: config.compatibilityLevel,
  }
  const found = explainRefusal(request, page)
  deepEqual(found, ['TYPE_MISMATCH', 'READER_FIELD_MISSING_DEFAULT_VALUE'])
}

async function referToOthers(registry: RegistryCalls, page: Page): Promise<void> {
  page.title('Schemas refer to each other')
  const [money, customer] = ['com.example.shop.Money', 'com.example.shop.Customer'] as const
  await registry.register(money, sample('orders/money.avsc'))
  await registry.register(customer, sample('orders/customer.avsc'))
  const references = [money, customer].map((name) => ({ name, subject: name, version: 1 }))
  const order = await registry.register('orders-value', sample('orders/order.avsc'), { references })
  page.good(`the order has the id ${order.id} and borrows two types from other subjects`)
  const referrers = await registry.call(200, 'GET', `/subjects/${money}/versions/1/referencedby`)
  deepEqual(referrers, [order.id])
  page.good('the registry knows who uses Money')
  const refusal = await registry.call<{ error_code: number }>(422, 'DELETE', `/subjects/${money}`)
  equal(refusal.error_code, 42206)
  page.good('and does not delete what is in use: error code 42206')
}

async function registerPayment(registry: RegistryCalls, page: Page): Promise<void> {
  page.title('Decimals, enums with a default, unions')
  const { id } = await registry.register('payments-value', sample('payments/payment.avsc'))
  const { schema } = await registry.call<{ schema: string }>(200, 'GET', `/schemas/ids/${id}`)
  page.good(`payments have the id ${id}; this is what they hold:`)
  tellFields(schema, page)
}

async function lookUpById(registry: RegistryCalls, page: Page): Promise<void> {
  page.title('A consumer finds the id 1 in an old record and asks what it means')
  const { schema, ...found } = await registry.call<{
    schema: string
    subject: string
    version: number
  }>(200, 'GET', '/schemas/ids/1')
  deepEqual([found.subject, found.version], [TEMPERATURE, 1])
  page.good('the schema that the record was written with:')
  tellFields(schema, page)
}

function tellFields(schema: string, page: Page): void {
  for (const line of describeFields(parseSchema(schema, { mode: 'existing' }))) page.text(line)
}

function sample(file: string): string {
  return readFileSync(new URL(`../../schemas/${file}`, import.meta.url), 'utf8')
}
