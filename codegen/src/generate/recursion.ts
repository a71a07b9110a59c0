import { type RecordSchema, type Schema, unionShape, type ValueMapping } from '@magicbyte/avro'
import type { Catalog } from './catalog.ts'
import { mappedFields } from './field-defaults.ts'
import { mapNode } from './node-mapping.ts'

/** A function for a record: one that writes it, or one that reads it with or without a tag. */
export interface RecordNode {
  readonly fullName: string
  /** The member that is added to what is read. */
  readonly tag?: string | undefined
}

/**
 * Which functions call which again, so that depth has to be counted there. Depth is counted where
 * the codec counts it, if it is compiled for the root of the file: at the calls that close a
 * circle.
 */
export interface Recursion {
  /** Whether a call closes a circle. */
  readonly closesCircle: (from: RecordNode | undefined, to: RecordNode) => boolean
  /** The functions that are called where a circle is closed. */
  readonly counted: readonly RecordNode[]
  readonly nodes: readonly RecordNode[]
  /** Those of one record. */
  readonly countedOf: (fullName: string) => readonly RecordNode[]
  readonly nodesOf: (fullName: string) => readonly RecordNode[]
  /** A text that differs where the calls of a record's functions that close circles differ. */
  readonly closingOf: (fullName: string) => string
}

/** Follows the functions that write, or those that read. */
export function findRecursion(
  catalog: Catalog,
  whole: ValueMapping,
  direction: 'write' | 'read',
): Recursion {
  const closing = new Set<string>()
  const closingTo = new Map<string, Set<string>>()
  const counted = new Map<string, RecordNode>()
  const nodes = new Map<string, RecordNode>()
  const onPath = new Set<string>()

  function follow(schema: Schema, mapping: ValueMapping, from: string, tag?: string): void {
    if (schema.type === 'union') {
      const shape = unionShape(schema, mapping)
      for (const branch of shape.branches) {
        const isTagged = direction === 'read' && branch.form === 'tagged-record'
        follow(branch.schema, mapping, from, isTagged ? shape.tag : undefined)
      }
      return
    }
    const { inner } = mapNode(schema, mapping)
    if (schema.type === 'array') follow(schema.items, inner, from)
    else if (schema.type === 'map') follow(schema.values, inner, from)
    else if (schema.type === 'record') call(schema, from, tag)
  }

  function call({ fullName }: RecordSchema, from: string, tag: string | undefined): void {
    const node = { fullName, tag }
    const key = keyOf(node)
    if (onPath.has(key)) {
      closing.add(`${from}\n${key}`)
      const calls = closingTo.get(fullName)
      if (calls) calls.add(from)
      else closingTo.set(fullName, new Set([from]))
      counted.set(key, node)
      return
    }
    if (nodes.has(key)) return
    nodes.set(key, node)
    const record = catalog.types.get(fullName)?.schema
    if (record?.type !== 'record') return
    onPath.add(key)
    for (const { field, mapping } of mappedFields(record, whole)) follow(field.type, mapping, key)
    onPath.delete(key)
  }

  for (const { root } of catalog.inputs) follow(root, whole, '')
  for (const { schema } of catalog.types.values()) follow(schema, whole, '')
  return {
    closesCircle: (from, to) => closing.has(`${from ? keyOf(from) : ''}\n${keyOf(to)}`),
    counted: [...counted.values()],
    nodes: [...nodes.values()],
    countedOf: byRecord(counted.values()),
    nodesOf: byRecord(nodes.values()),
    closingOf: (fullName) => [...(closingTo.get(fullName) ?? [])].sort().join(' '),
  }
}

function byRecord(nodes: Iterable<RecordNode>): (fullName: string) => readonly RecordNode[] {
  const byName = new Map<string, RecordNode[]>()
  for (const node of nodes) {
    const known = byName.get(node.fullName)
    if (known) known.push(node)
    else byName.set(node.fullName, [node])
  }
  return (fullName) => byName.get(fullName) ?? []
}

function keyOf({ fullName, tag }: RecordNode): string {
  return tag === undefined ? fullName : `${fullName}\t${tag}`
}
