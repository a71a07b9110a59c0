import type { Producer, RecordMetadata, Transaction } from 'kafkajs'
import { expect, expectTypeOf, test } from 'vitest'
import { shopTopics, startRegistry } from '../../test/support/orders.ts'
import { typedProducer } from '../kafkajs.ts'

/** A producer that keeps what it is told to send. */
function fakeProducer() {
  const calls: [method: string, argument: unknown][] = []
  const recorder = (method: string) => async (argument: unknown) => {
    calls.push([method, argument])
    return []
  }
  class FakeTransaction {
    readonly #recorder = recorder
    send = recorder('transaction.send')
    sendBatch = recorder('transaction.sendBatch')
    async commit(): Promise<void> {
      await this.#recorder('commit')(undefined)
    }
  }
  const producer = {
    send: recorder('send'),
    sendBatch: recorder('sendBatch'),
    transaction: async () => new FakeTransaction(),
  }
  return { calls, producer: producer as unknown as Producer }
}

const order = { id: 'o-1', total: 3n }

test('values are sent as bytes, with everything else as it was', async () => {
  const { registry } = await startRegistry()
  const { producer, calls } = fakeProducer()
  const topics = shopTopics(registry)
  await typedProducer(producer, topics).send({
    topic: 'orders',
    acks: 1,
    messages: [
      { key: 'k', value: order, headers: { trace: 'x' }, partition: 2, timestamp: '5' },
      { key: 'k', value: null },
    ],
  })
  const value = await topics.orders.value.encode(order)
  expect(calls).toEqual([
    [
      'send',
      {
        topic: 'orders',
        acks: 1,
        messages: [
          { key: Buffer.from('k'), value, headers: { trace: 'x' }, partition: 2, timestamp: '5' },
          { key: Buffer.from('k'), value: null },
        ],
      },
    ],
  ])
})

test('kafkajs writes only Buffers as bytes, so all bytes are Buffers', async () => {
  const { registry } = await startRegistry({ schemaIdLocation: 'header' })
  const bytes = registry.topic('bytes', { value: { schema: '"bytes"' } })
  const { value, headers } = (await bytes.encode({
    value: new Uint8Array([7]),
    headers: {} as Record<string, unknown>,
  })) as { value: Buffer; headers: Record<string, unknown> }
  expect(value.equals(Buffer.from([7]))).toBe(true)
  expect(Buffer.isBuffer(headers.__value_schema_id)).toBe(true)
  expect(headers.__value_schema_id).toHaveLength(17)
})

test('in header framing the schema goes into the headers, and the given ones stay', async () => {
  const { registry } = await startRegistry({ schemaIdLocation: 'header' })
  const { producer, calls } = fakeProducer()
  const headers = { trace: 'x' }
  await typedProducer(producer, shopTopics(registry)).send({
    topic: 'orders',
    messages: [{ value: order, headers }],
  })
  expect(headers).toEqual({ trace: 'x' })
  expect(calls).toMatchObject([
    ['send', { messages: [{ headers: { trace: 'x', __value_schema_id: expect.any(Buffer) } }] }],
  ])
})

test('a batch goes to several topics', async () => {
  const { registry } = await startRegistry()
  const { producer, calls } = fakeProducer()
  const topics = shopTopics(registry)
  await typedProducer(producer, topics).sendBatch({
    acks: -1,
    topicMessages: [
      { topic: 'orders', messages: [{ value: order }] },
      { topic: 'readings', messages: [{ value: { celsius: 4 } }] },
    ],
  })
  const bytes = async (message: Promise<{ value: unknown }>) => (await message).value
  expect(calls).toMatchObject([
    [
      'sendBatch',
      {
        acks: -1,
        topicMessages: [
          { messages: [{ value: await bytes(topics.orders.encode({ value: order })) }] },
          { messages: [{ value: await bytes(topics.readings.encode({ value: { celsius: 4 } })) }] },
        ],
      },
    ],
  ])
})

test('a transaction sends values too, and commits', async () => {
  const { registry } = await startRegistry()
  const { producer, calls } = fakeProducer()
  const transaction = await typedProducer(producer, shopTopics(registry)).transaction()
  await transaction.send({ topic: 'orders', messages: [{ value: order }] })
  await transaction.commit()
  expect(calls.map(([method]) => method)).toEqual(['transaction.send', 'commit'])
})

test('nothing is sent if one message cannot be encoded', async () => {
  const { registry } = await startRegistry()
  const { producer, calls } = fakeProducer()
  const sending = typedProducer(producer, shopTopics(registry)).send({
    topic: 'orders',
    // @ts-expect-error a total is a bigint
    messages: [{ value: order }, { value: { id: 'o-2', total: 'x' } }],
  })
  await expect(sending).rejects.toMatchObject({ code: 'ENCODE', path: 'total' })
  expect(calls).toEqual([])
})

test('a topic without serde is refused', async () => {
  const { registry } = await startRegistry()
  const { producer } = fakeProducer()
  const typed = typedProducer(producer, shopTopics(registry))
  // @ts-expect-error there is no such topic
  const sending = typed.send({ topic: 'toString', messages: [{ value: order }] })
  await expect(sending).rejects.toMatchObject({ code: 'INVALID_ARGUMENT', topic: 'toString' })
})

test('types come from the topics and from the client', async () => {
  const { registry } = await startRegistry()
  const typed = typedProducer(fakeProducer().producer, shopTopics(registry))
  expectTypeOf(typed.send).returns.resolves.toEqualTypeOf<RecordMetadata[]>()
  expectTypeOf(typed.transaction).returns.resolves.toHaveProperty('sendOffsets')
  expectTypeOf<Awaited<ReturnType<typeof typed.transaction>>['sendOffsets']>().toEqualTypeOf<
    Transaction['sendOffsets']
  >()
  await typed.send({
    topic: 'orders',
    // @ts-expect-error acks is a number
    acks: 'all',
    messages: [],
  })
  // @ts-expect-error a reading is no order
  const sending = typed.send({ topic: 'orders', messages: [{ value: { celsius: 4 } }] })
  await expect(sending).rejects.toMatchObject({ code: 'ENCODE' })
})

/** The API of `@confluentinc/kafka-javascript` in the shape of kafkajs. */
interface ConfluentProducer {
  send(record: { topic: string; messages: ConfluentMessage[] }): Promise<object[]>
  sendBatch(batch: {
    topicMessages?: { topic: string; messages: ConfluentMessage[] }[]
  }): Promise<object[]>
  transaction(): Promise<ConfluentProducer>
  commit(): Promise<void>
  abort(): Promise<void>
  sendOffsets(args: { consumer: object; topics: object[] }): Promise<void>
  isActive(): boolean
}

interface ConfluentMessage {
  key?: Buffer | string | null
  value: Buffer | string | null
  partition?: number
  headers?: { [key: string]: Buffer | string | (Buffer | string)[] | undefined }
  timestamp?: string
}

test('it works for clients of the same shape, whose transactions are producers', async () => {
  const { registry } = await startRegistry()
  const { producer, calls } = fakeProducer()
  const confluent = producer as unknown as ConfluentProducer
  const typed = typedProducer(confluent, shopTopics(registry))
  await typed.send({ topic: 'readings', messages: [{ value: { celsius: 4 }, partition: 1 }] })
  const transaction = await typed.transaction()
  await transaction.sendBatch({ topicMessages: [{ topic: 'orders', messages: [] }] })
  expectTypeOf(transaction.sendOffsets).toEqualTypeOf<ConfluentProducer['sendOffsets']>()
  expect(calls.map(([method]) => method)).toEqual(['send', 'transaction.sendBatch'])
})
