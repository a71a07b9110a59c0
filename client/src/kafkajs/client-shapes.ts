import type { HeadersObject } from '../serde/record-headers.ts'
import type { RecordBytes } from '../serde/topic-serde.ts'

/** What a producer of kafkajs and of those like it has. What it takes is told by its own types. */
export interface ProducerShape {
  send(record: object): Promise<unknown>
  sendBatch(batch: object): Promise<unknown>
}

/** What a consumer of kafkajs and of those like it has. */
export interface ConsumerShape {
  run(config?: object): Promise<void>
}

/** What a producer's `send` takes. */
export type RecordOf<Producer extends ProducerShape> = Parameters<Producer['send']>[0]

/** What a producer's `sendBatch` takes. */
export type BatchOf<Producer extends ProducerShape> = Parameters<Producer['sendBatch']>[0]

/** The messages that a producer sends. */
export type SentMessageOf<Producer extends ProducerShape> =
  RecordOf<Producer> extends { messages: readonly (infer Message)[] } ? Message : never

/** What a consumer's `run` takes. */
export type RunConfigOf<Consumer extends ConsumerShape> = NonNullable<
  Parameters<Consumer['run']>[0]
>

/** What a consumer hands to `eachMessage` or `eachBatch`. */
export type PayloadOf<
  Consumer extends ConsumerShape,
  Handler extends 'eachMessage' | 'eachBatch',
> = Handler extends keyof RunConfigOf<Consumer>
  ? NonNullable<RunConfigOf<Consumer>[Handler]> extends (payload: infer Payload) => unknown
    ? Payload
    : never
  : never

/** The messages that a consumer hands over. */
export type ReceivedMessageOf<Consumer extends ConsumerShape> =
  PayloadOf<Consumer, 'eachMessage'> extends { message: infer Message } ? Message : never

/** The batches that a consumer hands over. */
export type ReceivedBatchOf<Consumer extends ConsumerShape> =
  PayloadOf<Consumer, 'eachBatch'> extends { batch: infer Batch } ? Batch : never

/** A message as it is received. */
export interface RawMessage extends RecordBytes {
  readonly offset: string
  readonly timestamp?: string
}

/** What `eachMessage` is given, as far as it has to be known. */
export interface RawMessagePayload {
  readonly topic: string
  readonly partition: number
  readonly message: RawMessage
}

/** What `eachBatch` is given, as far as it has to be known. */
export interface RawBatchPayload {
  readonly batch: RawBatch
  resolveOffset(offset: string): void
}

/** A batch as it is received. */
export interface RawBatch {
  readonly topic: string
  readonly partition: number
  readonly messages: readonly RawMessage[]
}

/** A record as it is sent. */
export interface RawRecord {
  readonly topic: string
  readonly messages: readonly RawOutgoing[]
}

/** A message as it is sent. */
export interface RawOutgoing {
  readonly key?: Uint8Array | null
  readonly value: Uint8Array | null
  readonly headers?: HeadersObject
}
