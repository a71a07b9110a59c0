import type { Span } from './problem.ts'

/** What a token is. */
export type TokenKind =
  /** A name, dotted or not, without back quotes; any keyword is one too. */
  | 'name'
  /** A string in double or single quotes. */
  | 'string'
  | 'integer'
  | 'float'
  /** One of the marks `( ) { } [ ] < > : ; , @ = ?`. */
  | 'mark'
  /** A documentation comment. */
  | 'doc'
  /** Characters that are not part of the language, or a string or comment that does not end. */
  | 'bad'
  /** The end of the text, or of what counts of it. */
  | 'end'

/** A piece of an IDL text. */
export interface Token extends Span {
  readonly kind: TokenKind
  /** As written, except that the end has no text. */
  readonly text: string
  /** Of a bad token only. */
  readonly complaint?: string
}

/**
 * Splits a text as Avro Java's lexer does, where comments other than those for documentation,
 * white space and all that follows a character 26 do not count. Unlike there a comment without
 * content (`/` `**` `/`) ends where it ends, strings may stand in single quotes, digits may be
 * grouped by `_`, and foreign characters are not left out silently.
 * The last token is the end.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0
  for (;;) {
    const token = nextToken(text, at)
    if (token.kind !== 'skipped') tokens.push(token as Token)
    if (token.kind === 'end') return tokens
    at = token.end
  }
}

/** The parts of a name between dots and dashes, in which back quotes only guard from keywords. */
const PART = '[_\\p{XID_Start}]\\p{XID_Continue}*'
const QUOTABLE = `(?:\`${PART}\`|${PART})`
const NAME = new RegExp(`${QUOTABLE}(?:[.-]${QUOTABLE})*`, 'uy')

const SPACE = /[ \t\n\r\f]+/y
const LINE_COMMENT = /\/\/[^\n\r]*/y
const DIGITS = '\\d(?:_?\\d)*'
const HEX_DIGITS = '[\\da-fA-F](?:_?[\\da-fA-F])*'
const INTEGER = new RegExp(`-?(?:0[xX]${HEX_DIGITS}|${DIGITS})[lL]?`, 'y')
const DECIMAL_FLOAT =
  `(?:(?:${DIGITS}\\.(?:${DIGITS})?|\\.${DIGITS})(?:[eE][+-]?\\d+)?[fFdD]?` +
  `|${DIGITS}(?:[eE][+-]?\\d+[fFdD]?|[fFdD]))`
const HEX_FLOAT = `0[xX](?:${HEX_DIGITS}(?:\\.(?:${HEX_DIGITS})?)?|\\.${HEX_DIGITS})[pP][+-]?\\d+[fFdD]?`
const FLOAT = new RegExp(`[+-]?(?:NaN|Infinity|${HEX_FLOAT}|${DECIMAL_FLOAT})`, 'y')
const MARKS = new Set('(){}[]<>:;,@=?')
const BYTE_ORDER_MARK = 0xfeff
const END_OF_FILE = '\u001a'

type Piece = Omit<Token, 'kind'> & { readonly kind: TokenKind | 'skipped' }

function nextToken(text: string, at: number): Piece {
  const char = text[at]
  if (char === undefined || char === END_OF_FILE) {
    return { kind: 'end', offset: at, end: at, text: '' }
  }
  const space = matchEnd(SPACE, text, at)
  if (space > at) return { kind: 'skipped', offset: at, end: space, text: '' }
  if (char === '/') return comment(text, at)
  if (char === '"' || char === "'") return stringToken(text, at, char)
  if (MARKS.has(char)) return piece('mark', text, at, at + 1)
  return word(text, at) ?? foreign(text, at)
}

/** A name or number; the longest match counts, and of equals the number. */
function word(text: string, at: number): Piece | undefined {
  const name = matchEnd(NAME, text, at)
  const integer = matchEnd(INTEGER, text, at)
  const float = matchEnd(FLOAT, text, at)
  const end = Math.max(name, integer, float)
  if (end === at) return undefined
  if (integer === end) return piece('integer', text, at, end)
  return piece(float === end ? 'float' : 'name', text, at, end)
}

function comment(text: string, at: number): Piece {
  const line = matchEnd(LINE_COMMENT, text, at)
  if (line > at) return { kind: 'skipped', offset: at, end: line, text: '' }
  if (text[at + 1] !== '*') return foreign(text, at)
  if (text.startsWith('/**/', at)) return { kind: 'skipped', offset: at, end: at + 4, text: '' }
  const isDoc = text[at + 2] === '*'
  const close = text.indexOf('*/', at + (isDoc ? 3 : 2))
  if (close < 0) {
    const complaint = 'The comment does not end: "*/" is missing'
    return { ...piece('bad', text, at, text.length), complaint }
  }
  return piece(isDoc ? 'doc' : 'skipped', text, at, close + 2)
}

function stringToken(text: string, at: number, quote: string): Piece {
  for (let end = at + 1; end < text.length; end++) {
    const char = text[end]
    if (char === quote) return piece('string', text, at, end + 1)
    if (char === '\\') end++
    if (char === '\n' || char === '\r') return unended(text, at, end)
  }
  return unended(text, at, text.length)
}

function unended(text: string, at: number, end: number): Piece {
  return { ...piece('bad', text, at, end), complaint: 'The string does not end on its line' }
}

/** A character that does not begin any token, as often as it is repeated. */
function foreign(text: string, at: number): Piece {
  const code = text.codePointAt(at) ?? 0
  const char = String.fromCodePoint(code)
  let end = at + char.length
  while (text.startsWith(char, end)) end += char.length
  const shown = code > 0x20 ? `"${char}" ` : ''
  const hexadecimal = code.toString(16).toUpperCase().padStart(4, '0')
  const complaint = `Unexpected character ${shown}(U+${hexadecimal})`
  return { ...piece('bad', text, at, end), complaint }
}

function piece(kind: Piece['kind'], text: string, offset: number, end: number): Piece {
  return { kind, offset, end, text: text.slice(offset, end) }
}

/** Where a sticky expression that matches at an offset ends; the offset itself if it does not. */
function matchEnd(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at
  return expression.test(text) ? expression.lastIndex : at
}
