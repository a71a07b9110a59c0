import {
  AuthError,
  RegistryAnswerError,
  RegistryHttpError,
  RegistryUnavailableError,
  type RequestContext,
} from '../errors/http-errors.ts'
import type { Answer } from './exchange.ts'

/** An attempt that failed for a reason that may pass. */
export interface Failure {
  /** What to throw after so many attempts, if there is no further one. */
  readonly error: (attempts: number) => RegistryHttpError | RegistryUnavailableError
  /** There was an answer. */
  readonly answered?: boolean
  /** The registry cannot have done what it was asked. */
  readonly unheard: boolean
  /** The `Retry-After` header, if there is one. */
  readonly retryAfter: string | null
}

/** An attempt that failed for good. */
export interface FinalError {
  readonly final: (attempts: number) => RegistryHttpError | RegistryAnswerError
}

type Request = Omit<RequestContext, 'attempts'>

/** Statuses after which another attempt, or another URL, may succeed. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504])
/** Those that are answered before a request is looked at. */
const UNHEARD = new Set([425, 429, 503])
/** Codes of network errors without a connection, so that nothing was sent. */
const UNSENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])
/** Characters of a registry's message at most. */
const MAX_MESSAGE = 4000

/** What an answer that is no success means. */
export function toFailure(answer: Answer, request: Request): Failure | FinalError {
  const { status, headers } = answer
  if (status === 0 || (status >= 300 && status < 400)) {
    const message = redirection(answer, request)
    return { final: (attempts) => new RegistryHttpError(message, { ...request, attempts, status }) }
  }
  const { errorCode, message } = parseError(answer.bytes)
  const code = errorCode === undefined || errorCode === status ? '' : ` (${errorCode})`
  const text = `${request.method} ${request.url}: ${status}${code} ${message}`.trimEnd()
  const context = { ...request, status, errorCode }
  if (status === 401 || status === 403) {
    return { final: (attempts) => new AuthError(text, { ...context, attempts }) }
  }
  const retriable = PASSING.has(status)
  const error = (attempts: number): RegistryHttpError =>
    new RegistryHttpError(text, { ...context, attempts, retriable })
  if (!retriable) return { final: error }
  const unheard = UNHEARD.has(status)
  return { error, answered: true, unheard, retryAfter: headers.get('retry-after') }
}

/** What it means that no answer came. */
export function toLost(cause: unknown, request: Request): Failure | FinalError {
  const text = `${request.method} ${request.url}: `
  if (cause instanceof RegistryAnswerError) {
    return { final: () => new RegistryAnswerError(text + cause.message, { cause }) }
  }
  const chain = causesOf(cause)
  const { message, code } = chain.at(-1) ?? { message: String(cause), code: undefined }
  const reason =
    code === undefined || message.includes(code) ? message : `${code} ${message}`.trimEnd()
  return {
    error: (attempts) =>
      new RegistryUnavailableError(text + reason, { ...request, attempts, cause }),
    unheard: chain.some((error) => error.code !== undefined && UNSENT.has(error.code)),
    retryAfter: null,
  }
}

function redirection({ headers }: Answer, { method, url }: Request): string {
  const location = headers.get('location')
  const known = location !== null && URL.canParse(location, url)
  const place = known ? ` to ${new URL(location, url).origin}` : ''
  const reason = 'redirects are not followed, so that credentials go to no other host'
  return `${method} ${url}: redirected${place}; ${reason}: give the final URL`
}

function parseError(bytes: Uint8Array): { errorCode: number | undefined; message: string } {
  const { error_code, message } = parseObject(new TextDecoder().decode(bytes))
  return {
    errorCode: typeof error_code === 'number' ? error_code : undefined,
    // Terminals and logs take control characters for more than text.
    message:
      typeof message === 'string' ? message.slice(0, MAX_MESSAGE).replace(/\p{Cc}+/gu, ' ') : '',
  }
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

/** An error and what caused it, the outermost first. */
function causesOf(error: unknown): { message: string; code: string | undefined }[] {
  const chain = []
  for (let at = error; at instanceof Error && chain.length < 5; at = at.cause) {
    const code = 'code' in at && typeof at.code === 'string' ? at.code : undefined
    chain.push({ message: at.message, code })
  }
  return chain
}
