import { declaration, readMember, readMembers, readStart } from './parse-declaration.ts'
import { readType } from './parse-type.ts'
import {
  acceptWord,
  complain,
  endMark,
  isMark,
  isWord,
  newParser,
  next,
  type Parser,
  peek,
  readIdentifier,
  readOrSkip,
  requireMark,
  spanFrom,
} from './parser.ts'
import { type IdlProblem, newProblemList, type ProblemList, type SourceFile } from './problem.ts'
import type { IdlTree, Member, ProtocolTree, SchemaTree } from './tree.ts'

/** An IDL text and what it says. */
export interface ParsedIdl {
  readonly source: SourceFile
  readonly tree: IdlTree
  /** What is wrong with the text by itself, all of it found in one run. */
  readonly problems: readonly IdlProblem[]
}

/** The longest text that is read, in UTF-16 code units. */
export const MAX_IDL_LENGTH = 2 ** 21

/**
 * Reads a text in the IDL of Avro 1.12: a protocol, or a schema file. What makes no sense is
 * reported and skipped up to the next `;` or `}`, so the tree holds whatever is well-formed.
 * Names, types and annotations are not looked at yet. Never throws.
 */
export function parseIdl(text: string, { file = '' }: { readonly file?: string } = {}): ParsedIdl {
  const problems = newProblemList()
  const source = { file, text }
  const tree = parseSource(source, problems)
  return { source, tree, problems: problems.problems }
}

/** The tree of a source, the problems added to a list. */
export function parseSource(source: SourceFile, problems: ProblemList): IdlTree {
  if (source.text.length > MAX_IDL_LENGTH) {
    const message = `The text is longer than ${MAX_IDL_LENGTH} characters`
    problems.error(source, { offset: 0, end: 0 }, 'IDL_LIMIT', message)
    return { kind: 'schema', members: [] }
  }
  const parser = newParser(source, problems)
  const tree = beginsProtocol(parser)
    ? (readOrSkip(parser, () => readProtocol(parser)) ?? { kind: 'schema' as const, members: [] })
    : readSchemaFile(parser)
  reportUnusedDocs(parser)
  return tree
}

/** Looks past annotations, which both modes may begin with. */
function beginsProtocol(parser: Parser): boolean {
  let ahead = 0
  while (isMark(parser, '@', ahead)) {
    let open = 0
    ahead += 2
    do {
      const token = peek(parser, ahead)
      if (token.kind === 'end') return false
      if (isMark(parser, '(', ahead)) open++
      if (isMark(parser, ')', ahead)) open--
      ahead++
    } while (open > 0)
  }
  return isWord(parser, 'protocol', ahead)
}

function readProtocol(parser: Parser): ProtocolTree {
  const start = readStart(parser)
  next(parser)
  const name = readIdentifier(parser, 'The name of the protocol')
  requireMark(parser, '{', `after protocol ${name.text}`)
  const members = readMembers(parser, () => readMember(parser, { withMessages: true }))
  const open = parser.at
  if (isMark(parser, '}')) next(parser)
  else complain(parser, peek(parser), `"}" is missing at the end of protocol ${name.text}`)
  if (parser.at > open && peek(parser).kind !== 'end') {
    const hint = 'All types and messages stand inside the braces of the protocol'
    complain(parser, peek(parser), 'Nothing may follow a protocol', hint)
  }
  return { kind: 'protocol', ...declaration(parser, start, name), members }
}

function readSchemaFile(parser: Parser): SchemaTree {
  const namespace = readOrSkip(parser, () => readNamespace(parser))
  const main = readOrSkip(parser, () => readMain(parser))
  const members: SchemaTree['members'][number][] = []
  while (peek(parser).kind !== 'end') {
    if (isMark(parser, '}')) {
      complain(parser, next(parser), 'There is no brace that this one could close')
      continue
    }
    for (const member of readMembers(parser, () => readTopLevel(parser))) {
      if (member !== 'late' && member.kind !== 'message') members.push(member)
    }
  }
  return {
    kind: 'schema',
    ...(namespace && { namespace }),
    ...(main && { main }),
    members,
  }
}

function readNamespace(parser: Parser): SchemaTree['namespace'] {
  if (!acceptWord(parser, 'namespace')) return undefined
  const name = readIdentifier(parser, 'A namespace')
  endMark(parser, ';', 'after the namespace')
  return name
}

function readMain(parser: Parser): SchemaTree['main'] {
  if (!acceptWord(parser, 'schema')) return undefined
  const type = readType(parser)
  endMark(parser, ';', 'after the type of the schema')
  return type
}

/** Statements out of their order are reported and read all the same. */
function readTopLevel(parser: Parser): Member | 'late' {
  const { offset, text } = peek(parser)
  if ((text !== 'namespace' && text !== 'schema') || peek(parser, 1).kind === 'end') {
    return readMember(parser, { withMessages: false })
  }
  if (text === 'namespace') readNamespace(parser)
  else readMain(parser)
  const order = 'A file begins with "namespace", then "schema", each at most once; types follow'
  complain(parser, spanFrom(parser, offset), `"${text}" is not expected here`, order)
  return 'late'
}

/** A comment that documents nothing is likely to be lost by mistake. */
function reportUnusedDocs({ docs, usedDocs, source, problems }: Parser): void {
  const hint = 'For a comment that is no documentation write /* … */'
  for (const tokens of docs.values()) {
    for (const token of tokens) {
      if (usedDocs.has(token)) continue
      const message = 'This documentation comment belongs to nothing and is ignored'
      problems.warning(source, token, 'IDL_DOC_MISPLACED', message, { hint })
    }
  }
}
