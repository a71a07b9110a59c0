/** A header of a record: one member, whose value is the bytes, each a number. */
export type KafkaEventHeader = { readonly [name: string]: readonly number[] }

/** What an event source mapping with a schema registry tells about a key or a value. */
export interface SchemaMetadata {
  /** `AVRO`, `JSON` or `PROTOBUF`. */
  readonly dataFormat?: string | null
  readonly schemaId?: string | number | null
}

/** A record of an event. */
export interface KafkaEventRecord {
  readonly topic: string
  readonly partition: number
  readonly offset: number
  readonly timestamp?: number
  /** Base64. */
  readonly key?: string | null
  /** Base64; absent or null for a tombstone. */
  readonly value?: string | null
  readonly headers?: readonly KafkaEventHeader[] | null
  readonly keySchemaMetadata?: SchemaMetadata | null
  readonly valueSchemaMetadata?: SchemaMetadata | null
}

/** An event of Amazon MSK or of a self-managed Kafka, as AWS Lambda hands it to a function. */
export interface KafkaEvent {
  /** By topic and partition: `orders-0`. */
  readonly records: { readonly [topicPartition: string]: readonly KafkaEventRecord[] }
}
