export type { SchemaContentRequest } from './cache/content-key.ts'
export type { RegisteredSchema, StoredSchema } from './cache/registered-schema.ts'
export type { DumpedEntry, DumpedSchema, SchemaDump } from './cache/schema-dump.ts'
export type { SchemaStoreClient } from './cache/schema-loader.ts'
export {
  type ContentOptions,
  type IdOptions,
  SchemaStore,
  type SchemaStoreOptions,
} from './cache/schema-store.ts'
export {
  type DeadLetter,
  type DeadLetterDetails,
  type DeadLetterSource,
  fromDeadLetter,
  toDeadLetter,
} from './dead-letter.ts'
export {
  DecodeError,
  EncodeError,
  FramingError,
  IncompatibleReaderError,
  type ReaderDifference,
} from './errors/data-errors.ts'
export {
  AuthError,
  RegistryAnswerError,
  RegistryHttpError,
  RegistryUnavailableError,
  type RequestContext,
} from './errors/http-errors.ts'
export { isPoison } from './errors/poison.ts'
export {
  OptionsMismatchError,
  SchemaNotFoundError,
  SchemaNotLoadedError,
  UnsupportedSchemaError,
} from './errors/schema-errors.ts'
export {
  type ErrorCode,
  type ErrorContext,
  isSchemaRegistryError,
  SchemaRegistryError,
} from './errors/schema-registry-error.ts'
export { ClosedError, InvalidArgumentError } from './errors/usage-errors.ts'
export type {
  CacheEvent,
  CacheKeyKind,
  ClientEvent,
  EventListener,
  PartEvent,
  RequestEvent,
} from './events.ts'
export type {
  AuthOptions,
  BasicAuth,
  CloudIdentity,
  OAuthAuth,
  OAuthOptions,
  TokenAuth,
} from './http/auth-options.ts'
export type { RegistryClientOptions } from './http/client-options.ts'
export type { Clock } from './http/clock.ts'
export type { FetchFunction, HeaderValues } from './http/exchange.ts'
export type {
  CallOptions,
  OperationAnswer,
  OperationId,
  OperationMethod,
  OperationRequest,
} from './http/operation-types.ts'
export type { RegistryOperations } from './http/operations.ts'
export type { RetryOptions } from './http/retry-delay.ts'
export type { Properties, PropertyValue } from './properties/property-reader.ts'
export {
  fromProperties,
  type PropertySettings,
} from './properties.ts'
export { RegistryClient } from './registry-client.ts'
export {
  SchemaRegistry,
  type SchemaRegistryOptions,
  type SerdeOf,
  type TopicTypes,
} from './schema-registry.ts'
export type { Bytes } from './serde/bytes.ts'
export {
  type DecodedPart,
  type DecodePartOptions,
  type EncodePartOptions,
  PartSerde,
  type WritableHeaders,
} from './serde/part-serde.ts'
export type {
  InputOf,
  NestedReference,
  PartType,
  SchemaText,
  SchemaType,
  ValueOf,
} from './serde/part-type.ts'
export type { PrimitiveFormat, PrimitiveValues } from './serde/primitive-format.ts'
export {
  type HeaderValue,
  KEY_SCHEMA_HEADER,
  type RecordHeaders,
  VALUE_SCHEMA_HEADER,
} from './serde/record-headers.ts'
export type { SchemaInfo } from './serde/schema-info.ts'
export type { SchemaIds, SerdeOptions } from './serde/serde-options.ts'
export type { SubjectNameRequest, SubjectNameStrategy } from './serde/subject-name.ts'
export type {
  KeyInputOf,
  KeyOf,
  TopicInputOf,
  TopicMap,
  TopicValueOf,
} from './serde/topic-map.ts'
export {
  type DecodedRecord,
  type DecodeResult,
  type EncodedRecord,
  type RecordBytes,
  type RecordInput,
  TopicSerde,
} from './serde/topic-serde.ts'
export { type Frame, guidHeader, idPrefix, readFrame } from './serde/wire-format.ts'
export type { TlsOptions } from './tls-options.ts'
