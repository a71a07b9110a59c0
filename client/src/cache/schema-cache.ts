import { SchemaNotFoundError } from '../errors/schema-errors.ts'
import type { CacheKeyKind, Events } from '../events.ts'
import { LruCache, type LruLimits } from './lru-cache.ts'
import { MissingCache } from './missing-cache.ts'
import { SingleFlight } from './single-flight.ts'

/** What caches of all kinds share. */
export interface SchemaCacheOptions<Value> {
  readonly kind: CacheKeyKind
  readonly limits: LruLimits<Value>
  /** How long to believe that something does not exist, in milliseconds. */
  readonly missingTtlMs: number
  readonly now: () => number
  readonly events: Events
}

/** Asks the registry. `wasMissing`: it said before that there is no such thing. */
export type Load<Value> = (signal: AbortSignal, wasMissing: boolean) => Promise<Value>

/** Keeps what never changes, and asks for what it does not have, once for all who want it. */
export class SchemaCache<Value> {
  readonly #kind: CacheKeyKind
  readonly #events: Events
  readonly #kept: LruCache<Value>
  readonly #missing: MissingCache
  readonly #flights = new SingleFlight<Value>()

  constructor({ kind, limits, missingTtlMs, now, events }: SchemaCacheOptions<Value>) {
    this.#kind = kind
    this.#events = events
    this.#kept = new LruCache(limits)
    this.#missing = new MissingCache({ ttlMs: missingTtlMs, now })
  }

  /** What is kept; nobody is asked. */
  peek(key: string): Value | undefined {
    return this.#kept.get(key)
  }

  /** What is kept, or else what `load` gives, which is kept then. */
  async get(key: string, load: Load<Value>, signal?: AbortSignal): Promise<Value> {
    const kept = this.#kept.get(key)
    if (kept === undefined) return this.load(key, load, signal)
    this.#events.cache('hit', this.#kind)
    return kept
  }

  /** What `load` gives, whatever is kept. Not asked again soon when there is no such thing. */
  async load(key: string, load: Load<Value>, signal?: AbortSignal): Promise<Value> {
    const missing = this.#missing.get(key)
    if (missing) {
      this.#events.cache('negative', this.#kind)
      throw missing
    }
    this.#events.cache(this.#flights.has(key) ? 'join' : 'miss', this.#kind)
    return this.#flights.run(key, (shared) => this.#loaded(key, load, shared), signal)
  }

  /** Keeps a value that was come by otherwise. */
  set(key: string, value: Value): void {
    this.#missing.delete(key)
    this.#kept.set(key, value)
  }

  /** Drops what is kept and forgets that it did not exist. */
  delete(key: string): void {
    this.#missing.delete(key)
    this.#kept.delete(key)
  }

  /** Drops the values that are as described. */
  deleteWhere(matches: (value: Value) => boolean): void {
    this.#kept.deleteWhere(matches)
  }

  /** Keys and values, the one used last at the end. */
  entries(): Iterable<readonly [key: string, value: Value]> {
    return this.#kept.entries()
  }

  /** Ends what is under way; those who wait get the reason. */
  abort(reason: unknown): void {
    this.#flights.abort(reason)
  }

  async #loaded(key: string, load: Load<Value>, signal: AbortSignal): Promise<Value> {
    try {
      const value = await load(signal, this.#missing.wasMissing(key))
      this.set(key, value)
      return value
    } catch (error) {
      if (error instanceof SchemaNotFoundError) this.#missing.set(key, error)
      throw error
    }
  }
}
