/** What went wrong, for programs. The words of a message may change, these do not. */
export type ErrorCode =
  | 'FRAMING'
  | 'DECODE'
  | 'ENCODE'
  | 'INCOMPATIBLE_READER'
  | 'SCHEMA_NOT_FOUND'
  | 'SCHEMA_NOT_LOADED'
  | 'UNSUPPORTED_SCHEMA'
  | 'OPTIONS_MISMATCH'
  | 'REGISTRY_HTTP'
  | 'REGISTRY_ANSWER'
  | 'REGISTRY_UNAVAILABLE'
  | 'AUTH'
  | 'INVALID_ARGUMENT'
  | 'CLOSED'

/** What an error is about, as far as it is known. */
export interface ErrorContext {
  readonly schemaId?: number | undefined
  readonly subject?: string | undefined
  readonly topic?: string | undefined
  /** About a record's key; false for its value. */
  readonly isKey?: boolean | undefined
  /** Where in a value or a schema, for example `/customer/name`. */
  readonly path?: string | undefined
  /** What led to it. */
  readonly cause?: unknown
}

/** The same for every copy of this package: a program may load its ES modules and its CommonJS. */
const MARK = Symbol.for('@magicbyte/client.SchemaRegistryError')

/** Whether an error is one of this package, whichever copy of it made the error. */
export function isSchemaRegistryError(error: unknown): error is SchemaRegistryError {
  return error instanceof Error && MARK in error
}

/** Every error of this package is one of these, except the reason of a signal that aborted a call. */
export class SchemaRegistryError extends Error {
  override readonly name: string = 'SchemaRegistryError'
  readonly [MARK] = true
  readonly code: ErrorCode
  /** The same call may succeed later without any change. */
  readonly retriable: boolean
  readonly schemaId: number | undefined
  readonly subject: string | undefined
  readonly topic: string | undefined
  readonly isKey: boolean | undefined
  readonly path: string | undefined

  constructor(
    message: string,
    {
      code,
      retriable = false,
      cause,
      ...about
    }: ErrorContext & { readonly code: ErrorCode; readonly retriable?: boolean },
  ) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.retriable = retriable
    this.schemaId = about.schemaId
    this.subject = about.subject
    this.topic = about.topic
    this.isKey = about.isKey
    this.path = about.path
  }
}
