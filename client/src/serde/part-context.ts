import type { SchemaStore } from '../cache/schema-store.ts'
import type { ErrorContext } from '../errors/schema-registry-error.ts'
import type { Events } from '../events.ts'
import type { RegistryOperations } from '../http/operations.ts'
import type { AssociatedSubject } from './associated-subject.ts'
import type { SerdeOptions } from './serde-options.ts'

/** Which part of which topic's records it is, and what it works with. */
export interface PartContext {
  readonly topic: string
  readonly isKey: boolean
  readonly options: SerdeOptions
  readonly schemas: SchemaStore
  readonly client: Pick<RegistryOperations, 'lookUpSchema'>
  /** The subject that the registry associates with the part. */
  readonly associated: Pick<AssociatedSubject, 'find'>
  readonly events: Pick<Events, 'hears' | 'part'>
  /** Milliseconds of a clock, which may be set at any time. */
  readonly now: () => number
}

/** What errors about the part say. */
export function contextOf(
  { topic, isKey }: Pick<PartContext, 'topic' | 'isKey'>,
  subject?: string,
): ErrorContext {
  return { topic, isKey, ...(subject !== undefined && { subject }) }
}
