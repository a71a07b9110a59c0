import { Hono } from 'hono'
import { ErrorCode } from '../core/errors.ts'
import type { Registry } from '../service/registry.ts'
import { mountCompatibility } from './compatibility.ts'
import { mountContexts } from './contexts.ts'
import { docsResponse } from './docs.ts'
import { errorResponse, statusError } from './errors.ts'
import { type Bindings, beginExchange, type Exchange } from './exchange.ts'
import { type Health, mountHealth } from './health.ts'
import type { HotSchemas } from './hot-schemas.ts'
import { type Identity, mountAssociations, mountMetadata } from './metadata.ts'
import type { Mount } from './operation.ts'
import type { PageLimit } from './pages.ts'
import { mountSchemas } from './schemas.ts'
import { mountSettings } from './settings.ts'
import { mountSubjects } from './subjects.ts'
import { parseTarget } from './target.ts'
import { withinTime } from './within-time.ts'

export interface AppOptions {
  readonly identity: Identity
  readonly limits: {
    readonly schemas: PageLimit
    readonly subjects: PageLimit
    readonly versions: PageLimit
    readonly contexts: PageLimit
  }
  /** Bytes. */
  readonly maxBodyBytes: number
  readonly incompatibleErrorCode: number
  /** Serve old Java clients the keys they know. */
  readonly legacyJavaShape: boolean
  /**
   * Milliseconds after which a request is answered with 504, whatever becomes of it; 0: no limit.
   */
  readonly requestTimeoutMs: number
  readonly onUnexpected: (error: unknown, exchange: Exchange) => void
}

export interface AppParts {
  readonly registry: Registry
  readonly health: Health
  readonly hot: HotSchemas
}

/** The whole API: `fetch` alone answers every request. */
export interface App {
  fetch(request: Request, bindings?: Bindings): Promise<Response>
  /** What is served, as openapi.yaml would say it. */
  readonly routes: readonly { readonly method: string; readonly path: string }[]
  /**
   * The template of the route that answered the request, `/subjects/{subject}`; absent where none
   * did.
   */
  routeOf(request: Request): string | undefined
}

export function createApp({ registry, health, hot }: AppParts, options: AppOptions): App {
  const exchanges = new WeakMap<Request, Exchange>()
  const exchangeOf = (request: Request): Exchange => exchanges.get(request)!
  const hono = new Hono({ getPath: (request) => exchangeOf(request).target!.path })
  const mount: Mount = { hono, exchangeOf, maxBodyBytes: options.maxBodyBytes }

  mountMetadata(mount, options.identity)
  mountSubjects(mount, registry, options.limits)
  mountSchemas(mount, registry, { limit: options.limits.schemas, hot })
  mountCompatibility(mount, registry)
  mountSettings(mount, registry)
  mountContexts(mount, registry, options.limits.contexts)
  refuseOtherMethods(hono)
  mountAssociations(mount)
  mountHealth(hono, health)
  hono.get('/openapi.yaml', serveDocs)
  hono.get('/docs', serveDocs)
  hono.get('/docs/:asset', serveDocs)
  hono.notFound(() => {
    throw statusError(ErrorCode.NOT_FOUND, 'Not Found')
  })
  hono.onError((error, c) => errorResponse(error, exchangeOf(c.req.raw), options))

  return {
    routes: hono.routes
      .filter(({ method }) => method !== 'ALL' && method !== 'OPTIONS')
      .map(({ method, path }) => ({ method, path })),
    routeOf: (request) => exchanges.get(request)?.route,
    async fetch(request, bindings = {}) {
      const exchange = bindings.exchange ?? beginExchange(clientHeaders(request), options)
      exchanges.set(request, exchange)
      try {
        exchange.target = parseTarget(bindings.incoming?.url ?? rawTarget(request.url))
        return await withinTime(hono.fetch(request, bindings), options.requestTimeoutMs)
      } catch (error) {
        return errorResponse(error, exchange, options)
      }
    },
  }
}

function clientHeaders({ headers }: Request) {
  return {
    requestId: headers.get('x-request-id'),
    userAgent: headers.get('user-agent'),
    acceptsUnknownProperties: headers.has('confluent-accept-unknown-properties'),
  }
}

function rawTarget(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/#.*$/s, '') || '/'
}

/** A known path with another method is 405, or tells its methods when asked with OPTIONS. */
function refuseOtherMethods(hono: Hono): void {
  const methods = new Map<string, string[]>()
  for (const { path, method } of hono.routes) {
    methods.set(path, [...(methods.get(path) ?? []), method])
  }
  for (const [path, known] of methods) {
    const allowed = [...known, ...(known.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
    hono.on('OPTIONS', path, (c) =>
      c.body(allowed, 200, { Allow: allowed, 'Content-Type': 'text/plain' }),
    )
    hono.all(path, () => {
      throw statusError(ErrorCode.METHOD_NOT_ALLOWED, 'Method Not Allowed')
    })
  }
}

async function serveDocs(c: { req: { path: string } }): Promise<Response> {
  const docs = await docsResponse(c.req.path)
  if (!docs) throw statusError(ErrorCode.NOT_FOUND, 'Not Found')
  return new Response(docs.body, { status: docs.status, headers: docs.headers })
}
