import { RegistryAnswerError } from '../errors/http-errors.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import type { HeaderValues } from './exchange.ts'
import type { CallOptions, OperationId } from './operation-types.ts'
import { type Route, routes } from './routes.ts'
import type { Transport, TransportAnswer, TransportRequest } from './transport.ts'

const MEDIA_TYPE = 'application/vnd.schemaregistry.v1+json'
const ACCEPTED = `${MEDIA_TYPE}, application/vnd.schemaregistry+json; q=0.9, application/json; q=0.8`

/**
 * Sends what an operation takes and reads its answer as its route says.
 * @throws InvalidArgumentError for a path parameter that no URL can carry
 */
export async function perform(
  transport: Transport,
  id: OperationId,
  request: object,
  { signal }: CallOptions,
): Promise<unknown> {
  const route: Route = routes[id]
  const { body, ...parameters } = request as Readonly<Record<string, unknown>>
  const values = new Map(Object.entries(parameters))
  const path = route.path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = values.get(name)
    values.delete(name)
    return encodeSegment(name, value)
  })
  const answer = await transport.send({
    method: route.method,
    path,
    query: formatQuery(values),
    headers: headersOf(route, body !== undefined),
    body: body === undefined ? undefined : JSON.stringify(body),
    repeat: repeatOf(route, parameters.version),
    signal,
  })
  return readAnswer(route, answer)
}

/**
 * One segment of a path. URL parsers drop `.` and `..`, also percent-encoded, and servers drop empty
 * segments: the request would go elsewhere.
 */
function encodeSegment(name: string, value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  if (text === '' || text === '.' || text === '..') {
    throw new InvalidArgumentError(`${name}: ${JSON.stringify(text)} cannot be part of a path`)
  }
  if (!text.isWellFormed()) throw new InvalidArgumentError(`${name} has half a surrogate pair`)
  return encodeURIComponent(text)
}

/** A list becomes as many parameters as it has items. */
function formatQuery(values: ReadonlyMap<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of values) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) query.append(name, String(item))
    }
  }
  return query.size === 0 ? '' : `?${query}`
}

function headersOf({ answer, path }: Route, hasBody: boolean): HeaderValues {
  const isRegistrys = answer !== 'bytes' && !path.startsWith('/docs') && path !== '/openapi.yaml'
  return {
    accept: isRegistrys ? ACCEPTED : '*/*',
    // Without it, registries leave out what old Java clients do not know.
    'confluent-accept-unknown-properties': 'true',
    ...(hasBody && { 'content-type': MEDIA_TYPE }),
  }
}

function repeatOf({ repeat }: Route, version: unknown): TransportRequest['repeat'] {
  switch (repeat) {
    case 'any':
      return 'always'
    case 'numbered':
      return /^[1-9]\d*$/.test(String(version)) ? 'always' : 'unheard'
    case 'never':
      return 'unheard'
    case 'probe':
      return 'never'
  }
}

function readAnswer({ answer, method }: Route, { bytes, url }: TransportAnswer): unknown {
  if (answer === 'nothing') return undefined
  if (answer === 'bytes') return bytes
  const text = new TextDecoder().decode(bytes)
  if (answer === 'text') return text
  try {
    return JSON.parse(text)
  } catch {
    // Without the parser's error, which shows a part of the answer.
    throw new RegistryAnswerError(`${method} ${url}: the answer is no JSON`)
  }
}
