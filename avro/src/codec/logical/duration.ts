import { describe, Failure, mismatch, within } from '../failure.ts'
import type { LogicalConversion } from '../logical-conversion.ts'

/** Three amounts that do not add up to each other, each an integer from 0 to 4,294,967,295. */
export interface Duration {
  readonly months: number
  readonly days: number
  readonly millis: number
}

/** `duration` on fixed(12): an object of months, days and millis; other members are ignored. */
export const duration: LogicalConversion<Duration, Uint8Array> = {
  kind: 'object',
  expected: 'an object of months, days and millis',
  read: (raw) => ({
    months: readUnsigned(raw, 0),
    days: readUnsigned(raw, 4),
    millis: readUnsigned(raw, 8),
  }),
  write(value: unknown) {
    if (typeof value !== 'object' || value === null) mismatch(duration.expected, value)
    const { months, days, millis } = value as Record<keyof Duration, unknown>
    const bytes = new Uint8Array(12)
    writeUnsigned(bytes, 0, unsigned('months', months))
    writeUnsigned(bytes, 4, unsigned('days', days))
    writeUnsigned(bytes, 8, unsigned('millis', millis))
    return bytes
  },
}

function unsigned(name: keyof Duration, value: unknown): number {
  if (typeof value !== 'number' || value >>> 0 !== value) {
    throw within(name, new Failure('an integer from 0 to 4294967295', describe(value)))
  }
  return value
}

function readUnsigned(bytes: Uint8Array, at: number): number {
  const high = (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
  return (bytes[at]! | (bytes[at + 1]! << 8) | high) >>> 0
}

function writeUnsigned(bytes: Uint8Array, at: number, value: number): void {
  for (let i = 0; i < 4; i++) bytes[at + i] = value >>> (8 * i)
}
