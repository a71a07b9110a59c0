import type { Json } from './json.ts'

/**
 * A parsed Avro schema: a graph of plain objects.
 * Named types are shared by all their uses, every other node belongs to one place in the text.
 * Treat it as frozen; comparisons rely on the identity of nodes.
 */
export type Schema = PrimitiveSchema | ArraySchema | MapSchema | UnionSchema | NamedSchema

/** The types that have a name and can be referred to by it. */
export type NamedSchema = RecordSchema | EnumSchema | FixedSchema

export type PrimitiveType =
  | 'null'
  | 'boolean'
  | 'int'
  | 'long'
  | 'float'
  | 'double'
  | 'bytes'
  | 'string'

/** Attributes outside the specification, in the order of their first occurrence. */
export type Props = ReadonlyMap<string, Json>

/** The text a node was read from; all nodes of one text share it. */
export interface Source {
  readonly text: string
}

interface SchemaBase {
  readonly props: Props
  readonly source: Source
  /** Offset in `source.text` of the JSON value that defines this node. */
  readonly at: number
}

export interface PrimitiveSchema extends SchemaBase {
  readonly type: PrimitiveType
}

export interface ArraySchema extends SchemaBase {
  readonly type: 'array'
  readonly items: Schema
}

export interface MapSchema extends SchemaBase {
  readonly type: 'map'
  readonly values: Schema
}

export interface UnionSchema extends SchemaBase {
  readonly type: 'union'
  readonly branches: readonly Schema[]
}

interface NamedBase extends SchemaBase {
  /** Namespace and name joined by a dot; the name alone in the null namespace. */
  readonly fullName: string
  /** The part after the last dot. */
  readonly name: string
  /** Empty for the null namespace. */
  readonly namespace: string
  readonly doc?: string
  /** Full names; a relative alias has been put into the type's own namespace. */
  readonly aliases: readonly string[]
}

export interface RecordSchema extends NamedBase {
  readonly type: 'record'
  /** Declared as `error`, which differs from a record in its declaration only. */
  readonly isError: boolean
  readonly fields: readonly Field[]
}

export interface EnumSchema extends NamedBase {
  readonly type: 'enum'
  readonly symbols: readonly string[]
  readonly default?: string
}

export interface FixedSchema extends NamedBase {
  readonly type: 'fixed'
  /** Bytes. */
  readonly size: number
}

export type FieldOrder = 'ascending' | 'descending' | 'ignore'

export interface Field {
  readonly name: string
  readonly type: Schema
  readonly doc?: string
  readonly default?: Json
  readonly order: FieldOrder
  /** As written; field aliases are plain names. */
  readonly aliases: readonly string[]
  readonly props: Props
  /** Offset of the field's object in the record's `source.text`. */
  readonly at: number
}

/** What parsing one schema text gives. */
export interface ParsedSchema {
  readonly root: Schema
  readonly source: Source
  /** Full names of the top-level named types of the referenced schemas, in the order they were parsed. */
  readonly referenced: ReadonlySet<string>
  /** Every named type in reach of the parser, by full name: those of the references included. */
  readonly types: ReadonlyMap<string, NamedSchema>
}

/** The name by which a schema is told from the other branches of a union: full name or type. */
export function typeName(schema: Schema): string {
  return 'fullName' in schema ? schema.fullName : schema.type
}
