import { ZodError } from 'zod'
import { ErrorCode, RegistryError } from '../core/errors.ts'
import { answer, type Exchange } from './exchange.ts'
import { toJson } from './reply.ts'

export interface ErrorOptions {
  /** The error code of an incompatible schema: 40901, or 409 as up to Confluent 8.1. */
  readonly incompatibleErrorCode: number
  /** Told about errors that are no refusals: bugs and broken disks. */
  readonly onUnexpected: (error: unknown, exchange: Exchange) => void
}

/**
 * The one place where what was thrown becomes an answer. Nothing of an unexpected error gets out.
 */
export function errorResponse(error: unknown, exchange: Exchange, options: ErrorOptions): Response {
  const { status, code, message } = describe(error, exchange, options)
  exchange.errorCode = code
  return answer(exchange, status, toJson({ error_code: code, message }))
}

interface Description {
  readonly status: number
  readonly code: number
  readonly message: string
}

function describe(error: unknown, exchange: Exchange, options: ErrorOptions): Description {
  if (error instanceof RegistryError) {
    const { status, code, message } = error
    if (code === ErrorCode.INCOMPATIBLE_SCHEMA) {
      return { status, message, code: exchange.legacy ? 409 : options.incompatibleErrorCode }
    }
    return { status, code, message }
  }
  if (error instanceof ZodError) {
    const [issue] = error.issues
    const place = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : ''
    return {
      status: 400,
      code: ErrorCode.BAD_REQUEST,
      message: `${issue?.message ?? 'Invalid request body'}${place}`,
    }
  }
  options.onUnexpected(error, exchange)
  if (isStoreError(error)) {
    return { status: 500, code: ErrorCode.STORE_ERROR, message: 'Error while accessing the store' }
  }
  return { status: 500, code: ErrorCode.INTERNAL, message: 'Internal Server Error' }
}

/** better-sqlite3 names its errors SQLITE_…, whatever file they come from. */
function isStoreError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')
}

/** The text of a status that no handler gave, as the reference's server writes it. */
export function statusError(code: ErrorCode, phrase: string): RegistryError {
  return new RegistryError(code, `HTTP ${code} ${phrase}`)
}
