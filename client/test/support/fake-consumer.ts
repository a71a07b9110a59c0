import type { Batch, Consumer, ConsumerRunConfig, EachBatchPayload, KafkaMessage } from 'kafkajs'
import { typedConsumer } from '../../src/kafkajs.ts'
import { type Order, shopTopics, startRegistry } from './orders.ts'

/** A value of topic `orders`. */
export const order: Order = { id: 'o-1', total: 3n }

/** A value that no producer with a registry wrote. */
export const broken = Buffer.from('{"id":1}')

/** A consumer of kafkajs that gets its messages from a test. */
export function fakeConsumer() {
  let config: ConsumerRunConfig = {}
  const resolved: string[] = []
  const consumer = {
    async run(given: ConsumerRunConfig) {
      config = given
    },
  } as unknown as Consumer
  return {
    consumer,
    resolved,
    config: () => config,
    deliver: (topic: string, message: KafkaMessage) =>
      config.eachMessage!({
        topic,
        partition: 3,
        message,
        heartbeat: async () => undefined,
        pause: () => () => undefined,
      }),
    deliverBatch: (topic: string, messages: KafkaMessage[]) =>
      config.eachBatch!({
        batch: new FakeBatch(topic, messages),
        resolveOffset: (offset: string) => void resolved.push(offset),
        heartbeat: async () => undefined,
        isRunning: () => true,
      } as unknown as EachBatchPayload),
  }
}

class FakeBatch implements Batch {
  readonly topic: string
  readonly partition = 3
  readonly highWatermark = '99'
  readonly messages: KafkaMessage[]
  constructor(topic: string, messages: KafkaMessage[]) {
    this.topic = topic
    this.messages = messages
  }
  isEmpty(): boolean {
    return this.messages.length === 0
  }
  firstOffset(): string | null {
    return this.messages[0]?.offset ?? null
  }
  lastOffset(): string {
    return '12'
  }
  offsetLag(): string {
    return '0'
  }
  offsetLagLow(): string {
    return '0'
  }
}

/** A message as a consumer receives it. */
export function message(offset: number, value: Buffer | null): KafkaMessage {
  const key = Buffer.from('k')
  const headers = { trace: Buffer.from('x') }
  return { key, value, headers, offset: `${offset}`, timestamp: '1000', attributes: 0 }
}

/** A typed consumer of `orders`, with a value's bytes. */
export async function setUpConsumer() {
  const { registry, app } = await startRegistry()
  const topics = shopTopics(registry)
  const fake = fakeConsumer()
  const encoded = (await topics.orders.value.encode(order))!
  return { registry, app, topics, fake, encoded, typed: typedConsumer(fake.consumer, topics) }
}
