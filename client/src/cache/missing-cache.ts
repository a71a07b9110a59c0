import type { SchemaNotFoundError } from '../errors/schema-errors.ts'
import { LruCache } from './lru-cache.ts'

/** Entries at most. */
const CAPACITY = 10_000

/**
 * Remembers for a moment what the registry does not have, so that a flood of records with an unknown
 * id is no flood of requests.
 */
export class MissingCache {
  readonly #ttlMs: number
  readonly #now: () => number
  readonly #entries = new LruCache<{ readonly error: SchemaNotFoundError; readonly until: number }>(
    {
      entries: CAPACITY,
      bytes: CAPACITY,
      sizeOf: () => 1,
    },
  )

  constructor({ ttlMs, now }: { readonly ttlMs: number; readonly now: () => number }) {
    this.#ttlMs = ttlMs
    this.#now = now
  }

  /** The error to throw without asking again. */
  get(key: string): SchemaNotFoundError | undefined {
    const entry = this.#entries.get(key)
    return entry && this.#now() < entry.until ? entry.error : undefined
  }

  /** Whether it was missing before, also if that is long ago. */
  wasMissing(key: string): boolean {
    return this.#entries.get(key) !== undefined
  }

  set(key: string, error: SchemaNotFoundError): void {
    this.#entries.set(key, { error, until: this.#now() + this.#ttlMs })
  }

  delete(key: string): void {
    this.#entries.delete(key)
  }
}
