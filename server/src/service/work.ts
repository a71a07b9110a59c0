import type { CompatibilityLevel } from '@magicbyte/avro'
import type { Context, SchemaId } from '../core/types.ts'
import type { Store } from '../storage/store.ts'
import type { SchemaCache } from './schema-cache.ts'

/** What the operator decides for the whole registry. */
export interface RegistryOptions {
  /** Level where no config sets one. */
  readonly compatibilityLevel: CompatibilityLevel
  readonly validateFields: boolean
  readonly validateNewSchemas: boolean
  /** May modes be changed? */
  readonly modeMutability: boolean
  readonly rejectEmptySubject: boolean
  /** Refuse two versions of a reference under one name. */
  readonly strictReferenceVersions: boolean
  /** Node pairs that one compatibility check may visit. */
  readonly maxPairs: number
  /** Schemas that one schema may refer to, directly and indirectly. */
  readonly maxReferences: number
  /** Bytes of parsed schemas kept in memory. */
  readonly schemaCacheBytes: number
}

/** What every operation works with. Within a change, `store` sees what the change has written. */
export interface Work {
  readonly store: Store
  readonly cache: SchemaCache
  readonly options: RegistryOptions
}

/** A write under way, in its transaction. */
export interface Change extends Work {
  /** Number of this change; every later one has a higher number. */
  readonly revision: number
  /** When it takes place: milliseconds since 1970. */
  readonly timestamp: number
  /** The ids whose versions or content this change touches. */
  readonly touched: TouchedSchemas
}

/** Schema ids by context, as `id` within `context`. */
export interface TouchedSchemas {
  add(context: Context, id: SchemaId): void
}
