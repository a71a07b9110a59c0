import type { Schema, ValueMapping } from '@magicbyte/avro'
import type { RecordNode } from './recursion.ts'
import type { Scope } from './scope.ts'

/** What the code that reads a value is written for. */
export interface ReadContext {
  readonly scope: Scope
  /** The function that the code is part of; undefined for the root of a file. */
  readonly from: RecordNode | undefined
  /** The expression that reads a value from `input`. */
  readonly readValue: (schema: Schema, mapping: ValueMapping) => string
  /** The expression that reads a record. */
  readonly readRecord: (node: RecordNode) => string
}
