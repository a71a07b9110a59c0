import { type ErrorCode, isSchemaRegistryError } from './schema-registry-error.ts'

/**
 * Whether a record will fail with this error however often it is read: its bytes are bad, or they
 * name a schema that does not exist or that is no Avro. Such a record can be put aside. After any
 * other error, also one that is not of this package, a consumer has to stop or to try again, or it
 * would lose good records.
 */
export function isPoison(error: unknown): boolean {
  return isSchemaRegistryError(error) && POISON[error.code]
}

const POISON: Readonly<Record<ErrorCode, boolean>> = {
  FRAMING: true,
  DECODE: true,
  SCHEMA_NOT_FOUND: true,
  UNSUPPORTED_SCHEMA: true,
  ENCODE: false,
  INCOMPATIBLE_READER: false,
  SCHEMA_NOT_LOADED: false,
  OPTIONS_MISMATCH: false,
  REGISTRY_HTTP: false,
  REGISTRY_ANSWER: false,
  REGISTRY_UNAVAILABLE: false,
  AUTH: false,
  INVALID_ARGUMENT: false,
  CLOSED: false,
}
