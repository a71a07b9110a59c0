import type { Json } from './json.ts'

/** Line and column of an offset, both counted from 1; a line ends at LF, CR LF or CR. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let lineStart = 0
  for (let at = 0; at < offset; at++) {
    const char = text[at]
    if (char === '\n' || (char === '\r' && text[at + 1] !== '\n')) {
      line++
      lineStart = at + 1
    }
  }
  return { line, column: offset - lineStart + 1 }
}

/** JSON pointer (RFC 6901) to the value that begins at an offset; undefined if none does. */
export function jsonPointer(json: Json, offset: number): string | undefined {
  if (json.at === offset) return ''
  if (json.kind === 'array') {
    for (const [index, item] of json.items.entries()) {
      const rest = jsonPointer(item, offset)
      if (rest !== undefined) return `/${index}${rest}`
    }
  } else if (json.kind === 'object') {
    for (const [key, value] of json.members) {
      const rest = jsonPointer(value, offset)
      if (rest !== undefined) return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}${rest}`
    }
  }
  return undefined
}
