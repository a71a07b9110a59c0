import { mismatch } from '../failure.ts'
import type { LogicalConversion } from '../logical-conversion.ts'

/**
 * `time-millis` on int: the number of milliseconds since midnight. As in Avro Java reading does not
 * check that it is within a day; what is written must be.
 */
export const timeMillis: LogicalConversion<number, number> = {
  kind: 'number',
  expected: 'milliseconds since midnight, an integer from 0 to 86399999',
  read: (raw) => raw,
  write(value: unknown) {
    if (typeof value !== 'number' || !(value >= 0 && value < DAY) || !Number.isInteger(value)) {
      mismatch(timeMillis.expected, value)
    }
    return value
  },
}

/** In milliseconds. */
const DAY = 86_400_000
