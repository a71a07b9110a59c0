import { readAnnotations, readInteger, readList } from './parse-value.ts'
import {
  acceptMark,
  complain,
  isMark,
  nested,
  next,
  type Parser,
  peek,
  readIdentifier,
  requireMark,
  spanFrom,
} from './parser.ts'
import type { Annotation, TypeNode, ValueNode } from './tree.ts'

/** The words that stand for types without parts. */
export const TYPE_KEYWORDS: ReadonlySet<string> = new Set([
  'boolean',
  'int',
  'long',
  'float',
  'double',
  'bytes',
  'string',
  'null',
  'date',
  'time_ms',
  'timestamp_ms',
  'local_timestamp_ms',
  'uuid',
])

/** The type that is next, with its annotations. */
export function readType(parser: Parser): TypeNode {
  const { offset } = peek(parser)
  return readPlainType(parser, readAnnotations(parser), offset)
}

/** The type that is next, whose annotations were read before. */
export function readPlainType(
  parser: Parser,
  annotations: readonly Annotation[],
  offset = peek(parser).offset,
): TypeNode {
  return nested(parser, () => {
    const type = readBareType(parser, annotations, offset)
    if (isMark(parser, '[')) {
      const hint = 'Write array<type>'
      complain(parser, peek(parser), 'A type is not followed by brackets', hint)
      next(parser)
      acceptMark(parser, ']')
    }
    const mark = peek(parser)
    if (!acceptMark(parser, '?')) return type
    if (type.kind === 'primitive' || type.kind === 'reference') {
      return { ...type, ...spanFrom(parser, offset), isNullable: true }
    }
    if (type.kind === 'union') {
      complain(parser, mark, '"?" cannot follow a union', 'Put null among its types')
    } else {
      const hint = `Write union { null, ${type.kind}<…> }`
      complain(parser, mark, '"?" cannot follow an array or map', hint)
    }
    return type
  })
}

function readBareType(
  parser: Parser,
  annotations: readonly Annotation[],
  offset: number,
): TypeNode {
  const token = peek(parser)
  const base = { annotations, isNullable: false }
  if ((token.text === 'array' || token.text === 'map') && isMark(parser, '<', 1)) {
    parser.at += 2
    const element = readType(parser)
    requireMark(parser, '>', `after the type in the ${token.text}`)
    return { kind: token.text, ...base, ...spanFrom(parser, offset), element }
  }
  if (token.text === 'union' && isMark(parser, '{', 1)) {
    parser.at += 2
    const branches: TypeNode[] = []
    readList(parser, '}', () => branches.push(readType(parser)))
    const span = spanFrom(parser, offset)
    if (branches.length === 0) complain(parser, span, 'A union needs a type')
    return { kind: 'union', ...base, ...span, branches }
  }
  if (token.text === 'decimal' && isMark(parser, '(', 1)) {
    const numbers = readDecimal(parser)
    return { kind: 'primitive', ...base, ...spanFrom(parser, offset), word: 'decimal', ...numbers }
  }
  if (token.kind === 'name' && TYPE_KEYWORDS.has(token.text)) {
    parser.at++
    return { kind: 'primitive', ...base, ...spanFrom(parser, offset), word: token.text }
  }
  const name = readIdentifier(parser, 'A type')
  return { kind: 'reference', ...base, ...spanFrom(parser, offset), name }
}

function readDecimal(parser: Parser): { precision: ValueNode; scale?: ValueNode } {
  parser.at += 2
  const precision = readInteger(parser, 'The precision of the decimal')
  const scale = acceptMark(parser, ',')
    ? readInteger(parser, 'The scale of the decimal')
    : undefined
  requireMark(parser, ')', 'after the numbers of the decimal')
  return scale ? { precision, scale } : { precision }
}
