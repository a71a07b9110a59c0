import { serdeFor, type TopicMap } from '../serde/topic-map.ts'
import type {
  ConsumerShape,
  PayloadOf,
  RawBatchPayload,
  RawMessage,
  RawMessagePayload,
  ReceivedBatchOf,
  ReceivedMessageOf,
  RunConfigOf,
} from './client-shapes.ts'
import { type OnDecodeError, settleFailure } from './decode-failure.ts'
import { runBatch } from './typed-batch.ts'
import { type TypedMessage, typedMessage } from './typed-message.ts'

/** What `eachMessage` is given: the topic tells of which type its message is. */
export type TypedMessagePayload<Consumer extends ConsumerShape, Topics extends TopicMap> = {
  [Topic in keyof Topics & string]: Omit<
    PayloadOf<Consumer, 'eachMessage'>,
    'topic' | 'message'
  > & {
    readonly topic: Topic
    readonly message: TypedMessage<Topics[Topic], ReceivedMessageOf<Consumer>>
  }
}[keyof Topics & string]

/** What `eachBatch` is given: the batch's topic tells of which type its messages are. */
export type TypedBatchPayload<Consumer extends ConsumerShape, Topics extends TopicMap> = {
  [Topic in keyof Topics & string]: Omit<PayloadOf<Consumer, 'eachBatch'>, 'batch'> & {
    /** The topic of the batch, so that TypeScript can tell batches apart by it. */
    readonly topic: Topic
    readonly batch: Omit<ReceivedBatchOf<Consumer>, 'topic' | 'messages'> & {
      readonly topic: Topic
      /** Without those that were skipped. */
      readonly messages: readonly TypedMessage<Topics[Topic], ReceivedMessageOf<Consumer>>[]
    }
  }
}[keyof Topics & string]

/** What `run` takes: either handler, and all that the client's own takes besides. */
export type TypedRunConfig<Consumer extends ConsumerShape, Topics extends TopicMap> = Omit<
  RunConfigOf<Consumer>,
  'eachMessage' | 'eachBatch'
> & {
  /**
   * Decides about a message that cannot be decoded. It is asked only about messages that are at
   * fault themselves, or that the reader is too old for; every other error stops the consumer, or
   * makes it try again. By default all errors do.
   */
  readonly onDecodeError?: OnDecodeError<ReceivedMessageOf<Consumer>>
} & (
    | {
        readonly eachMessage: (payload: TypedMessagePayload<Consumer, Topics>) => Promise<void>
        readonly eachBatch?: never
      }
    | {
        readonly eachBatch: (payload: TypedBatchPayload<Consumer, Topics>) => Promise<void>
        readonly eachMessage?: never
      }
  )

/** A consumer that hands over values instead of bytes. */
export interface TypedConsumer<Consumer extends ConsumerShape, Topics extends TopicMap> {
  /** The client's, to connect, subscribe, pause and disconnect. */
  readonly consumer: Consumer
  /** As the client's own. */
  run(config: TypedRunConfig<Consumer, Topics>): Promise<void>
}

/**
 * A consumer of kafkajs, or of a client with the same API, that hands over values instead of bytes.
 * The consumer stays the caller's and is not changed. A message of a topic without serde fails.
 */
export function typedConsumer<Consumer extends ConsumerShape, const Topics extends TopicMap>(
  consumer: Consumer,
  topics: Topics,
): TypedConsumer<Consumer, Topics> {
  return {
    consumer,
    run: (config) => consumer.run(rawConfig(config as unknown as AnyConfig, topics)),
  }
}

interface AnyConfig {
  readonly onDecodeError?: OnDecodeError<RawMessage>
  readonly eachMessage?: (payload: object) => Promise<void>
  readonly eachBatch?: (payload: object) => Promise<void>
  readonly eachBatchAutoResolve?: boolean
}

function rawConfig(config: AnyConfig, topics: TopicMap): object {
  const { onDecodeError, eachMessage, eachBatch, ...rest } = config
  if (eachMessage) {
    const run = (payload: RawMessagePayload): Promise<void> =>
      runMessage(payload, { topics, eachMessage, onDecodeError })
    return { ...rest, eachMessage: run }
  }
  if (!eachBatch) return rest
  const autoResolve = rest.eachBatchAutoResolve ?? true
  const run = (payload: RawBatchPayload): Promise<void> =>
    runBatch(payload, { topics, eachBatch, onDecodeError, autoResolve })
  return { ...rest, eachBatch: run }
}

interface MessageOptions {
  readonly topics: TopicMap
  readonly eachMessage: (payload: object) => Promise<void>
  readonly onDecodeError: OnDecodeError<RawMessage> | undefined
}

async function runMessage(payload: RawMessagePayload, options: MessageOptions): Promise<void> {
  const { topic, partition, message } = payload
  const serde = serdeFor(options.topics, topic)
  let typed: object
  try {
    typed = typedMessage(message, await serde.decode(message))
  } catch (error) {
    return settleFailure(error, { topic, partition, message }, options.onDecodeError)
  }
  await options.eachMessage({ ...payload, message: typed })
}
