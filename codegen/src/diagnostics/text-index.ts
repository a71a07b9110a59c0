import type { Position, Range } from './diagnostic.ts'

/** Tells lines and columns of one text from offsets, and the other way round. */
export interface TextIndex {
  readonly position: (offset: number) => Position
  readonly range: (start: number, end: number) => Range
  /** The offset of a line and column, both from 1; the end of the text if it has less lines. */
  readonly offset: (line: number, column: number) => number
}

/** Goes through a text once; a line ends at LF, CR LF or CR. */
export function indexText(text: string): TextIndex {
  const lineStarts = [0]
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) lineStarts.push(index + end.length)

  function position(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), text.length)
    let low = 0
    let high = lineStarts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (lineStarts[middle]! <= at) low = middle
      else high = middle
    }
    return { line: low + 1, column: at - lineStarts[low]! + 1, offset: at }
  }

  return {
    position,
    range: (start, end) => ({ start: position(start), end: position(Math.max(start, end)) }),
    offset: (line, column) =>
      Math.min((lineStarts[line - 1] ?? text.length) + column - 1, text.length),
  }
}
