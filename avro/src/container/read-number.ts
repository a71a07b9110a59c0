import { ByteReader } from '../codec/byte-reader.ts'
import { Failure } from '../codec/failure.ts'
import type { ByteQueue } from './byte-queue.ts'
import { type Demand, need } from './demand.ts'

/** Reads a long that is a safe integer, or throws a {@link Failure}. */
export function* readNumber(queue: ByteQueue, what: string): Demand<number> {
  let size = 0
  do yield* need(queue, ++size, what)
  while (size < MAX_VARINT && queue.peek(size - 1) >= 0x80)
  const { offset } = queue
  try {
    return new ByteReader(queue.take(size)).readLongAsNumber()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw new Failure(what, 'no number that could be one', { offset })
  }
}

/** Reads a long from 0 up to a bound, or throws a {@link Failure}. */
export function* readSize(queue: ByteQueue, max: number, what: string): Demand<number> {
  const { offset } = queue
  const size = yield* readNumber(queue, what)
  if (size >= 0 && size <= max) return size
  throw new Failure(`${what} from 0 to ${max}`, `${size}`, { offset })
}

/** Bytes of a long. */
const MAX_VARINT = 10
