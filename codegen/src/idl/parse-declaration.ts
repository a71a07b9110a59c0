import { readPlainType, readType } from './parse-type.ts'
import { readAnnotations, readInteger, readList, readText, readValue } from './parse-value.ts'
import {
  acceptMark,
  acceptWord,
  complain,
  describe,
  endMark,
  failAtNext,
  isMark,
  isWord,
  next,
  type Parser,
  peek,
  readIdentifier,
  readOrSkip,
  requireMark,
  spanFrom,
  takeDoc,
} from './parser.ts'
import type { Token } from './tokens.ts'
import type {
  Annotation,
  Declaration,
  EnumNode,
  FieldNode,
  FixedNode,
  Identifier,
  ImportNode,
  Member,
  MessageNode,
  NamedTypeNode,
  RecordNode,
} from './tree.ts'

/** The import, type or, if there may be some, message that is next. */
export function readMember(
  parser: Parser,
  { withMessages }: { readonly withMessages: boolean },
): Member {
  if (isImport(parser)) return readImport(parser)
  const start = readStart(parser)
  if (isTypeDeclaration(parser)) return readNamedType(parser, start)
  if (!withMessages) {
    failAtNext(parser, '"record", "enum", "fixed", "error" or "import" is expected')
  }
  return readMessage(parser, start)
}

/** What a declaration begins with, before it is known which it is. */
export interface DeclarationStart {
  readonly offset: number
  readonly doc: string | undefined
  readonly annotations: readonly Annotation[]
}

/** The documentation and annotations that are next. */
export function readStart(parser: Parser): DeclarationStart {
  const token = peek(parser)
  const doc = takeDoc(parser, token)
  return { offset: token.offset, doc, annotations: readAnnotations(parser) }
}

/** A declaration that ends at the token passed last. */
export function declaration(
  parser: Parser,
  { offset, doc, annotations }: DeclarationStart,
  name: Identifier,
): Declaration {
  return { ...spanFrom(parser, offset), name, annotations, ...(doc !== undefined && { doc }) }
}

/** Reads members up to the closing brace or the end; what makes no sense is skipped. */
export function readMembers<Item>(parser: Parser, readItem: () => Item): Item[] {
  const items: Item[] = []
  while (!isMark(parser, '}') && peek(parser).kind !== 'end') {
    if (isMark(parser, ';')) {
      complain(parser, next(parser), 'Nothing stands before this ";"')
      continue
    }
    const item = readOrSkip(parser, readItem)
    if (item !== undefined) items.push(item)
  }
  return items
}

function isImport(parser: Parser): boolean {
  if (!isWord(parser, 'import')) return false
  const isPath = ['string', 'bad'].includes(peek(parser, 2).kind)
  return isPath || peek(parser, 1).kind === 'string'
}

function readImport(parser: Parser): ImportNode {
  const { offset } = next(parser)
  const kind = peek(parser).text
  if (kind !== 'idl' && kind !== 'protocol' && kind !== 'schema') {
    const hint = 'Write for example: import idl "other.avdl";'
    failAtNext(parser, '"idl", "protocol" or "schema" is expected after "import"', hint)
  }
  parser.at++
  const token = peek(parser)
  const path = readText(parser, 'The path of a file in quotes')
  endMark(parser, ';', 'after the import')
  const pathSpan = { offset: token.offset, end: token.end }
  return { kind: 'import', ...spanFrom(parser, offset), what: kind, path, pathSpan }
}

const TYPE_WORDS: ReadonlySet<string> = new Set(['record', 'error', 'enum', 'fixed'])

/** Types may be called like the words that declare types, which only messages let them. */
function isTypeDeclaration(parser: Parser): boolean {
  if (!TYPE_WORDS.has(peek(parser).text) || peek(parser, 1).kind === 'mark') return false
  if (!isMark(parser, '(', 2)) return true
  const isParameter =
    peek(parser, 3).kind === 'name' || isMark(parser, ')', 3) || isMark(parser, '@', 3)
  return isWord(parser, 'fixed') && !isParameter
}

function readNamedType(parser: Parser, start: DeclarationStart): NamedTypeNode {
  const word = next(parser).text
  if (word === 'enum') return readEnum(parser, start)
  if (word === 'fixed') return readFixed(parser, start)
  return readRecord(parser, start, word === 'error' ? 'error' : 'record')
}

function readRecord(parser: Parser, start: DeclarationStart, kind: RecordNode['kind']): RecordNode {
  const name = readIdentifier(parser, `The name of the ${kind}`)
  requireMark(parser, '{', `after ${kind} ${name.text}`)
  const fields = readMembers(parser, () => readFields(parser)).flat()
  requireMark(parser, '}', `at the end of ${kind} ${name.text}`)
  return { kind, ...declaration(parser, start, name), fields }
}

/** The variables of one field declaration. */
function readFields(parser: Parser): FieldNode[] {
  const doc = takeDoc(parser, peek(parser))
  const typeToken = peek(parser)
  const type = readType(parser)
  const fields: FieldNode[] = []
  do fields.push(readVariable(parser, type, doc))
  while (acceptMark(parser, ','))
  if (isMark(parser, '{') && TYPE_WORDS.has(typeToken.text)) {
    const hint = 'Declare it beside this record and use its name here'
    failAtNext(parser, `A type cannot be declared inside a record: ";" is expected`, hint)
  }
  endMark(parser, ';', 'after the field')
  return fields
}

function readVariable(
  parser: Parser,
  type: FieldNode['type'],
  sharedDoc: string | undefined,
): FieldNode {
  const start = readStart(parser)
  const doc = start.doc ?? sharedDoc
  const name = readIdentifier(parser, 'A name after the type')
  const value = acceptMark(parser, '=') ? readValue(parser) : undefined
  const field = { ...declaration(parser, { ...start, doc }, name), type }
  return value ? { ...field, default: value } : field
}

function readEnum(parser: Parser, start: DeclarationStart): EnumNode {
  const name = readIdentifier(parser, 'The name of the enum')
  requireMark(parser, '{', `after enum ${name.text}`)
  const symbols: Declaration[] = []
  readList(parser, '}', () => {
    const [docToken] = parser.docs.get(peek(parser))?.slice(-1) ?? []
    const symbolStart = readStart(parser)
    if (docToken) reportSymbolDoc(parser, docToken)
    const symbol = readIdentifier(parser, 'A symbol')
    symbols.push(declaration(parser, symbolStart, symbol))
  })
  let fallback: Identifier | undefined
  if (acceptMark(parser, '=')) {
    fallback = readIdentifier(parser, 'The default symbol')
    endMark(parser, ';', 'after the default of the enum')
  } else if (isMark(parser, ';')) {
    const hint = 'Only a default after the brace needs one: } = SYMBOL;'
    complain(parser, next(parser), 'An enum does not end in ";"', hint)
  }
  const enumeration: EnumNode = { kind: 'enum', ...declaration(parser, start, name), symbols }
  return fallback ? { ...enumeration, default: fallback } : enumeration
}

/** Avro Java ignores it; it is kept for what is generated from the file itself. */
function reportSymbolDoc({ problems, source }: Parser, doc: Token): void {
  const message = 'The documentation of a symbol does not become part of the schema'
  problems.warning(source, doc, 'IDL_SYMBOL_DOC', message)
}

function readFixed(parser: Parser, start: DeclarationStart): FixedNode {
  const name = readIdentifier(parser, 'The name of the fixed type')
  requireMark(parser, '(', `after fixed ${name.text}`)
  const size = readInteger(parser, 'The size in bytes')
  requireMark(parser, ')', `after the size of fixed ${name.text}`)
  endMark(parser, ';', 'after the fixed type')
  return { kind: 'fixed', ...declaration(parser, start, name), size }
}

function readMessage(parser: Parser, start: DeclarationStart): MessageNode {
  const isVoid = isWord(parser, 'void')
  const result = isVoid ? undefined : readPlainType(parser, [])
  if (isVoid) next(parser)
  const name = readIdentifier(parser, 'The name of a message')
  if (isMark(parser, '=') || isMark(parser, ';')) {
    const hint = 'Fields stand inside of records; a message has parameters, maybe none: ()'
    failAtNext(parser, `"(" is expected after the message ${name.text}`, hint)
  }
  requireMark(parser, '(', `after the message ${name.text}`)
  const parameters: FieldNode[] = []
  readList(parser, ')', () => parameters.push(readParameter(parser)))
  const isOneWay = acceptWord(parser, 'oneway')
  const errors: Identifier[] = []
  if (!isOneWay && acceptWord(parser, 'throws')) {
    do errors.push(readIdentifier(parser, 'The name of an error'))
    while (acceptMark(parser, ','))
  }
  if (!isMark(parser, ';') && peek(parser).kind === 'name') {
    failAtNext(parser, `";", "oneway" or "throws" is expected after ${describe(peek(parser, -1))}`)
  }
  endMark(parser, ';', 'after the message')
  const message: MessageNode = {
    kind: 'message',
    ...declaration(parser, start, name),
    parameters,
    isOneWay,
    errors,
  }
  return result ? { ...message, result } : message
}

function readParameter(parser: Parser): FieldNode {
  const doc = takeDoc(parser, peek(parser))
  return readVariable(parser, readType(parser), doc)
}
