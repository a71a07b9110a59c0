import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Failure } from '../failure.ts'
import {
  localTimestampMicros,
  localTimestampMillis,
  localTimestampNanos,
} from './local-timestamp.ts'

const MIN = -(2n ** 63n)
const MAX = 2n ** 63n - 1n

const units = [
  { name: 'millis', conversion: localTimestampMillis },
  { name: 'micros', conversion: localTimestampMicros },
  { name: 'nanos', conversion: localTimestampNanos },
]

describe.each(units)('local-timestamp-$name', ({ conversion }) => {
  test('every long is a text and back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: MIN, max: MAX }), (raw) => {
        expect(conversion.write(conversion.read(raw))).toBe(raw)
      }),
    )
  })

  test.each([MIN, MAX, 0n, -1n])('%d too', (raw) => {
    expect(conversion.write(conversion.read(raw))).toBe(raw)
  })

  test('what is beyond a long is refused', () => {
    for (const text of ['+999999999-01-01T00:00', '-999999999-01-01T00:00']) {
      expect(refusal(() => conversion.write(text)).expected).toMatch(/^a time from .* to /)
    }
  })

  test('seconds and the fraction may be missing when writing', () => {
    const whole = conversion.write('2024-05-06T07:08:00.500')
    expect(conversion.write('2024-05-06T07:08:00.5')).toBe(whole)
    const minute = conversion.write('2024-05-06T07:08:00.000')
    expect(conversion.write('2024-05-06T07:08:00')).toBe(minute)
    expect(conversion.write('2024-05-06T07:08')).toBe(minute)
  })

  test('zeros that the unit has no place for may be written', () => {
    const raw = conversion.write('2024-05-06T07:08:09.125')
    expect(conversion.write('2024-05-06T07:08:09.125000000000')).toBe(raw)
    expect(() => conversion.write('2024-05-06T07:08:09.1250000000001')).toThrow(Failure)
  })

  test.each(['Z', 'z', '+02:00', '-0200', '+02', '[Europe/Berlin]', '+02:00[Europe/Berlin]'])(
    'a time zone is refused by name: %s',
    (zone) => {
      for (const time of ['07:08', '07:08:09', '07:08:09.123']) {
        const failure = refusal(() => conversion.write(`2024-05-06T${time}${zone}`))
        expect(failure.expected).toContain('without a time zone')
      }
    },
  )

  test.each([
    ['hour 24', '2024-05-06T24:00:00'],
    ['minute 60', '2024-05-06T07:60:00'],
    ['second 60', '2024-05-06T07:08:60'],
    ['a day that does not exist', '2023-02-29T07:08:09'],
    ['a year of five digits without a sign', '12345-05-06T07:08:09'],
    ['a date alone', '2024-05-06'],
    ['a time alone', '07:08:09'],
    ['a blank between date and time', '2024-05-06 07:08:09'],
    ['a point without digits', '2024-05-06T07:08:09.'],
    ['a fraction of a minute', '2024-05-06T07:08.5'],
    ['a line end', '2024-05-06T07:08:09\n'],
    ['a Date', new Date(0)],
    ['a number', 0],
    ['a bigint', 0n],
    ['null', null],
  ])('refuses to write %s', (_, value) => {
    const { expected } = refusal(() => conversion.write(value as string))
    expect(expected).not.toContain('zone')
  })
})

test.each([
  ['millis', localTimestampMillis, 1_714_979_289_123n, '2024-05-06T07:08:09.123'],
  ['micros', localTimestampMicros, 1_714_979_289_123_456n, '2024-05-06T07:08:09.123456'],
  ['nanos', localTimestampNanos, 1_714_979_289_123_456_789n, '2024-05-06T07:08:09.123456789'],
  ['millis before 1970', localTimestampMillis, -1n, '1969-12-31T23:59:59.999'],
  ['micros before 1970', localTimestampMicros, -86_400_000_001n, '1969-12-30T23:59:59.999999'],
  [
    'the beginning of a day before 1970',
    localTimestampMicros,
    -86_400_000_000n,
    '1969-12-31T00:00:00.000000',
  ],
  ['the last of millis', localTimestampMillis, MAX, '+292278994-08-17T07:12:55.807'],
  ['the first of nanos', localTimestampNanos, MIN, '1677-09-21T00:12:43.145224192'],
  ['the last of nanos', localTimestampNanos, MAX, '2262-04-11T23:47:16.854775807'],
])('%s have all digits of their unit', (_, conversion, raw, text) => {
  expect(conversion.read(raw)).toBe(text)
  expect(conversion.write(text)).toBe(raw)
})

test('millis are those of Date in UTC', () => {
  fc.assert(
    fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (millis) => {
      const iso = new Date(millis).toISOString().slice(0, -1)
      expect(localTimestampMillis.read(BigInt(millis))).toBe(iso)
    }),
  )
})

function refusal(action: () => unknown): Failure {
  try {
    action()
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('nothing was refused')
}
