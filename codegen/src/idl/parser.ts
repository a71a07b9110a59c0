import { docText } from './doc-comment.ts'
import type { ProblemList, SourceFile, Span } from './problem.ts'
import { type Token, tokenize } from './tokens.ts'
import type { Identifier } from './tree.ts'

/** The state of parsing one IDL text. */
export interface Parser {
  readonly source: SourceFile
  readonly problems: ProblemList
  /** Without documentation comments; the last one is the end. */
  readonly tokens: readonly Token[]
  /** The documentation comments before each token that has some, in the order of the text. */
  readonly docs: ReadonlyMap<Token, readonly Token[]>
  /** Documentation comments that belong to something. */
  readonly usedDocs: Set<Token>
  /** Index of the next token. */
  at: number
  /** How many types or values are open around the next token. */
  depth: number
}

/** Stops reading a declaration whose rest makes no sense; the problem has been reported. */
export class SyntaxFailure extends Error {
  override readonly name = 'SyntaxFailure'
}

/** The deepest nesting of types, and of arrays and objects in a value. */
export const MAX_NESTING = 200

/** A parser at the beginning of a text. Characters outside the language are reported already. */
export function newParser(source: SourceFile, problems: ProblemList): Parser {
  const tokens: Token[] = []
  const docs = new Map<Token, readonly Token[]>()
  let waiting: Token[] = []
  for (const token of tokenize(source.text)) {
    if (token.kind === 'doc') {
      waiting.push(token)
      continue
    }
    if (token.kind === 'bad') {
      problems.error(source, token, 'IDL_SYNTAX', token.complaint ?? 'Unexpected character')
      const quote = token.text[0]
      if (quote !== '"' && quote !== "'") continue
    }
    tokens.push(token)
    if (waiting.length > 0) docs.set(token, waiting)
    waiting = []
  }
  return { source, problems, tokens, docs, usedDocs: new Set(), at: 0, depth: 0 }
}

/** The next token, or one after it. */
export function peek(parser: Parser, ahead = 0): Token {
  const { tokens, at } = parser
  return tokens[Math.min(at + ahead, tokens.length - 1)]!
}

/** Passes the next token. */
export function next(parser: Parser): Token {
  const token = peek(parser)
  if (token.kind !== 'end') parser.at++
  return token
}

/** The token passed last. */
export function previous(parser: Parser): Token {
  return parser.tokens[Math.max(parser.at - 1, 0)]!
}

/** From the beginning of something to the end of the token passed last. */
export function spanFrom(parser: Parser, offset: number): Span {
  return { offset, end: Math.max(previous(parser).end, offset) }
}

/** Whether the next token, or one after it, is this mark. */
export function isMark(parser: Parser, mark: string, ahead = 0): boolean {
  const token = peek(parser, ahead)
  return token.kind === 'mark' && token.text === mark
}

/** Whether the next token, or one after it, is this word without back quotes. */
export function isWord(parser: Parser, word: string, ahead = 0): boolean {
  const token = peek(parser, ahead)
  return token.kind === 'name' && token.text === word
}

/** Passes a mark if it is next. */
export function acceptMark(parser: Parser, mark: string): boolean {
  if (!isMark(parser, mark)) return false
  parser.at++
  return true
}

/** Passes a word if it is next. */
export function acceptWord(parser: Parser, word: string): boolean {
  if (!isWord(parser, word)) return false
  parser.at++
  return true
}

/** Passes a mark without which nothing that follows makes sense. */
export function requireMark(parser: Parser, mark: string, context: string): Token {
  if (!isMark(parser, mark)) failAtNext(parser, `"${mark}" is expected ${context}`)
  return next(parser)
}

/** Passes the mark that ends something; if it is missing, what follows is read all the same. */
export function endMark(parser: Parser, mark: string, context: string): void {
  if (acceptMark(parser, mark)) return
  const token = peek(parser)
  const begins = token.kind === 'name' || token.text === '@' || token.text === '}'
  const message = `"${mark}" is missing ${context}, before ${describe(token)}`
  if (!begins) failAtNext(parser, message)
  complain(parser, token, message)
}

/** Passes a name; any keyword is one. */
export function readIdentifier(parser: Parser, what: string): Identifier {
  const token = peek(parser)
  if (token.kind !== 'name') {
    const hint =
      token.kind === 'float' && /^[A-Za-z]/.test(token.text)
        ? `${token.text} is a number; write \`${token.text}\` for a name`
        : undefined
    failAtNext(parser, `${what} is expected`, hint)
  }
  parser.at++
  const { offset, end, text } = token
  return { offset, end, text: text.replaceAll('`', ''), isQuoted: text.includes('`') }
}

/** The text of the documentation comment before a token, which has been used up then. */
export function takeDoc(parser: Parser, before: Token): string | undefined {
  const doc = parser.docs.get(before)?.at(-1)
  if (!doc || parser.usedDocs.has(doc)) return undefined
  parser.usedDocs.add(doc)
  return docText(doc.text)
}

/** Reads something inside of something else. */
export function nested<Value>(parser: Parser, read: () => Value): Value {
  if (parser.depth >= MAX_NESTING) {
    const message = `Nesting is deeper than ${MAX_NESTING} levels`
    parser.problems.error(parser.source, peek(parser), 'IDL_LIMIT', message)
    throw new SyntaxFailure(message)
  }
  parser.depth++
  try {
    return read()
  } finally {
    parser.depth--
  }
}

/** Reports a syntax error, after which reading goes on. */
export function complain(parser: Parser, span: Span, message: string, hint?: string): void {
  parser.problems.error(parser.source, span, 'IDL_SYNTAX', message, { hint })
}

/** Reports a syntax error at the next token and stops reading the declaration. */
export function failAtNext(parser: Parser, message: string, hint?: string): never {
  const token = peek(parser)
  const found = message.includes('before ') ? message : `${message}, not ${describe(token)}`
  complain(parser, token, found, hint)
  throw new SyntaxFailure(found)
}

/**
 * Reads with a function; if it fails, passes what is left up to and with the next `;`, or up to
 * the brace that closes what is around, or up to the end.
 */
export function readOrSkip<Value>(parser: Parser, read: () => Value): Value | undefined {
  const start = parser.at
  try {
    return read()
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error
    if (parser.problems.isFull) parser.at = parser.tokens.length - 1
    else skipRest(parser, start)
    return undefined
  }
}

/** A token for a message. */
export function describe({ kind, text }: Token): string {
  if (kind === 'end') return 'the end of the file'
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : `"${text}"`
}

const MAX_SHOWN = 40

/** Braces count from where the failed declaration began. */
function skipRest(parser: Parser, start: number): void {
  let open = 0
  for (const token of parser.tokens.slice(start, parser.at)) {
    if (token.kind !== 'mark') continue
    if (token.text === '{') open++
    if (token.text === '}' && open > 0) open--
  }
  for (;;) {
    const token = peek(parser)
    if (token.kind === 'end') return
    if (token.kind === 'mark') {
      if (token.text === '{') open++
      if (token.text === '}') {
        if (open === 0) return
        open--
        if (open === 0) {
          parser.at++
          // What a type declared in place of a field's type leaves.
          if (peek(parser).kind === 'name' && isMark(parser, ';', 1)) parser.at++
          acceptMark(parser, ';')
          return
        }
      }
      if (token.text === ';' && open === 0) {
        parser.at++
        return
      }
    }
    parser.at++
  }
}
