import type { SchemaStore } from '../cache/schema-store.ts'
import type { Events } from '../events.ts'
import type { RegistryOperations } from '../http/operations.ts'
import type { SerdeOptions } from './serde-options.ts'

/** Which part of which topic's records it is, and what it works with. */
export interface PartContext {
  readonly topic: string
  readonly isKey: boolean
  readonly options: SerdeOptions
  readonly schemas: SchemaStore
  readonly client: Pick<RegistryOperations, 'listAssociationsByResourceName'>
  readonly events: Pick<Events, 'hears' | 'part'>
  /** Milliseconds of any clock that only goes forward. */
  readonly now: () => number
  /** How long a latest version counts as such. */
  readonly latestTtlMs: number
}
