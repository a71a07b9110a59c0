import { JsonSyntaxError, readJson } from '@magicbyte/avro'
import { firstComment } from '../diagnostics/json-spans.ts'
import {
  type ArrayNode,
  type LayoutMember,
  type LayoutNode,
  type ObjectNode,
  RepeatedKeyError,
  readLayoutTree,
} from './layout-tree.ts'

/** A text that formatting would spoil, or that is no JSON. */
export class UnformattableError extends Error {
  override readonly name = 'UnformattableError'
  readonly rule: string
  /** Where in the text the reason is, in UTF-16 code units. */
  readonly offset: number

  constructor(rule: string, message: string, offset: number) {
    super(message)
    this.rule = rule
    this.offset = offset
  }
}

/**
 * The text of a schema in the canonical layout: two spaces, the keys of types and fields in a fixed
 * order with unknown ones last, on one line what fits into 100 columns except definitions of
 * records. Numbers and strings stay as they are written. Throws {@link UnformattableError} for
 * comments and repeated keys, which would be lost.
 */
export function formatAvsc(text: string): string {
  const out: string[] = []
  layOut(out, readOrRefuse(text), { role: 'type', indent: 0, used: 0 })
  out.push('\n')
  return out.join('')
}

/** What a value is in a schema, on which the order of its keys depends. */
type Role = 'type' | 'fields' | 'field' | 'data'

interface Context {
  readonly role: Role
  /** Levels of indentation of the line that the value begins on. */
  readonly indent: number
  /** Columns that are taken by what stands before and after the value on its line. */
  readonly used: number
}

const WIDTH = 100

const TYPE_KEYS = [
  'type',
  'name',
  'namespace',
  'doc',
  'aliases',
  'logicalType',
  'precision',
  'scale',
  'size',
  'symbols',
  'default',
  'items',
  'values',
]
const FIELD_KEYS = ['name', 'type', 'doc', 'default', 'order', 'aliases']

function readOrRefuse(text: string): LayoutNode {
  try {
    readJson(text)
    const comment = firstComment(text)
    if (comment !== undefined) {
      throw new UnformattableError('FORMAT_COMMENT', 'A comment would be lost', comment)
    }
    return readLayoutTree(text)
  } catch (error) {
    if (error instanceof JsonSyntaxError) {
      throw new UnformattableError('JSON_SYNTAX', error.message, error.offset)
    }
    if (error instanceof RepeatedKeyError) {
      throw new UnformattableError('FORMAT_REPEATED_KEY', error.message, error.offset)
    }
    throw error
  }
}

function layOut(out: string[], node: LayoutNode, context: Context): void {
  const { role, indent, used } = context
  const fits = indent * INDENT.length + used + node.width <= WIDTH
  if (node.kind === 'scalar' || (fits && !isAlwaysBroken(node, role))) writeFlat(out, node, role)
  else if (node.kind === 'object') layOutObject(out, node, context)
  else layOutArray(out, node, context)
}

/** Definitions of records and lists of fields are easier to read, and to compare, line by line. */
function isAlwaysBroken(node: LayoutNode, role: Role): boolean {
  if (node.kind === 'array') {
    if (role === 'fields') return node.items.length > 0
    return role === 'type' && node.items.some((item) => isAlwaysBroken(item, 'type'))
  }
  if (node.kind !== 'object') return false
  const { members } = node
  if (role === 'field') {
    const type = members.get('type')
    return type !== undefined && isAlwaysBroken(type.node, 'type')
  }
  if (role !== 'type') return false
  const element = members.get('items') ?? members.get('values')
  return members.has('fields') || (element !== undefined && isAlwaysBroken(element.node, 'type'))
}

const INDENT = '  '

function layOutObject(out: string[], object: ObjectNode, { role, indent }: Context): void {
  if (object.members.size === 0) {
    out.push('{}')
    return
  }
  let start = '{\n'
  for (const [key, { keyText, node }] of orderedMembers(object, role)) {
    out.push(start, INDENT.repeat(indent + 1), keyText, ': ')
    // The colon, its space and the comma.
    const used = keyText.length + 3
    layOut(out, node, { role: roleOf(role, key), indent: indent + 1, used })
    start = ',\n'
  }
  out.push('\n', INDENT.repeat(indent), '}')
}

function layOutArray(out: string[], array: ArrayNode, { role, indent }: Context): void {
  if (array.items.length === 0) {
    out.push('[]')
    return
  }
  let start = '[\n'
  for (const item of array.items) {
    out.push(start, INDENT.repeat(indent + 1))
    layOut(out, item, { role: itemRole(role), indent: indent + 1, used: 1 })
    start = ',\n'
  }
  out.push('\n', INDENT.repeat(indent), ']')
}

function writeFlat(out: string[], node: LayoutNode, role: Role): void {
  if (node.kind === 'scalar') {
    out.push(node.text)
  } else if (node.kind === 'array') {
    out.push('[')
    for (const [index, item] of node.items.entries()) {
      if (index > 0) out.push(', ')
      writeFlat(out, item, itemRole(role))
    }
    out.push(']')
  } else {
    let start = '{ '
    for (const [key, { keyText, node: member }] of orderedMembers(node, role)) {
      out.push(start, keyText, ': ')
      writeFlat(out, member, roleOf(role, key))
      start = ', '
    }
    out.push(node.members.size === 0 ? '{}' : ' }')
  }
}

function orderedMembers({ members }: ObjectNode, role: Role): Iterable<[string, LayoutMember]> {
  const isType = role === 'type'
  if (!isType && role !== 'field') return members
  const first = isType ? TYPE_KEYS : FIELD_KEYS
  const last = isType ? ['fields'] : []
  const known = new Set([...first, ...last])
  const others = [...members.keys()].filter((key) => !known.has(key))
  return [...first, ...others, ...last].flatMap((key): [string, LayoutMember][] => {
    const member = members.get(key)
    return member ? [[key, member]] : []
  })
}

function roleOf(role: Role, key: string): Role {
  if (role === 'field') return key === 'type' ? 'type' : 'data'
  if (role !== 'type') return 'data'
  if (key === 'fields') return 'fields'
  return key === 'items' || key === 'values' || key === 'type' ? 'type' : 'data'
}

function itemRole(role: Role): Role {
  if (role === 'fields') return 'field'
  return role === 'type' ? 'type' : 'data'
}
