/** One thing wrong with a schema. */
export interface SchemaProblem {
  /** In Avro Java's words. */
  readonly message: string
  /** How to put it right, where that is likely to be known. */
  readonly hint?: string
  /** JSON pointer to the offending value; empty for the whole text or when the text is not JSON. */
  readonly pointer: string
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 code units. */
  readonly column: number
  /** From 0, in UTF-16 code units. */
  readonly offset: number
  /** Position in the list of references, if the problem is in a referenced schema. */
  readonly reference?: number
}

/** A text is no Avro schema; the message is that of the first problem. */
export class InvalidSchemaError extends Error {
  override readonly name = 'InvalidSchemaError'
  /** Never empty; only the first one unless all were asked for. */
  readonly problems: readonly SchemaProblem[]

  constructor(problems: readonly [SchemaProblem, ...SchemaProblem[]]) {
    super(problems[0].message)
    this.problems = problems
  }
}
