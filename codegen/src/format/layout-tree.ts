import { valueEnd } from '../diagnostics/json-spans.ts'

/** A JSON value as it is written, and how wide it is on one line. */
export type LayoutNode = ScalarNode | ArrayNode | ObjectNode

interface NodeBase {
  /** Columns that the value takes on one line. */
  readonly width: number
}

/** A word, a number or a string. */
export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar'
  /** As written. */
  readonly text: string
}

/** A list of values. */
export interface ArrayNode extends NodeBase {
  readonly kind: 'array'
  readonly items: readonly LayoutNode[]
}

/** Values by keys. */
export interface ObjectNode extends NodeBase {
  readonly kind: 'object'
  readonly members: ReadonlyMap<string, LayoutMember>
}

/** A key with its value. */
export interface LayoutMember {
  /** As written, with its quotes. */
  readonly keyText: string
  readonly node: LayoutNode
}

/** A key stands twice in an object. */
export class RepeatedKeyError extends Error {
  override readonly name = 'RepeatedKeyError'
  /** Where the key stands again. */
  readonly offset: number

  constructor(key: string, offset: number) {
    super(`The key "${key}" is repeated`)
    this.offset = offset
  }
}

/**
 * The tree of a text that is JSON without comments; it goes through the text once. Throws
 * {@link RepeatedKeyError}.
 */
export function readLayoutTree(text: string): LayoutNode {
  let at = 0

  function skip(): string {
    while (/[\s,:]/.test(text[at] ?? '')) at++
    return text[at] ?? ''
  }

  function scalar(): string {
    const start = at
    at = valueEnd(text, start)
    return text.slice(start, at)
  }

  function value(): LayoutNode {
    const first = skip()
    if (first === '{') return object()
    if (first === '[') return array()
    const written = scalar()
    return { kind: 'scalar', text: written, width: written.length }
  }

  function array(): ArrayNode {
    const items: LayoutNode[] = []
    let width = 0
    at++
    while (skip() !== ']') {
      const item = value()
      items.push(item)
      width += item.width + SEPARATOR
    }
    at++
    return { kind: 'array', items, width: BRACKETS + Math.max(width - SEPARATOR, 0) }
  }

  function object(): ObjectNode {
    const members = new Map<string, LayoutMember>()
    let width = 0
    at++
    while (skip() !== '}') {
      const start = at
      const keyText = scalar()
      const key = String(JSON.parse(keyText))
      if (members.has(key)) throw new RepeatedKeyError(key, start)
      const node = value()
      members.set(key, { keyText, node })
      width += keyText.length + SEPARATOR + node.width + SEPARATOR
    }
    at++
    // One space inside each brace, but none in an empty object.
    const inside = members.size === 0 ? 0 : width - SEPARATOR + 2
    return { kind: 'object', members, width: BRACKETS + inside }
  }

  return value()
}

const BRACKETS = 2
/** Of a comma or a colon and the space after it. */
const SEPARATOR = 2
