import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { rejection, settled, typed, wiredRegistry } from '../../test/support/wired-registry.ts'
import { IncompatibleReaderError } from '../errors/data-errors.ts'
import { SchemaNotFoundError } from '../errors/schema-errors.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'

// Keys with schemas are what some of this is about.
beforeEach(() => void vi.spyOn(process, 'emitWarning').mockReturnValue(undefined))
afterEach(() => vi.restoreAllMocks())

const field = (name: string, type: unknown, rest: object = {}) => ({ name, type, ...rest })
const record = (...fields: object[]) => ({ type: 'record', name: 'shop.Order', fields }) as const
const V1 = record(field('id', 'string'))
const V2 = record(field('id', 'string'), field('note', 'string', { default: '' }))
const V3 = record(field('id', 'string'), field('tag', 'string', { default: 'x' }))
const OTHER = record(field('id', 'int'))
const Order = typed<{ id: string; note?: string }>(V1)
const order = { id: 'o-1' }

test('a schema is looked up by default', async () => {
  const { registry, register, sent } = await wiredRegistry()
  const { id } = await register('orders-value', V1)
  const topic = registry.topic('orders', { value: Order })
  const { value } = await topic.encode({ value: order })
  expect(value?.toString('hex')).toBe(`000000000${id}066f2d31`)
  await topic.encode({ value: order })
  expect(sent).toEqual(['POST /subjects/orders-value'])
})

test('one that is not registered is not written, and the error says what to do', async () => {
  const { registry, call } = await wiredRegistry()
  const error = await rejection(registry.topic('orders', { value: Order }).encode({ value: order }))
  expect(error).toBeInstanceOf(SchemaNotFoundError)
  expect(error).toMatchObject({ topic: 'orders', isKey: false, subject: 'orders-value' })
  expect(error).toHaveProperty(
    'message',
    'shop.Order is not registered under orders-value; register it, or set autoRegisterSchemas or useLatestVersion',
  )
  expect((await call('GET', '/subjects')).body).toEqual([])
})

test('a schema is registered if that is asked for, once for all who write at a time', async () => {
  const { registry, sent } = await wiredRegistry({ autoRegisterSchemas: true })
  const topic = registry.topic('orders', { value: Order })
  const messages = await Promise.all(
    Array.from({ length: 100 }, () => topic.encode({ value: order })),
  )
  expect(new Set(messages.map(({ value }) => value?.toString('hex')))).toEqual(
    new Set(['0000000001066f2d31']),
  )
  expect(sent).toEqual(['POST /subjects/orders-value/versions'])
})

test('normal forms are compared if that is asked for', async () => {
  for (const autoRegisterSchemas of [false, true]) {
    const options = { normalizeSchemas: true, autoRegisterSchemas }
    const { registry, register, sent, call } = await wiredRegistry(options)
    await register('orders-value', V1)
    const reordered = { name: 'shop.Order', fields: V1.fields, type: 'record' } as const
    await registry.topic('orders', { value: typed(reordered) }).encode({ value: order })
    const path = autoRegisterSchemas ? '/versions' : ''
    expect(sent).toEqual([`POST /subjects/orders-value${path}?normalize=true`])
    expect((await call('GET', '/subjects/orders-value/versions')).body).toEqual([1])
  }
})

test.each<[options: object, version: number]>([
  [{ autoRegisterSchemas: true, useSchemaId: 2, useLatestVersion: true }, 1],
  [{ useSchemaId: 2, useLatestVersion: true }, 2],
  [{ useLatestVersion: true }, 3],
  [{}, 1],
])('with %j the version written with is %i', async (options, version) => {
  const { registry, register } = await wiredRegistry({ latestCompatibilityStrict: false })
  for (const schema of [V1, V2, V3]) await register('orders-value', schema)
  const topic = registry.topic('orders', { value: typed<object>(V1) }, options)
  const value = { id: 'o-1', note: '', tag: '' }
  const { value: bytes } = await topic.encode({ value })
  expect(bytes?.[4]).toBe(version)
})

test('a schema id is for values, or for each part its own', async () => {
  const { registry, register } = await wiredRegistry()
  const { id } = await register('elsewhere', V1)
  const types = { key: Order, value: Order }
  const values = registry.topic('orders', { value: Order }, { useSchemaId: id })
  expect((await values.encode({ value: order })).value?.[4]).toBe(id)
  const keys = registry.topic('orders', types, { useSchemaId: { key: id } })
  expect((await keys.key.encode(order))?.[4]).toBe(id)
  expect(await rejection(keys.value.encode(order))).toBeInstanceOf(SchemaNotFoundError)
  const forValues = registry.topic('orders', types, { useSchemaId: id })
  expect(await rejection(forValues.key.encode(order))).toBeInstanceOf(SchemaNotFoundError)
})

test('a schema id needs no subject', async () => {
  const { registry, register, sent } = await wiredRegistry()
  const { id } = await register('elsewhere', 'string')
  const options = { useSchemaId: id, subjectNameStrategy: 'record' } as const
  const topic = registry.topic('names', {}, options)
  await topic.warm()
  expect((await topic.encode({ value: 'x' })).value?.toString('hex')).toBe(`000000000${id}0278`)
  expect(sent).toEqual(['GET /schemas/ids/1'])
})

test('a schema id that nobody knows is an error', async () => {
  const { registry } = await wiredRegistry({ useSchemaId: 9 })
  const topic = registry.topic('orders', { value: Order })
  expect(await rejection(topic.encode({ value: order }))).toMatchObject({ schemaId: 9 })
})

test.each([['useSchemaId'], ['useLatestVersion']] as const)(
  '%s: a schema that cannot read what the type writes is refused, unless that may be',
  async (way) => {
    const { registry, register } = await wiredRegistry()
    const { id } = await register('orders-value', OTHER)
    const chosen = way === 'useSchemaId' ? { useSchemaId: id } : { useLatestVersion: true }
    const strict = registry.topic('orders', { value: typed<{ id: unknown }>(V1) }, chosen)
    const error = await rejection(strict.encode({ value: { id: 1 } }))
    expect(error).toBeInstanceOf(IncompatibleReaderError)
    expect(error).toMatchObject({ schemaId: id, topic: 'orders', isKey: false })
    expect(error).toHaveProperty('differences', [
      { path: '/fields/0/type', message: expect.stringContaining('TYPE_MISMATCH') },
    ])
    const lax = { ...chosen, idCompatibilityStrict: false, latestCompatibilityStrict: false }
    const topic = registry.topic('orders', { value: typed<{ id: unknown }>(V1) }, lax)
    expect((await topic.encode({ value: { id: 1 } })).value?.toString('hex')).toBe('000000000102')
  },
)

test('a type that refers to versions is compared as well', async () => {
  const { registry, register } = await wiredRegistry({ useLatestVersion: true })
  const money = { type: 'record', name: 'shop.Money', fields: [field('cents', 'long')] }
  const { version } = await register('money', money)
  await register('orders-value', record(field('total', 'string')))
  const text = JSON.stringify(record(field('total', 'shop.Money')))
  const references = [{ name: 'shop.Money', subject: 'money', version }]
  const topic = registry.topic('orders', { value: { schema: text, references } })
  const error = await rejection(topic.encode({ value: { total: { cents: 1n } } }))
  expect(error).toBeInstanceOf(IncompatibleReaderError)
})

test('a member that only the latest version has is written by its default', async () => {
  const { registry, register } = await wiredRegistry({ useLatestVersion: true })
  await register('orders-value', V1)
  await register('orders-value', V2)
  const topic = registry.topic('orders', { value: Order })
  const { value } = await topic.encode({ value: order })
  expect(value?.toString('hex')).toBe('0000000002066f2d3100')
})

test('the latest version is asked for anew when it is old, and used as soon as it is there', async () => {
  const { registry, register, sent, clock } = await wiredRegistry({ useLatestVersion: true })
  await register('orders-value', V1)
  const topic = registry.topic('orders', { value: Order })
  const idNow = async () => {
    const { value } = topic.encodeSync({ value: order })
    await settled()
    return value?.[4]
  }
  await topic.warm()
  await register('orders-value', V2)
  sent.length = 0
  clock.skip(59_000)
  expect(await idNow()).toBe(1)
  expect(sent).toEqual([])
  clock.skip(1000)
  expect(await idNow()).toBe(1)
  expect(sent).toEqual(['GET /subjects/orders-value/versions/latest'])
  clock.skip(1000)
  await idNow()
  expect(await idNow()).toBe(2)
  expect(sent).toHaveLength(1)
})

test('an old one serves on while the registry is down, and one that does not suit is not used', async () => {
  const { registry, register, line, sent, clock } = await wiredRegistry({ useLatestVersion: true })
  await register('orders-value', V1)
  const topic = registry.topic('orders', { value: Order })
  await topic.warm()
  line.isCut = true
  for (let minutes = 0; minutes < 3; minutes++) {
    clock.skip(60_000)
    expect(topic.encodeSync({ value: order }).value?.[4]).toBe(1)
    await settled()
  }
  expect(sent.length).toBeGreaterThan(2)
  line.isCut = false
  for (let tries = 0; tries < 3; tries++) {
    clock.skip(60_000)
    await registry.client.updateSubjectConfig({
      subject: 'orders-value',
      body: { compatibility: 'NONE' },
    })
    await register('orders-value', OTHER)
    expect(topic.encodeSync({ value: order }).value?.[4]).toBe(1)
    await settled()
  }
})

test('without a type and without a choice there is nothing to write with', async () => {
  const { registry } = await wiredRegistry({ autoRegisterSchemas: true })
  const topic = registry.topic('orders', { value: Order })
  const error = await rejection(topic.encode({ key: 'o-1', value: order }))
  expect(error).toBeInstanceOf(InvalidArgumentError)
  expect(error).toHaveProperty('message', expect.stringContaining('the keys of orders'))
})

test('warming up with the latest version does not need a schema for keys that have none', async () => {
  const { registry, register } = await wiredRegistry({ useLatestVersion: true })
  await register('orders-value', V1)
  const topic = registry.topic('orders', { value: Order })
  await topic.warm()
  expect(topic.encodeSync({ value: order }).value?.[4]).toBe(1)
  expect(await rejection(registry.topic('others', {}).warm())).toBeInstanceOf(SchemaNotFoundError)
})

test('logical types are those of the type, not of the schema that is written alike', async () => {
  const { registry, register } = await wiredRegistry({ useLatestVersion: true })
  const at = (type: unknown) =>
    ({ type: 'record', name: 'At', fields: [field('at', type)] }) as const
  await register('times-value', at('long'))
  const Time = typed<{ at: Date }>(at({ type: 'long', logicalType: 'timestamp-millis' }))
  const topic = registry.topic('times', { value: Time })
  const message = await topic.encode({ value: { at: new Date(5) } })
  expect(message.value?.toString('hex')).toBe('00000000010a')
  expect((await topic.decode(message)).value).toEqual({ at: new Date(5) })
})
