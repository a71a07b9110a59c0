export type { ConsumerShape, ProducerShape } from './kafkajs/client-shapes.ts'
export type { DecodeDecision, DecodeErrorContext, OnDecodeError } from './kafkajs/decode-failure.ts'
export {
  type TypedBatchPayload,
  type TypedConsumer,
  type TypedMessagePayload,
  type TypedRunConfig,
  typedConsumer,
} from './kafkajs/typed-consumer.ts'
export type { TypedMessage } from './kafkajs/typed-message.ts'
export {
  type OutgoingMessage,
  type OutgoingTopic,
  type TypedProducer,
  type TypedSender,
  type TypedTransaction,
  typedProducer,
} from './kafkajs/typed-producer.ts'
export type { TopicMap } from './serde/topic-map.ts'
