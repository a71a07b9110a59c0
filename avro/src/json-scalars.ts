import type { JsonNumber } from './json.ts'
import { type Cursor, code, describe, JsonSyntaxError, unexpected } from './json-cursor.ts'

/** The string that begins at the cursor. */
export function readString(cursor: Cursor): string {
  const { text } = cursor
  const open = cursor.at
  let runStart = open + 1
  let value = ''
  for (let at = runStart; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === code.quote) {
      cursor.at = at + 1
      return value === '' ? text.slice(runStart, at) : value + text.slice(runStart, at)
    }
    if (unit === code.backslash) {
      cursor.at = at + 1
      value += text.slice(runStart, at) + readEscape(cursor)
      runStart = cursor.at
      at = runStart - 1
    } else if (unit < code.space) {
      const complaint = `Illegal unquoted character ((CTRL-CHAR, code ${unit}))`
      throw new JsonSyntaxError(`${complaint}: has to be escaped in a string`, at)
    }
  }
  throw new JsonSyntaxError('Unexpected end-of-input: was expecting closing quote', open)
}

/** The number that begins at the cursor. */
export function readNumber(cursor: Cursor): JsonNumber {
  const { text } = cursor
  const start = cursor.at
  if (text.charCodeAt(cursor.at) === code.minus) cursor.at++
  const firstDigit = cursor.at
  skipDigits(cursor)
  if (text.charCodeAt(firstDigit) === code.zero && cursor.at > firstDigit + 1) {
    throw new JsonSyntaxError('Invalid numeric value: Leading zeroes not allowed', start)
  }
  if (text.charCodeAt(cursor.at) === code.dot) {
    cursor.at++
    skipDigits(cursor)
  }
  if ((text.charCodeAt(cursor.at) | LOWER_CASE) === LETTER_E) {
    cursor.at++
    const sign = text.charCodeAt(cursor.at)
    if (sign === code.plus || sign === code.minus) cursor.at++
    skipDigits(cursor)
  }
  const length = cursor.at - start
  if (length > MAX_NUMBER_LENGTH) {
    const excess = `(${length}) exceeds the maximum allowed (${MAX_NUMBER_LENGTH})`
    throw new JsonSyntaxError(`Number value length ${excess}`, start)
  }
  return { kind: 'number', at: start, lexeme: text.slice(start, cursor.at) }
}

/** Passes `true`, `false` or `null`; false if the cursor is at another word. */
export function passWord(cursor: Cursor, word: string): boolean {
  const { text, at } = cursor
  if (!text.startsWith(word, at) || WORD_CHARACTER.test(text.charAt(at + word.length))) return false
  cursor.at += word.length
  return true
}

/** @throws JsonSyntaxError: no value begins at the cursor. */
export function noValue(cursor: Cursor): never {
  const { text, at } = cursor
  let end = at
  while (end - at < MAX_TOKEN_LENGTH && WORD_CHARACTER.test(text.charAt(end))) end++
  if (end === at) unexpected(cursor, `expected a valid value ${VALUES}`)
  const token = `Unrecognized token '${text.slice(at, end)}'`
  throw new JsonSyntaxError(`${token}: was expecting ${VALUES}`, at)
}

/** Whether a character code is that of an ASCII digit. */
export function isDigit(unit: number): boolean {
  return unit >= code.zero && unit <= code.nine
}

const LOWER_CASE = 0x20
const LETTER_A = 0x61
const LETTER_E = 0x65
const LETTER_F = 0x66

/** Jackson's bound. */
const MAX_NUMBER_LENGTH = 1000
const MAX_TOKEN_LENGTH = 256

const WORD_CHARACTER = /[\p{L}\p{Nd}_$]/u
const VALUES = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')"

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

/** The character an escape stands for; the cursor is after the backslash and moves past it. */
function readEscape(cursor: Cursor): string {
  const { text } = cursor
  const at = cursor.at++
  const letter = text.charAt(at)
  const character = ESCAPES.get(letter)
  if (character !== undefined) return character
  if (letter !== 'u') {
    throw new JsonSyntaxError(`Unrecognized character escape ${describe(text, at)}`, at)
  }
  let unit = 0
  for (let digit = 0; digit < 4; digit++) {
    const value = hexValue(text.charCodeAt(cursor.at))
    if (value < 0) unexpected(cursor, 'expected a hex-digit for character escape sequence')
    unit = unit * 16 + value
    cursor.at++
  }
  return String.fromCharCode(unit)
}

function hexValue(unit: number): number {
  if (isDigit(unit)) return unit - code.zero
  const letter = unit | LOWER_CASE
  return letter >= LETTER_A && letter <= LETTER_F ? letter - LETTER_A + 10 : -1
}

function skipDigits(cursor: Cursor): void {
  const { text } = cursor
  if (!isDigit(text.charCodeAt(cursor.at))) {
    unexpected(cursor, 'expected digit (0-9) in a numeric value')
  }
  while (isDigit(text.charCodeAt(cursor.at))) cursor.at++
}
