import { isPoison } from '../errors/poison.ts'
import { isSchemaRegistryError } from '../errors/schema-registry-error.ts'
import type { RecordHeaders } from '../serde/record-headers.ts'
import { serdeFor, type TopicMap } from '../serde/topic-map.ts'
import type { IncomingRecord, PayloadType } from './client-shapes.ts'

/** A part that was decoded, or why it cannot be. */
type Decoded = { readonly value: unknown } | { readonly error: unknown }

/** Decodes records before they are handed over, where there is time to ask the registry. */
export class IncomingRecords {
  readonly #topics: TopicMap
  /** By the bytes: the client hands over the same ones, but other records around them. */
  readonly #decoded = new WeakMap<Uint8Array, Decoded>()

  constructor(topics: TopicMap) {
    this.#topics = topics
  }

  /**
   * Decodes a part ahead. A record that is at fault itself is kept for the client's own way with
   * such records; any other error ends the stream, and nothing is lost.
   */
  async prepare(
    bytes: Uint8Array | null,
    type: PayloadType,
    record: IncomingRecord,
  ): Promise<void> {
    if (!bytes || (type !== 'key' && type !== 'value')) return
    const serde = serdeFor(this.#topics, record.topic)[type]
    try {
      const value = await serde.decode(bytes, { headers: headersOf(record) })
      this.#decoded.set(bytes, { value })
    } catch (error) {
      if (!isAboutRecord(error)) throw error
      this.#decoded.set(bytes, { error })
    }
  }

  /** The value of a part; the one that was decoded ahead, if there is one. */
  value(bytes: Uint8Array | undefined, type: 'key' | 'value', record: unknown): unknown {
    if (!bytes) return undefined
    const known = this.#decoded.get(bytes)
    if (!known) {
      const { topic } = record as IncomingRecord
      const headers = headersOf(record as IncomingRecord)
      return serdeFor(this.#topics, topic)[type].decodeSync(bytes, { headers }) ?? undefined
    }
    if ('error' in known) throw known.error
    return known.value ?? undefined
  }
}

function isAboutRecord(error: unknown): boolean {
  if (isPoison(error)) return true
  return isSchemaRegistryError(error) && error.code === 'INCOMPATIBLE_READER'
}

function headersOf({ headers }: IncomingRecord): RecordHeaders | undefined {
  return headers.length === 0 ? undefined : new Map(headers)
}
