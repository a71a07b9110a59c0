import type { Schema, ValueKind } from '@magicbyte/avro'

/** One schema to generate code from. */
export interface GenerateInput {
  /** Path of the file, as it is shown. */
  readonly file: string
  /** What the file holds, for its hash. */
  readonly text: string
  /** Self-contained. */
  readonly root: Schema
  /** Full names of the types that the file defines itself; all of the root's unless told. */
  readonly defines?: readonly string[]
}

/** What to generate; the values are those that a codec with the same options has. */
export interface GenerateOptions {
  /**
   * - `full` (the default): types, schema texts and codecs.
   * - `schema`: types, and schema texts that the runtime codec compiles.
   * - `types`: types alone; nothing is left of them at run time.
   */
  readonly mode?: 'types' | 'schema' | 'full'
  /** How enums are written: a `const` object (the default), a `union` of texts or an `enum`. */
  readonly enums?: 'const' | 'union' | 'enum'
  readonly long?: 'bigint' | 'number' | 'string'
  readonly unions?: 'tagged' | 'wrapped' | 'plain'
  readonly logicalTypes?: LogicalTypes
  /** Exceptions by field: `{ 'acme.orders.Order.total': { logicalTypes: 'raw' } }`. */
  readonly fields?: Readonly<Record<string, FieldException>>
  /** Whether to write zod schemas, in files of their own. */
  readonly zod?: boolean
  /** The ends of the paths of imports, `.js` unless told. */
  readonly importExtension?: '.js' | '.ts' | ''
  /** Keys and values of topics, by topic. */
  readonly topics?: Readonly<Record<string, TopicParts>>
}

/** What differs in a field. */
export interface FieldException {
  readonly long?: 'bigint' | 'number' | 'string'
  readonly logicalTypes?: LogicalTypes
}

/** What logical types are in TypeScript; an object names exceptions from `native`. */
export type LogicalTypes =
  | 'native'
  | 'raw'
  | Readonly<Record<string, 'native' | 'raw' | CustomLogicalType>>

/** A type of one's own for a logical type. */
export interface CustomLogicalType {
  /** A type: a name that the module exports, or an expression of global ones such as `A.B`. */
  readonly type: string
  /** The module of the type and the conversion; a relative path starts at the target's folder. */
  readonly import?: string
  /** Name of the `LogicalConversion`, or of the `LogicalConverter`, that the module exports. */
  readonly conversion?: string
  /** Of the values, as the conversion says; `object` unless told. */
  readonly kind?: ValueKind
  /** How the underlying longs are held, as the conversion says. */
  readonly long?: 'bigint' | 'number' | 'string'
}

/** What keys and values of a topic are: full names, files, or words for plain formats. */
export interface TopicParts {
  readonly key?: string
  readonly value?: string
}

/** What is worth knowing about generated code. */
export interface GenerateFinding {
  readonly rule: GenerateRule
  readonly severity: 'error' | 'warning' | 'info'
  readonly file: string
  /** Offset in the text that the root was parsed from. */
  readonly at: number
  readonly message: string
}

/** Identifiers of findings. */
export type GenerateRule =
  | 'AMBIGUOUS_UNION'
  | 'CONFLICTING_TYPE'
  | 'IGNORED_DEFAULT'
  | 'IGNORED_LOGICAL_TYPE'
  | 'RENAMED_TAG'
  | 'RENAMED_TYPE'
  | 'UNKNOWN_TOPIC_TYPE'

/** Generated files. */
export interface Generated {
  /** Texts by path in the target's folder, with `/`, sorted by path. */
  readonly files: ReadonlyMap<string, string>
  readonly findings: readonly GenerateFinding[]
}
