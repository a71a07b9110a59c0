import type { ByteWriter } from './byte-writer.ts'
import { mismatch } from './failure.ts'
import { isPlainObject } from './plain-object.ts'

// What values with parts are taken apart with, to write them; each throws a `Failure`.

/** The members of what is given for a record, which is any object but an array. */
export function recordMembers(value: unknown, fullName: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    mismatch(`an object for ${fullName}`, value)
  }
  return value as Record<string, unknown>
}

/** The members of what is given for a record that any object would pass for. */
export function plainRecordMembers(value: unknown, fullName: string): Record<string, unknown> {
  if (!isPlainObject(value)) mismatch(`an object for ${fullName}`, value)
  return value
}

/** The items of an array, whose number is written if it is not 0. */
export function arrayItems(value: unknown, output: ByteWriter): readonly unknown[] {
  if (!Array.isArray(value)) mismatch('an array', value)
  if (value.length > 0) output.writeLongFromNumber(value.length)
  return value
}

/** The keys of a map, whose number is written if it is not 0. */
export function mapKeys(value: unknown, output: ByteWriter): readonly string[] {
  if (!isPlainObject(value)) mismatch('an object', value)
  const keys = Object.keys(value)
  if (keys.length > 0) output.writeLongFromNumber(keys.length)
  return keys
}

/** A member that is the object's own; what every object inherits is not the value of a field. */
export function ownMember(value: unknown, name: string): unknown {
  return Object.hasOwn(value as object, name) ? (value as Record<string, unknown>)[name] : undefined
}
