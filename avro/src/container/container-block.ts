import { ByteWriter } from '../codec/byte-writer.ts'
import { Failure } from '../codec/failure.ts'
import { hex } from '../fingerprint.ts'
import type { ByteQueue } from './byte-queue.ts'
import { SYNC_SIZE } from './container-header.ts'
import { type Demand, hasMore, need } from './demand.ts'
import { readSize } from './read-number.ts'

/** Some of the values of a file. */
export interface Block {
  readonly count: number
  /** As stored: compressed if the file is. */
  readonly bytes: Uint8Array
  /** Where the bytes are, from the start of the file. */
  readonly offset: number
}

/** Reads the next block and the sync marker after it; undefined at the end of the file. */
export function* readBlock(
  queue: ByteQueue,
  sync: Uint8Array,
  maxBytes: number,
): Demand<Block | undefined> {
  if (!(yield* hasMore(queue))) return undefined
  const count = yield* readSize(queue, Number.MAX_SAFE_INTEGER, 'a number of values')
  const size = yield* readSize(queue, maxBytes, 'a size of a block')
  const { offset } = queue
  yield* need(queue, size, 'a block')
  const bytes = queue.takeForGood(size)
  yield* need(queue, SYNC_SIZE, 'the sync marker')
  const at = queue.offset
  const marker = queue.take(SYNC_SIZE)
  if (marker.some((byte, index) => byte !== sync[index])) {
    throw new Failure('the sync marker of the file', hex(marker), { offset: at })
  }
  return { count, bytes, offset }
}

/** The bytes of a block and its sync marker. */
export function blockBytes(count: number, stored: Uint8Array, sync: Uint8Array): Uint8Array {
  const output = new ByteWriter()
  output.ensure(2 * MAX_VARINT + stored.length + SYNC_SIZE)
  output.writeLongFromNumber(count)
  output.writeBytes(stored)
  output.writeRaw(sync)
  return output.bytes.subarray(0, output.position)
}

const MAX_VARINT = 10
