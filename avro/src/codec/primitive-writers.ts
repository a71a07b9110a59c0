import type { ByteWriter } from './byte-writer.ts'
import { mismatch } from './failure.ts'

// What checks values of types without parts and writes them; each throws a `Failure`.

/** Writes null, which takes no bytes. */
export function writeNullValue(value: unknown): void {
  if (value !== null) mismatch('null', value)
}

/** Writes a boolean. */
export function writeBooleanValue(value: unknown, output: ByteWriter): void {
  if (typeof value !== 'boolean') mismatch('a boolean', value)
  output.writeBoolean(value)
}

/** Writes an int from a number. */
export function writeIntValue(value: unknown, output: ByteWriter): void {
  if (typeof value !== 'number' || (value | 0) !== value) mismatch('an integer of 32 bits', value)
  output.writeInt(value)
}

/** Writes a float from a number, which may be finite only if the float is. */
export function writeFloatValue(value: unknown, output: ByteWriter): void {
  if (typeof value !== 'number') mismatch('a number', value)
  if (Number.isFinite(value) && !Number.isFinite(Math.fround(value))) {
    mismatch('a number in the range of a float', value)
  }
  output.writeFloat(value)
}

/** Writes a double from a number. */
export function writeDoubleValue(value: unknown, output: ByteWriter): void {
  if (typeof value !== 'number') mismatch('a number', value)
  output.writeDouble(value)
}

/** Writes bytes from a Uint8Array. */
export function writeBytesValue(value: unknown, output: ByteWriter): void {
  if (!(value instanceof Uint8Array)) mismatch('a Uint8Array', value)
  output.writeBytes(value)
}

/** Writes a string. */
export function writeStringValue(value: unknown, output: ByteWriter): void {
  if (typeof value !== 'string') mismatch('a string', value)
  output.writeString(value)
}

/** Writes a fixed value from a Uint8Array of its size. */
export function writeFixedValue(value: unknown, output: ByteWriter, size: number): void {
  if (!(value instanceof Uint8Array) || value.length !== size) {
    mismatch(`a Uint8Array of ${size} bytes`, value)
  }
  output.writeRaw(value)
}
