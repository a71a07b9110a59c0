import { expect, test } from 'vitest'
import { shopTopics, startRegistry } from '../test/support/orders.ts'
import { RegistryDeserializer, RegistrySerializer } from './nestjs.ts'

const order = { id: 'o-1', total: 3n }

/** What NestJS declares. */
interface NestSerializer {
  serialize(value: unknown, options?: Record<string, unknown>): unknown
}
interface NestDeserializer {
  deserialize(
    value: unknown,
    options?: Record<string, unknown>,
  ): { pattern: unknown; data: unknown } | Promise<{ pattern: unknown; data: unknown }>
}

async function setUp(options = {}) {
  const { registry } = await startRegistry(options)
  const topics = shopTopics(registry)
  const serializer: NestSerializer = new RegistrySerializer(topics)
  const deserializer: NestDeserializer = new RegistryDeserializer(topics)
  return { topics, serializer, deserializer }
}

test('a bare value is the value of a message', async () => {
  const { serializer, topics } = await setUp()
  expect(await serializer.serialize(order, { pattern: 'orders' })).toEqual({
    key: null,
    value: await topics.orders.value.encode(order),
    headers: {},
  })
})

test('a message keeps its headers and what else it has', async () => {
  const { serializer, topics } = await setUp()
  const message = { key: 'k', value: order, headers: { trace: 'x' }, partition: 2 }
  expect(await serializer.serialize(message, { pattern: 'orders' })).toEqual({
    key: Buffer.from('k'),
    value: await topics.orders.value.encode(order),
    headers: { trace: 'x' },
    partition: 2,
  })
})

test('the transport can add headers to a message without touching those of the caller', async () => {
  const { serializer } = await setUp()
  const headers = { trace: 'x' }
  const message = await serializer.serialize({ value: null, headers }, { pattern: 'orders' })
  const { headers: own } = message as { headers: Record<string, string> }
  own.kafka_correlationId = '1'
  expect(headers).toEqual({ trace: 'x' })
})

test('a handler gets the value', async () => {
  const { deserializer, topics } = await setUp()
  const value = await topics.orders.value.encode(order)
  const message = { value, key: 'k', headers: {}, topic: 'orders' }
  expect(await deserializer.deserialize(message, { channel: 'orders' })).toEqual({
    pattern: 'orders',
    data: order,
  })
})

test('a tombstone is null', async () => {
  const { deserializer } = await setUp()
  const packet = await deserializer.deserialize({ value: null }, { channel: 'orders' })
  expect(packet.data).toBeNull()
})

test.each([
  ['text', 'hello'],
  ['JSON', { a: 1 }],
  ['empty text', ''],
])('%s is not framed', async (_what, value) => {
  const { deserializer } = await setUp()
  const failing = deserializer.deserialize({ value }, { channel: 'orders' })
  await expect(failing).rejects.toMatchObject({ code: 'FRAMING' })
})

test.each([['others'], [undefined], ['toString']])('topic %s has no serde', async (topic) => {
  const { serializer, deserializer } = await setUp()
  await expect(serializer.serialize(order, { pattern: topic })).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
  })
  await expect(deserializer.deserialize({}, { channel: topic })).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
  })
})

test('what has no serde goes to the fallback', async () => {
  const { topics } = await setUp()
  const serializer = new RegistrySerializer(topics, {
    fallback: { serialize: (value) => JSON.stringify(value) },
  })
  const deserializer = new RegistryDeserializer(topics, {
    fallback: { deserialize: (data) => ({ pattern: 'others', data }) },
  })
  expect(await serializer.serialize({ a: 1 })).toBe('{"a":1}')
  expect(await deserializer.deserialize('x', { channel: 'others' })).toEqual({
    pattern: 'others',
    data: 'x',
  })
})
