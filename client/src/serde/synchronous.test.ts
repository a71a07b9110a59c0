import { expect, test } from 'vitest'
import { rejection, settled, typed, wiredRegistry } from '../../test/support/wired-registry.ts'
import { SchemaNotLoadedError } from '../errors/schema-errors.ts'
import { ClosedError } from '../errors/usage-errors.ts'

const ORDER = { type: 'record', name: 'Order', fields: [{ name: 'id', type: 'string' }] } as const
const Order = typed<{ id: string }>(ORDER)
const order = { id: 'o-1' }
const value = Buffer.from('0000000001066f2d31', 'hex')

async function orders() {
  const wired = await wiredRegistry()
  await wired.register('orders-value', ORDER)
  const topic = () => wired.connect().topic('orders', { key: 'string', value: Order })
  return { ...wired, topic }
}

test('before anything is loaded, synchronous calls say what is missing and send nothing', async () => {
  const { topic, sent } = await orders()
  const cold = topic()
  const about = { topic: 'orders', isKey: false, retriable: true }
  const encoding = thrownBy(() => cold.encodeSync({ value: order }))
  expect(encoding).toBeInstanceOf(SchemaNotLoadedError)
  expect(encoding).toMatchObject({ ...about, missing: ['Order'] })
  const decoding = thrownBy(() => cold.decodeSync({ value }))
  expect(decoding).toBeInstanceOf(SchemaNotLoadedError)
  expect(decoding).toMatchObject({ ...about, missing: [1], schemaId: 1 })
  expect(thrownBy(() => cold.value.decodeSync(value))).toMatchObject({ missing: [1] })
  expect(cold.value.missing(value)).toBe(1)
  await settled()
  expect(sent).toEqual([])
})

test('what needs no schema is never cold', async () => {
  const { topic } = await orders()
  const cold = topic()
  const tombstone = { key: Buffer.from('o-1'), value: null }
  expect(cold.encodeSync({ key: 'o-1', value: null })).toEqual(tombstone)
  expect(cold.decodeSync(tombstone)).toMatchObject({ key: 'o-1', value: null })
  expect(cold.value.missing(null)).toBeUndefined()
  expect(cold.value.missing(Buffer.of(9))).toBeUndefined()
  expect(cold.value.missing(Buffer.alloc(0))).toBeUndefined()
})

test('after warming up they work with the registry down', async () => {
  const { topic, line, sent } = await orders()
  const warm = topic()
  await warm.warm({ schemas: [1] })
  expect(sent.toSorted()).toEqual(['GET /schemas/ids/1', 'POST /subjects/orders-value'])
  line.isCut = true
  const message = warm.encodeSync({ key: 'o-1', value: order, partition: 2 })
  expect(message).toEqual({ key: Buffer.from('o-1'), value, partition: 2 })
  expect(warm.decodeSync(message).value).toEqual(order)
  expect(warm.value.missing(value)).toBeUndefined()
  expect(sent).toHaveLength(2)
})

test('warming up fails where the registry cannot be reached, and works later', async () => {
  const { topic, line } = await orders()
  const cold = topic()
  line.isCut = true
  expect(await rejection(cold.warm())).toMatchObject({ code: 'REGISTRY_UNAVAILABLE' })
  line.isCut = false
  await cold.warm()
  expect(cold.encodeSync({ value: order }).value).toEqual(value)
})

test('what one topic loaded, another of the same registry has', async () => {
  const { registry, sent } = await orders()
  await registry.topic('orders', { value: Order }).decode({ value })
  sent.length = 0
  expect(registry.topic('copies', { value: Order }).decodeSync({ value }).value).toEqual(order)
  expect(sent).toEqual([])
})

test.each([['prefix'], ['header']] as const)(
  'a dump lets another process begin with the registry down (%s)',
  async (schemaIdLocation) => {
    const { connect, line, sent } = await orders()
    const options = { schemaIdLocation, useLatestVersion: false }
    const first = connect(options)
    const message = await first.topic('orders', { value: Order }).encode({ value: order })
    await first.topic('orders', { value: Order }).decode(message)
    const dump = JSON.parse(JSON.stringify(first.dump()))
    line.isCut = true
    sent.length = 0
    const second = connect(options)
    second.load(dump)
    const topic = second.topic('orders', { value: Order })
    expect(topic.decodeSync(message).value).toEqual(order)
    await topic.warm()
    expect(topic.encodeSync({ value: order })).toEqual(message)
    expect(sent).toEqual([])
  },
)

test('so it does in a context and with the latest version', async () => {
  const options = { context: 'eu', useLatestVersion: true }
  const { connect, line, register } = await wiredRegistry(options)
  await register(':.eu:orders-value', ORDER)
  const first = connect()
  const message = await first.topic('orders', {}).encode({ value: order })
  await first.topic('orders', {}).decode(message)
  const dump = JSON.parse(JSON.stringify(first.dump()))
  line.isCut = true
  const second = connect()
  second.load(dump)
  const typedTopic = second.topic('orders', { value: Order })
  expect(typedTopic.decodeSync(message).value).toEqual(order)
  const topic = second.topic('orders', {})
  expect(await topic.encode({ value: order })).toEqual(message)
  expect((await topic.decode(message)).value).toEqual(order)
})

test('calls at the same time share one request, and one who gives up does not disturb them', async () => {
  const { topic, hold, sent, line } = await orders()
  const shared = topic()
  const release = hold()
  const impatient = new AbortController()
  const reason = new Error('enough')
  const aborted = [
    rejection(shared.decode({ value }, { signal: impatient.signal })),
    rejection(shared.encode({ value: order }, { signal: impatient.signal })),
    rejection(shared.decodeBatch([{ value }], { signal: impatient.signal }).then(firstError)),
  ]
  const others = [
    shared.decode({ value }),
    shared.decode({ value }, { signal: new AbortController().signal }),
    shared.encode({ value: order }),
    shared.encode({ value: order }, { signal: new AbortController().signal }),
    shared.decodeBatch([{ value }, { value }]),
  ]
  await settled()
  expect(sent.toSorted()).toEqual(['GET /schemas/ids/1', 'POST /subjects/orders-value'])
  impatient.abort(reason)
  expect(await Promise.all(aborted)).toEqual([reason, reason, reason])
  expect(line.waiting).toBe(2)
  release()
  expect(await Promise.all(others)).toMatchObject([
    { value: order },
    { value: order },
    { value },
    { value },
    [
      { ok: true, value: order },
      { ok: true, value: order },
    ],
  ])
  expect(sent).toHaveLength(2)
})

test('closing ends what is under way and refuses what comes after', async () => {
  const { connect, hold } = await orders()
  const registry = connect()
  const topic = registry.topic('orders', { value: Order })
  const release = hold()
  const pending = [rejection(topic.encode({ value: order })), rejection(topic.decode({ value }))]
  await settled()
  registry.close()
  for (const error of await Promise.all(pending)) expect(error).toBeInstanceOf(ClosedError)
  release()
  for (const later of [topic.encode({ value: order }), topic.decode({ value }), topic.warm()]) {
    expect(await rejection(later)).toBeInstanceOf(ClosedError)
  }
  await registry[Symbol.asyncDispose]()
})

async function firstError([result]: readonly { ok: boolean; error?: unknown }[]): Promise<void> {
  if (result && !result.ok) throw result.error
}

function thrownBy(call: () => unknown): unknown {
  try {
    call()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
