import { InvalidArgumentError } from '../errors/usage-errors.ts'
import { definedOf, type PropertyReader } from './property-reader.ts'

/** How the subject of a record's schema is named. */
export type SubjectNameStrategyName = 'topic' | 'record' | 'topic-record' | 'associated'

/** What properties say about serializers and deserializers; only what they do say is there. */
export interface SerdeSettings {
  readonly autoRegisterSchemas?: boolean
  readonly useLatestVersion?: boolean
  readonly latestCompatibilityStrict?: boolean
  readonly useSchemaId?: number
  readonly idCompatibilityStrict?: boolean
  readonly normalizeSchemas?: boolean
  readonly subjectNameStrategy?: SubjectNameStrategyName
  readonly keySubjectNameStrategy?: SubjectNameStrategyName
  readonly schemaIdLocation?: 'prefix' | 'header'
  readonly failOnTrailingData?: boolean
  readonly logicalTypes?: 'native' | 'raw'
  /** Infinity where it never ends. */
  readonly latestCacheTtlSeconds?: number
  readonly cacheCapacity?: number
}

const JAVA_STRATEGIES = 'io.confluent.kafka.serializers.subject.'
const JAVA_SCHEMA_IDS = 'io.confluent.kafka.serializers.schema.id.'

const STRATEGIES: Readonly<Record<string, SubjectNameStrategyName>> = {
  [`${JAVA_STRATEGIES}TopicNameStrategy`]: 'topic',
  [`${JAVA_STRATEGIES}RecordNameStrategy`]: 'record',
  [`${JAVA_STRATEGIES}TopicRecordNameStrategy`]: 'topic-record',
  [`${JAVA_STRATEGIES}AssociatedNameStrategy`]: 'associated',
  TOPIC: 'topic',
  RECORD: 'record',
  TOPIC_RECORD: 'topic-record',
  ASSOCIATED: 'associated',
}

const LOCATIONS = {
  [`${JAVA_SCHEMA_IDS}PrefixSchemaIdSerializer`]: 'prefix',
  [`${JAVA_SCHEMA_IDS}HeaderSchemaIdSerializer`]: 'header',
} as const

/** Deserializers that find an id wherever it is; so do ours. */
const READERS = {
  [`${JAVA_SCHEMA_IDS}DualSchemaIdDeserializer`]: true,
  [`${JAVA_SCHEMA_IDS}PrefixSchemaIdDeserializer`]: true,
}

/**
 * Settings of serializers and deserializers.
 * @throws InvalidArgumentError for values that mean nothing here
 */
export function readSerde(reader: PropertyReader): SerdeSettings {
  // Without effect: a reader's schema is used wherever one is given.
  reader.boolean('specific.avro.reader')
  reader.choice(READERS, 'value.schema.id.deserializer')
  reader.choice(READERS, 'key.schema.id.deserializer')
  const id = reader.number({ min: -1 }, 'use.schema.id')
  const ttl = reader.number({ min: -1 }, 'latest.cache.ttl.sec', 'cache.latest.ttl.sec')
  const converters = reader.boolean('avro.use.logical.type.converters')
  return definedOf({
    autoRegisterSchemas: reader.boolean('auto.register.schemas'),
    useLatestVersion: reader.boolean('use.latest.version'),
    latestCompatibilityStrict: reader.boolean('latest.compatibility.strict'),
    useSchemaId: id === -1 ? undefined : id,
    idCompatibilityStrict: reader.boolean('id.compatibility.strict'),
    normalizeSchemas: reader.boolean('normalize.schemas'),
    subjectNameStrategy: reader.choice(
      STRATEGIES,
      'value.subject.name.strategy',
      'subject.name.strategy',
      'subject.name.strategy.type',
    ),
    keySubjectNameStrategy: reader.choice(STRATEGIES, 'key.subject.name.strategy'),
    schemaIdLocation: readLocation(reader),
    failOnTrailingData: reader.boolean('avro.fail.on.trailing.data'),
    logicalTypes: converters === undefined ? undefined : converters ? 'native' : 'raw',
    latestCacheTtlSeconds: ttl !== undefined && ttl < 0 ? Number.POSITIVE_INFINITY : ttl,
    cacheCapacity: reader.number({ min: 1 }, 'max.schemas.per.subject', 'cache.capacity'),
  } as const)
}

function readLocation(reader: PropertyReader): 'prefix' | 'header' | undefined {
  const value = reader.choice(LOCATIONS, 'value.schema.id.serializer')
  const key = reader.choice(LOCATIONS, 'key.schema.id.serializer')
  if (value && key && value !== key) {
    throw new InvalidArgumentError(
      'key.schema.id.serializer differs from value.schema.id.serializer: not supported',
    )
  }
  return value ?? key
}
