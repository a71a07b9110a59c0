import { SchemaNotFoundError } from '../errors/schema-errors.ts'
import { isFresh } from './freshness.ts'
import { LruCache } from './lru-cache.ts'

/** What an error says. With its causes and their stacks the error takes twenty times that. */
interface Missing {
  readonly message: string
  readonly schemaId: number | undefined
  readonly subject: string | undefined
  readonly at: number
}

/** Entries at most. */
const CAPACITY = 10_000

/**
 * Remembers for a moment what the registry does not have, so that a flood of records with an unknown
 * id is no flood of requests.
 */
export class MissingCache {
  readonly #ttlMs: number
  readonly #now: () => number
  readonly #entries = new LruCache<Missing>({
    entries: CAPACITY,
    bytes: CAPACITY,
    sizeOf: () => 1,
  })

  constructor({ ttlMs, now }: { readonly ttlMs: number; readonly now: () => number }) {
    this.#ttlMs = ttlMs
    this.#now = now
  }

  /** The error to throw without asking again. */
  get(key: string): SchemaNotFoundError | undefined {
    const entry = this.#entries.get(key)
    if (!entry || !isFresh(this.#now() - entry.at, this.#ttlMs)) return undefined
    const { message, ...context } = entry
    return new SchemaNotFoundError(message, context)
  }

  /** Whether it was missing before, also if that is long ago. */
  wasMissing(key: string): boolean {
    return this.#entries.get(key) !== undefined
  }

  set(key: string, { message, schemaId, subject }: SchemaNotFoundError): void {
    this.#entries.set(key, { message, schemaId, subject, at: this.#now() })
  }

  delete(key: string): void {
    this.#entries.delete(key)
  }
}
