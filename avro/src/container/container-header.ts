import { ByteWriter } from '../codec/byte-writer.ts'
import { Failure } from '../codec/failure.ts'
import type { ByteQueue } from './byte-queue.ts'
import { type Demand, need } from './demand.ts'
import { readNumber, readSize } from './read-number.ts'

/** What stands before the first block. */
export interface ContainerHeader {
  readonly metadata: ReadonlyMap<string, Uint8Array>
  /** 16 bytes that end the header and every block. */
  readonly sync: Uint8Array
}

/** Bytes of a sync marker. */
export const SYNC_SIZE = 16

/** Reads a header; of repeated keys the last one counts. */
export function* readHeader(queue: ByteQueue, maxBytes: number): Demand<ContainerHeader> {
  yield* readMagic(queue)
  const metadata = yield* readMetadata(queue, maxBytes)
  yield* need(queue, SYNC_SIZE, 'the sync marker')
  return { metadata, sync: queue.take(SYNC_SIZE).slice() }
}

/** The bytes of a header. */
export function headerBytes({ metadata, sync }: ContainerHeader): Uint8Array {
  const output = new ByteWriter()
  output.writeRaw(MAGIC)
  output.writeLongFromNumber(metadata.size)
  for (const [key, value] of metadata) {
    output.writeString(key)
    output.writeBytes(value)
  }
  output.writeByte(0)
  output.writeRaw(sync)
  return output.bytes.subarray(0, output.position)
}

/** `Obj` and the version of the format. */
const MAGIC = Uint8Array.of(0x4f, 0x62, 0x6a, 1)

const MAX_ENTRIES = 10_000

function* readMagic(queue: ByteQueue): Demand<void> {
  yield* need(queue, MAGIC.length, 'an object container file')
  const magic = queue.take(MAGIC.length)
  if (MAGIC.some((byte, index) => magic[index] !== byte)) {
    throw new Failure('an object container file, which begins with "Obj" and 1', 'other bytes', {
      offset: 0,
    })
  }
}

function* readMetadata(queue: ByteQueue, maxBytes: number): Demand<Map<string, Uint8Array>> {
  const metadata = new Map<string, Uint8Array>()
  let entries = 0
  for (;;) {
    const { offset } = queue
    let count = yield* readNumber(queue, 'a number of entries')
    if (count === 0) return metadata
    if (count < 0) {
      count = -count
      yield* readSize(queue, maxBytes, 'a size of metadata')
    }
    entries += count
    if (entries > MAX_ENTRIES) {
      throw new Failure(`at most ${MAX_ENTRIES} entries of metadata`, `${entries}`, { offset })
    }
    for (; count > 0; count--) {
      const key = new TextDecoder().decode(yield* readSized(queue, maxBytes))
      metadata.set(key, (yield* readSized(queue, maxBytes)).slice())
    }
  }
}

function* readSized(queue: ByteQueue, maxBytes: number): Demand<Uint8Array> {
  const size = yield* readSize(queue, Math.max(0, maxBytes - queue.offset), 'a size of metadata')
  yield* need(queue, size, 'metadata')
  return queue.take(size)
}
