import { mismatch } from '../failure.ts'
import type { LogicalConversion } from '../logical-conversion.ts'
import { formatDay, parseDay, twoDigits } from './calendar.ts'

/** `local-timestamp-millis` on long: a string `2024-05-06T07:08:09.123`. */
export const localTimestampMillis: LogicalConversion<string, bigint> =
  /* @__PURE__ */ localTimestamp(3)

/** `local-timestamp-micros` on long: a string `2024-05-06T07:08:09.123456`. */
export const localTimestampMicros: LogicalConversion<string, bigint> =
  /* @__PURE__ */ localTimestamp(6)

/** `local-timestamp-nanos` on long: a string `2024-05-06T07:08:09.123456789`. */
export const localTimestampNanos: LogicalConversion<string, bigint> =
  /* @__PURE__ */ localTimestamp(9)

/**
 * Date and time of an unnamed place as in ISO 8601, exact in all of the 64 bits. Reading gives
 * all digits of the fraction. When writing, seconds and digits of the fraction may be missing;
 * digits that the unit cannot hold must be zeros.
 */
function localTimestamp(digits: 3 | 6 | 9): LogicalConversion<string, bigint> {
  const unitsInSecond = 10 ** digits
  const unitsInDay = BigInt(86_400 * unitsInSecond)
  const expected = `a local date and time as YYYY-MM-DDTHH:MM:SS.${'f'.repeat(digits)}`

  function read(raw: bigint): string {
    const quotient = raw / unitsInDay
    const remainder = raw % unitsInDay
    const isBefore = remainder < 0n
    const day = Number(quotient) - (isBefore ? 1 : 0)
    const ofDay = Number(isBefore ? remainder + unitsInDay : remainder)
    const seconds = Math.floor(ofDay / unitsInSecond)
    const fraction = `${ofDay - seconds * unitsInSecond}`.padStart(digits, '0')
    return `${formatDay(day)}T${formatTime(seconds)}.${fraction}`
  }

  function write(value: unknown): bigint {
    if (typeof value !== 'string') mismatch(expected, value)
    const match = LOCAL.exec(value)
    if (!match) mismatch(ZONE.test(value) ? `${expected}, without a time zone` : expected, value)
    const [, date, hours, minutes, seconds = '0', fraction = ''] = match
    const day = parseDay(date!) ?? mismatch('a date that exists', value)
    if (hours! > '23' || minutes! > '59' || seconds > '59') mismatch('a time that exists', value)
    if (/[1-9]/.test(fraction.slice(digits))) {
      mismatch(`at most ${digits} digits after the seconds`, value)
    }
    const secondOfDay = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
    const units = Number(fraction.slice(0, digits).padEnd(digits, '0'))
    const raw = BigInt(day) * unitsInDay + BigInt(secondOfDay * unitsInSecond + units)
    if (BigInt.asIntN(64, raw) !== raw) mismatch(`a time from ${read(MIN)} to ${read(MAX)}`, value)
    return raw
  }

  return { kind: 'string', expected, long: 'bigint', read, write }
}

const LOCAL = /^([+-]?\d+-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?$/
const ZONE = /T\d\d:\d\d[\d:.]*[Z+[-]/i
const MIN = -0x8000000000000000n
const MAX = 0x7fffffffffffffffn

function formatTime(secondOfDay: number): string {
  const minutes = Math.floor(secondOfDay / 60)
  const hours = Math.floor(minutes / 60)
  return `${twoDigits(hours)}:${twoDigits(minutes % 60)}:${twoDigits(secondOfDay % 60)}`
}
