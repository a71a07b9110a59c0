import { serdeFor, type TopicMap } from '../serde/topic-map.ts'
import type { RawBatch, RawBatchPayload, RawMessage } from './client-shapes.ts'
import { type OnDecodeError, settleFailure } from './decode-failure.ts'
import { typedMessage } from './typed-message.ts'

/** How batches are worked on. */
export interface BatchOptions {
  readonly topics: TopicMap
  readonly eachBatch: (payload: object) => Promise<void>
  readonly onDecodeError: OnDecodeError<RawMessage> | undefined
  /** Whether the client resolves all offsets of a batch when it was worked on. */
  readonly autoResolve: boolean
}

/**
 * Hands over the messages of a batch that can be decoded. Behind a message that has to fail nothing
 * is handed over; the error is thrown when those before it were worked on.
 */
export async function runBatch(payload: RawBatchPayload, options: BatchOptions): Promise<void> {
  const { batch } = payload
  const read = await readBatch(batch, options)
  if (read.messages.length > 0 || batch.messages.length === 0) {
    const resolveOffset =
      read.skippedBehind.size === 0
        ? payload.resolveOffset
        : (offset: string) => payload.resolveOffset(read.skippedBehind.get(offset) ?? offset)
    const typed = typedBatch(batch, read.messages)
    await options.eachBatch({ ...payload, topic: batch.topic, batch: typed, resolveOffset })
  }
  const resolvesAll = options.autoResolve || read.messages.length === 0
  if (resolvesAll && read.last !== undefined) payload.resolveOffset(read.last)
  if (read.failure) throw read.failure.error
}

/** The client's own batch lies below, with whatever methods it has. */
function typedBatch(batch: RawBatch, messages: readonly object[]): object {
  const typed: object = Object.assign(Object.create(batch), batch)
  return Object.defineProperty(typed, 'messages', { value: messages, enumerable: true })
}

interface ReadBatch {
  readonly messages: readonly object[]
  /** By the offset of a message, the last of those that follow it and were skipped. */
  readonly skippedBehind: ReadonlyMap<string, string>
  /** Offset up to which all messages are handed over or skipped, where the client does not know. */
  readonly last: string | undefined
  readonly failure: { readonly error: unknown } | undefined
}

async function readBatch(batch: RawBatch, options: BatchOptions): Promise<ReadBatch> {
  const { topic, partition } = batch
  const results = await serdeFor(options.topics, topic).decodeBatch(batch.messages)
  const messages: object[] = []
  const skippedBehind = new Map<string, string>()
  let lastTyped: string | undefined
  let last: string | undefined
  for (const [index, result] of results.entries()) {
    const message = batch.messages[index]!
    if (result.ok) {
      messages.push(typedMessage(message, result))
      lastTyped = message.offset
    } else {
      try {
        const context = { topic, partition, message }
        await settleFailure(result.error, context, options.onDecodeError)
      } catch (error) {
        return { messages, skippedBehind, last, failure: { error } }
      }
      if (lastTyped !== undefined) skippedBehind.set(lastTyped, message.offset)
    }
    last = message.offset
  }
  return {
    messages,
    skippedBehind,
    last: messages.length > 0 ? undefined : last,
    failure: undefined,
  }
}
