import { InvalidArgumentError } from './errors/usage-errors.ts'
import { type Bytes, toBytes } from './serde/bytes.ts'
import { serdeFor, type TopicMap } from './serde/topic-map.ts'

/** A message as the Kafka transport of NestJS sends it. */
export interface NestMessage {
  readonly key: Bytes | null
  readonly value: Bytes | null
  readonly headers: { [name: string]: unknown }
}

/** What the transport hands to a handler. */
export interface NestPacket {
  readonly pattern: string
  readonly data: unknown
}

/** What has no serde goes there: for example replies, whose topic the transport does not tell. */
export interface NestSerializerOptions {
  readonly fallback?: { serialize(value: unknown, options?: object): unknown }
}

/** What has no serde goes there. */
export interface NestDeserializerOptions {
  readonly fallback?: { deserialize(value: unknown, options?: object): unknown }
}

/**
 * The `serializer` of a Kafka client of NestJS: what is emitted to or sent to a topic is written by
 * its serde. As with the transport's own, an object with `key` or `value` is a message, anything
 * else is its value.
 */
export class RegistrySerializer {
  readonly #topics: TopicMap
  readonly #fallback: NestSerializerOptions['fallback']

  constructor(topics: TopicMap, { fallback }: NestSerializerOptions = {}) {
    this.#topics = topics
    this.#fallback = fallback
  }

  /**
   * @throws EncodeError
   * @throws InvalidArgumentError for a topic without serde, and no fallback
   */
  async serialize(value: unknown, options: { readonly pattern?: unknown } = {}): Promise<unknown> {
    const topic = topicOf(options.pattern)
    if (this.#fallback && !isKnown(this.#topics, topic)) {
      return this.#fallback.serialize(value, options)
    }
    const { headers, ...message } = isMessage(value) ? value : { value }
    const serde = serdeFor(this.#topics, topic)
    const encoded = await serde.encode({
      ...message,
      value: message.value,
      headers: { ...headers },
    })
    return encoded satisfies NestMessage
  }
}

/**
 * The `deserializer` of a Kafka server of NestJS: handlers get the values of a topic as its serde
 * reads them. The transport takes other bytes than framed ones for text, so that schemas have to be
 * named before the data, not in headers.
 */
export class RegistryDeserializer {
  readonly #topics: TopicMap
  readonly #fallback: NestDeserializerOptions['fallback']

  constructor(topics: TopicMap, { fallback }: NestDeserializerOptions = {}) {
    this.#topics = topics
    this.#fallback = fallback
  }

  /**
   * @throws DecodeError, FramingError and the errors of the registry
   * @throws InvalidArgumentError for a topic without serde, and no fallback
   */
  async deserialize(
    message: unknown,
    options: { readonly channel?: unknown } = {},
  ): Promise<NestPacket> {
    const pattern = topicOf(options.channel)
    if (this.#fallback && !isKnown(this.#topics, pattern)) {
      return (await this.#fallback.deserialize(message, options)) as NestPacket
    }
    const serde = serdeFor(this.#topics, pattern)
    const { value } = (message ?? {}) as { readonly value?: unknown }
    return { pattern, data: await serde.value.decode(bytesOf(value)) }
  }
}

interface GivenMessage {
  readonly key?: unknown
  readonly value?: unknown
  readonly headers?: object
}

function isMessage(value: unknown): value is GivenMessage {
  return typeof value === 'object' && value !== null && ('key' in value || 'value' in value)
}

function isKnown(topics: TopicMap, topic: string): boolean {
  return Object.hasOwn(topics, topic)
}

function topicOf(pattern: unknown): string {
  return typeof pattern === 'string' ? pattern : ''
}

/** The transport has made text or JSON of what does not look framed. */
function bytesOf(value: unknown): Uint8Array | null {
  if (value === null || value === undefined) return null
  if (value instanceof Uint8Array) return value
  if (typeof value === 'string') return toBytes(new TextEncoder().encode(value))
  if (typeof value === 'object') return toBytes(new TextEncoder().encode(JSON.stringify(value)))
  throw new InvalidArgumentError('a message of the transport has bytes or text')
}
