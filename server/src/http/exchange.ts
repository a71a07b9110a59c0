import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { CONTENT_TYPE } from './media-type.ts'
import { type HeaderRecord, reply } from './reply.ts'
import type { Target } from './target.ts'

/** One request on its way: what was learnt about it, for the handler, the answer and the log. */
export interface Exchange {
  readonly requestId: string
  /** Set when the target is read. */
  target?: Target
  /** Content-Type of the answer. */
  contentType: string
  /** Answers have the keys only that old Java clients know. */
  readonly legacy: boolean
  /** The route's template, once one matched. */
  route?: string
  errorCode?: number
  /** Length of the answer's body. */
  bytes?: number
}

/** What a listener hands over beside the request. */
export interface Bindings {
  readonly incoming?: IncomingMessage
  readonly exchange?: Exchange
}

export interface ClientHeaders {
  readonly requestId: string | null | undefined
  readonly userAgent: string | null | undefined
  readonly acceptsUnknownProperties: boolean
}

export function beginExchange(
  headers: ClientHeaders,
  { legacyJavaShape }: { legacyJavaShape: boolean },
): Exchange {
  return {
    requestId: chooseRequestId(headers.requestId),
    contentType: CONTENT_TYPE,
    legacy: legacyJavaShape && isStrictJavaClient(headers),
  }
}

/** A request id is echoed as it came; several of them, or none, are replaced. */
function chooseRequestId(given: string | null | undefined): string {
  return given && given.trim() !== '' && !given.includes(', ') ? given : randomUUID()
}

/**
 * Java clients up to 6.1 fail on keys they do not know, and newer ones say that they do not. Theirs
 * is the User-Agent of Java's own HttpURLConnection.
 */
function isStrictJavaClient({ userAgent, acceptsUnknownProperties }: ClientHeaders): boolean {
  return !acceptsUnknownProperties && userAgent?.startsWith('Java/') === true
}

/** The answer to the exchange. */
export function answer(exchange: Exchange, status: number, body: string): Response {
  exchange.bytes = Buffer.byteLength(body)
  return reply(status, body, answerHeaders(exchange))
}

export function answerHeaders(exchange: Exchange): HeaderRecord {
  return { 'Content-Type': exchange.contentType, 'X-Request-ID': exchange.requestId }
}
