/// <reference lib="esnext.disposable" preserve="true" />
import { SchemaNotFoundError } from '../errors/schema-errors.ts'
import { ClosedError } from '../errors/usage-errors.ts'
import { createEvents, type EventListener, type Events } from '../events.ts'
import { type Clock, systemClock } from '../http/clock.ts'
import type { CallOptions } from '../http/operation-types.ts'
import { contentKey, type SchemaContentRequest } from './content-key.ts'
import { LatestCache } from './latest-cache.ts'
import { type RegisteredSchema, type StoredSchema, sizeOfSchema } from './registered-schema.ts'
import { SchemaCache } from './schema-cache.ts'
import { readDump, type SchemaDump, writeDump } from './schema-dump.ts'
import { SchemaLoader, type SchemaStoreClient, type VersionSource } from './schema-loader.ts'
import { SingleFlight } from './single-flight.ts'

/** How much a store keeps and how long. */
export interface SchemaStoreOptions {
  /** Schemas by id at most, and as many by guid, by version, by content. 1000 by default. */
  readonly cacheCapacity?: number | undefined
  /** Bytes that all of them may take together, about. 64 MiB by default. */
  readonly cacheBytes?: number | undefined
  /** How long a latest version counts as such, in milliseconds. 60000 by default. */
  readonly latestTtlMs?: number | undefined
  /** How long to believe that something does not exist, in milliseconds. 1000 by default. */
  readonly missingTtlMs?: number | undefined
  /** After how long an unknown id is asked for once more, in milliseconds. 200 by default. */
  readonly lagRetryMs?: number | undefined
  /** Schemas that a schema may refer to, directly or not. 1000 by default. */
  readonly maxReferences?: number | undefined
  /** Told of every look into the cache. */
  readonly onEvent?: EventListener | undefined
  /** For tests. */
  readonly clock?: Clock | undefined
}

/** In whose context an id counts. */
export interface IdOptions extends CallOptions {
  readonly subject?: string | undefined
}

/** How a content is looked for or registered. */
export interface ContentOptions extends CallOptions {
  /** Bring it into its normal form first. */
  readonly normalize?: boolean | undefined
}

/** Caches that share the bytes. */
const CACHES = 5

/**
 * Schemas of a registry, ready to be used. What never changes is asked for once: a schema by its id,
 * guid or version, and the version that stands for a content. However many want the same at a time,
 * one request is sent; one who gives up does not disturb the others.
 *
 * An unknown id or guid is asked for once more after a moment, since registries copy from each other
 * with a delay, and then not for a moment.
 *
 * The methods reject with SchemaNotFoundError where the registry says so by an error code of its
 * own, UnsupportedSchemaError for what is no usable Avro, ClosedError, the reason of the call's
 * signal, and the errors of the client.
 */
export class SchemaStore {
  readonly #loader: SchemaLoader
  readonly #events: Events
  readonly #ids: SchemaCache<RegisteredSchema>
  readonly #guids: SchemaCache<StoredSchema>
  readonly #versions: SchemaCache<RegisteredSchema>
  readonly #contents: SchemaCache<RegisteredSchema>
  readonly #latest: LatestCache
  readonly #latestLoads: SchemaCache<RegisteredSchema>
  readonly #registrations = new SingleFlight<RegisteredSchema>()
  readonly #abortSources: (reason: unknown) => void
  /** Counts registrations: an answer from before one may not be the latest version any more. */
  #registered = 0
  #closed: ClosedError | undefined

  /** The client stays the caller's to close. */
  constructor(client: SchemaStoreClient, options: SchemaStoreOptions = {}) {
    const { clock = systemClock, lagRetryMs = 200, maxReferences = 1000 } = options
    const { cacheCapacity: entries = 1000, cacheBytes = 64 * 1024 * 1024 } = options
    const { latestTtlMs: ttlMs = 60_000, missingTtlMs = 1000 } = options
    const events = createEvents(options.onEvent)
    const now = (): number => clock.now()
    const limits = { entries, bytes: cacheBytes / CACHES, sizeOf: sizeOfSchema }
    const shared = { limits, missingTtlMs, now, events }
    const sources = new SchemaCache<VersionSource>({
      ...shared,
      kind: 'version',
      limits: { ...limits, sizeOf: (source) => sizeOfSchema(source) },
    })
    this.#abortSources = (reason) => sources.abort(reason)
    this.#loader = new SchemaLoader({ client, clock, lagRetryMs, maxReferences, sources })
    this.#events = events
    this.#ids = new SchemaCache<RegisteredSchema>({ ...shared, kind: 'id' })
    this.#guids = new SchemaCache<StoredSchema>({ ...shared, kind: 'guid' })
    this.#versions = new SchemaCache<RegisteredSchema>({ ...shared, kind: 'version' })
    this.#contents = new SchemaCache<RegisteredSchema>({ ...shared, kind: 'content' })
    this.#latest = new LatestCache({ ttlMs, capacity: entries, now })
    const none = { ...limits, entries: 0 }
    this.#latestLoads = new SchemaCache<RegisteredSchema>({
      ...shared,
      kind: 'latest',
      limits: none,
    })
  }

  /**
   * The schema with an id. The same id with another subject is another question, as it may count in
   * another context.
   */
  async byId(id: number, { subject, signal }: IdOptions = {}): Promise<RegisteredSchema> {
    this.#refuseClosed()
    const load = async (shared: AbortSignal, wasMissing: boolean): Promise<RegisteredSchema> => {
      try {
        const loading = { signal: shared, wasMissing }
        return this.#known(await this.#loader.byId(id, subject, loading), subject)
      } catch (error) {
        const isGone = error instanceof SchemaNotFoundError
        if (isGone) this.#contents.deleteWhere((schema) => schema.id === id)
        throw error
      }
    }
    return this.#ids.get(idKey(id, subject), load, signal)
  }

  /** The schema with an id if it is kept; nobody is asked. */
  peekId(id: number, { subject }: Pick<IdOptions, 'subject'> = {}): RegisteredSchema | undefined {
    return this.#ids.peek(idKey(id, subject))
  }

  /** The schema with a guid, in whichever context. */
  async byGuid(guid: string, { signal }: CallOptions = {}): Promise<StoredSchema> {
    this.#refuseClosed()
    const key = guid.toLowerCase()
    const load = (shared: AbortSignal, wasMissing: boolean): Promise<StoredSchema> =>
      this.#loader.byGuid(key, { signal: shared, wasMissing })
    return this.#guids.get(key, load, signal)
  }

  /** The schema with a guid if it is kept; nobody is asked. */
  peekGuid(guid: string): StoredSchema | undefined {
    return this.#guids.peek(guid.toLowerCase())
  }

  /** A version of a subject by its number, also one that is softly deleted. */
  async version(
    subject: string,
    version: number,
    { signal }: CallOptions = {},
  ): Promise<RegisteredSchema> {
    this.#refuseClosed()
    const load = async (shared: AbortSignal): Promise<RegisteredSchema> =>
      this.#known(await this.#loader.version(subject, version, { signal: shared }), subject)
    return this.#versions.get(`${version} ${subject}`, load, signal)
  }

  /**
   * The latest version of a subject. One that is older than its time serves on at once, while it is
   * asked for anew in the background; a failure of that is not reported.
   */
  async latest(subject: string, { signal }: CallOptions = {}): Promise<RegisteredSchema> {
    this.#refuseClosed()
    const kept = this.#latest.get(subject)
    if (!kept) return this.#loadLatest(subject, signal)
    this.#events.cache(kept.refresh ? 'stale' : 'hit', 'latest')
    if (kept.refresh) this.#refresh(subject)
    return kept.schema
  }

  /** The version of a subject that stands for a content. */
  async lookUp(
    subject: string,
    content: SchemaContentRequest,
    { normalize = false, signal }: ContentOptions = {},
  ): Promise<RegisteredSchema> {
    this.#refuseClosed()
    const load = async (shared: AbortSignal): Promise<RegisteredSchema> =>
      this.#known(
        await this.#loader.lookUp(subject, content, { signal: shared, normalize }),
        subject,
      )
    return this.#contents.get(contentKey(subject, content, normalize), load, signal)
  }

  /** Registers a content under a subject, unless it is known to be registered. */
  async register(
    subject: string,
    content: SchemaContentRequest,
    { normalize = false, signal }: ContentOptions = {},
  ): Promise<RegisteredSchema> {
    this.#refuseClosed()
    const key = contentKey(subject, content, normalize)
    const kept = this.#contents.peek(key)
    this.#events.cache(kept ? 'hit' : this.#registrations.has(key) ? 'join' : 'miss', 'content')
    if (kept) return kept
    return this.#registrations.run(
      key,
      async (shared) => {
        const loading = { signal: shared, normalize }
        const schema = this.#known(await this.#loader.register(subject, content, loading), subject)
        this.#contents.set(key, schema)
        this.#registered++
        this.#latest.delete(subject)
        return schema
      },
      signal,
    )
  }

  /** What the store knows now, to be written as JSON. */
  dump(): SchemaDump {
    return writeDump({
      ids: this.#ids.entries(),
      guids: this.#guids.entries(),
      versions: this.#versions.entries(),
      contents: this.#contents.entries(),
      latest: this.#latest.entries(),
    })
  }

  /**
   * Adds what a dump knows. Latest versions count as old: they serve at once and are asked for anew.
   * @throws InvalidArgumentError for what is no dump; nothing is added then
   */
  load(dump: unknown): void {
    const { ids, guids, versions, contents, latest } = readDump(dump)
    for (const [key, schema] of ids) this.#ids.set(key, schema)
    for (const [key, schema] of guids) this.#guids.set(key, schema)
    for (const [key, schema] of versions) this.#versions.set(key, schema)
    for (const [key, schema] of contents) this.#contents.set(key, schema)
    for (const [subject, schema] of latest) this.#latest.setStale(subject, schema)
  }

  /** Ends what is under way, and refuses later calls, with a ClosedError. */
  close(): void {
    const reason = new ClosedError('the schema store is closed')
    this.#closed ??= reason
    const caches = [this.#ids, this.#guids, this.#versions, this.#contents, this.#latestLoads]
    for (const cache of caches) cache.abort(reason)
    this.#registrations.abort(reason)
    this.#abortSources(reason)
  }

  /** Closes. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.close()
  }

  #refuseClosed(): void {
    if (this.#closed) throw this.#closed
  }

  /**
   * A schema that was met under a subject is known by its id and its guid as well: who writes a
   * topic can read it. An id counts in the context of its subject.
   */
  #known(schema: RegisteredSchema, subject: string | undefined): RegisteredSchema {
    if (schema.guid !== undefined) this.#guids.set(schema.guid.toLowerCase(), schema)
    this.#ids.set(idKey(schema.id, subject?.startsWith(':.') ? subject : undefined), schema)
    return schema
  }

  #refresh(subject: string): void {
    this.#loadLatest(subject).catch((error: unknown) => {
      if (error instanceof SchemaNotFoundError) this.#latest.delete(subject)
      else this.#latest.refreshFailed(subject)
    })
  }

  #loadLatest(subject: string, signal?: AbortSignal): Promise<RegisteredSchema> {
    const registered = this.#registered
    const load = async (shared: AbortSignal): Promise<RegisteredSchema> => {
      const schema = this.#known(await this.#loader.latest(subject, { signal: shared }), subject)
      if (registered === this.#registered) this.#latest.set(subject, schema)
      else this.#latest.refreshFailed(subject)
      return schema
    }
    return this.#latestLoads.load(`${registered} ${subject}`, load, signal)
  }
}

function idKey(id: number, subject: string | undefined): string {
  return subject === undefined ? `${id}` : `${id} ${subject}`
}
