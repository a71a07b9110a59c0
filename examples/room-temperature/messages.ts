import type { Kafka, KafkaMessage } from 'kafkajs'
import { until } from './until.ts'

/** The first messages of a topic, as the broker has them. */
export async function messagesOf(
  kafka: Kafka,
  topic: string,
  count: number,
): Promise<KafkaMessage[]> {
  const messages: KafkaMessage[] = []
  const consumer = kafka.consumer({ groupId: `look-at-${topic}` })
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  await consumer.run({
    eachMessage: async ({ message }) => {
      messages.push(message)
    },
  })
  await until(`${count} messages of ${topic}`, () => messages.length >= count)
  await consumer.disconnect()
  return messages
}
