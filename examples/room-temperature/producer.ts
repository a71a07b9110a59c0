import type { AvroType } from '@magicbyte/avro'
import type { SchemaRegistry } from '@magicbyte/client'
import { typedProducer } from '@magicbyte/client/kafkajs'
import type { Kafka } from 'kafkajs'
import { TOPIC } from './topic.ts'

/**
 * Sends readings, waiting until all replicas have them. The room is the key, so that the readings
 * of a room stay in their order. The schema is registered if the registry takes it.
 */
export async function produce<Reading extends { readonly room: string }>(
  kafka: Kafka,
  registry: SchemaRegistry,
  type: AvroType<Reading>,
  readings: readonly Reading[],
): Promise<void> {
  const topic = registry.topic(TOPIC, { key: 'string', value: type }, { autoRegisterSchemas: true })
  const producer = kafka.producer()
  await producer.connect()
  try {
    await typedProducer(producer, { [TOPIC]: topic }).send({
      topic: TOPIC,
      acks: -1,
      messages: readings.map((reading) => ({ key: reading.room, value: reading })),
    })
  } finally {
    await producer.disconnect()
  }
}
