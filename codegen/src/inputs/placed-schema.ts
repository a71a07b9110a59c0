import { IdlNestingError, type IdlProblem, type PlacedJson } from '../idl/index.ts'
import type { ReadProblem, ReadSchema } from './schema-reader.ts'

/** What a file says, from its problems and the JSON that was made of it. */
export function readPlaced(
  location: string,
  found: readonly IdlProblem[],
  write: () => PlacedJson | undefined,
): ReadSchema {
  const problems = found.map((problem) => toProblem(location, problem))
  const json = writeOrExplain(location, write, problems)
  return {
    text: json?.text,
    problems,
    spanOf(offset) {
      const place = json?.placeAt(offset)
      // What comes from an imported file has no place in this one.
      if (place?.file !== location) return { start: 0, end: 0 }
      return { start: place.offset, end: place.end }
    },
  }
}

function writeOrExplain(
  location: string,
  write: () => PlacedJson | undefined,
  problems: ReadProblem[],
): PlacedJson | undefined {
  try {
    return write()
  } catch (error) {
    if (!(error instanceof IdlNestingError)) throw error
    const { file, offset, end } = error.place
    const span = file === location ? { start: offset, end } : { start: 0, end: 0 }
    problems.push({ rule: 'IDL_LIMIT', message: error.message, ...span })
    return undefined
  }
}

/** A problem of an imported file is told at the beginning of the file that imports it. */
function toProblem(location: string, problem: IdlProblem): ReadProblem {
  const { rule, severity, message, hint, file, offset, end, line, column } = problem
  const details = { rule, severity, ...(hint !== undefined && { hint }) }
  if (file === location) {
    const { related } = problem
    if (related?.file !== location) return { ...details, message, start: offset, end }
    const other = { message: related.message, start: related.offset, end: related.end }
    return { ...details, message, start: offset, end, related: other }
  }
  const where = `${file.slice(file.lastIndexOf('/') + 1)}:${line}:${column}`
  return { ...details, message: `In the imported file ${where}: ${message}`, start: 0, end: 0 }
}
