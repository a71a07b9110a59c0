import type { Schema } from '../schema.ts'
import type { ByteWriter } from './byte-writer.ts'
import type { ValueMapping } from './value-mapping.ts'

/** Writes a value, or throws a `Failure`. */
export type Write = (value: unknown, output: ByteWriter) => void

/** What is known while a schema is compiled to functions that write. */
export interface EncoderContext {
  /** Outside of fields that differ. */
  readonly whole: ValueMapping
  /** Writers of types with a name; forwarding ones while they are being compiled. */
  readonly named: Map<Schema, Write>
  /** Compiles a part. */
  compile(schema: Schema, mapping: ValueMapping): Write
}
