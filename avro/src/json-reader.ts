import type { Json, JsonArray, JsonObject } from './json.ts'
import { type Cursor, code, JsonSyntaxError, skipSpace, unexpected } from './json-cursor.ts'
import { isDigit, noValue, passWord, readNumber, readString } from './json-scalars.ts'

/** The deepest nesting of arrays and objects a text may have; Jackson's default. */
export const MAX_JSON_DEPTH = 1000

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
  if (rest < text.length) throw new JsonSyntaxError('Content after the end of the value', rest)
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

/** Offset of the first character from `end` on that is not white space or a control character. */
export function trailingContent(text: string, end: number): number {
  let at = end
  while (at < text.length && text.charCodeAt(at) <= code.space) at++
  return at
}

/** Jackson's bound. */
const MAX_KEY_LENGTH = 50_000

const LETTER_F = 0x66
const LETTER_N = 0x6e
const LETTER_T = 0x74

function readValue(cursor: Cursor, first: number): Json {
  const { at } = cursor
  switch (first) {
    case code.quote:
      return { kind: 'string', at, value: readString(cursor) }
    case code.openBrace:
      return readObject(cursor)
    case code.openBracket:
      return readArray(cursor)
    case LETTER_T:
      return passWord(cursor, 'true') ? { kind: 'boolean', at, value: true } : noValue(cursor)
    case LETTER_F:
      return passWord(cursor, 'false') ? { kind: 'boolean', at, value: false } : noValue(cursor)
    case LETTER_N:
      return passWord(cursor, 'null') ? { kind: 'null', at } : noValue(cursor)
    default:
      return first === code.minus || isDigit(first) ? readNumber(cursor) : noValue(cursor)
  }
}

function readObject(cursor: Cursor): JsonObject {
  const { at } = cursor
  const members = new Map<string, Json>()
  open(cursor)
  let next = skipSpace(cursor)
  while (next !== code.closeBrace) {
    const key = readKey(cursor, next)
    if (skipSpace(cursor) !== code.colon) {
      unexpected(cursor, 'was expecting a colon to separate field name and value')
    }
    cursor.at++
    members.set(key, readValue(cursor, skipSpace(cursor)))
    next = skipSpace(cursor)
    if (next === code.comma) {
      cursor.at++
      next = skipSpace(cursor)
      if (next === code.closeBrace) readKey(cursor, next)
    } else if (next !== code.closeBrace) {
      unexpected(cursor, 'was expecting comma to separate Object entries')
    }
  }
  close(cursor)
  return { kind: 'object', at, members }
}

function readKey(cursor: Cursor, first: number): string {
  const { at } = cursor
  if (first !== code.quote) unexpected(cursor, 'was expecting double-quote to start field name')
  const key = readString(cursor)
  if (key.length > MAX_KEY_LENGTH) {
    const excess = `(${key.length}) exceeds the maximum allowed (${MAX_KEY_LENGTH})`
    throw new JsonSyntaxError(`Name length ${excess}`, at)
  }
  return key
}

function readArray(cursor: Cursor): JsonArray {
  const { at } = cursor
  const items: Json[] = []
  open(cursor)
  let next = skipSpace(cursor)
  while (next !== code.closeBracket) {
    items.push(readValue(cursor, next))
    next = skipSpace(cursor)
    if (next === code.comma) {
      cursor.at++
      next = skipSpace(cursor)
      if (next === code.closeBracket) noValue(cursor)
    } else if (next !== code.closeBracket) {
      unexpected(cursor, 'was expecting comma to separate Array entries')
    }
  }
  close(cursor)
  return { kind: 'array', at, items }
}

function open(cursor: Cursor): void {
  if (++cursor.depth > MAX_JSON_DEPTH) {
    const excess = `(${cursor.depth}) exceeds the maximum allowed (${MAX_JSON_DEPTH})`
    throw new JsonSyntaxError(`Document nesting depth ${excess}`, cursor.at)
  }
  cursor.at++
}

function close(cursor: Cursor): void {
  cursor.depth--
  cursor.at++
}
