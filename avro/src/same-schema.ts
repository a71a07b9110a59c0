import { numberText } from './java-number.ts'
import type { Json } from './json.ts'
import type { Field, Props, Schema } from './schema.ts'
import { isStandIn } from './stand-in.ts'

/** How to compare beyond and short of what `Schema.equals` does. */
export interface Comparison {
  /** What else has to be the same about two nodes of one type and name. */
  readonly sameDetails?: (a: Schema, b: Schema) => boolean
  /** Whether two nodes were found the same before. */
  readonly knownSame?: (a: Schema, b: Schema) => boolean
}

/**
 * Avro Java's `Schema.equals`: types, full names, fields with their types, defaults and orders,
 * symbols, sizes and attributes, whatever the order of attributes; not doc, aliases, enum defaults
 * and whether a record is an error.
 */
export function sameSchema(a: Schema, b: Schema, comparison: Comparison = {}): boolean {
  const { sameDetails, knownSame } = comparison
  const pending: Pair[] = [[a, b]]
  const compared = new Map<Schema, Set<Schema>>()
  for (let pair = pending.pop(); pair; pair = pending.pop()) {
    const [left, right] = pair
    if (left === right || knownSame?.(left, right) || !isFirst(compared, left, right)) continue
    if (!sameNode(left, right, pending)) return false
    if (sameDetails && !sameDetails(left, right)) return false
  }
  return true
}

type Pair = readonly [Schema, Schema]

/** Whether the pair was not compared before; takes note of it. */
function isFirst(compared: Map<Schema, Set<Schema>>, left: Schema, right: Schema): boolean {
  const partners = compared.get(left)
  if (!partners) compared.set(left, new Set([right]))
  else if (partners.has(right)) return false
  else partners.add(right)
  return true
}

/** Compares two nodes without their children, which become pending. */
function sameNode(a: Schema, b: Schema, pending: Pair[]): boolean {
  if (isStandIn(a) || isStandIn(b) || !sameProps(a.props, b.props)) return false
  switch (a.type) {
    case 'array':
      if (b.type !== 'array') return false
      pending.push([a.items, b.items])
      return true
    case 'map':
      if (b.type !== 'map') return false
      pending.push([a.values, b.values])
      return true
    case 'union':
      if (b.type !== 'union') return false
      return sameLists(a.branches, b.branches, (x, y) => pending.push([x, y]) > 0)
    case 'record':
      if (b.type !== 'record' || a.fullName !== b.fullName) return false
      return sameLists(a.fields, b.fields, (x, y) => sameField(x, y, pending))
    case 'enum':
      if (b.type !== 'enum' || a.fullName !== b.fullName) return false
      return sameLists(a.symbols, b.symbols, Object.is)
    case 'fixed':
      return b.type === 'fixed' && a.fullName === b.fullName && a.size === b.size
    default:
      return a.type === b.type
  }
}

function sameField(a: Field, b: Field, pending: Pair[]): boolean {
  pending.push([a.type, b.type])
  return (
    a.name === b.name &&
    a.order === b.order &&
    sameProps(a.props, b.props) &&
    (a.default && b.default ? sameJson(a.default, b.default) : a.default === b.default)
  )
}

function sameProps(a: Props, b: Props): boolean {
  return a === b || sameMembers(a, b)
}

function sameMembers(a: ReadonlyMap<string, Json>, b: ReadonlyMap<string, Json>): boolean {
  if (a.size !== b.size) return false
  for (const [key, value] of a) {
    const other = b.get(key)
    if (!other || !sameJson(value, other)) return false
  }
  return true
}

/** Equality of Jackson's nodes: `1` is not `1.0`, `1.0` is `1.00`, members have no order. */
function sameJson(a: Json, b: Json): boolean {
  switch (a.kind) {
    case 'null':
      return b.kind === 'null'
    case 'boolean':
    case 'string':
      return b.kind === a.kind && a.value === b.value
    case 'number':
      return b.kind === 'number' && numberText(a.lexeme) === numberText(b.lexeme)
    case 'array':
      return b.kind === 'array' && sameLists(a.items, b.items, sameJson)
    case 'object':
      return b.kind === 'object' && sameMembers(a.members, b.members)
  }
}

/** Whether two lists are of one length and the same at every place. */
export function sameLists<T>(
  a: readonly T[],
  b: readonly T[],
  same: (x: T, y: T) => boolean,
): boolean {
  return a.length === b.length && a.every((x, at) => same(x, b[at] as T))
}
