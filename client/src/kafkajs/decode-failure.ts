import { toDeadLetter } from '../dead-letter.ts'
import { isPoison } from '../errors/poison.ts'
import { isSchemaRegistryError } from '../errors/schema-registry-error.ts'
import type { ProducerShape, RawMessage } from './client-shapes.ts'

/** A message that cannot be decoded. */
export interface DecodeErrorContext<Message> {
  readonly topic: string
  readonly partition: number
  /** As it was received. */
  readonly message: Message
  /** Whether it will fail again, however often it is read, see `isPoison`. */
  readonly isPoison: boolean
}

/**
 * What to do with a message that cannot be decoded:
 * - `skip`: go on with the next.
 * - `fail`: throw the error, so that the consumer stops there, or tries again.
 * - `deadLetter`: send it to a topic for such messages, then go on.
 */
export type DecodeDecision =
  | 'skip'
  | 'fail'
  | {
      /** The client's, not a typed one. */
      readonly deadLetter: Pick<ProducerShape, 'send'>
      readonly topic: string
      /** Told in a header of the dead letter, for example the consumer group. */
      readonly source?: string
    }

/** Decides about a message that cannot be decoded. */
export type OnDecodeError<Message = unknown> = (
  error: unknown,
  context: DecodeErrorContext<Message>,
) => DecodeDecision | Promise<DecodeDecision>

/**
 * Deals with a message that cannot be decoded; returns if the consumer may go on behind it. Only
 * if the message itself is at fault there is a decision: with a registry out of reach, every
 * message would be skipped.
 * @throws the error, if there is nothing to decide or it is to fail; what sending throws
 */
export async function settleFailure(
  error: unknown,
  context: Omit<DecodeErrorContext<RawMessage>, 'isPoison'>,
  onDecodeError: OnDecodeError<RawMessage> | undefined,
): Promise<void> {
  if (!onDecodeError || !isAboutMessage(error)) throw error
  const decision = await onDecodeError(error, { ...context, isPoison: isPoison(error) })
  if (decision === 'skip') return
  if (typeof decision !== 'object' || decision === null) throw error
  const { message, ...place } = context
  const { offset, timestamp } = message
  const { source } = decision
  const letter = toDeadLetter(message, error, { ...place, offset, timestamp, source })
  await decision.deadLetter.send({ topic: decision.topic, messages: [letter] })
}

/** The message cannot be decoded, or not by the reader that is there. */
function isAboutMessage(error: unknown): boolean {
  if (isPoison(error)) return true
  return isSchemaRegistryError(error) && error.code === 'INCOMPATIBLE_READER'
}
