import type { ByteReader } from './byte-reader.ts'
import { Failure } from './failure.ts'

// The blocks that arrays and maps consist of (specification, "Arrays" and "Maps").

/**
 * Reads the number of items in the next block of an array or map; 0 ends it. Every item takes at
 * least `minimumSize` bytes, so that more cannot be claimed than can be there. `blockEnd` of the
 * reader says where the block ends. Throws a {@link Failure}.
 */
export function readBlockCount(input: ByteReader, minimumSize: number): number {
  const start = input.position
  let count = input.readLongAsNumber()
  input.blockEnd = -1
  if (count === 0) return 0
  if (count < 0) {
    count = -count
    const size = input.readLongAsNumber()
    const left = input.end - input.position
    if (size < 0 || size > left) {
      throw new Failure(`a block size of at most ${left}`, `${size}`, { offset: start })
    }
    input.blockEnd = input.position + size
  }
  checkCount(input, count, minimumSize, start)
  return count
}

/**
 * Refuses a block whose items did not end where it said: readers that skip it would go on
 * elsewhere than readers that read it.
 */
export function checkBlockEnd(input: ByteReader, end: number): void {
  if (end >= 0 && end !== input.position) {
    throw new Failure(`a block that ends at byte ${end}`, 'items that do not')
  }
}

/** Counts values that take no bytes, of which a message may hold only so many. */
export function spendEmpty(input: ByteReader, count: number, offset = input.position): void {
  input.emptyItemsLeft -= count
  if (input.emptyItemsLeft >= 0) return
  throw new Failure('fewer items that take no bytes', `${count} more`, { offset })
}

function checkCount(input: ByteReader, count: number, minimumSize: number, start: number): void {
  if (minimumSize === 0) {
    spendEmpty(input, count, start)
    return
  }
  const left = input.end - input.position
  if (count * minimumSize <= left) return
  throw new Failure(
    `at most ${Math.floor(left / minimumSize)} items, as ${left} bytes are left`,
    `${count}`,
    { offset: start },
  )
}
