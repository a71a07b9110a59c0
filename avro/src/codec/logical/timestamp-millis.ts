import { Failure, mismatch } from '../failure.ts'
import type { LogicalConversion } from '../logical-conversion.ts'

/**
 * `timestamp-millis` on long: a Date. A Date ends about 273,790 years from 1970, a long does not:
 * what lies beyond cannot be read so.
 */
export const timestampMillis: LogicalConversion<Date, number> = {
  kind: 'date',
  expected: 'a valid Date',
  long: 'number',
  read(raw) {
    if (raw > LAST || raw < -LAST) refuse(raw)
    return new Date(raw)
  },
  write(value: unknown) {
    const time = value instanceof Date ? value.getTime() : Number.NaN
    if (Number.isNaN(time)) mismatch('a valid Date', value)
    return time
  },
}

/** Milliseconds to the last moment of a Date (ECMAScript, "Time Values and Time Range"). */
const LAST = 8.64e15

function refuse(raw: number): never {
  throw new Failure(
    "a moment that a Date can hold (`logicalTypes: { 'timestamp-millis': 'raw' }` reads all)",
    `${raw} ms`,
  )
}
