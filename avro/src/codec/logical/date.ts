import { mismatch } from '../failure.ts'
import type { LogicalConversion } from '../logical-conversion.ts'
import { formatDay, parseDay } from './calendar.ts'

/**
 * `date` on int: a string `YYYY-MM-DD`, see {@link formatDay}. It is no Date, as that would be a
 * moment whose day depends on the time zone.
 */
export const date: LogicalConversion<string, number> = {
  kind: 'string',
  expected: 'a date as YYYY-MM-DD',
  read: formatDay,
  write(value: unknown) {
    if (typeof value !== 'string') mismatch(date.expected, value)
    const day = parseDay(value) ?? mismatch('a date that exists as YYYY-MM-DD', value)
    if ((day | 0) !== day) mismatch(`a date from ${formatDay(MIN)} to ${formatDay(MAX)}`, value)
    return day
  },
}

const MIN = -(2 ** 31)
const MAX = 2 ** 31 - 1
