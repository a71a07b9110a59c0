import { isFresh } from '../cache/freshness.ts'
import type { RegisteredSchema } from '../cache/registered-schema.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import { contextOf, type PartContext } from './part-context.ts'
import { subjectOf } from './part-subject.ts'
import type { KnownType } from './part-types.ts'
import type { ReadType } from './reader-plan.ts'
import { isAboutSchema, withReader } from './reader-type.ts'

/** How often the store is asked for the latest version, in milliseconds. */
export const RECHECK_MS = 1000

/**
 * What a part is read as: its types, or without types the latest version of its subject if that is
 * asked for; else nothing, and values are read as they were written.
 */
export class PartReaders {
  readonly #part: PartContext
  readonly #types: readonly KnownType[]
  readonly #readsLatest: boolean
  #current: readonly ReadType[] | undefined
  #latestId: number | undefined
  #checkedAt = 0

  constructor(part: PartContext, types: readonly KnownType[]) {
    this.#part = part
    this.#types = types
    this.#readsLatest = types.length === 0 && part.options.useLatestVersion === true
    if (!this.#readsLatest && types.every(isComplete)) this.#current = types
  }

  /** The same list until it changes; undefined until it is loaded. */
  get current(): readonly ReadType[] | undefined {
    if (this.#readsLatest && this.#current) this.#refreshIfOld()
    return this.#current
  }

  /** Fetches what is not there yet. */
  async load(signal: AbortSignal | undefined): Promise<void> {
    if (this.#current) return
    if (this.#readsLatest) return this.#loadLatest(signal)
    const readers = await Promise.all(
      this.#types.map((type) => withReader(this.#part, type, signal)),
    )
    this.#current ??= readers
  }

  async #loadLatest(signal: AbortSignal | undefined): Promise<void> {
    const latest = await this.#latest(signal)
    this.#checkedAt = this.#part.now()
    if (this.#latestId === latest.id) return
    this.#latestId = latest.id
    this.#current = [latestType(latest, this.#part.options.codec)]
  }

  async #latest(signal: AbortSignal | undefined): Promise<RegisteredSchema> {
    const subject = await subjectOf(this.#part, undefined, signal)
    try {
      return await this.#part.schemas.latest(subject, { signal })
    } catch (cause) {
      if (!isAboutSchema(cause)) throw cause
      throw new InvalidArgumentError(
        `${subject} has no latest version to read with, or it is no Avro; bring a type, or leave useLatestVersion out`,
        { ...contextOf(this.#part, subject), cause },
      )
    }
  }

  /** A latest version serves on while it is asked for anew; so it does if that fails. */
  #refreshIfOld(): void {
    const now = this.#part.now()
    if (isFresh(now - this.#checkedAt, RECHECK_MS)) return
    this.#checkedAt = now
    this.#loadLatest(undefined).catch(() => undefined)
  }
}

function isComplete(type: KnownType): type is ReadType {
  return type.reader !== undefined
}

function latestType(latest: RegisteredSchema, codec: KnownType['codec'] = {}): ReadType {
  return {
    name: undefined,
    isMarked: false,
    source: latest,
    reader: latest.parsed.root,
    generated: undefined,
    isStricter: false,
    codec,
  }
}
