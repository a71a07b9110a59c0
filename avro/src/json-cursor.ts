/** A text is not JSON in the dialect Avro Java reads. */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError'
  /** Where in the text it went wrong, in UTF-16 code units. */
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

/** A place in a text that is being read. */
export interface Cursor {
  readonly text: string
  at: number
  /** How many arrays and objects are open. */
  depth: number
}

/** The codes of the characters JSON is made of. */
export const code = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  quote: 0x22,
  star: 0x2a,
  plus: 0x2b,
  comma: 0x2c,
  minus: 0x2d,
  dot: 0x2e,
  slash: 0x2f,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
} as const

/** Passes white space and comments and gives the code of the next character, NaN at the end. */
export function skipSpace(cursor: Cursor): number {
  const { text } = cursor
  for (;;) {
    const next = text.charCodeAt(cursor.at)
    if (
      next === code.space ||
      next === code.lineFeed ||
      next === code.carriageReturn ||
      next === code.tab
    ) {
      cursor.at++
    } else if (next === code.slash) {
      skipComment(cursor)
    } else {
      return next
    }
  }
}

/** @throws JsonSyntaxError about the character at the cursor. */
export function unexpected(cursor: Cursor, expectation: string): never {
  const { text, at } = cursor
  if (at >= text.length) {
    throw new JsonSyntaxError(`Unexpected end-of-input: ${expectation}`, at)
  }
  throw new JsonSyntaxError(`Unexpected character (${describe(text, at)}): ${expectation}`, at)
}

/** The character at an offset, for a message. */
export function describe(text: string, at: number): string {
  return `'${text.charAt(at)}' (code ${text.charCodeAt(at)})`
}

function skipComment(cursor: Cursor): void {
  const { text } = cursor
  const start = cursor.at
  const second = text.charCodeAt(start + 1)
  if (second === code.slash) {
    cursor.at += 2
    while (cursor.at < text.length) {
      const next = text.charCodeAt(cursor.at)
      if (next === code.lineFeed || next === code.carriageReturn) return
      cursor.at++
    }
  } else if (second === code.star) {
    const close = text.indexOf('*/', start + 2)
    if (close < 0) throw new JsonSyntaxError('Unexpected end-of-input in a comment', start)
    cursor.at = close + 2
  } else {
    unexpected(cursor, "was expecting either '*' or '/' for a comment")
  }
}
