import type { LimitOptions } from './limits.ts'
import type { LogicalConverter, LongRepresentation } from './logical-conversion.ts'

/** How values of a schema look in JavaScript: the same for the runtime codec and generated code. */
export interface CodecOptions extends ValueOptions {
  /**
   * How the branches of a union are told apart:
   * - `tagged` (the default): plain values where their kinds differ in JavaScript; where they do
   *   not, records carry their full name in `$type` and all else is `{ $type: 'int', value: 1 }`.
   * - `wrapped`: as avsc does by default and as in Avro's JSON encoding: plain, but
   *   `{ 'full.name': value }` in unions with several numbers, texts, byte strings or objects.
   * - `plain`: never marked. When writing, the first branch that takes the value is chosen.
   */
  readonly unions?: UnionStyle | undefined
  /** Whether bytes are copied (the default), or are views that change with the message. */
  readonly bytes?: 'copy' | 'view' | undefined
  /** Whether members of an object that its record does not have are refused. Default false. */
  readonly strict?: boolean | undefined
  /** Exceptions by field: `{ 'acme.orders.Order.total': { logicalTypes: 'raw' } }`. */
  readonly fields?: Readonly<Record<string, ValueOptions>> | undefined
  readonly limits?: LimitOptions | undefined
}

/** What may differ from field to field; a field's own attribute `ts.long` counts too. */
export interface ValueOptions {
  /**
   * How a long is read: `bigint` (the default) and `string` are exact, `number` refuses what it
   * cannot hold. When writing, any of these will do as long as it is exact.
   */
  readonly long?: LongRepresentation | undefined
  /**
   * `native` (the default): dates and decimals as strings, timestamps in milliseconds as Date, and
   * so on. `raw`: the underlying values. An object names exceptions from `native`.
   */
  readonly logicalTypes?: LogicalTypeOptions | undefined
}

/** See {@link ValueOptions.logicalTypes}. */
export type LogicalTypeOptions =
  | 'native'
  | 'raw'
  | Readonly<Record<string, LogicalConverter | 'raw' | 'native'>>

/** See {@link CodecOptions.unions}. */
export type UnionStyle = 'tagged' | 'wrapped' | 'plain'
