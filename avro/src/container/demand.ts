import { Failure } from '../codec/failure.ts'
import type { ByteQueue } from './byte-queue.ts'

/**
 * Reading that stops whenever it needs the next chunk and goes on with it, or with undefined if
 * there is none: the same for sources that are there at once and for those that take time.
 */
export type Demand<Result> = Generator<undefined, Result, Uint8Array | undefined>

/** Reads from chunks that are there at once. */
export function meet<Result>(demand: Demand<Result>, chunks: Iterator<Uint8Array>): Result {
  let step = demand.next()
  while (!step.done) {
    const chunk = chunks.next()
    step = demand.next(chunk.done ? undefined : checked(chunk.value))
  }
  return step.value
}

/** Reads from chunks that take time. */
export async function meetLater<Result>(
  demand: Demand<Result>,
  chunks: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
): Promise<Result> {
  let step = demand.next()
  while (!step.done) {
    const chunk = await chunks.next()
    step = demand.next(chunk.done ? undefined : checked(chunk.value))
  }
  return step.value
}

/** Waits until as many bytes of something are there, or throws a {@link Failure}. */
export function* need(queue: ByteQueue, size: number, what: string): Demand<void> {
  while (queue.size < size) {
    const chunk = yield
    if (!chunk) {
      throw new Failure(`${size} bytes of ${what}`, `the end after ${queue.size}`, {
        offset: queue.offset + queue.size,
      })
    }
    queue.push(chunk)
  }
}

/** Whether there is at least one more byte. */
export function* hasMore(queue: ByteQueue): Demand<boolean> {
  while (queue.size === 0) {
    const chunk = yield
    if (!chunk) return false
    queue.push(chunk)
  }
  return true
}

function checked(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk
  throw new TypeError('every chunk has to be a Uint8Array')
}
