import type { RecordSchema, Schema } from '../schema.ts'
import type { DecoderContext, Read } from './decoder-context.ts'
import type { ReaderAliases } from './reader-aliases.ts'
import type { KnownSkippers } from './skipper.ts'
import type { ValueMapping } from './value-mapping.ts'

/** What is known while a reader is resolved against a writer. */
export interface ResolverContext {
  readonly aliases: ReaderAliases
  /** For what reader and writer have in common. */
  readonly decoder: DecoderContext
  /** Pairs of records by their writer. */
  readonly records: Map<RecordSchema, RecordResolution[]>
  readonly skippers: KnownSkippers
  /** Compiles a pair of nodes; what cannot be resolved becomes a reader that always fails. */
  resolve(writer: Schema, reader: Schema, mapping: ValueMapping): Read
}

/** A pair of records that was compiled, or is being compiled. */
export interface RecordResolution {
  readonly reader: RecordSchema
  readonly tag: string | undefined
  read: Read
}
