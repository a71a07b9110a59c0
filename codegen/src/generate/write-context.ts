import { type Schema, unionShape, type ValueMapping } from '@magicbyte/avro'
import type { RecordNode } from './recursion.ts'
import type { Scope } from './scope.ts'

/** What the code that writes a value is written for. */
export interface WriteContext {
  readonly scope: Scope
  /** The function that the code is part of; undefined for the root of a file. */
  readonly from: RecordNode | undefined
  /**
   * The statements that check the value of a variable and write it to `output`; it may be any
   * expression where {@link takesExpression} says so.
   */
  readonly writeValue: (
    schema: Schema,
    mapping: ValueMapping,
    variable: string,
    options?: WriteOptions,
  ) => string[]
}

/** How a value is written. */
export interface WriteOptions {
  /** Whether undefined is null; only for what {@link nullBranch} gives an index for. */
  readonly undefinedIsNull?: boolean
}

/** Whether the statements that write a value take it only once. */
export function takesExpression(schema: Schema, mapping: ValueMapping): boolean {
  return nullBranch(schema, mapping) === undefined
}

/** The index of null in a union of null and something else that is not marked. */
export function nullBranch(schema: Schema, mapping: ValueMapping): number | undefined {
  if (schema.type !== 'union' || schema.branches.length !== 2) return undefined
  const { branches, isAmbiguous } = unionShape(schema, mapping)
  if (isAmbiguous || branches.some(({ form }) => form !== 'plain')) return undefined
  const index = branches.findIndex((branch) => branch.schema.type === 'null')
  return index < 0 ? undefined : index
}
