import { mismatch } from '../failure.ts'
import type { LogicalConversion } from '../logical-conversion.ts'
import { hexDigit, hexPairs } from './hex-digits.ts'

const EXPECTED = 'a UUID as 8-4-4-4-12 hexadecimal digits'

/**
 * `uuid` on string. Reading gives the text as it is; what is written must be a UUID, and its
 * letters keep their case.
 */
export const uuidText: LogicalConversion<string, string> = {
  kind: 'string',
  expected: EXPECTED,
  read: (raw) => raw,
  write: parseUuid,
}

/** `uuid` on fixed(16): the bytes of RFC 9562 in their order. Reading gives lower case. */
export const uuidBytes: LogicalConversion<string, Uint8Array> = {
  kind: 'string',
  expected: EXPECTED,
  read: formatUuid,
  write: (value: unknown) => bytesOf(parseUuid(value)),
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

function parseUuid(value: unknown): string {
  if (typeof value !== 'string' || !UUID.test(value)) mismatch(EXPECTED, value)
  return value
}

function formatUuid(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < 16; at++) {
    if (at === 4 || at === 6 || at === 8 || at === 10) text += '-'
    text += hexPairs[bytes[at]!]!
  }
  return text
}

function bytesOf(uuid: string): Uint8Array {
  const bytes = new Uint8Array(16)
  for (let at = 0, index = 0; at < 16; at++, index += 2) {
    if (uuid.charCodeAt(index) === HYPHEN) index++
    bytes[at] = hexDigit(uuid, index) * 16 + hexDigit(uuid, index + 1)
  }
  return bytes
}

const HYPHEN = 0x2d
