import { CodecError } from '../codec/codec-error.ts'
import type { Failure } from '../codec/failure.ts'
import { lineAndColumn } from '../text-position.ts'

/** A text is not the JSON encoding of any value of its schema. */
export class JsonDecodeError extends CodecError {
  override readonly name = 'JsonDecodeError'
  /** From 0, in UTF-16 code units. */
  readonly offset: number
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 code units. */
  readonly column: number

  constructor(failure: Failure, text: string, offset: number) {
    const { line, column } = lineAndColumn(text, offset)
    super(`cannot read JSON at line ${line}, column ${column}`, failure)
    this.offset = offset
    this.line = line
    this.column = column
  }
}
