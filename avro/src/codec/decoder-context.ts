import type { RecordSchema, Schema } from '../schema.ts'
import type { ByteReader } from './byte-reader.ts'
import type { ValueMapping } from './value-mapping.ts'

/** Reads a value, or throws a `Failure`. */
export type Read = (input: ByteReader) => unknown

/** What is known while a schema is compiled to functions that read. */
export interface DecoderContext {
  /** Outside of fields that differ. */
  readonly whole: ValueMapping
  /** Readers of records by the tag that they add; forwarding ones while they are being compiled. */
  readonly records: Map<RecordSchema, Map<string | undefined, Read>>
  /** Compiles a part. */
  compile(schema: Schema, mapping: ValueMapping): Read
  /** Compiles a record that adds a tag to what it reads, if there is one. */
  compileRecord(record: RecordSchema, tag: string | undefined): Read
}
