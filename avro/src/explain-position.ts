import type { Json } from './json.ts'
import { readLeadingJson } from './json-reader.ts'
import type { Source } from './schema.ts'
import { jsonPointer, lineAndColumn } from './text-position.ts'

/** Where a value stands in the text of a schema. */
export interface TextPosition {
  /** JSON Pointer (RFC 6901). */
  readonly pointer: string
  /** Counted from 1. */
  readonly line: number
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number
}

/** Tells the position of the value that begins at an offset of a text. */
export type Locate = (source: Source, offset: number) => TextPosition

/** Makes a {@link Locate} that reads every text only once. */
export function createLocate(): Locate {
  const documents = new Map<Source, Json | undefined>()
  return (source, offset) => {
    if (!documents.has(source)) documents.set(source, readLeadingJson(source.text).value)
    const document = documents.get(source)
    const pointer = document && jsonPointer(document, offset)
    return { pointer: pointer ?? '', ...lineAndColumn(source.text, offset) }
  }
}
