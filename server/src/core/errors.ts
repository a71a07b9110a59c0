import { formatContext, formatSubject } from './subject.ts'
import type { Context, SchemaId, Subject, Version } from './types.ts'

/** The error codes of the registry API. All but three digits: HTTP status × 100 + n. */
export const ErrorCode = {
  BAD_REQUEST: 400,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  URI_TOO_LONG: 414,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNPROCESSABLE: 422,
  INTERNAL: 500,
  GATEWAY_TIMEOUT: 504,
  SUBJECT_NOT_FOUND: 40401,
  VERSION_NOT_FOUND: 40402,
  SCHEMA_NOT_FOUND: 40403,
  SUBJECT_SOFT_DELETED: 40404,
  SUBJECT_NOT_SOFT_DELETED: 40405,
  VERSION_SOFT_DELETED: 40406,
  VERSION_NOT_SOFT_DELETED: 40407,
  SUBJECT_CONFIG_NOT_FOUND: 40408,
  SUBJECT_MODE_NOT_FOUND: 40409,
  INCOMPATIBLE_SCHEMA: 40901,
  INVALID_SCHEMA: 42201,
  INVALID_VERSION: 42202,
  INVALID_COMPATIBILITY_LEVEL: 42203,
  INVALID_MODE: 42204,
  OPERATION_NOT_PERMITTED: 42205,
  REFERENCE_EXISTS: 42206,
  INVALID_SUBJECT: 42208,
  INVALID_RULE_SET: 42210,
  CONTEXT_NOT_EMPTY: 42211,
  STORE_ERROR: 50001,
} as const

export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode]

/** A refusal the API documents. Anything else that is thrown is a bug or a broken disk: a 500. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }

  get status(): number {
    return this.code < 1000 ? this.code : Math.trunc(this.code / 100)
  }
}

export function subjectNotFound(subject: Subject): RegistryError {
  return new RegistryError(
    ErrorCode.SUBJECT_NOT_FOUND,
    `Subject '${formatSubject(subject)}' not found.`,
  )
}

/** `version` is -1 where `latest` was asked for. */
export function versionNotFound(version: number): RegistryError {
  return new RegistryError(ErrorCode.VERSION_NOT_FOUND, `Version ${version} not found.`)
}

export function schemaNotFound(): RegistryError {
  return new RegistryError(ErrorCode.SCHEMA_NOT_FOUND, 'Schema not found')
}

export function schemaIdNotFound(id: SchemaId | string): RegistryError {
  return new RegistryError(ErrorCode.SCHEMA_NOT_FOUND, `Schema ${id} not found`)
}

export function subjectSoftDeleted(subject: Subject): RegistryError {
  return new RegistryError(
    ErrorCode.SUBJECT_SOFT_DELETED,
    `Subject '${formatSubject(subject)}' was soft deleted.Set permanent=true to delete permanently`,
  )
}

export function subjectNotSoftDeleted(subject: Subject): RegistryError {
  return new RegistryError(
    ErrorCode.SUBJECT_NOT_SOFT_DELETED,
    `Subject '${formatSubject(subject)}' was not deleted first before being permanently deleted`,
  )
}

export function versionSoftDeleted(subject: Subject, version: Version): RegistryError {
  return new RegistryError(
    ErrorCode.VERSION_SOFT_DELETED,
    `Subject '${formatSubject(subject)}' Version ${version} was soft deleted.Set permanent=true to delete permanently`,
  )
}

export function versionNotSoftDeleted(subject: Subject, version: Version): RegistryError {
  return new RegistryError(
    ErrorCode.VERSION_NOT_SOFT_DELETED,
    `Subject '${formatSubject(subject)}' Version ${version} was not deleted first before being permanently deleted`,
  )
}

export function subjectConfigNotFound(subject: Subject): RegistryError {
  return new RegistryError(
    ErrorCode.SUBJECT_CONFIG_NOT_FOUND,
    `Subject '${formatSubject(subject)}' does not have subject-level compatibility configured`,
  )
}

export function subjectModeNotFound(subject: Subject): RegistryError {
  return new RegistryError(
    ErrorCode.SUBJECT_MODE_NOT_FOUND,
    `Subject '${formatSubject(subject)}' does not have subject-level mode configured`,
  )
}

export function incompatibleSchema(subject: Subject, messages: readonly string[]): RegistryError {
  return new RegistryError(
    ErrorCode.INCOMPATIBLE_SCHEMA,
    `Schema being registered is incompatible with an earlier schema for subject "${formatSubject(subject)}", details: [${messages.join(', ')}]`,
  )
}

export function invalidSchema(message: string, cause?: unknown): RegistryError {
  return new RegistryError(ErrorCode.INVALID_SCHEMA, message, { cause })
}

export function invalidVersion(text: string): RegistryError {
  return new RegistryError(
    ErrorCode.INVALID_VERSION,
    `The specified version '${text}' is not a valid version id. Allowed values are between [1, 2^31-1] and the string "latest"`,
  )
}

export function invalidCompatibilityLevel(): RegistryError {
  return new RegistryError(
    ErrorCode.INVALID_COMPATIBILITY_LEVEL,
    'Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive, forward_transitive, and full_transitive',
  )
}

export function invalidMode(
  message = 'Invalid mode. Valid values are READWRITE, READONLY, IMPORT and FORWARD.',
): RegistryError {
  return new RegistryError(ErrorCode.INVALID_MODE, message)
}

export function operationNotPermitted(message: string): RegistryError {
  return new RegistryError(ErrorCode.OPERATION_NOT_PERMITTED, message)
}

/** The subject's mode forbids the write; `reason` completes "Subject s in context c is …". */
export function modeForbids(subject: Subject, reason: string): RegistryError {
  return operationNotPermitted(
    `Subject ${formatSubject(subject)} in context ${formatContext(subject.context)} is ${reason}`,
  )
}

export function idTaken(id: SchemaId, context: Context): RegistryError {
  return operationNotPermitted(
    `Overwrite new schema with id ${id} in context ${formatContext(context)} is not permitted.`,
  )
}

export function idsExhausted(context: Context): RegistryError {
  return operationNotPermitted(
    `Context ${context} has handed out its last schema id, 2147483647: no further schema can be registered in it`,
  )
}

export function versionsExhausted(subject: Subject): RegistryError {
  return operationNotPermitted(
    `Subject ${formatSubject(subject)} has its last version, 2147483647: no further schema can be registered under it`,
  )
}

export function referenceExists(subject: Subject, version: Version): RegistryError {
  return new RegistryError(
    ErrorCode.REFERENCE_EXISTS,
    `One or more references exist to the schema {magic=1,keytype=SCHEMA,subject=${formatSubject(subject)},version=${version}}.`,
  )
}

export function invalidSubject(text: string): RegistryError {
  return new RegistryError(
    ErrorCode.INVALID_SUBJECT,
    `The specified subject '${text}' is not a valid.`,
  )
}

export function invalidRuleSet(message: string): RegistryError {
  return new RegistryError(ErrorCode.INVALID_RULE_SET, message)
}

export function contextNotEmpty(context: Context): RegistryError {
  return new RegistryError(
    ErrorCode.CONTEXT_NOT_EMPTY,
    `The specified context '${context}' is not empty.`,
  )
}
