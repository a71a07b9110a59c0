/** One output of the generator. */
export interface GenerateTarget {
  /** Folder of the generated files. */
  readonly out: string
  /** Types only, types and schema texts, or codecs too; `full` unless told. */
  readonly mode?: 'types' | 'schema' | 'full'
  /** Whether to write zod schemas too. */
  readonly zod?: boolean
  /** What a `long` is in TypeScript; `bigint` unless told. */
  readonly long?: 'bigint' | 'number' | 'string'
  /** How values of unions are told apart; `tagged` unless told. */
  readonly unions?: 'tagged' | 'wrapped' | 'plain'
  /** How enums are written; `const` unless told. */
  readonly enums?: 'const' | 'union' | 'enum'
  /** The ends of the paths of imports; `.js` unless told. */
  readonly importExtension?: '.js' | '.ts' | ''
  /** What logical types are in TypeScript, by name of the logical type. */
  readonly logicalTypes?: Readonly<Record<string, string | LogicalTypeMapping>>
  /** Keys and values of topics: subjects, full names or files. */
  readonly topics?: Readonly<Record<string, TopicMapping>>
}

/** A type of one's own for a logical type. */
export interface LogicalTypeMapping {
  readonly type: string
  /** The module that exports the type. */
  readonly import?: string
  /** Name of the function that makes the value of the underlying one. */
  readonly read?: string
  /** Name of the function that goes back. */
  readonly write?: string
}

/** What the records of a topic consist of. */
export interface TopicMapping {
  readonly key?: string
  readonly value?: string
}
