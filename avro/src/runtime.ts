// What generated code is made of. It may rely on these names for as long as the major version is
// the same.

export {
  type AvroCodec,
  type AvroType,
  defineCodec,
  type GeneratedType,
} from './codec/avro-type.ts'
export { checkBlockEnd, readBlockCount, spendEmpty } from './codec/blocks.ts'
export { ByteReader } from './codec/byte-reader.ts'
export { ByteWriter } from './codec/byte-writer.ts'
export { defineMember } from './codec/define-member.ts'
export { describe, Failure, mismatch, type PathStep, within } from './codec/failure.ts'
export {
  readBranch,
  readSymbol,
  symbolIndexes,
  writeSymbol,
} from './codec/indexes.ts'
export { bigDecimal } from './codec/logical/big-decimal.ts'
export { date } from './codec/logical/date.ts'
export { decimal } from './codec/logical/decimal.ts'
export { type Duration, duration } from './codec/logical/duration.ts'
export {
  localTimestampMicros,
  localTimestampMillis,
  localTimestampNanos,
} from './codec/logical/local-timestamp.ts'
export { timeMillis } from './codec/logical/time-millis.ts'
export { timestampMillis } from './codec/logical/timestamp-millis.ts'
export { uuidBytes, uuidText } from './codec/logical/uuid.ts'
export type { LogicalConversion } from './codec/logical-conversion.ts'
export { readLongValue, writeExactLong, writeLongText, writeLongValue } from './codec/long-value.ts'
export { isPlainObject } from './codec/plain-object.ts'
export {
  writeBooleanValue,
  writeBytesValue,
  writeDoubleValue,
  writeFixedValue,
  writeFloatValue,
  writeIntValue,
  writeNullValue,
  writeStringValue,
} from './codec/primitive-writers.ts'
export { kindOf, type ValueKind } from './codec/value-kind.ts'
export {
  arrayItems,
  mapKeys,
  ownMember,
  plainRecordMembers,
  recordMembers,
} from './codec/value-parts.ts'
