import { type ErrorContext, SchemaRegistryError } from './schema-registry-error.ts'

/** A request, without anything secret. */
export interface RequestContext extends ErrorContext {
  readonly method: string
  /** Without credentials and query. */
  readonly url: string
  /** How often it was sent. */
  readonly attempts: number
}

/** The registry refused a request. */
export class RegistryHttpError extends SchemaRegistryError {
  override readonly name: string = 'RegistryHttpError'
  declare readonly code: 'REGISTRY_HTTP' | 'AUTH'
  /** HTTP status. */
  readonly status: number
  /** `error_code` of the answer, for example 42201. */
  readonly errorCode: number | undefined
  readonly method: string
  readonly url: string
  readonly attempts: number

  constructor(
    message: string,
    {
      status,
      errorCode,
      method,
      url,
      attempts,
      ...context
    }: RequestContext & {
      readonly status: number
      readonly errorCode?: number | undefined
      readonly code?: 'REGISTRY_HTTP' | 'AUTH'
      readonly retriable?: boolean
    },
  ) {
    super(message, { code: 'REGISTRY_HTTP', ...context })
    this.status = status
    this.errorCode = errorCode
    this.method = method
    this.url = url
    this.attempts = attempts
  }
}

/** The registry or the token endpoint does not accept who is asking: 401 or 403. */
export class AuthError extends RegistryHttpError {
  override readonly name = 'AuthError'
  declare readonly code: 'AUTH'

  constructor(
    message: string,
    context: RequestContext & {
      readonly status: number
      readonly errorCode?: number | undefined
    },
  ) {
    super(message, { ...context, code: 'AUTH' })
  }
}

/** An answer that is not one of a registry: no JSON, of another shape, or too large. */
export class RegistryAnswerError extends SchemaRegistryError {
  override readonly name = 'RegistryAnswerError'
  declare readonly code: 'REGISTRY_ANSWER'

  constructor(message: string, context: ErrorContext = {}) {
    super(message, { ...context, code: 'REGISTRY_ANSWER' })
  }
}

/** No URL gave an answer in time; `cause` is the last failure. */
export class RegistryUnavailableError extends SchemaRegistryError {
  override readonly name = 'RegistryUnavailableError'
  declare readonly code: 'REGISTRY_UNAVAILABLE'
  readonly method: string
  readonly url: string
  readonly attempts: number

  constructor(message: string, { method, url, attempts, ...context }: RequestContext) {
    super(message, { ...context, code: 'REGISTRY_UNAVAILABLE', retriable: true })
    this.method = method
    this.url = url
    this.attempts = attempts
  }
}
