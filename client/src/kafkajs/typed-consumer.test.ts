import type { KafkaMessage, Producer } from 'kafkajs'
import { expect, expectTypeOf, test } from 'vitest'
import { broken, message, order, setUpConsumer } from '../../test/support/fake-consumer.ts'
import { type Order, type Reading, shopTopics, startRegistry } from '../../test/support/orders.ts'
import { type DecodeDecision, typedConsumer } from '../kafkajs.ts'
import type { SchemaInfo } from '../serde/schema-info.ts'

test('each message comes with its key, value and schema, and as it was', async () => {
  const { fake, typed, encoded } = await setUpConsumer()
  const seen: unknown[] = []
  await typed.run({
    autoCommit: false,
    partitionsConsumedConcurrently: 2,
    async eachMessage({ topic, partition, message: { key, value, schema, raw, offset } }) {
      seen.push({ topic, partition, key, value, schema: schema?.version, raw, offset })
    },
  })
  expect(fake.config()).toMatchObject({ autoCommit: false, partitionsConsumedConcurrently: 2 })
  const first = message(7, encoded)
  const second = message(8, null)
  await fake.deliver('orders', first)
  await fake.deliver('orders', second)
  const shared = { topic: 'orders', partition: 3, key: 'k' }
  expect(seen).toEqual([
    { ...shared, value: order, schema: 1, raw: first, offset: '7' },
    { ...shared, value: null, schema: undefined, raw: second, offset: '8' },
  ])
})

test('by default a message that cannot be decoded fails', async () => {
  const { fake, typed } = await setUpConsumer()
  let handled = 0
  await typed.run({ eachMessage: async () => void handled++ })
  await expect(fake.deliver('orders', message(7, broken))).rejects.toMatchObject({
    code: 'FRAMING',
  })
  expect(handled).toBe(0)
})

test('a message of a topic without serde fails', async () => {
  const { fake, typed } = await setUpConsumer()
  await typed.run({ eachMessage: async () => undefined, onDecodeError: () => 'skip' })
  await expect(fake.deliver('others', message(7, broken))).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
  })
})

test.each<[rule: string, decision: DecodeDecision, outcome: string]>([
  ['skips', 'skip', 'done'],
  ['fails', 'fail', 'FRAMING'],
  ['fails for an answer that is none', undefined as unknown as DecodeDecision, 'FRAMING'],
])('a decision %s', async (_rule, decision, outcome) => {
  const { fake, typed } = await setUpConsumer()
  const asked: unknown[] = []
  await typed.run({
    eachMessage: async () => undefined,
    onDecodeError(_error, { topic, partition, message: { offset }, isPoison }) {
      asked.push({ topic, partition, offset, isPoison })
      return decision
    },
  })
  const delivery = fake.deliver('orders', message(7, broken))
  expect(
    await delivery.then(
      () => 'done',
      (error) => error.code,
    ),
  ).toBe(outcome)
  expect(asked).toEqual([{ topic: 'orders', partition: 3, offset: '7', isPoison: true }])
})

test('a dead letter holds the bytes and why', async () => {
  const { fake, typed } = await setUpConsumer()
  const sent: unknown[] = []
  const deadLetter = { send: async (record: unknown) => void sent.push(record) }
  await typed.run({
    eachMessage: async () => undefined,
    onDecodeError: () => ({
      deadLetter: deadLetter as unknown as Producer,
      topic: 'orders.dlq',
      source: 'billing',
    }),
  })
  await fake.deliver('orders', message(7, broken))
  expect(sent).toMatchObject([
    {
      topic: 'orders.dlq',
      messages: [
        {
          value: broken,
          headers: {
            trace: Buffer.from('x'),
            'dlq.error.code': 'FRAMING',
            'dlq.topic': 'orders',
            'dlq.partition': '3',
            'dlq.offset': '7',
            'dlq.timestamp': '1000',
            'dlq.source': 'billing',
          },
        },
      ],
    },
  ])
})

test('a message whose dead letter cannot be sent fails', async () => {
  const { fake, typed } = await setUpConsumer()
  const send = (): Promise<never> => Promise.reject(new Error('no broker'))
  await typed.run({
    eachMessage: async () => undefined,
    onDecodeError: () => ({ deadLetter: { send }, topic: 'orders.dlq' }),
  })
  await expect(fake.deliver('orders', message(7, broken))).rejects.toThrow('no broker')
})

test('no message is skipped because the registry is out of reach', async () => {
  const { fake, encoded } = await setUpConsumer()
  const { registry } = await startRegistry({
    fetch: () => Promise.reject(new TypeError('connection refused')),
    retries: { count: 0 },
  })
  const asked: unknown[] = []
  const typed = typedConsumer(fake.consumer, shopTopics(registry))
  const onDecodeError = (error: unknown): 'skip' => {
    asked.push(error)
    return 'skip'
  }
  await typed.run({ eachMessage: async () => undefined, onDecodeError })
  await expect(fake.deliver('orders', message(7, encoded))).rejects.toMatchObject({
    retriable: true,
  })
  expect(asked).toEqual([])
})

test('an error of the handler is no decode error', async () => {
  const { fake, typed, encoded } = await setUpConsumer()
  await typed.run({
    eachMessage: () => Promise.reject(new Error('no disk')),
    onDecodeError: () => 'skip',
  })
  await expect(fake.deliver('orders', message(7, encoded))).rejects.toThrow('no disk')
})

test('the topic tells the type', async () => {
  const { typed } = await setUpConsumer()
  await typed.run({
    async eachMessage(payload) {
      expectTypeOf(payload.topic).toEqualTypeOf<'orders' | 'readings'>()
      expectTypeOf(payload.message.offset).toEqualTypeOf<string>()
      expectTypeOf(payload.message.raw).toEqualTypeOf<KafkaMessage>()
      expectTypeOf(payload.message.schema).toEqualTypeOf<SchemaInfo | undefined>()
      if (payload.topic === 'orders') {
        expectTypeOf(payload.message.value).toEqualTypeOf<Order | null>()
        expectTypeOf(payload.message.key).toEqualTypeOf<string | null>()
      } else expectTypeOf(payload.message.value).toEqualTypeOf<Reading | null>()
    },
  })
  await typed.run({
    async eachBatch({ topic, batch, uncommittedOffsets }) {
      expectTypeOf(uncommittedOffsets).toBeFunction()
      if (topic !== 'readings') return
      expectTypeOf(batch.messages[0]!.value).toEqualTypeOf<Reading | null>()
    },
  })
  // @ts-expect-error one handler is needed
  await typed.run({})
  // @ts-expect-error a client's option keeps its type
  await typed.run({ autoCommit: 'yes', eachMessage: async () => undefined })
})

/** The API of `@confluentinc/kafka-javascript` in the shape of kafkajs. */
interface ConfluentConsumer {
  run(config?: {
    eachBatchAutoResolve?: boolean
    partitionsConsumedConcurrently?: number
    eachMessage?: (payload: {
      topic: string
      partition: number
      message: ConfluentMessage
      heartbeat(): Promise<void>
      pause(): () => void
    }) => Promise<void>
    eachBatch?: (payload: {
      batch: { topic: string; partition: number; messages: ConfluentMessage[] }
      resolveOffset(offset: string): void
      isStale(): boolean
    }) => Promise<void>
  }): Promise<void>
  storeOffsets(offsets: object[]): void
}

interface ConfluentMessage {
  key: Buffer | null
  value: Buffer | null
  timestamp: string
  attributes: number
  offset: string
  leaderEpoch?: number
}

test('it works for clients of the same shape', async () => {
  const { fake, topics, encoded } = await setUpConsumer()
  const typed = typedConsumer(fake.consumer as unknown as ConfluentConsumer, topics)
  const seen: unknown[] = []
  await typed.run({
    partitionsConsumedConcurrently: 3,
    async eachMessage({ topic, message }) {
      expectTypeOf(message.raw).toEqualTypeOf<ConfluentMessage>()
      if (topic === 'orders') expectTypeOf(message.value).toEqualTypeOf<Order | null>()
      seen.push(message.value)
    },
  })
  await fake.deliver('orders', message(7, encoded))
  expect(seen).toEqual([order])
  expectTypeOf(typed.consumer).toEqualTypeOf<ConfluentConsumer>()
})
