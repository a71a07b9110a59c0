import type { Json } from './json.ts'

/**
 * A parsed Avro schema: a graph of plain objects.
 * Named types are shared by all their uses, every other node belongs to one place in the text.
 * Treat it as frozen; comparisons rely on the identity of nodes.
 */
export type Schema = PrimitiveSchema | ArraySchema | MapSchema | UnionSchema | NamedSchema

/** The types that have a name and can be referred to by it. */
export type NamedSchema = RecordSchema | EnumSchema | FixedSchema

/** The types that have no parts and no name of their own. */
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

/** A type given by its word alone, maybe with attributes. */
export interface PrimitiveSchema extends SchemaBase {
  readonly type: PrimitiveType
}

/** A list of values of one type. */
export interface ArraySchema extends SchemaBase {
  readonly type: 'array'
  readonly items: Schema
}

/** Values of one type by keys, which are strings. */
export interface MapSchema extends SchemaBase {
  readonly type: 'map'
  readonly values: Schema
}

/** Any one of several types; possibly none. */
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

/** Named fields, each of its own type. */
export interface RecordSchema extends NamedBase {
  readonly type: 'record'
  /** Declared as `error`, which differs from a record in its declaration only. */
  readonly isError: boolean
  readonly fields: readonly Field[]
}

/** One of several symbols. */
export interface EnumSchema extends NamedBase {
  readonly type: 'enum'
  readonly symbols: readonly string[]
  readonly default?: string
}

/** A number of bytes that is always the same. */
export interface FixedSchema extends NamedBase {
  readonly type: 'fixed'
  /** Bytes. */
  readonly size: number
}

/** How a field takes part in sorting records. */
export type FieldOrder = 'ascending' | 'descending' | 'ignore'

/** A field of a record. */
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
  /**
   * Full names of the top-level named types of the referenced schemas, in the order they were
   * parsed.
   */
  readonly referenced: ReadonlySet<string>
  /** Every named type in reach of the parser, by full name: those of the references included. */
  readonly types: ReadonlyMap<string, NamedSchema>
}

/** The name by which a schema is told from the other branches of a union: full name or type. */
export function typeName(schema: Schema): string {
  return 'fullName' in schema ? schema.fullName : schema.type
}
