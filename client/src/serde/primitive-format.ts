import { DecodeError, EncodeError } from '../errors/data-errors.ts'
import type { ErrorContext } from '../errors/schema-registry-error.ts'
import { checkBytes } from './bytes.ts'

/**
 * Parts of records that are no Avro: as Kafka's own serializers of these names write them. Nothing
 * is added, so that equal keys are equal bytes and stay on their partition.
 */
export type PrimitiveFormat = keyof PrimitiveValues

/** The values of each format. */
export interface PrimitiveValues {
  /** UTF-8. */
  string: string
  /** As they are. */
  bytes: Uint8Array
  /** 4 bytes, most significant first. */
  int: number
  /** 8 bytes, most significant first. */
  long: bigint
  /** 8 bytes, IEEE 754, most significant first. */
  double: number
}

/** @throws EncodeError */
export function encodePrimitive(
  format: PrimitiveFormat,
  value: unknown,
  context: ErrorContext,
): Uint8Array {
  switch (format) {
    case 'string':
      if (typeof value === 'string') return encoder.encode(value)
      break
    case 'bytes':
      if (value instanceof Uint8Array) return value
      break
    case 'int':
      if (typeof value === 'number' && (value | 0) === value) {
        return filled(4, (view) => view.setInt32(0, value))
      }
      break
    case 'long':
      if (typeof value === 'bigint' && BigInt.asIntN(64, value) === value) {
        return filled(8, (view) => view.setBigInt64(0, value))
      }
      break
    case 'double':
      if (typeof value === 'number') return filled(8, (view) => view.setFloat64(0, value))
  }
  throw new EncodeError(`a ${format} was expected, not ${nameOf(value)}`, context)
}

/** @throws DecodeError; InvalidArgumentError for what is no bytes */
export function decodePrimitive(
  format: PrimitiveFormat,
  bytes: Uint8Array,
  context: ErrorContext,
): PrimitiveValues[PrimitiveFormat] {
  checkBytes(bytes, context)
  if (format === 'string') return decoder.decode(bytes)
  if (format === 'bytes') return bytes
  const size = format === 'int' ? 4 : 8
  if (bytes.length !== size) {
    throw new DecodeError(`a ${format} has ${size} bytes, not ${bytes.length}`, context)
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, size)
  if (format === 'int') return view.getInt32(0)
  return format === 'long' ? view.getBigInt64(0) : view.getFloat64(0)
}

/** Whether a format is meant, and not a schema. */
export function isPrimitiveFormat(value: unknown): value is PrimitiveFormat {
  return FORMATS.has(value as string)
}

const FORMATS: ReadonlySet<string> = new Set(['string', 'bytes', 'int', 'long', 'double'])

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

function filled(size: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(size)
  fill(new DataView(bytes.buffer))
  return bytes
}

function nameOf(value: unknown): string {
  return value === null ? 'null' : `a ${typeof value}`
}
