import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { startTemporaryServer } from '../../scripts/temporary-server.ts'

/** A registry that has no more than what the oldest ones with references have. */
export interface PlainRegistry {
  readonly url: string
  /** What was asked for and is not there, and for which nothing else would do. */
  readonly missed: readonly string[]
}

/**
 * Starts our registry behind a proxy that takes out of answers what was added to Confluent's API
 * since 5.5, or by ours alone, and refuses requests with members or parameters that came later.
 */
export async function startPlainRegistry(): Promise<PlainRegistry> {
  const inner = await startTemporaryServer()
  const missed: string[] = []
  const server = createServer(async (request, response) => {
    const { status, body } = await answer(request, inner.url, missed)
    response.writeHead(status, { 'content-type': 'application/vnd.schemaregistry.v1+json' })
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await inner.stop()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, missed }
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

async function answer(request: IncomingMessage, url: string, missed: string[]): Promise<Answer> {
  const { method = 'GET', url: target = '/' } = request
  const { pathname, searchParams } = new URL(target, url)
  const path = PATHS.find(({ pattern }) => pattern.test(pathname))
  if (!path) {
    if (!TRIED.test(pathname)) missed.push(`${method} ${pathname}`)
    return { status: 404, body: { error_code: 404, message: 'HTTP 404 Not Found' } }
  }
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const sent = Buffer.concat(chunks).toString('utf8')
  const members = sent === '' ? [] : Object.keys(JSON.parse(sent))
  const unknown = members.find((name) => !MEMBERS.has(name))
  if (unknown !== undefined) {
    return { status: 422, body: { error_code: 422, message: `Unrecognized field: ${unknown}` } }
  }
  // Parameters that are not known are passed over.
  for (const name of [...searchParams.keys()]) if (!PARAMETERS.has(name)) searchParams.delete(name)
  const response = await fetch(`${url}${pathname}?${searchParams}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(sent !== '' && { body: sent }),
  })
  const body: unknown = await response.json()
  if (!response.ok) return { status: response.status, body: only(body, ['error_code', 'message']) }
  return { status: response.status, body: path.keep ? only(body, path.keep[method] ?? []) : body }
}

/** What there is, and what answers to methods hold; all of it where nothing is said. */
const PATHS: readonly { pattern: RegExp; keep?: Readonly<Record<string, readonly string[]>> }[] = [
  { pattern: /^\/subjects$/ },
  {
    pattern: /^\/subjects\/[^/]+$/,
    keep: { POST: ['subject', 'version', 'id', 'schema', 'references'], DELETE: [] },
  },
  { pattern: /^\/subjects\/[^/]+\/versions$/, keep: { POST: ['id'] } },
  {
    pattern: /^\/subjects\/[^/]+\/versions\/[^/]+$/,
    keep: { GET: ['subject', 'version', 'id', 'schema', 'references'] },
  },
  { pattern: /^\/subjects\/[^/]+\/versions\/[^/]+\/referencedby$/ },
  { pattern: /^\/schemas\/ids\/\d+$/, keep: { GET: ['schema', 'references'] } },
  { pattern: /^\/schemas\/ids\/\d+\/(subjects|versions)$/ },
  {
    pattern: /^\/compatibility\/subjects\/[^/]+\/versions\/[^/]+$/,
    keep: { POST: ['is_compatible', 'messages'] },
  },
  {
    pattern: /^\/config(\/[^/]+)?$/,
    keep: { GET: ['compatibilityLevel'], PUT: ['compatibility'], DELETE: ['compatibilityLevel'] },
  },
  { pattern: /^\/mode(\/[^/]+)?$/ },
]

/** What may be tried first, as there is another way. */
const TRIED = /^\/compatibility\/subjects\/[^/]+\/versions$/

const MEMBERS: ReadonlySet<string> = new Set([
  'schema',
  'schemaType',
  'references',
  'compatibility',
  'mode',
])

const PARAMETERS: ReadonlySet<string> = new Set([
  'deleted',
  'permanent',
  'defaultToGlobal',
  'force',
  'fetchMaxId',
  'verbose',
])

/** Lists and words as they are, objects with some of their members. */
function only(body: unknown, names: readonly string[]): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  return Object.fromEntries(Object.entries(body).filter(([name]) => names.includes(name)))
}
