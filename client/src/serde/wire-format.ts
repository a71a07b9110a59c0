import { FramingError } from '../errors/data-errors.ts'
import type { ErrorContext } from '../errors/schema-registry-error.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import { type Bytes, toBytes } from './bytes.ts'
import { wrongFramingHint } from './framing-hints.ts'

/** Which schema a payload was written with, and where it begins. */
export interface Frame {
  /** Schema id, or guid in lower case. */
  readonly schema: number | string
  /** Index of the first byte of Avro data. */
  readonly start: number
}

/** Bytes before the Avro data where the schema is named by its id: a zero, and 4 of the id. */
export const ID_PREFIX_SIZE = 5
const GUID_SIZE = 17

/**
 * The frame at the beginning of bytes: `00` and a schema id as 4 bytes, most significant first; or
 * `01` and the 16 bytes of a guid.
 * @throws FramingError
 */
export function readFrame(bytes: Uint8Array, context: ErrorContext = {}): Frame {
  const magicByte = bytes[0]
  if (magicByte === 0 && bytes.length >= ID_PREFIX_SIZE) {
    const id = (bytes[1]! << 24) | (bytes[2]! << 16) | (bytes[3]! << 8) | bytes[4]!
    if (id > 0) return { schema: id, start: ID_PREFIX_SIZE }
    const message = `a schema id is positive, not ${id}`
    throw new FramingError(message, { ...context, magicByte, hint: wrongFramingHint(bytes) })
  }
  if (magicByte === 1 && bytes.length >= GUID_SIZE)
    return { schema: guidAt(bytes), start: GUID_SIZE }
  throw notFramed(bytes, context)
}

/**
 * The schema that a record header names: its value is a frame around nothing.
 * @throws FramingError
 */
export function readSchemaHeader(
  value: Uint8Array,
  name: string,
  context: ErrorContext = {},
): number | string {
  const [magicByte] = value
  const isFrame =
    (magicByte === 0 && value.length === ID_PREFIX_SIZE) ||
    (magicByte === 1 && value.length === GUID_SIZE)
  if (isFrame) return readFrame(value, context).schema
  const message = `header ${name} names no schema: it has ${value.length} bytes, not 00 and an id or 01 and a guid`
  throw new FramingError(message, { ...context, magicByte })
}

/** The bytes that name a schema by its id. */
export function idPrefix(id: number): Uint8Array {
  return Uint8Array.of(0, id >>> 24, id >>> 16, id >>> 8, id)
}

/**
 * The bytes that name a schema by its guid, for a record header.
 * @throws InvalidArgumentError if it is none
 */
export function guidHeader(guid: string): Bytes {
  if (!isGuid(guid)) throw new InvalidArgumentError('a guid has 32 hexadecimal digits')
  const digits = guid.replaceAll('-', '')
  const bytes = new Uint8Array(GUID_SIZE)
  bytes[0] = 1
  for (let i = 0; i < 16; i++) bytes[i + 1] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16)
  return toBytes(bytes)
}

/** Whether a text is a guid: 32 hexadecimal digits, with hyphens or without. */
export function isGuid(text: string): boolean {
  return /^[0-9a-f]{32}$/i.test(text.replaceAll('-', ''))
}

function guidAt(bytes: Uint8Array): string {
  let digits = ''
  for (let i = 1; i < GUID_SIZE; i++) digits += bytes[i]!.toString(16).padStart(2, '0')
  const parts = [0, 8, 12, 16, 20, 32]
  return parts
    .slice(1)
    .map((end, i) => digits.slice(parts[i], end))
    .join('-')
}

function notFramed(bytes: Uint8Array, context: ErrorContext): FramingError {
  const magicByte = bytes[0]
  const hint = wrongFramingHint(bytes)
  if (magicByte === undefined) return new FramingError('no bytes at all', { ...context, hint })
  const message =
    magicByte <= 1
      ? `${bytes.length} bytes are too few to name a schema`
      : `unknown magic byte 0x${magicByte.toString(16).padStart(2, '0')}`
  return new FramingError(message, { ...context, magicByte, hint })
}
