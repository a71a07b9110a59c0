import type { Json, JsonArray, JsonObject } from './json.ts'

/** The deepest nesting of arrays and objects a text may have; Jackson's default. */
export const MAX_JSON_DEPTH = 1000

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

/**
 * The JSON value a text consists of, read as Avro Java reads it: line and block comments are
 * allowed inside the value, the last of repeated keys counts in the place of the first, nothing
 * may follow the value but white space, and nesting is bounded by {@link MAX_JSON_DEPTH}.
 * @throws JsonSyntaxError
 */
export function readJson(text: string): Json {
  const { value, end } = readLeadingJson(text)
  if (value === undefined) throw new JsonSyntaxError('No content: the text is empty', end)
  const rest = trailingContent(text, end)
  if (rest < text.length) {
    throw new JsonSyntaxError(`Dangling content after the end: ${text.slice(rest).trim()}`, rest)
  }
  return value
}

/**
 * The first JSON value of a text and where it ends, whatever follows; no value if there is
 * nothing but white space and comments.
 * @throws JsonSyntaxError
 */
export function readLeadingJson(text: string): { value: Json | undefined; end: number } {
  const cursor: Cursor = { text, at: 0, depth: 0 }
  const first = skipSpace(cursor)
  const value = cursor.at < text.length ? readValue(cursor, first) : undefined
  return { value, end: cursor.at }
}

/** Offset of the first character from `end` on that is neither white space nor a control character. */
export function trailingContent(text: string, end: number): number {
  let at = end
  while (at < text.length && text.charCodeAt(at) <= SPACE) at++
  return at
}

interface Cursor {
  readonly text: string
  at: number
  depth: number
}

const TAB = 0x09
const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const QUOTE = 0x22
const STAR = 0x2a
const PLUS = 0x2b
const COMMA = 0x2c
const MINUS = 0x2d
const DOT = 0x2e
const SLASH = 0x2f
const ZERO = 0x30
const NINE = 0x39
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/** Jackson's bounds, so that a text is refused here whenever it is refused there. */
const MAX_NUMBER_LENGTH = 1000
const MAX_KEY_LENGTH = 50_000

function readValue(cursor: Cursor, first: number): Json {
  switch (first) {
    case QUOTE: {
      const at = cursor.at
      return { kind: 'string', at, value: readString(cursor) }
    }
    case OPEN_BRACE:
      return readObject(cursor)
    case OPEN_BRACKET:
      return readArray(cursor)
    case 0x74:
      return { kind: 'boolean', at: readWord(cursor, 'true'), value: true }
    case 0x66:
      return { kind: 'boolean', at: readWord(cursor, 'false'), value: false }
    case 0x6e:
      return { kind: 'null', at: readWord(cursor, 'null') }
    default:
      if (first === MINUS || isDigit(first)) return readNumber(cursor)
      return unexpected(cursor, 'a value (string, number, array, object, true, false or null)')
  }
}

function readObject(cursor: Cursor): JsonObject {
  const at = cursor.at
  const members = new Map<string, Json>()
  enter(cursor)
  let code = skipSpace(cursor)
  while (code !== CLOSE_BRACE) {
    if (code !== QUOTE) unexpected(cursor, 'double-quote to start field name')
    const keyAt = cursor.at
    const key = readString(cursor)
    if (key.length > MAX_KEY_LENGTH) {
      throw new JsonSyntaxError(
        `Name length (${key.length}) exceeds the maximum allowed (${MAX_KEY_LENGTH})`,
        keyAt,
      )
    }
    if (skipSpace(cursor) !== COLON) {
      unexpected(cursor, 'a colon to separate field name and value')
    }
    cursor.at++
    members.set(key, readValue(cursor, skipSpace(cursor)))
    code = skipSpace(cursor)
    if (code === COMMA) {
      cursor.at++
      code = skipSpace(cursor)
      if (code === CLOSE_BRACE) unexpected(cursor, 'double-quote to start field name')
    } else if (code !== CLOSE_BRACE) {
      unexpected(cursor, 'comma to separate Object entries')
    }
  }
  leave(cursor)
  return { kind: 'object', at, members }
}

function readArray(cursor: Cursor): JsonArray {
  const at = cursor.at
  const items: Json[] = []
  enter(cursor)
  let code = skipSpace(cursor)
  while (code !== CLOSE_BRACKET) {
    items.push(readValue(cursor, code))
    code = skipSpace(cursor)
    if (code === COMMA) {
      cursor.at++
      code = skipSpace(cursor)
      if (code === CLOSE_BRACKET) unexpected(cursor, 'a value after the comma')
    } else if (code !== CLOSE_BRACKET) {
      unexpected(cursor, 'comma to separate Array entries')
    }
  }
  leave(cursor)
  return { kind: 'array', at, items }
}

function enter(cursor: Cursor): void {
  if (++cursor.depth > MAX_JSON_DEPTH) {
    throw new JsonSyntaxError(
      `Document nesting depth (${cursor.depth}) exceeds the maximum allowed (${MAX_JSON_DEPTH})`,
      cursor.at,
    )
  }
  cursor.at++
}

function leave(cursor: Cursor): void {
  cursor.depth--
  cursor.at++
}

function readString(cursor: Cursor): string {
  const { text } = cursor
  const open = cursor.at
  let runStart = open + 1
  let value = ''
  for (let at = runStart; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      cursor.at = at + 1
      return value === '' ? text.slice(runStart, at) : value + text.slice(runStart, at)
    }
    if (code === BACKSLASH) {
      cursor.at = at + 1
      value += text.slice(runStart, at) + readEscape(cursor)
      runStart = cursor.at
      at = runStart - 1
    } else if (code < SPACE) {
      cursor.at = at
      throw new JsonSyntaxError(
        `Illegal unquoted character ((CTRL-CHAR, code ${code})): has to be escaped using backslash to be included in string value`,
        at,
      )
    }
  }
  throw new JsonSyntaxError('Unexpected end-of-input in a string value', open)
}

/** The character an escape stands for; the cursor is after the backslash and moves past it. */
function readEscape(cursor: Cursor): string {
  const { text } = cursor
  switch (text.charCodeAt(cursor.at++)) {
    case QUOTE:
      return '"'
    case BACKSLASH:
      return '\\'
    case SLASH:
      return '/'
    case 0x62:
      return '\b'
    case 0x66:
      return '\f'
    case 0x6e:
      return '\n'
    case 0x72:
      return '\r'
    case 0x74:
      return '\t'
    case 0x75: {
      let unit = 0
      for (let digit = 0; digit < 4; digit++) {
        const value = hexValue(text.charCodeAt(cursor.at))
        if (value < 0) unexpected(cursor, 'a hex-digit for character escape sequence')
        unit = unit * 16 + value
        cursor.at++
      }
      return String.fromCharCode(unit)
    }
    default:
      throw new JsonSyntaxError(
        `Unrecognized character escape ${describe(text, cursor.at - 1)}`,
        cursor.at - 1,
      )
  }
}

function hexValue(code: number): number {
  if (isDigit(code)) return code - ZERO
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1
}

function readNumber(cursor: Cursor): Json {
  const { text } = cursor
  const start = cursor.at
  if (text.charCodeAt(cursor.at) === MINUS) cursor.at++
  const firstDigit = cursor.at
  readDigits(cursor)
  if (text.charCodeAt(firstDigit) === ZERO && cursor.at > firstDigit + 1) {
    throw new JsonSyntaxError('Invalid numeric value: Leading zeroes not allowed', start)
  }
  if (text.charCodeAt(cursor.at) === DOT) {
    cursor.at++
    readDigits(cursor)
  }
  if ((text.charCodeAt(cursor.at) | 0x20) === 0x65) {
    cursor.at++
    const sign = text.charCodeAt(cursor.at)
    if (sign === PLUS || sign === MINUS) cursor.at++
    readDigits(cursor)
  }
  const length = cursor.at - start
  if (length > MAX_NUMBER_LENGTH) {
    throw new JsonSyntaxError(
      `Number value length (${length}) exceeds the maximum allowed (${MAX_NUMBER_LENGTH})`,
      start,
    )
  }
  return { kind: 'number', at: start, lexeme: text.slice(start, cursor.at) }
}

function readDigits(cursor: Cursor): void {
  const { text } = cursor
  if (!isDigit(text.charCodeAt(cursor.at))) unexpected(cursor, 'digit (0-9) in a number')
  while (isDigit(text.charCodeAt(cursor.at))) cursor.at++
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE
}

/** Offset of the word, which the cursor passes. */
function readWord(cursor: Cursor, word: string): number {
  const start = cursor.at
  if (!cursor.text.startsWith(word, start)) return unexpected(cursor, `the token '${word}'`)
  cursor.at += word.length
  return start
}

/** Passes white space and comments and gives the code of the next character, NaN at the end. */
function skipSpace(cursor: Cursor): number {
  const { text } = cursor
  for (;;) {
    const code = text.charCodeAt(cursor.at)
    if (code === SPACE || code === LF || code === CR || code === TAB) cursor.at++
    else if (code === SLASH) skipComment(cursor)
    else return code
  }
}

function skipComment(cursor: Cursor): void {
  const { text } = cursor
  const start = cursor.at
  const second = text.charCodeAt(start + 1)
  if (second === SLASH) {
    cursor.at += 2
    while (cursor.at < text.length) {
      const code = text.charCodeAt(cursor.at)
      if (code === LF || code === CR) return
      cursor.at++
    }
  } else if (second === STAR) {
    const close = text.indexOf('*/', start + 2)
    if (close < 0) throw new JsonSyntaxError('Unexpected end-of-input in a comment', start)
    cursor.at = close + 2
  } else {
    unexpected(cursor, "either '*' or '/' after it for a comment")
  }
}

function unexpected(cursor: Cursor, expected: string): never {
  const { text, at } = cursor
  if (at >= text.length) {
    throw new JsonSyntaxError(`Unexpected end-of-input: was expecting ${expected}`, at)
  }
  throw new JsonSyntaxError(
    `Unexpected character (${describe(text, at)}): was expecting ${expected}`,
    at,
  )
}

function describe(text: string, at: number): string {
  return `'${text.charAt(at)}' (code ${text.charCodeAt(at)})`
}
