import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { ErrorCode, RegistryError } from '../core/errors.ts'
import type { App } from './app.ts'
import { tooLarge } from './body.ts'
import { beginExchange, type Exchange } from './exchange.ts'
import type { Health } from './health.ts'
import { isProbe } from './health.ts'
import type { HotSchemas } from './hot-schemas.ts'
import { judgeContentType, negotiate } from './media-type.ts'
import { toJson } from './reply.ts'

export interface ListenerOptions {
  /** Bytes. */
  readonly maxBodyBytes: number
  readonly legacyJavaShape: boolean
  /** Milliseconds; 0: no limit. */
  readonly requestTimeoutMs: number
  readonly keepAliveTimeoutMs: number
  /** Told about every request that is done, probes excepted. */
  readonly onDone: (done: RequestRecord) => void
}

/** A request that is done, for the log. */
export interface RequestRecord {
  readonly requestId: string
  readonly method: string
  readonly route: string | undefined
  readonly status: number
  readonly errorCode: number | undefined
  readonly ms: number
  readonly bytes: number
}

export interface ListenerParts {
  readonly app: App
  readonly hot: HotSchemas
  readonly health: Health
}

/**
 * The server's own listener. Every request passes one preflight (request id, limits, log); `GET /schemas/ids/{id}` is
 * answered from bytes made ready before, everything else by the app.
 */
export function createHttpServer(parts: ListenerParts, options: ListenerOptions): Server {
  const exchanges = new WeakMap<IncomingMessage, Exchange>()
  const answerByApp = getRequestListener((request, bindings) => {
    const { incoming } = bindings as { incoming: IncomingMessage }
    const exchange = exchanges.get(incoming)
    return parts.app.fetch(request, exchange ? { incoming, exchange } : { incoming })
  })

  function onRequest(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const exchange = preflight(parts, options, incoming, outgoing)
    outgoing.once('close', () => {
      // A connection that was busy when draining began must not be waited for when it falls idle.
      if (parts.health.draining) setImmediate(() => server.closeIdleConnections())
    })
    if (!exchange || answerHot(parts.hot, exchange, incoming, outgoing)) return
    exchanges.set(incoming, exchange)
    void answerByApp(incoming, outgoing)
  }

  const server = createServer({ keepAlive: true, requireHostHeader: false })
  server.keepAliveTimeout = options.keepAliveTimeoutMs
  server.headersTimeout = Math.max(60_000, options.keepAliveTimeoutMs + 5_000)
  server.requestTimeout = options.requestTimeoutMs
  server.on('request', onRequest)
  server.on('checkContinue', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (!isTooLarge(incoming, options.maxBodyBytes)) outgoing.writeContinue()
    onRequest(incoming, outgoing)
  })
  server.on('clientError', answerUnreadable)
  return server
}

/** What both paths share. Absent when the request is answered already. */
function preflight(
  { health }: ListenerParts,
  options: ListenerOptions,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Exchange | undefined {
  const { headers } = incoming
  const exchange = beginExchange(
    {
      requestId: headers['x-request-id'] as string | undefined,
      userAgent: headers['user-agent'],
      acceptsUnknownProperties: headers['confluent-accept-unknown-properties'] !== undefined,
    },
    options,
  )
  if (!isProbe(incoming.url ?? '')) recordWhenDone(exchange, incoming, outgoing, options)
  if (health.draining) outgoing.setHeader('Connection', 'close')
  if (incoming.httpVersion === '1.1' && headers.host === undefined) {
    refuse(outgoing, exchange, new RegistryError(ErrorCode.BAD_REQUEST, 'No Host'))
    return undefined
  }
  if (isTooLarge(incoming, options.maxBodyBytes)) {
    outgoing.setHeader('Connection', 'close')
    refuse(outgoing, exchange, tooLarge(headers['content-length']!, options.maxBodyBytes))
    return undefined
  }
  return exchange
}

function isTooLarge({ headers }: IncomingMessage, maxBytes: number): boolean {
  return Number(headers['content-length'] ?? 0) > maxBytes
}

function refuse(outgoing: ServerResponse, exchange: Exchange, error: RegistryError): void {
  const { status, code, message } = error
  exchange.errorCode = code
  const body = toJson({ error_code: code, message })
  outgoing.writeHead(status, {
    'Content-Type': exchange.contentType,
    'X-Request-ID': exchange.requestId,
    'Content-Length': Buffer.byteLength(body),
  })
  outgoing.end(body)
}

function recordWhenDone(
  exchange: Exchange,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { onDone }: ListenerOptions,
): void {
  const start = performance.now()
  outgoing.once('close', () => {
    onDone({
      requestId: exchange.requestId,
      method: incoming.method ?? '',
      route: exchange.route,
      status: outgoing.statusCode,
      errorCode: exchange.errorCode,
      ms: performance.now() - start,
      bytes: Number(outgoing.getHeader('content-length') ?? 0),
    })
  })
}

const HOT_PATH = '/schemas/ids/'

/** Answers from the bytes made ready, if the request is plain enough. */
function answerHot(
  hot: HotSchemas,
  exchange: Exchange,
  { method, url = '', headers }: IncomingMessage,
  outgoing: ServerResponse,
): boolean {
  if (method !== 'GET' || !url.startsWith(HOT_PATH)) return false
  const body = hot.get(url.slice(HOT_PATH.length), exchange)
  if (body === undefined) return false
  const contentType = negotiate(headers.accept)
  if (contentType === undefined || judgeContentType(headers['content-type']) !== 'fine')
    return false
  exchange.route = '/schemas/ids/{id}'
  outgoing.writeHead(200, {
    'Content-Type': contentType,
    'X-Request-ID': exchange.requestId,
    'Content-Length': body.length,
  })
  outgoing.end(body, 'latin1')
  return true
}

/** A request line or header that Node's parser refuses never becomes a request. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, phrase] = UNREADABLE.get(error.code ?? '') ?? [400, 'Bad Request']
  const body = toJson({ error_code: status, message: phrase })
  socket.end(
    `HTTP/1.1 ${status} ${phrase}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}

const UNREADABLE: ReadonlyMap<string, readonly [number, string]> = new Map([
  ['HPE_HEADER_OVERFLOW', [431, 'Request Header Fields Too Large']],
  ['ERR_HTTP_REQUEST_TIMEOUT', [408, 'Request Timeout']],
])
