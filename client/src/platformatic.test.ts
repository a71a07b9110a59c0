import { expect, expectTypeOf, test } from 'vitest'
import { type Order, type Reading, shopTopics, startRegistry } from '../test/support/orders.ts'
import { type PlatformaticRegistry, platformaticRegistry } from './platformatic.ts'
import type { TopicMap } from './serde/topic-map.ts'

const order = { id: 'o-1', total: 3n }

interface Sent {
  readonly topic: string
  readonly key?: unknown
  readonly value?: unknown
  headers?: Map<string, Buffer | string> | Record<string, Buffer | string>
}

interface Stored {
  readonly key: Buffer | null
  readonly value: Buffer | null
  readonly headers: [Buffer | null, Buffer | null][]
}

/** Serializes as the producer does: all hooks first, then headers, key and value. */
async function send(
  registry: PlatformaticRegistry<unknown, unknown>,
  message: Sent,
): Promise<Stored> {
  const hook = registry.getBeforeSerializationHook()
  await hook(message.key, 'key', message)
  await hook(message.value, 'value', message)
  const { key, value, headerKey, headerValue } = registry.getSerializers()
  const given = message.headers ?? {}
  const headers = given instanceof Map ? given : new Map(Object.entries(given))
  return {
    headers: [...headers].map(([name, data]) => [headerKey(name)!, headerValue(data)!]),
    key: key(message.key, headers, message) ?? null,
    value: value(message.value, headers, message) ?? null,
  }
}

/** Deserializes as the consumer does: the hooks get another record than the functions. */
async function receive(
  registry: PlatformaticRegistry<unknown, unknown>,
  stored: Stored,
  topic = 'orders',
): Promise<{ key: unknown; value: unknown }> {
  const hook = registry.getBeforeDeserializationHook()
  await hook(stored.key!, 'key', { ...stored, topic })
  await hook(stored.value!, 'value', { ...stored, topic })
  const { key, value } = registry.getDeserializers()
  const record = { ...stored, topic }
  return {
    key: key(stored.key ?? undefined, new Map(), record),
    value: value(stored.value ?? undefined, new Map(), record),
  }
}

async function setUp(options = {}) {
  const { registry } = await startRegistry(options)
  const topics = shopTopics(registry)
  return { topics, registry: platformaticRegistry(topics as TopicMap) }
}

test('keys and values come through', async () => {
  const { registry, topics } = await setUp()
  const message = { topic: 'orders', key: 'k', value: order, headers: { trace: 'x' } }
  const stored = await send(registry, message)
  expect(stored).toEqual({
    key: Buffer.from('k'),
    value: await topics.orders.value.encode(order),
    headers: [[Buffer.from('trace'), Buffer.from('x')]],
  })
  expect(await receive(registry, stored)).toEqual({ key: 'k', value: order })
})

test.each([
  ['an object', { trace: 'x' }],
  ['a Map', new Map([['trace', 'x']])],
  ['nothing', undefined],
])('in header framing the schema is added to headers that are %s', async (_form, headers) => {
  const { registry } = await setUp({ schemaIdLocation: 'header' })
  const message = { topic: 'orders', value: order, ...(headers && { headers }) }
  const stored = await send(registry, message)
  expect(stored.headers.map(([name]) => String(name))).toContain('__value_schema_id')
  expect(await receive(registry, stored)).toMatchObject({ value: order })
})

test.each([
  ['an object', { __value_schema_id: 'old', trace: 'kept' }],
  [
    'a Map',
    new Map([
      ['__value_schema_id', 'old'],
      ['trace', 'kept'],
    ]),
  ],
])(
  'a record that is passed on does not keep the header of its former schema: %s',
  async (_what, headers) => {
    const { registry } = await setUp()
    const sent = await send(registry, { topic: 'orders', key: 'o-1', value: order, headers })
    expect(sent.headers.map(([name]) => String(name))).toEqual(['trace'])
  },
)

test('a tombstone is undefined', async () => {
  const { registry } = await setUp()
  const stored = await send(registry, { topic: 'orders', key: 'k' })
  expect(stored.value).toBeNull()
  expect(await receive(registry, stored)).toEqual({ key: 'k', value: undefined })
})

test('a message that is sent again with another value is encoded anew', async () => {
  const { registry } = await setUp()
  const message = { topic: 'orders', key: 'k', value: order as Order }
  const first = await send(registry, message)
  message.value = { ...order, total: 4n }
  expect((await send(registry, message)).value).not.toEqual(first.value)
})

test('without hooks, what is loaded serves', async () => {
  const { registry, topics } = await setUp()
  await topics.orders.warm({ schemas: [1] })
  const message = { topic: 'orders', value: order }
  const value = registry.getSerializers().value(order, new Map(), message)
  const record = { topic: 'orders', headers: [] }
  expect(registry.getDeserializers().value(value, new Map(), record)).toEqual(order)
})

test('a record at fault is thrown where the client deals with corrupted messages', async () => {
  const { registry } = await setUp()
  const stored = { key: null, value: Buffer.from('{"a":1}'), headers: [] }
  const hook = registry.getBeforeDeserializationHook()
  await hook(stored.value, 'value', { ...stored, topic: 'orders' })
  const { value } = registry.getDeserializers()
  expect(() => value(stored.value, new Map(), { ...stored, topic: 'orders' })).toThrow(
    expect.objectContaining({ code: 'FRAMING' }),
  )
})

test('with the registry out of reach the hook fails, which ends the stream', async () => {
  const { registry, topics } = await setUp()
  const value = (await topics.orders.value.encode(order))!
  const { registry: down } = await startRegistry({
    fetch: () => Promise.reject(new TypeError('connection refused')),
    retries: { count: 0 },
  })
  const hook = platformaticRegistry(shopTopics(down)).getBeforeDeserializationHook()
  const failing = hook(value, 'value', { topic: 'orders', headers: [] })
  await expect(failing).rejects.toMatchObject({ retriable: true })
  expect(registry.getSchemaId(value)).toBe(1)
})

test('a topic without serde is refused', async () => {
  const { registry } = await setUp()
  await expect(send(registry, { topic: 'others', value: order })).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
  })
})

test('types are those of all topics', async () => {
  const { registry } = await startRegistry()
  const typed = platformaticRegistry(shopTopics(registry))
  expectTypeOf(typed).toEqualTypeOf<PlatformaticRegistry<string, Order | Reading>>()
})
