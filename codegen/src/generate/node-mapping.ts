import {
  type LogicalConversion,
  type LongRepresentation,
  nodeMapping,
  type Schema,
  type ValueMapping,
} from '@magicbyte/avro'

/** What a node that is no union comes to, and the mapping of what it consists of. */
export interface MappedNode {
  readonly conversion: LogicalConversion | undefined
  readonly long: LongRepresentation
  /** Of the items and values; a representation of longs that a container has holds for them. */
  readonly inner: ValueMapping
}

/** As the codec maps a node when it compiles it. */
export function mapNode(
  schema: Exclude<Schema, { type: 'union' }>,
  mapping: ValueMapping,
): MappedNode {
  const { conversion, long } = nodeMapping(schema, mapping)
  return { conversion, long, inner: long === mapping.long ? mapping : { ...mapping, long } }
}
