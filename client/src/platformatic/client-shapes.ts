import type { Bytes } from '../serde/bytes.ts'

/** What a hook or a serializer is about. */
export type PayloadType = 'key' | 'value' | 'headerKey' | 'headerValue'

/** Values of headers: bytes, as they are read; text is written as UTF-8. */
export type PlatformaticHeader = Bytes | string

/** A message about to be sent. */
export interface OutgoingMessage {
  readonly topic: string
  readonly key?: unknown
  readonly value?: unknown
  headers?: Map<unknown, unknown> | Record<string, unknown>
}

/** A record that was received. */
export interface IncomingRecord {
  readonly topic: string
  readonly headers: readonly (readonly [Uint8Array | null, Uint8Array | null])[]
}

/** Functions for each part of a message to be sent. */
export interface PlatformaticSerializers<Key, Value> {
  key(data?: Key, headers?: unknown, message?: unknown): Bytes | undefined
  value(data?: Value, headers?: unknown, message?: unknown): Bytes | undefined
  headerKey(data?: string): Bytes | undefined
  headerValue(data?: PlatformaticHeader): Bytes | undefined
}

/** Functions for each part of a received message. */
export interface PlatformaticDeserializers<Key, Value> {
  key(data?: Bytes, headers?: unknown, message?: unknown): Key | undefined
  value(data?: Bytes, headers?: unknown, message?: unknown): Value | undefined
  headerKey(data?: Bytes): string | undefined
  headerValue(data?: Bytes): PlatformaticHeader | undefined
}

/** The `SchemaRegistry` of `@platformatic/kafka`, as far as it is used. */
export interface PlatformaticRegistry<Key, Value> {
  /** There are no schemas to be had: the serdes keep them. */
  get(id: unknown): undefined
  /** Nothing is to be fetched in advance. */
  fetch(id: unknown, callback?: (error?: Error) => void): void
  /** The id or guid that bytes are framed with; undefined for messages to be sent. */
  getSchemaId(payload: unknown, type?: PayloadType): number | string | undefined
  getSerializers(): PlatformaticSerializers<Key, Value>
  getDeserializers(): PlatformaticDeserializers<Key, Value>
  getBeforeSerializationHook(): (
    payload: unknown,
    type: PayloadType,
    message: OutgoingMessage,
  ) => Promise<void>
  getBeforeDeserializationHook(): (
    payload: Uint8Array,
    type: PayloadType,
    message: IncomingRecord,
  ) => Promise<void>
}
