import { isSchemaRegistryError } from './errors/schema-registry-error.ts'
import { type HeadersObject, headersObject } from './serde/record-headers.ts'
import type { RecordBytes } from './serde/topic-serde.ts'

/** Where a record that cannot be read was found. */
export interface DeadLetterSource {
  readonly topic: string
  readonly partition: number
  /** As the Kafka client gives it. */
  readonly offset: string | number | bigint
  /** When the record was written, in milliseconds since 1970, as the Kafka client gives it. */
  readonly timestamp?: string | number | bigint | undefined
  /** What puts the record aside, for example the name of the consumer group. */
  readonly source?: string | undefined
}

/** A record for a dead letter topic: bytes and headers as they came, and headers that say why. */
export interface DeadLetter<Part> {
  readonly key: Part
  readonly value: Part
  readonly headers: HeadersObject
}

/** What the headers of a dead letter say. */
export interface DeadLetterDetails {
  /** Of the error; `OTHER` for one that is not of this package. */
  readonly code: string
  readonly message: string
  /** Of the schema that the record was written with, as far as it could be told. */
  readonly schemaId: number | undefined
  readonly topic: string | undefined
  readonly partition: number | undefined
  readonly offset: string | undefined
  /** Milliseconds since 1970. */
  readonly timestamp: string | undefined
  readonly source: string | undefined
}

/** Headers of dead letters. */
const NAMES = {
  code: 'dlq.error.code',
  message: 'dlq.error.message',
  schemaId: 'dlq.schema.id',
  topic: 'dlq.topic',
  partition: 'dlq.partition',
  offset: 'dlq.offset',
  timestamp: 'dlq.timestamp',
  source: 'dlq.source',
} as const satisfies Record<keyof DeadLetterDetails, string>

/** Characters of an error's message that are kept. */
const MAX_MESSAGE = 500

/**
 * A record to be put aside, with why in headers `dlq.*`. Key, value and all other headers stay as
 * they are, so that the record can be read from there once the reason is gone. The message shows
 * nothing of the data.
 */
export function toDeadLetter<Part extends Uint8Array | null>(
  message: RecordBytes & {
    readonly key?: Part | null | undefined
    readonly value?: Part | null | undefined
  },
  error: unknown,
  { topic, partition, offset, timestamp, source }: DeadLetterSource,
): DeadLetter<Part | null> {
  const details = {
    code: isSchemaRegistryError(error) ? error.code : 'OTHER',
    message: messageOf(error).slice(0, MAX_MESSAGE),
    schemaId: isSchemaRegistryError(error) ? error.schemaId : undefined,
    topic,
    partition,
    offset,
    timestamp,
    source,
  }
  return {
    key: message.key ?? null,
    value: message.value ?? null,
    headers: { ...withoutDetails(headersObject(message.headers)), ...toHeaders(details) },
  }
}

/** What was put aside, and why: undefined for a record that is no dead letter. */
export function fromDeadLetter<Part extends Uint8Array | null>(
  letter: RecordBytes & {
    readonly key?: Part | null | undefined
    readonly value?: Part | null | undefined
  },
): { readonly message: DeadLetter<Part | null>; readonly details: DeadLetterDetails } | undefined {
  const code = textOf(letter, 'code')
  if (code === undefined) return undefined
  return {
    message: {
      key: letter.key ?? null,
      value: letter.value ?? null,
      headers: withoutDetails(headersObject(letter.headers)),
    },
    details: {
      code,
      message: textOf(letter, 'message') ?? '',
      schemaId: numberOf(letter, 'schemaId'),
      topic: textOf(letter, 'topic'),
      partition: numberOf(letter, 'partition'),
      offset: textOf(letter, 'offset'),
      timestamp: textOf(letter, 'timestamp'),
      source: textOf(letter, 'source'),
    },
  }
}

/** What an error says without showing data: a codec's message and path may hold some. */
function messageOf(error: unknown): string {
  if (!isSchemaRegistryError(error)) return 'not an error of the schema registry client'
  if (error.code !== 'DECODE' && error.code !== 'ENCODE') return error.message
  const { offset } = error as { readonly offset?: number }
  const place = offset === undefined ? '' : ` at byte ${offset}`
  return `the ${error.isKey ? 'key' : 'value'} is none of its schema${place}`
}

function toHeaders(details: Readonly<Record<keyof DeadLetterDetails, unknown>>): HeadersObject {
  const known = Object.entries(NAMES).flatMap(([detail, name]) => {
    const value = details[detail as keyof DeadLetterDetails]
    return value === undefined || value === null ? [] : [[name, String(value)] as const]
  })
  return Object.fromEntries(known)
}

function withoutDetails(headers: HeadersObject): HeadersObject {
  const names: readonly string[] = Object.values(NAMES)
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)))
}

function textOf({ headers }: RecordBytes, detail: keyof DeadLetterDetails): string | undefined {
  const found = headersObject(headers)[NAMES[detail]]
  const last = Array.isArray(found) ? found.at(-1) : found
  return last instanceof Uint8Array ? new TextDecoder().decode(last) : (last ?? undefined)
}

function numberOf(letter: RecordBytes, detail: keyof DeadLetterDetails): number | undefined {
  const text = textOf(letter, detail)
  return text !== undefined && /^-?\d{1,10}$/.test(text) ? Number(text) : undefined
}
