/**
 * A day of the proleptic Gregorian calendar as in ISO 8601: `2024-05-06`, and with a sign and at
 * least six digits before the year 0 and after 9999: `-000001-12-31`, `+012345-01-02`.
 * @param day integer count of days since 1970-01-01
 */
export function formatDay(day: number): string {
  // Years begin in March here, which puts the leap day at the end of one.
  const fromMarch = day + DAYS_BEFORE_1970
  const cycle = Math.floor(fromMarch / DAYS_IN_400_YEARS)
  const dayOfCycle = fromMarch - cycle * DAYS_IN_400_YEARS
  const leapDays =
    Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36524) + Math.floor(dayOfCycle / 146096)
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365)
  const dayOfYear = dayOfCycle - daysBefore(yearOfCycle)
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - daysBeforeMonth(monthFromMarch) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = cycle * 400 + yearOfCycle + (month < 3 ? 1 : 0)
  return `${formatYear(year)}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`
}

/**
 * Days since 1970-01-01 of a text as {@link formatDay} gives it, with a year of up to nine digits;
 * undefined if it has another form or there is no such day.
 */
export function parseDay(text: string): number | undefined {
  const match = DAY.exec(text)
  if (!match || match[1] === '-000000') return undefined
  const year = Number(match[1])
  const month = Number(match[2])
  const dayOfMonth = Number(match[3])
  if (month < 1 || month > 12) return undefined
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined
  const yearFromMarch = month < 3 ? year - 1 : year
  const monthFromMarch = month < 3 ? month + 9 : month - 3
  const cycle = Math.floor(yearFromMarch / 400)
  return (
    cycle * DAYS_IN_400_YEARS +
    daysBefore(yearFromMarch - cycle * 400) +
    daysBeforeMonth(monthFromMarch) +
    dayOfMonth -
    1 -
    DAYS_BEFORE_1970
  )
}

/** A number from 0 to 99 with two digits. */
export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`
}

/** From 1 March of the year 0. */
const DAYS_BEFORE_1970 = 719_468
const DAYS_IN_400_YEARS = 146_097
const DAY = /^(\d{4}|[+-]\d{6,9})-(\d\d)-(\d\d)$/

/** Days before a year, counted from the beginning of 400. */
function daysBefore(yearOfCycle: number): number {
  return 365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100)
}

/** Days before a month, counted from the beginning of March. */
function daysBeforeMonth(monthFromMarch: number): number {
  return Math.floor((153 * monthFromMarch + 2) / 5)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function formatYear(year: number): string {
  if (year >= 1000 && year <= 9999) return `${year}`
  if (year >= 0 && year < 1000) return `${year}`.padStart(4, '0')
  return `${year < 0 ? '-' : '+'}${`${Math.abs(year)}`.padStart(6, '0')}`
}
