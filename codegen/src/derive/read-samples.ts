import { type Json, JsonSyntaxError, lineAndColumn, readJson } from '@magicbyte/avro'
import { UsageError } from '../inputs/input-error.ts'

/**
 * The samples in a text: each line that is not empty is one of a file of lines, the items of a list
 * are samples if that is asked for, and else the text is one. Throws UsageError with the place for
 * what is no JSON.
 */
export function readSamples(
  text: string,
  {
    path,
    areLines,
    areItems,
  }: { readonly path: string; readonly areLines: boolean; readonly areItems: boolean },
): readonly Json[] {
  if (areLines) {
    return text.split('\n').flatMap((line, index) => {
      return /\S/.test(line) ? [readOne(line, path, index)] : []
    })
  }
  const json = readOne(text, path, 0)
  if (!areItems) return [json]
  if (json.kind === 'array') return json.items
  throw new UsageError(`${path} is no list, as --items wants it`)
}

function readOne(text: string, path: string, linesBefore: number): Json {
  try {
    return readJson(text)
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error
    const { line, column } = lineAndColumn(text, error.offset)
    throw new UsageError(`${path}:${line + linesBefore}:${column}: ${error.message}`)
  }
}
