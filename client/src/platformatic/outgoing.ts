import type { Bytes } from '../serde/bytes.ts'
import { KEY_SCHEMA_HEADER, VALUE_SCHEMA_HEADER } from '../serde/record-headers.ts'
import { serdeFor, type TopicMap } from '../serde/topic-map.ts'
import type { OutgoingMessage, PayloadType } from './client-shapes.ts'

/** A part that was encoded, and what from. */
interface Encoded {
  readonly value: unknown
  readonly bytes: Bytes | undefined
}

type Part = 'key' | 'value'

/** Encodes messages before they are sent, where there is time to ask the registry. */
export class OutgoingMessages {
  readonly #topics: TopicMap
  readonly #encoded: Readonly<Record<Part, WeakMap<object, Encoded>>> = {
    key: new WeakMap(),
    value: new WeakMap(),
  }

  constructor(topics: TopicMap) {
    this.#topics = topics
  }

  /** Encodes a part ahead; in header framing, the schema is put into the message's headers. */
  async prepare(value: unknown, type: PayloadType, message: OutgoingMessage): Promise<void> {
    if (type !== 'key' && type !== 'value') return
    const serde = serdeFor(this.#topics, message.topic)[type]
    // A record that is passed on may still say what its former bytes were.
    dropHeader(message, type === 'key' ? KEY_SCHEMA_HEADER : VALUE_SCHEMA_HEADER)
    const headers: { [name: string]: unknown } = {}
    const bytes = (await serde.encode(value ?? null, { headers })) ?? undefined
    addHeaders(message, headers)
    this.#encoded[type].set(message, { value, bytes })
  }

  /** The bytes of a part; those that were made ahead, if there are some. */
  bytes(value: unknown, type: Part, message: unknown): Bytes | undefined {
    const known = this.#encoded[type].get(message as object)
    if (known && Object.is(known.value, value)) return known.bytes
    const { topic } = message as OutgoingMessage
    return serdeFor(this.#topics, topic)[type].encodeSync(value ?? null) ?? undefined
  }
}

function dropHeader(message: OutgoingMessage, name: string): void {
  const { headers } = message
  if (headers instanceof Map) {
    // Names may be Buffers.
    for (const key of [...headers.keys()]) if (String(key) === name) headers.delete(key)
  } else if (headers && Object.hasOwn(headers, name)) {
    message.headers = Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))
  }
}

function addHeaders(message: OutgoingMessage, added: { readonly [name: string]: unknown }): void {
  for (const [name, value] of Object.entries(added)) {
    if (message.headers instanceof Map) message.headers.set(name, value)
    else message.headers = { ...message.headers, [name]: value }
  }
}
