import type {
  EnumSchema,
  Field,
  FixedSchema,
  NamedSchema,
  RecordSchema,
  Schema,
  UnionSchema,
} from './schema.ts'

/** One reason why a reader cannot read a writer; the types are Avro Java's. */
export type Finding =
  | Reason<'NAME_MISMATCH', NamedSchema, NamedSchema>
  | Reason<'FIXED_SIZE_MISMATCH', FixedSchema, FixedSchema>
  | Reason<'MISSING_ENUM_SYMBOLS', EnumSchema, EnumSchema>
  | MissingDefault
  | Reason<'TYPE_MISMATCH', Schema, Schema>
  | MissingBranch

/** The ways in which a reader can fail to read a writer. */
export type IncompatibilityType = Finding['type']

interface Reason<Type extends string, Reader extends Schema, Writer extends Schema> {
  readonly type: Type
  readonly reader: Reader
  readonly writer: Writer
  /**
   * Counted from the nearest union around it, because what lies inside a union is compared anew.
   */
  readonly place: Place | undefined
}

interface MissingDefault
  extends Reason<'READER_FIELD_MISSING_DEFAULT_VALUE', RecordSchema, RecordSchema> {
  /** The reader's field without a default. */
  readonly field: Field
}

/** Here `writer` is the branch that nothing in the reader can read. */
interface MissingBranch extends Reason<'MISSING_UNION_BRANCH', UnionSchema, Schema> {
  /** Why the branches of the reader cannot read it. */
  readonly causes: readonly Outcome[]
}

/** A place below the node where the comparison began; `undefined` is that node itself. */
export interface Place {
  readonly above: Place | undefined
  readonly tokens: readonly (string | number)[]
}

/**
 * What comparing two nodes gave: nothing when the reader can read all that the writer writes, else
 * one or several reasons in order. The uses of a shared type share its outcome, so that a full list
 * of the reasons can be exponentially longer than the work that found them.
 */
export type Outcome = undefined | Finding | readonly Outcome[]

/** Makes one outcome of several. */
export function joinOutcomes(outcomes: readonly Outcome[]): Outcome {
  const reasons = outcomes.filter((outcome) => outcome !== undefined)
  return reasons.length < 2 ? reasons[0] : reasons
}

/** Lists the reasons in order, those of a shared type once for every use of it, or only once. */
export function* listFindings(outcome: Outcome, { distinct = false } = {}): Generator<Finding> {
  const seen = new Set<Outcome>()
  const pending = [outcome]
  while (pending.length > 0) {
    const next = pending.pop()
    if (next === undefined || seen.has(next)) continue
    if (distinct) seen.add(next)
    if (isFinding(next)) yield next
    else for (let i = next.length - 1; i >= 0; i--) pending.push(next[i])
  }
}

function isFinding(outcome: Finding | readonly Outcome[]): outcome is Finding {
  return !Array.isArray(outcome)
}
