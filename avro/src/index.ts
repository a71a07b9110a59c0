export { canonicalString, resolvedString } from './canonical.ts'
export { type AvroCodec, type AvroType, defineCodec } from './codec/avro-type.ts'
export { isBuiltInMember } from './codec/built-in-member.ts'
export { type Codec, createCodec, createDecoder, createEncoder } from './codec/codec.ts'
export { CodecError, DecodeError, EncodeError } from './codec/codec-error.ts'
export type {
  CodecOptions,
  LogicalTypeOptions,
  UnionStyle,
  ValueOptions,
} from './codec/codec-options.ts'
export { defaultBytes, InvalidDefaultError } from './codec/default-bytes.ts'
export type { LimitOptions, Limits } from './codec/limits.ts'
export type {
  LogicalConversion,
  LogicalConverter,
  LongRepresentation,
} from './codec/logical-conversion.ts'
export {
  type DecodeOptions,
  type Decoder,
  decoderOf,
  type Encoder,
  encoderOf,
} from './codec/message-codec.ts'
export { minimumSize } from './codec/minimum-size.ts'
export { typedSchema } from './codec/typed-schema.ts'
export {
  type BranchForm,
  type BranchShape,
  type UnionShape,
  unionShape,
} from './codec/union-shape.ts'
export type { ValueKind } from './codec/value-kind.ts'
export {
  fieldMapping,
  type NodeMapping,
  nodeMapping,
  type ValueMapping,
  valueMapping,
} from './codec/value-mapping.ts'
export {
  type CompatibilityOptions,
  checkCompatibility,
  type Incompatibility,
} from './compatibility.ts'
export { CompatibilityBudgetError } from './compatibility-budget.ts'
export { AmbiguousFieldError } from './compatibility-fields.ts'
export {
  type CompatibilityLevel,
  compatibilityLevels,
  type Direction,
} from './compatibility-level.ts'
export type { Finding, IncompatibilityType } from './compatibility-outcome.ts'
export type { Decompress, DecompressSync } from './container/compression.ts'
export type { ContainerContents } from './container/container-contents.ts'
export { ContainerError, UnknownCompressionError } from './container/container-error.ts'
export type { ContainerLimitOptions, ContainerLimits } from './container/container-limits.ts'
export {
  type Container,
  type ContainerSource,
  type ContainerSourceSync,
  type ContainerSync,
  type ReadContainerOptions,
  readContainer,
  readContainerSync,
} from './container/read-container.ts'
export {
  type Compress,
  type CompressSync,
  type WriteContainerOptions,
  writeContainer,
  writeContainerSync,
} from './container/write-container.ts'
export type { Metadata, Rule, RuleSet, SchemaContent, SchemaReference } from './content.ts'
export { contentHash, guid } from './content-hash.ts'
export { crc64Avro } from './crc64.ts'
export { equivalent } from './equivalence.ts'
export {
  type CompatibilityRule,
  type ExplainRequest,
  type Explanation,
  explainLevel,
  type Violation,
} from './explain.ts'
export { type FingerprintAlgorithm, fingerprint, fingerprint64, hex } from './fingerprint.ts'
export {
  editTags,
  inlineTags,
  propagateTags,
  type SchemaTags,
  type TagEdits,
  UnknownEntityError,
} from './inline-tags.ts'
export type {
  Json,
  JsonArray,
  JsonBoolean,
  JsonNull,
  JsonNumber,
  JsonObject,
  JsonString,
} from './json.ts'
export { JsonSyntaxError } from './json-cursor.ts'
export type { JsonInputOptions } from './json-encoding/json-bytes-output.ts'
export { createJsonCodec, type JsonCodec } from './json-encoding/json-codec.ts'
export { JsonDecodeError } from './json-encoding/json-decode-error.ts'
export {
  binaryToJson,
  createJsonTranscoder,
  type JsonTranscoder,
  jsonToBinary,
} from './json-encoding/json-transcoder.ts'
export { MAX_JSON_DEPTH, readJson } from './json-reader.ts'
export { jsonText } from './json-text.ts'
export { checkLevel, type HistoryEntry, type LevelCheck, type LevelVerdict } from './levels.ts'
export { checkReservedFields, parseReservedFields, type ReservedFields } from './levels-reserved.ts'
export { type LogicalType, type LogicalTypeName, logicalTypeOf } from './logical-type.ts'
export { md5 } from './md5.ts'
export { normalizedString } from './normalized.ts'
export { type ParseOptions, parseSchema, type ValidationMode } from './parse.ts'
export { parsingCanonicalForm } from './parsing-form.ts'
export * from './schema.ts'
export type { SchemaEntity } from './schema-entity.ts'
export { InvalidSchemaError, type SchemaProblem } from './schema-problem.ts'
export { sha256 } from './sha256.ts'
export {
  decodeSingleObject,
  encodeSingleObject,
  type FindDecoder,
  SINGLE_OBJECT_HEADER_SIZE,
  SingleObjectError,
  singleObjectFingerprint,
  singleObjectHeader,
} from './single-object.ts'
export { jsonPointer, lineAndColumn } from './text-position.ts'
