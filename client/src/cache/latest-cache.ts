import { isFresh } from './freshness.ts'
import type { RegisteredSchema } from './registered-schema.ts'

/** Milliseconds to wait after a refresh that failed, unless the time to live is shorter. */
const PAUSE_AFTER_FAILURE_MS = 5000

/** A latest version, and for how long since when it counts as such. */
interface Entry {
  readonly schema: RegisteredSchema
  readonly at: number
  readonly ttlMs: number
  readonly refreshing: boolean
}

/**
 * The latest versions of subjects. One that is no longer fresh still serves, while a newer one is
 * asked for; as long as that fails, too.
 */
export class LatestCache {
  readonly #ttlMs: number
  readonly #capacity: number
  readonly #now: () => number
  readonly #entries = new Map<string, Entry>()

  constructor(options: {
    readonly ttlMs: number
    readonly capacity: number
    readonly now: () => number
  }) {
    this.#ttlMs = options.ttlMs
    this.#capacity = options.capacity
    this.#now = options.now
  }

  /** What is kept, and whether the caller is the one to ask for a newer one. */
  get(
    subject: string,
  ): { readonly schema: RegisteredSchema; readonly refresh: boolean } | undefined {
    const entry = this.#entries.get(subject)
    if (!entry) return undefined
    const refresh = !entry.refreshing && !isFresh(this.#now() - entry.at, entry.ttlMs)
    this.#put(subject, refresh ? { ...entry, refreshing: true } : entry)
    return { schema: entry.schema, refresh }
  }

  /** Keeps what the registry says now. */
  set(subject: string, schema: RegisteredSchema): void {
    this.#put(subject, { schema, at: this.#now(), ttlMs: this.#ttlMs, refreshing: false })
  }

  /** Keeps what may be old already, so that the first use asks for a newer one. */
  setStale(subject: string, schema: RegisteredSchema): void {
    this.#put(subject, { schema, at: this.#now(), ttlMs: 0, refreshing: false })
  }

  /** The registry could not be asked: what is kept serves on for a while. */
  refreshFailed(subject: string): void {
    const entry = this.#entries.get(subject)
    if (!entry) return
    const ttlMs = Math.min(this.#ttlMs, PAUSE_AFTER_FAILURE_MS)
    this.#put(subject, { ...entry, at: this.#now(), ttlMs, refreshing: false })
  }

  delete(subject: string): void {
    this.#entries.delete(subject)
  }

  /** Subjects and their versions, the one used last at the end. */
  *entries(): Generator<readonly [subject: string, schema: RegisteredSchema]> {
    for (const [subject, { schema }] of this.#entries) yield [subject, schema]
  }

  #put(subject: string, entry: Entry): void {
    this.#entries.delete(subject)
    this.#entries.set(subject, entry)
    const oldest = this.#entries.keys().next()
    if (this.#entries.size > this.#capacity && !oldest.done) this.#entries.delete(oldest.value)
  }
}
