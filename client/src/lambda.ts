import { DecodeError } from './errors/data-errors.ts'
import { InvalidArgumentError } from './errors/usage-errors.ts'
import type { KafkaEvent, KafkaEventRecord, SchemaMetadata } from './lambda/kafka-event.ts'
import { base64Bytes, recordBytes } from './lambda/record-parts.ts'
import type { SchemaInfo } from './serde/schema-info.ts'
import {
  type KeyOf,
  type LooseTopicSerde,
  serdeFor,
  type TopicMap,
  type TopicValueOf,
} from './serde/topic-map.ts'
import type { DecodeResult, RecordBytes } from './serde/topic-serde.ts'

export type {
  KafkaEvent,
  KafkaEventHeader,
  KafkaEventRecord,
  SchemaMetadata,
} from './lambda/kafka-event.ts'

/** How an event is decoded. */
export interface KafkaEventOptions {
  /**
   * That of the event source mapping, where it has a schema registry. `SOURCE` (the default) also
   * fits mappings without one. With `JSON`, the mapping decodes: what it made of the data is parsed
   * and no more, so that its types are not those of the topics, and no registry is asked.
   */
  readonly eventRecordFormat?: 'SOURCE' | 'JSON'
  readonly signal?: AbortSignal | undefined
}

/** A record of an event, decoded or not. */
export type KafkaEventResult<Topic, Key, Value, Raw> = {
  readonly topic: Topic
  readonly partition: number
  readonly offset: number
  /** As it came. */
  readonly raw: Raw
} & (
  | {
      readonly ok: true
      readonly key: Key | null
      /** Null for a tombstone. */
      readonly value: Value | null
      readonly keySchema: SchemaInfo | undefined
      readonly schema: SchemaInfo | undefined
    }
  | { readonly ok: false; readonly error: unknown }
)

/** The results of an event: the topic tells of which type a record is. */
export type TypedEventResult<Topics extends TopicMap, Raw> = {
  [Topic in keyof Topics & string]: KafkaEventResult<
    Topic,
    KeyOf<Topics[Topic]>,
    TopicValueOf<Topics[Topic]>,
    Raw
  >
}[keyof Topics & string]

/** The records of an event. */
type RecordOf<Event extends KafkaEvent> = Event['records'][string][number]

/**
 * The records of an event of AWS Lambda, in the order in which they are there; those of a partition
 * follow each other. What cannot be decoded does not keep the others from being decoded.
 * @throws InvalidArgumentError for an event that is none
 */
export function decodeKafkaEvent<Event extends KafkaEvent>(
  event: Event,
  topics: TopicMap,
  options: KafkaEventOptions & { readonly eventRecordFormat: 'JSON' },
): Promise<KafkaEventResult<string, unknown, unknown, RecordOf<Event>>[]>
export function decodeKafkaEvent<Event extends KafkaEvent, const Topics extends TopicMap>(
  event: Event,
  topics: Topics,
  options?: KafkaEventOptions & { readonly eventRecordFormat?: 'SOURCE' },
): Promise<TypedEventResult<Topics, RecordOf<Event>>[]>
export async function decodeKafkaEvent(
  event: KafkaEvent,
  topics: TopicMap,
  { eventRecordFormat = 'SOURCE', signal }: KafkaEventOptions = {},
): Promise<AnyResult[]> {
  if (typeof event?.records !== 'object' || event.records === null) {
    throw new InvalidArgumentError('an event of Kafka has records')
  }
  const records = Object.values(event.records).flat()
  if (records.some((record: unknown) => typeof record !== 'object' || record === null)) {
    throw new InvalidArgumentError('an event of Kafka has records that are objects')
  }
  return eventRecordFormat === 'JSON' ? records.map(parsed) : decoded(records, topics, signal)
}

/** What a function returns that reports failed records (`ReportBatchItemFailures`). */
export interface KafkaBatchResponse {
  batchItemFailures: { itemIdentifier: { partition: string; offset: number } }[]
}

/**
 * Reports records as failed, so that Lambda goes on from the first of each partition: it comes
 * again, and all behind it. A poisonous record would come again for ever; leave it out when it is
 * put aside.
 */
export function batchItemFailures(
  failed: readonly Pick<KafkaEventRecord, 'topic' | 'partition' | 'offset'>[],
): KafkaBatchResponse {
  const first = new Map<string, number>()
  for (const { topic, partition, offset } of failed) {
    const name = `${topic}-${partition}`
    first.set(name, Math.min(offset, first.get(name) ?? offset))
  }
  return {
    batchItemFailures: [...first].map(([partition, offset]) => ({
      itemIdentifier: { partition, offset },
    })),
  }
}

type AnyResult = KafkaEventResult<string, unknown, unknown, KafkaEventRecord>

type Outcome = DecodeResult<unknown, unknown>

type Failed = Extract<Outcome, { readonly ok: false }>

/** One batch for each topic, so that missing schemas are fetched once. */
async function decoded(
  records: readonly KafkaEventRecord[],
  topics: TopicMap,
  signal: AbortSignal | undefined,
): Promise<AnyResult[]> {
  const outcomes = new Map<KafkaEventRecord, Outcome>()
  const names = new Set(records.map(({ topic }) => topic))
  await Promise.all(
    [...names].map(async (name) => {
      const ofTopic = records.filter(({ topic }) => topic === name)
      const results = await decodedTopic(ofTopic, () => serdeFor(topics, name), signal)
      ofTopic.forEach((record, index) => void outcomes.set(record, results[index]!))
    }),
  )
  return records.map((record) => result(record, outcomes.get(record)!))
}

async function decodedTopic(
  records: readonly KafkaEventRecord[],
  serde: () => LooseTopicSerde,
  signal: AbortSignal | undefined,
): Promise<readonly Outcome[]> {
  const prepared = records.map((record): { readonly bytes: RecordBytes } | Failed => {
    try {
      serde()
      return { bytes: recordBytes(record) }
    } catch (error) {
      return { ok: false, error }
    }
  })
  const batch = prepared.flatMap((part) => ('bytes' in part ? [part.bytes] : []))
  const results = batch.length > 0 ? await serde().decodeBatch(batch, { signal }) : []
  let next = 0
  return prepared.map((part) => ('bytes' in part ? results[next++]! : part))
}

function result(raw: KafkaEventRecord, outcome: Outcome): AnyResult {
  const { topic, partition, offset } = raw
  return { topic, partition, offset, raw, ...outcome }
}

function parsed(raw: KafkaEventRecord): AnyResult {
  try {
    const key = parsedPart(raw.key, raw.keySchemaMetadata)
    const value = parsedPart(raw.value, raw.valueSchemaMetadata)
    return result(raw, { ok: true, key, value, keySchema: undefined, schema: undefined })
  } catch (error) {
    return result(raw, { ok: false, error })
  }
}

/** A part that the mapping did not decode stays text. */
function parsedPart(part: unknown, metadata: SchemaMetadata | null | undefined): unknown {
  if (part === null || part === undefined) return null
  if (typeof part !== 'string') return part
  const text = new TextDecoder().decode(base64Bytes(part)!)
  if (!metadata) return text
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    throw new DecodeError('a record is no JSON; is the mapping set to eventRecordFormat SOURCE?')
  }
}
