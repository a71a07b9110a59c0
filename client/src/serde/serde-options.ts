import type { CodecOptions } from '@magicbyte/avro'
import type { SubjectNameStrategy } from './subject-name.ts'

/** Ids of the schemas to write with. */
export interface SchemaIds {
  readonly key?: number | undefined
  readonly value?: number | undefined
}

/** How records are written and read; each may differ from topic to topic. */
export interface SerdeOptions {
  /** Register schemas that the registry does not have yet. Default false. */
  readonly autoRegisterSchemas?: boolean | undefined
  /**
   * Write with the latest version of the subject, whatever the version of the type. When reading
   * without a type, its schema is the reader's. Default false.
   */
  readonly useLatestVersion?: boolean | undefined
  /** Refuse a latest version that cannot read what the type writes. Default true. */
  readonly latestCompatibilityStrict?: boolean | undefined
  /** Write with the schema of this id: a number is for values; both parts may have one each. */
  readonly useSchemaId?: number | SchemaIds | undefined
  /** Refuse a schema id whose schema cannot read what the type writes. Default true. */
  readonly idCompatibilityStrict?: boolean | undefined
  /** Let the registry compare schemas by their normal form. Default false. */
  readonly normalizeSchemas?: boolean | undefined
  /** Default `topic`. */
  readonly subjectNameStrategy?: SubjectNameStrategy | undefined
  /** For keys; by default as for values. */
  readonly keySubjectNameStrategy?: SubjectNameStrategy | undefined
  /** Context of the registry in which the subjects are. */
  readonly context?: string | ((topic: string) => string) | undefined
  /**
   * Where the schema is named: before the data by its id (`prefix`, the default), or in a record
   * header by its guid (`header`), which leaves equal keys equal bytes. Both are always read.
   */
  readonly schemaIdLocation?: 'prefix' | 'header' | undefined
  /** Refuse bytes after the data; Java ignores them by default. Default true. */
  readonly failOnTrailingData?: boolean | undefined
  /** Read what Avro's rules call incompatible as far as it goes. Default false. */
  readonly lenientReaders?: boolean | undefined
  /** What empty bytes are: an error (the default), or null. */
  readonly emptyAs?: 'error' | 'null' | undefined
  /**
   * How values look. Types with TypeScript types, of generated code or `typedSchema`, were made for
   * options of their own: `long`, `unions` and `logicalTypes` that are given here by one word have
   * to be the same; `fields` and single logical types here are not for them. `strict` and `limits`
   * are for all, `bytes` for all without generated functions, which copy.
   */
  readonly codec?: CodecOptions | undefined
}
