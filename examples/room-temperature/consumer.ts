import type { AvroType } from '@magicbyte/avro'
import type { SchemaRegistry } from '@magicbyte/client'
import { typedConsumer } from '@magicbyte/client/kafkajs'
import type { Kafka } from 'kafkajs'
import { DEAD_LETTERS, TOPIC } from './topic.ts'

/** A reading as it was received. */
export interface Received<Reading> {
  readonly reading: Reading
  readonly partition: number
  readonly offset: string
  readonly schemaId: number | undefined
  /** Which consumer of the group got it. */
  readonly member: string
}

/** A consumer that runs until it is stopped. */
export interface RunningConsumer {
  stop(): Promise<void>
}

/**
 * Reads readings as one version of the schema, whichever version they were written with. What
 * cannot be read by anyone goes to the dead letters, and the consumer goes on.
 */
export async function consume<Reading>(
  kafka: Kafka,
  registry: SchemaRegistry,
  type: AvroType<Reading>,
  options: {
    readonly group: string
    readonly member: string
    readonly onReading: (received: Received<Reading>) => void
  },
): Promise<RunningConsumer> {
  const { group, member, onReading } = options
  const topic = registry.topic(TOPIC, { key: 'string', value: type })
  const deadLetters = kafka.producer()
  const consumer = kafka.consumer({ groupId: group, rebalanceTimeout: 10_000 })
  await Promise.all([deadLetters.connect(), consumer.connect()])
  await consumer.subscribe({ topic: TOPIC, fromBeginning: true })
  await typedConsumer(consumer, { [TOPIC]: topic }).run({
    onDecodeError: (_error, { isPoison }) =>
      isPoison ? { deadLetter: deadLetters, topic: DEAD_LETTERS, source: group } : 'fail',
    eachMessage: async ({ partition, message: { value, offset, schema } }) => {
      if (value === null) return
      onReading({ reading: value, partition, offset, schemaId: schema?.id, member })
    },
  })
  return {
    async stop() {
      await consumer.disconnect()
      await deadLetters.disconnect()
    },
  }
}
