import { isFresh } from '../cache/freshness.ts'
import type { RegisteredSchema } from '../cache/registered-schema.ts'
import { EncodeError } from '../errors/data-errors.ts'
import { SchemaNotFoundError, SchemaNotLoadedError } from '../errors/schema-errors.ts'
import { type ErrorContext, isSchemaRegistryError } from '../errors/schema-registry-error.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import type { Bytes } from './bytes.ts'
import { encodeFailure } from './codec-failure.ts'
import { warnOfMovingKeys } from './moving-keys.ts'
import { contextOf, type PartContext } from './part-context.ts'
import { RECHECK_MS } from './part-readers.ts'
import type { KnownType } from './part-types.ts'
import { withoutLength } from './raw-bytes.ts'
import { planWriter, type WriterPlan } from './writer-plan.ts'
import { findWriter, idToUse } from './writer-source.ts'

/** A value as bytes with what goes into a header, if anything does. */
export interface Encoded {
  readonly bytes: Bytes
  readonly header: Uint8Array | undefined
  readonly schema: RegisteredSchema
}

/** Writes framed Avro data of one part of a topic's records. */
export class PartWriter {
  readonly #part: PartContext
  readonly #types: readonly KnownType[]
  readonly #about: ErrorContext
  readonly #ready = new Map<KnownType | undefined, ReadyWriter>()
  readonly #loading = new Map<KnownType | undefined, Promise<void>>()

  #hasWarned = false

  constructor(part: PartContext, types: readonly KnownType[]) {
    this.#part = part
    this.#types = types
    this.#about = contextOf(part)
  }

  /** Finds or registers the schemas of all types. */
  async warm(signal: AbortSignal | undefined): Promise<void> {
    if (this.#types.length === 0) return this.#warmUntyped(signal)
    await Promise.all(this.#types.map((type) => this.load(type, signal)))
  }

  /** The type of a value, by its mark if there are several. */
  typeOf(value: unknown): KnownType | undefined {
    if (this.#types.length <= 1) return this.#types[0]
    const isObject = typeof value === 'object' && value !== null
    const mark: unknown =
      isObject && Object.hasOwn(value, '$type') ? (value as Marked).$type : undefined
    const type = this.#types.find(({ name }) => name === mark)
    if (type) return type
    const names = this.#types.map(({ name }) => JSON.stringify(name)).join(' | ')
    throw new EncodeError(`a value with $type ${names} was expected`, {
      ...this.#about,
      path: '$type',
    })
  }

  /** Whether values of a type can be encoded at once. */
  isLoaded(type: KnownType | undefined): boolean {
    return this.#ready.has(type)
  }

  /** Finds or registers the schema to write a type with; calls at the same time share the work. */
  async load(type: KnownType | undefined, signal: AbortSignal | undefined): Promise<void> {
    this.#warnOnce(type)
    const known = this.#loading.get(type)
    // Somebody else's signal must not end this call.
    if (known && !signal) return known
    const loading = this.#find(type, signal)
    if (signal) return loading
    this.#loading.set(type, loading)
    try {
      await loading
    } finally {
      this.#loading.delete(type)
    }
  }

  /**
   * Encodes with what is there.
   * @throws SchemaNotLoadedError
   * @throws EncodeError
   */
  encode(value: unknown): Encoded {
    const { topic, isKey, events } = this.#part
    if (!events.hears('encode')) return this.#encode(value)
    try {
      const encoded = this.#encode(value)
      const { schema, bytes } = encoded
      events.part({ type: 'encode', topic, isKey, schemaId: schema.id, bytes: bytes.length })
      return encoded
    } catch (error) {
      if (error instanceof SchemaNotLoadedError) throw error
      const schemaId = isSchemaRegistryError(error) ? error.schemaId : undefined
      events.part({ type: 'encode', topic, isKey, schemaId, bytes: 0, error })
      throw error
    }
  }

  #encode(value: unknown): Encoded {
    if (value === undefined) {
      throw new EncodeError('a value was expected, not undefined; null is a tombstone', this.#about)
    }
    const type = this.typeOf(value)
    const ready = this.#ready.get(type)
    if (!ready) throw this.#notLoaded(type)
    if (this.#part.options.useLatestVersion) this.#refreshIfOld(type, ready)
    const { encoder, prefix, header, isRaw, registered } = ready.plan
    try {
      const encoded = encoder.encode(value, prefix)
      const bytes = isRaw ? withoutLength(encoded, prefix?.length ?? 0) : encoded
      return { bytes: bytes as Bytes, header, schema: registered }
    } catch (error) {
      throw encodeFailure(error, { ...this.#about, schemaId: registered.id })
    }
  }

  /** Keys may well have no schema if nobody says that they have one. */
  async #warmUntyped(signal: AbortSignal | undefined): Promise<void> {
    const { options, isKey } = this.#part
    if (idToUse(this.#part) === undefined && !options.useLatestVersion) return
    try {
      await this.load(undefined, signal)
    } catch (error) {
      const hasNone = error instanceof SchemaNotFoundError || error instanceof InvalidArgumentError
      if (!isKey || !hasNone) throw error
    }
  }

  #warnOnce(type: KnownType | undefined): void {
    const { topic, isKey, options } = this.#part
    const hasSchema = type !== undefined || options.useLatestVersion
    if (!isKey || !hasSchema || this.#hasWarned) return
    this.#hasWarned = true
    warnOfMovingKeys(topic, options)
  }

  #notLoaded(type: KnownType | undefined): SchemaNotLoadedError {
    const what = type?.name ?? 'the schema'
    return new SchemaNotLoadedError(
      `${what} is not loaded yet for ${this.#part.topic}; encode asynchronously, or warm up first`,
      { ...this.#about, missing: [type?.name ?? this.#part.topic] },
    )
  }

  async #find(type: KnownType | undefined, signal: AbortSignal | undefined): Promise<void> {
    const { options, now } = this.#part
    const known = this.#ready.get(type)
    const checkedId = known?.plan.registered.id
    const { registered, reader } = await findWriter(this.#part, type, { signal, checkedId })
    if (known && checkedId === registered.id) {
      known.checkedAt = now()
      return
    }
    const request = { type, reader, location: options.schemaIdLocation, codec: options.codec ?? {} }
    const plan = planWriter(registered, request, this.#about)
    this.#ready.set(type, { plan, checkedAt: now() })
  }

  /**
   * A latest version serves on while it is asked for anew; so it does if that fails. The store knows
   * when that is due.
   */
  #refreshIfOld(type: KnownType | undefined, ready: ReadyWriter): void {
    const now = this.#part.now()
    if (isFresh(now - ready.checkedAt, RECHECK_MS)) return
    ready.checkedAt = now
    this.#find(type, undefined).catch(() => undefined)
  }
}

interface ReadyWriter {
  readonly plan: WriterPlan
  checkedAt: number
}

interface Marked {
  readonly $type: unknown
}
