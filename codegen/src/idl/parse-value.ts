import type { Json } from '@magicbyte/avro'
import { floatLexeme, integerLexeme, type LiteralError, stringValue } from './literals.ts'
import {
  acceptMark,
  complain,
  failAtNext,
  isMark,
  nested,
  next,
  type Parser,
  peek,
  readIdentifier,
  requireMark,
  spanFrom,
} from './parser.ts'
import type { Token } from './tokens.ts'
import type { Annotation, ValueNode } from './tree.ts'

/** The JSON value that is next, with the numbers and strings of Java. */
export function readValue(parser: Parser): ValueNode {
  const { offset } = peek(parser)
  const json = readJson(parser)
  return { ...spanFrom(parser, offset), json }
}

/** The annotations that are next, maybe none. */
export function readAnnotations(parser: Parser): Annotation[] {
  const annotations: Annotation[] = []
  while (isMark(parser, '@')) {
    const { offset } = next(parser)
    const name = readIdentifier(parser, 'The name of an annotation')
    requireMark(parser, '(', `with a value after @${name.text}`)
    const value = readValue(parser)
    requireMark(parser, ')', `after the value of @${name.text}`)
    annotations.push({ ...spanFrom(parser, offset), name, value })
  }
  return annotations
}

/** The text of the string that is next. */
export function readText(parser: Parser, what: string): string {
  const token = peek(parser)
  // A string that does not end has been reported.
  if (token.kind === 'bad') return next(parser).text.slice(1)
  if (token.kind !== 'string') failAtNext(parser, `${what} is expected`)
  parser.at++
  const text = checked(parser, token, stringValue(token.text))
  return text?.value ?? ''
}

/** The integer that is next. */
export function readInteger(parser: Parser, what: string): ValueNode {
  const token = peek(parser)
  if (token.kind !== 'integer') failAtNext(parser, `${what} is expected`)
  return readValue(parser)
}

function readJson(parser: Parser): Json {
  const token = peek(parser)
  const at = token.offset
  switch (token.kind) {
    case 'string':
    case 'bad':
      return { kind: 'string', at, value: readText(parser, 'A string') }
    case 'integer': {
      const number = checked(parser, next(parser), integerLexeme(token.text))
      return { kind: 'number', at, lexeme: number?.lexeme ?? '0' }
    }
    case 'float': {
      const number = checked(parser, next(parser), floatLexeme(token.text))
      return { kind: 'number', at, lexeme: number?.lexeme ?? '0.0' }
    }
    case 'mark':
      if (token.text === '[') return nested(parser, () => readArray(parser))
      if (token.text === '{') return nested(parser, () => readObject(parser))
      break
    case 'name':
      if (token.text === 'true' || token.text === 'false') {
        return { kind: 'boolean', at, value: next(parser).text === 'true' }
      }
      if (token.text === 'null') {
        parser.at++
        return { kind: 'null', at }
      }
      break
    default:
  }
  const hint = token.kind === 'name' ? 'Strings, symbols of enums too, need quotes' : undefined
  return failAtNext(parser, 'A JSON value is expected', hint)
}

function readArray(parser: Parser): Json {
  const { offset } = next(parser)
  const items: Json[] = []
  readList(parser, ']', () => items.push(readJson(parser)))
  return { kind: 'array', at: offset, items }
}

function readObject(parser: Parser): Json {
  const { offset } = next(parser)
  const members = new Map<string, Json>()
  readList(parser, '}', () => {
    const key = readText(parser, 'A key in quotes')
    requireMark(parser, ':', 'after the key')
    members.set(key, readJson(parser))
  })
  return { kind: 'object', at: offset, members }
}

/** Reads what stands between commas up to and with a mark. */
export function readList(parser: Parser, close: string, readItem: () => void): void {
  while (!acceptMark(parser, close)) {
    readItem()
    if (isMark(parser, close)) continue
    const comma = requireMark(parser, ',', `or "${close}" in the list`)
    if (isMark(parser, close)) complain(parser, comma, `A comma before "${close}" is not allowed`)
  }
}

function checked<Value extends object>(
  parser: Parser,
  token: Token,
  result: Value | LiteralError,
): Value | undefined {
  if (!('error' in result)) return result
  const { error, at, hint } = result
  complain(parser, { offset: token.offset + at, end: token.end }, error, hint)
  return undefined
}
