import type { RecordSchema } from '../schema.ts'
import { spendEmpty } from './blocks.ts'
import type { ByteReader } from './byte-reader.ts'
import { minimumSize } from './minimum-size.ts'

/**
 * Has records that take no bytes count against the limit, with their members and what else is made
 * for each: the bytes of a message set no bound to them.
 */
export function countingEmpty<Value>(
  record: RecordSchema,
  read: (input: ByteReader) => Value,
  otherParts = 0,
): (input: ByteReader) => Value {
  if (minimumSize(record) > 0) return read
  const parts = 1 + record.fields.length + otherParts
  return (input) => {
    spendEmpty(input, parts)
    return read(input)
  }
}
