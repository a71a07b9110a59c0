import { type ErrorContext, SchemaRegistryError } from './schema-registry-error.ts'

/** The registry has no such id, guid, subject, version or content (error codes 40400 to 40499). */
export class SchemaNotFoundError extends SchemaRegistryError {
  override readonly name = 'SchemaNotFoundError'
  declare readonly code: 'SCHEMA_NOT_FOUND'

  constructor(message: string, context: ErrorContext = {}) {
    super(message, { ...context, code: 'SCHEMA_NOT_FOUND' })
  }
}

/** A synchronous call needs schemas that have to be fetched first. */
export class SchemaNotLoadedError extends SchemaRegistryError {
  override readonly name = 'SchemaNotLoadedError'
  declare readonly code: 'SCHEMA_NOT_LOADED'
  /** Schema ids or guids to fetch; when encoding, the name of the type or topic. */
  readonly missing: readonly (number | string)[]

  constructor(
    message: string,
    { missing, ...context }: ErrorContext & { readonly missing: readonly (number | string)[] },
  ) {
    super(message, { ...context, code: 'SCHEMA_NOT_LOADED', retriable: true })
    this.missing = missing
  }
}

/**
 * A registered schema that this client cannot work with: it is no Avro, its references lead in no
 * usable way to other schemas, or its text is not valid.
 */
export class UnsupportedSchemaError extends SchemaRegistryError {
  override readonly name = 'UnsupportedSchemaError'
  declare readonly code: 'UNSUPPORTED_SCHEMA'

  constructor(message: string, context: ErrorContext = {}) {
    super(message, { ...context, code: 'UNSUPPORTED_SCHEMA' })
  }
}

/** A type was made for other options than those of the topic: they disagree on how values look. */
export class OptionsMismatchError extends SchemaRegistryError {
  override readonly name = 'OptionsMismatchError'
  declare readonly code: 'OPTIONS_MISMATCH'

  constructor(message: string, context: ErrorContext = {}) {
    super(message, { ...context, code: 'OPTIONS_MISMATCH' })
  }
}
