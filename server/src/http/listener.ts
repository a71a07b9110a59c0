import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { ErrorCode, RegistryError } from '../core/errors.ts'
import type { App } from './app.ts'
import { tooLarge } from './body.ts'
import { answerHeaders, beginExchange, type ClientHeaders, type Exchange } from './exchange.ts'
import { type Health, isProbe } from './health.ts'
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
 * The server's own listener. Every request passes one preflight (request id, limits, log);
 * `GET /schemas/ids/{id}` is answered from bytes made ready before, everything else by the app.
 */
export function createHttpServer(parts: ListenerParts, options: ListenerOptions): Server {
  const exchanges = new WeakMap<IncomingMessage, Exchange>()
  const answerByApp = getRequestListener((request, bindings) => {
    const { incoming } = bindings as { incoming: IncomingMessage }
    const exchange = exchanges.get(incoming)
    return parts.app.fetch(request, exchange ? { incoming, exchange } : { incoming })
  })

  function onRequest(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const start = performance.now()
    const exchange = beginExchange(headersOf(incoming), options)
    const done = () => record(exchange, { incoming, outgoing, start }, options)
    if (parts.health.draining) outgoing.setHeader('Connection', 'close')
    if (
      refuseUnfit(exchange, incoming, outgoing, options) ||
      answerHot(parts.hot, exchange, incoming, outgoing)
    ) {
      done()
      return
    }
    outgoing.once('close', done)
    exchanges.set(incoming, exchange)
    void answerByApp(incoming, outgoing)
  }

  const server = createServer({ keepAlive: true, requireHostHeader: false })
  server.keepAliveTimeout = options.keepAliveTimeoutMs
  server.headersTimeout = Math.max(60_000, options.keepAliveTimeoutMs + 5_000)
  server.requestTimeout = options.requestTimeoutMs
  server.on('request', onRequest)
  server.on('checkContinue', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (!isTooLarge(incoming, options)) outgoing.writeContinue()
    onRequest(incoming, outgoing)
  })
  server.on('clientError', answerUnreadable)
  return server
}

function headersOf({ headers }: IncomingMessage): ClientHeaders {
  return {
    requestId: headers['x-request-id'] as string | undefined,
    userAgent: headers['user-agent'],
    acceptsUnknownProperties: headers['confluent-accept-unknown-properties'] !== undefined,
  }
}

/** Answers a request that no route should see. */
function refuseUnfit(
  exchange: Exchange,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: ListenerOptions,
): boolean {
  if (incoming.httpVersion === '1.1' && incoming.headers.host === undefined) {
    refuse(outgoing, exchange, new RegistryError(ErrorCode.BAD_REQUEST, 'No Host'))
    return true
  }
  if (!isTooLarge(incoming, options)) return false
  // What is left of the body would be read as the next request.
  outgoing.setHeader('Connection', 'close')
  const length = incoming.headers['content-length']!
  refuse(outgoing, exchange, tooLarge(length, options.maxBodyBytes))
  return true
}

function isTooLarge({ headers }: IncomingMessage, { maxBodyBytes }: ListenerOptions): boolean {
  return Number(headers['content-length'] ?? 0) > maxBodyBytes
}

function refuse(outgoing: ServerResponse, exchange: Exchange, error: RegistryError): void {
  const { status, code, message } = error
  exchange.errorCode = code
  const body = toJson({ error_code: code, message })
  exchange.bytes = Buffer.byteLength(body)
  outgoing.writeHead(status, { ...answerHeaders(exchange), 'Content-Length': exchange.bytes })
  outgoing.end(body)
}

interface Ending {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
  /** By performance.now(). */
  readonly start: number
}

function record(
  { requestId, route, errorCode, bytes = 0 }: Exchange,
  { incoming, outgoing, start }: Ending,
  { onDone }: ListenerOptions,
): void {
  if (isProbe(incoming.url ?? '')) return
  onDone({
    requestId,
    method: incoming.method ?? '',
    route,
    status: outgoing.statusCode,
    errorCode,
    ms: performance.now() - start,
    bytes,
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
  exchange.contentType = contentType
  exchange.bytes = body.length
  outgoing.writeHead(200, { ...answerHeaders(exchange), 'Content-Length': body.length })
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
