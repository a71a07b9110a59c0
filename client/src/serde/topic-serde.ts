import { SchemaNotLoadedError } from '../errors/schema-errors.ts'
import type { CallOptions } from '../http/operation-types.ts'
import type { Bytes } from './bytes.ts'
import type { DecodedPart, DecodePartOptions, PartSerde } from './part-serde.ts'
import { type RecordHeaders, withHeaders, withoutSchemaHeaders } from './record-headers.ts'
import type { SchemaInfo } from './schema-info.ts'

/** A record to be written: key, value, and whatever else the Kafka client takes. */
export interface RecordInput<Key, Value> {
  readonly key?: Key | null | undefined
  /** Null is a tombstone. */
  readonly value: Value | null
}

/** A record as a Kafka client sends it. */
export interface EncodedRecord {
  key: Bytes | null
  value: Bytes | null
}

/** A record as a Kafka client hands it over. */
export interface RecordBytes {
  readonly key?: Uint8Array | null | undefined
  readonly value?: Uint8Array | null | undefined
  readonly headers?: RecordHeaders | null | undefined
}

/** A record as it was read. */
export interface DecodedRecord<Key, Value> {
  readonly key: Key | null
  readonly value: Value | null
  /** Of the key; undefined where it is null or has none. */
  readonly keySchema: SchemaInfo | undefined
  /** Of the value; undefined where it is null or has none. */
  readonly schema: SchemaInfo | undefined
}

/** What became of one record of a batch. */
export type DecodeResult<Key, Value> =
  | ({ readonly ok: true } & DecodedRecord<Key, Value>)
  | { readonly ok: false; readonly error: unknown }

/**
 * Turns the records of one topic into bytes and back. The synchronous methods never wait, see
 * {@link PartSerde}.
 */
export class TopicSerde<Key, KeyInput, Value, ValueInput> {
  /** The topic. */
  readonly name: string
  readonly key: PartSerde<Key, KeyInput>
  readonly value: PartSerde<Value, ValueInput>

  constructor(name: string, key: PartSerde<Key, KeyInput>, value: PartSerde<Value, ValueInput>) {
    this.name = name
    this.key = key
    this.value = value
  }

  /**
   * Finds or registers the schemas to write with, and fetches those of the given ids or guids to
   * read values, so that the synchronous methods can begin.
   */
  async warm(
    options: CallOptions & { readonly schemas?: readonly (number | string)[] | undefined } = {},
  ): Promise<void> {
    await Promise.all([this.key.warm({ signal: options.signal }), this.value.warm(options)])
  }

  /**
   * A message for a Kafka client: other members, such as `partition`, are kept; of headers those
   * that name schemas of another record are not.
   */
  async encode<Message extends RecordInput<KeyInput, ValueInput>>(
    message: Message,
    { signal }: CallOptions = {},
  ): Promise<Omit<Message, 'key' | 'value'> & EncodedRecord> {
    const { key = null, value } = message
    if (!this.key.canEncode(key) || !this.value.canEncode(value)) {
      const options = { signal }
      await Promise.all([this.key.prepare(key, options), this.value.prepare(value, options)])
    }
    return this.encodeSync(message)
  }

  /** As `encode`, with what is there. */
  encodeSync<Message extends RecordInput<KeyInput, ValueInput>>(
    message: Message,
  ): Omit<Message, 'key' | 'value'> & EncodedRecord {
    const headers = {}
    const key = this.key.encodeSync(message.key ?? null, { headers })
    const value = this.value.encodeSync(message.value, { headers })
    return withParts(message, key, value, headers)
  }

  /** Key and value of a message of a Kafka client, each with its schema. */
  async decode(
    { key, value, headers }: RecordBytes,
    { signal }: CallOptions = {},
  ): Promise<DecodedRecord<Key, Value>> {
    const options = { headers, signal }
    const keyPart = decodedNow(this.key, key, options)
    const valuePart = decodedNow(this.value, value, options)
    // What is there is not waited for: that would cost a good part of decoding.
    if (keyPart && valuePart) return joined(keyPart, valuePart)
    const parts = await Promise.all([
      keyPart ?? this.key.decodePart(key, options),
      valuePart ?? this.value.decodePart(value, options),
    ])
    return joined(...parts)
  }

  /** As `decode`, with what is there. */
  decodeSync({ key, value, headers }: RecordBytes): DecodedRecord<Key, Value> {
    const keyPart = this.key.decodePartSync(key, { headers })
    return joined(keyPart, this.value.decodePartSync(value, { headers }))
  }

  /**
   * One result for each message, in their order; a bad message does not keep the others from being
   * read. Schemas that are not there yet are fetched once and all at the same time. Rejects with
   * the reason of the signal when that aborts.
   */
  async decodeBatch(
    messages: readonly RecordBytes[],
    { signal }: CallOptions = {},
  ): Promise<DecodeResult<Key, Value>[]> {
    const failures = await this.#loadMissing(messages, signal)
    const results: DecodeResult<Key, Value>[] = []
    for (const message of messages) {
      try {
        results.push({ ok: true, ...this.decodeSync(message) })
      } catch (error) {
        results.push(await this.#decodeLate(message, error, { failures, signal }))
      }
    }
    return results
  }

  /** A batch may need more schemas than are kept ready, so that some are there no more. */
  async #decodeLate(
    message: RecordBytes,
    error: unknown,
    { failures, signal }: CallOptions & { readonly failures: LoadFailures },
  ): Promise<DecodeResult<Key, Value>> {
    if (!(error instanceof SchemaNotLoadedError)) return { ok: false, error }
    const failure = loadFailure(error, failures)
    if (failure !== undefined) return { ok: false, error: failure }
    try {
      return { ok: true, ...(await this.decode(message, { signal })) }
    } catch (late) {
      signal?.throwIfAborted()
      return { ok: false, error: late }
    }
  }

  async #loadMissing(
    messages: readonly RecordBytes[],
    signal: AbortSignal | undefined,
  ): Promise<LoadFailures> {
    const failures: LoadFailures = { key: new Map(), value: new Map() }
    const missing = (['key', 'value'] as const).flatMap((part) => {
      const schemas = messages.map((message) => this[part].missing(message[part], message.headers))
      const distinct = [...new Set(schemas)].filter((schema) => schema !== undefined)
      return distinct.map((schema) => ({ part, schema }))
    })
    const queue = missing.values()
    const loadRest = async (): Promise<void> => {
      for (const { part, schema } of queue) {
        try {
          await this[part].load(schema, { signal })
        } catch (error) {
          signal?.throwIfAborted()
          failures[part].set(schema, error)
        }
      }
    }
    await Promise.all(Array.from({ length: Math.min(MAX_LOADS, missing.length) }, loadRest))
    return failures
  }
}

/** Schemas that a batch fetches at the same time: its bytes may name any number of them. */
const MAX_LOADS = 50

/** Why schemas could not be fetched. */
interface LoadFailures {
  readonly key: Map<number | string, unknown>
  readonly value: Map<number | string, unknown>
}

function loadFailure(error: SchemaNotLoadedError, failures: LoadFailures): unknown {
  const [schema] = error.missing
  return schema === undefined ? undefined : failures[error.isKey ? 'key' : 'value'].get(schema)
}

/** Undefined where a schema has to be fetched first. */
function decodedNow<Value>(
  serde: Pick<PartSerde<Value>, 'decodePartSync'>,
  bytes: Uint8Array | null | undefined,
  options: DecodePartOptions,
): DecodedPart<Value> | undefined {
  try {
    return serde.decodePartSync(bytes, options)
  } catch (error) {
    if (error instanceof SchemaNotLoadedError) return undefined
    throw error
  }
}

function withParts<Message extends object>(
  message: Message,
  key: Bytes | null,
  value: Bytes | null,
  added: { readonly [name: string]: Bytes },
): Omit<Message, 'key' | 'value'> & EncodedRecord {
  // To add members to a copy costs more than encoding a small value: they are there from the start.
  const record: Message & Written = { key: null, value: null, ...message }
  record.key = key
  record.value = value
  const { headers } = record
  // Those of a record that is passed on would name the schemas it was read with.
  const kept = headers && withoutSchemaHeaders(headers)
  const all = Object.keys(added).length > 0 ? withHeaders(kept, added) : kept
  if (all !== headers) record.headers = all
  return record
}

/** A message while it is written. */
interface Written extends EncodedRecord {
  headers?: RecordHeaders | null | undefined
}

function joined<Key, Value>(
  key: DecodedPart<Key>,
  value: DecodedPart<Value>,
): DecodedRecord<Key, Value> {
  return { key: key.value, value: value.value, keySchema: key.schema, schema: value.schema }
}
