import { valueEnd } from '../diagnostics/json-spans.ts'
import type { ReadSchema, SchemaReader } from './schema-reader.ts'
import type { SourceFile } from './source-file.ts'

/** The reader of `.avsc` files, which are the texts of their schemas. */
export function createAvscReader(): SchemaReader {
  return readAvsc
}

function readAvsc({ text }: SourceFile): ReadSchema {
  return {
    text,
    spanOf: (offset) => ({ start: offset, end: valueEnd(text, offset) }),
    problems: [],
  }
}
