import type { LogicalType } from '../../logical-type.ts'
import type { Schema } from '../../schema.ts'
import type { LogicalConversion } from '../logical-conversion.ts'
import { bigDecimal } from './big-decimal.ts'
import { date } from './date.ts'
import { decimal } from './decimal.ts'
import { duration } from './duration.ts'
import {
  localTimestampMicros,
  localTimestampMillis,
  localTimestampNanos,
} from './local-timestamp.ts'
import { timeMillis } from './time-millis.ts'
import { timestampMillis } from './timestamp-millis.ts'
import { MAX_DIGITS } from './unscaled.ts'
import { uuidBytes, uuidText } from './uuid.ts'

/**
 * The conversion that is built in for a logical type of the schema, which must be the one that
 * `logicalTypeOf` gives. Undefined where the underlying values are used as they are: for moments
 * and times finer than milliseconds, which are longs; for `map` and `variant`; and for a decimal
 * with a scale beyond {@link MAX_DIGITS}, of which one byte would make a text of that length.
 */
export function nativeConversion(
  schema: Schema,
  logicalType: LogicalType,
): LogicalConversion | undefined {
  switch (logicalType.name) {
    case 'big-decimal':
      return bigDecimal
    case 'date':
      return date
    case 'decimal':
      return decimalOf(schema, logicalType)
    case 'duration':
      return duration
    case 'local-timestamp-micros':
      return localTimestampMicros
    case 'local-timestamp-millis':
      return localTimestampMillis
    case 'local-timestamp-nanos':
      return localTimestampNanos
    case 'time-millis':
      return timeMillis
    case 'timestamp-millis':
      return timestampMillis
    case 'uuid':
      return schema.type === 'fixed' ? uuidBytes : uuidText
    case 'map':
    case 'time-micros':
    case 'timestamp-micros':
    case 'timestamp-nanos':
    case 'variant':
      return undefined
  }
}

function decimalOf(
  schema: Schema,
  { precision, scale }: LogicalType & { name: 'decimal' },
): LogicalConversion | undefined {
  if (scale > MAX_DIGITS) return undefined
  return decimal({ precision, scale, size: schema.type === 'fixed' ? schema.size : undefined })
}
