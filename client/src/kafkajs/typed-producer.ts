import { type KeyInputOf, serdeFor, type TopicInputOf, type TopicMap } from '../serde/topic-map.ts'
import type { BatchOf, ProducerShape, RecordOf, SentMessageOf } from './client-shapes.ts'

/** A message to be sent; its other members, such as `headers` and `partition`, are the client's. */
export type OutgoingMessage<Serde, Message> = Omit<Message, 'key' | 'value'> & {
  readonly key?: KeyInputOf<Serde> | null
  /** Null is a tombstone. */
  readonly value: TopicInputOf<Serde> | null
}

/** Messages of one topic. */
export interface OutgoingTopic<Topic, Serde, Message> {
  readonly topic: Topic
  readonly messages: readonly OutgoingMessage<Serde, Message>[]
}

/** What sends typed messages: a producer or a transaction. */
export interface TypedSender<Producer extends ProducerShape, Topics extends TopicMap> {
  /** Encodes and sends messages of one topic. Nothing is sent if one cannot be encoded. */
  send<Topic extends keyof Topics & string>(
    record: Omit<RecordOf<Producer>, 'topic' | 'messages'> &
      OutgoingTopic<Topic, Topics[Topic], SentMessageOf<Producer>>,
  ): Promise<Awaited<ReturnType<Producer['send']>>>
  /** Encodes and sends messages of several topics. Nothing is sent if one cannot be encoded. */
  sendBatch(
    batch: Omit<BatchOf<Producer>, 'topicMessages'> & {
      readonly topicMessages?: readonly {
        [Topic in keyof Topics & string]: OutgoingTopic<
          Topic,
          Topics[Topic],
          SentMessageOf<Producer>
        >
      }[keyof Topics & string][]
    },
  ): Promise<Awaited<ReturnType<Producer['sendBatch']>>>
}

/** A transaction that sends typed messages; the rest is the client's. */
export type TypedTransaction<
  Transaction extends ProducerShape,
  Topics extends TopicMap,
> = TypedSender<Transaction, Topics> &
  Pick<Transaction, Extract<keyof Transaction, (typeof FORWARDED)[number]>>

/** A producer that sends typed messages. */
export interface TypedProducer<Producer extends ProducerShape, Topics extends TopicMap>
  extends TypedSender<Producer, Topics> {
  /** The client's, to connect and to disconnect. */
  readonly producer: Producer
  /** Begins a transaction, where the client has them. */
  readonly transaction: Producer extends { transaction(): Promise<infer Transaction> }
    ? Transaction extends ProducerShape
      ? () => Promise<TypedTransaction<Transaction, Topics>>
      : never
    : never
}

/**
 * A producer of kafkajs, or of a client with the same API, that takes values instead of bytes. The
 * producer stays the caller's and is not changed.
 */
export function typedProducer<Producer extends ProducerShape, const Topics extends TopicMap>(
  producer: Producer,
  topics: Topics,
): TypedProducer<Producer, Topics> {
  const transaction = async (): Promise<unknown> => {
    const begun = await (producer as unknown as Transactional).transaction()
    return { ...forwarded(begun), ...sender(begun, topics) }
  }
  const typed = { ...sender(producer, topics), producer, transaction }
  return typed as unknown as TypedProducer<Producer, Topics>
}

const FORWARDED = ['commit', 'abort', 'sendOffsets', 'isActive'] as const

interface Transactional {
  transaction(): Promise<ProducerShape>
}

interface TopicValues {
  readonly topic: string
  readonly messages: readonly { readonly value: unknown }[]
}

function sender(producer: ProducerShape, topics: TopicMap): object {
  return {
    async send(record: TopicValues) {
      return producer.send(await encoded(record, topics))
    },
    async sendBatch({ topicMessages, ...rest }: { topicMessages?: readonly TopicValues[] }) {
      if (!topicMessages) return producer.sendBatch(rest)
      const all = topicMessages.map((record) => encoded(record, topics))
      return producer.sendBatch({ ...rest, topicMessages: await Promise.all(all) })
    },
  }
}

async function encoded<Given extends TopicValues>(
  record: Given,
  topics: TopicMap,
): Promise<Omit<Given, 'messages'> & { readonly messages: readonly object[] }> {
  const serde = serdeFor(topics, record.topic)
  const messages = await Promise.all(record.messages.map((message) => serde.encode(message)))
  return { ...record, messages }
}

/** A transaction of some clients is an object of a class, whose methods cannot be copied. */
function forwarded(transaction: object): object {
  const members = FORWARDED.flatMap((name) => {
    const method = (transaction as Readonly<Record<string, unknown>>)[name]
    return typeof method === 'function' ? [[name, method.bind(transaction)] as const] : []
  })
  return Object.fromEntries(members)
}
