import type { LogicalType } from '../logical-type.ts'
import type { Schema } from '../schema.ts'
import type { ValueKind } from './value-kind.ts'

/** How a 64-bit integer is held: exactly by `bigint` and `string`, if it is safe by `number`. */
export type LongRepresentation = 'bigint' | 'number' | 'string'

/**
 * The values of a logical type and the underlying ones they are made from: a number for int, float
 * and double, see {@link LogicalConversion.long} for long, a string for string and enum, a
 * Uint8Array for bytes and fixed, an object for record and map, an array for array.
 */
export interface LogicalConversion<Value = unknown, Raw = unknown> {
  /** Of the values, by which the branches of unions are told apart. */
  readonly kind: ValueKind
  /** What is expected, for messages: `a date as YYYY-MM-DD`. */
  readonly expected: string
  /** How the underlying longs are held. By default as the codec's options say. */
  readonly long?: LongRepresentation
  /** May throw, if there is no value for what was read. */
  read(raw: Raw): Value
  /** Throws to refuse a value; it may be of any kind. */
  write(value: Value): Raw
}

/**
 * Makes the conversion for one use of a logical type. The logical type is undefined where the
 * name is not one of the specification's, or the attributes do not suit the schema.
 */
export type LogicalConverter = (
  schema: Schema,
  logicalType: LogicalType | undefined,
) => LogicalConversion | undefined
