import type { PlatformaticHeader, PlatformaticRegistry } from './platformatic/client-shapes.ts'
import { IncomingRecords } from './platformatic/incoming.ts'
import { OutgoingMessages } from './platformatic/outgoing.ts'
import { type Bytes, toBytes } from './serde/bytes.ts'
import type { KeyOf, TopicMap, TopicValueOf } from './serde/topic-map.ts'
import { readFrame } from './serde/wire-format.ts'

export type {
  IncomingRecord,
  OutgoingMessage,
  PayloadType,
  PlatformaticDeserializers,
  PlatformaticHeader,
  PlatformaticRegistry,
  PlatformaticSerializers,
} from './platformatic/client-shapes.ts'

/**
 * The `registry` option of a Producer or a Consumer of `@platformatic/kafka` 1.x: keys and values
 * are those of the topics' serdes. Tombstones are undefined, as the client has it. Header names are
 * text; header values are read as bytes.
 *
 * A record that is at fault itself goes to the consumer's `onCorruptedMessage`; with the registry
 * out of reach the stream ends with an error instead, so that no record is skipped. In header
 * framing, the headers of a message that is sent get one more.
 */
export function platformaticRegistry<const Topics extends TopicMap>(
  topics: Topics,
): PlatformaticRegistry<KeyOf<Topics[keyof Topics]>, TopicValueOf<Topics[keyof Topics]>> {
  type Key = KeyOf<Topics[keyof Topics]>
  type Value = TopicValueOf<Topics[keyof Topics]>
  const outgoing = new OutgoingMessages(topics)
  const incoming = new IncomingRecords(topics)
  return {
    get: () => undefined,
    fetch: (_id, callback) => callback?.(),
    getSchemaId: (payload) =>
      payload instanceof Uint8Array ? readFrame(payload).schema : undefined,
    getSerializers: () => ({
      key: (data, _headers, message) => outgoing.bytes(data, 'key', message),
      value: (data, _headers, message) => outgoing.bytes(data, 'value', message),
      headerKey: headerBytes,
      headerValue: headerBytes,
    }),
    getDeserializers: () => ({
      key: (data, _headers, message) => incoming.value(data, 'key', message) as Key | undefined,
      value: (data, _headers, message) =>
        incoming.value(data, 'value', message) as Value | undefined,
      headerKey: (data) => data && new TextDecoder().decode(data),
      headerValue: (data) => data,
    }),
    // Promises, as calling back at once would nest the calls of a batch as deep as it is long.
    getBeforeSerializationHook: () => (payload, type, message) =>
      outgoing.prepare(payload, type, message),
    getBeforeDeserializationHook: () => (payload, type, message) =>
      incoming.prepare(payload, type, message),
  }
}

function headerBytes(data: PlatformaticHeader | undefined): Bytes | undefined {
  return typeof data === 'string' ? toBytes(new TextEncoder().encode(data)) : data
}
