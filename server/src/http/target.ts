import { ErrorCode, invalidSubject, RegistryError } from '../core/errors.ts'
import { DEFAULT_CONTEXT, hasControl } from '../core/subject.ts'
import { Query } from './query.ts'

/** What a request asks for, after the context in its path has moved to where routes look for it. */
export interface Target {
  /** Path segments, decoded once. */
  readonly segments: readonly string[]
  /** The same as a path for the router: every segment encoded. */
  readonly path: string
  readonly query: Query
}

/** Characters; longer ones are 414. */
const MAX_LENGTH = 8192

/**
 * Reads a request target as it came over the wire. Lenient where clients in the wild need it:
 * leading slashes collapse and one trailing slash is dropped. Refused with 400: empty segments,
 * broken escapes, bad UTF-8, a backslash, encoded dots. Refused with 42208: encoded control
 * characters. `..` is a segment like any other.
 */
export function parseTarget(raw: string): Target {
  if (raw.length > MAX_LENGTH) throw new RegistryError(ErrorCode.URI_TOO_LONG, 'URI Too Long')
  const target = raw.startsWith('/') ? raw : raw.replace(/^[a-z]+:\/\/[^/?]*/i, '')
  const start = target.indexOf('?')
  const path = (start === -1 ? target : target.slice(0, start)).replace(/^\/+/, '')
  const query = new Query(start === -1 ? '' : target.slice(start + 1))
  const trimmed = path.endsWith('/') ? path.slice(0, -1) : path
  const segments = trimmed === '' ? [] : trimmed.split('/').map(decodeSegment)
  return withPath(moveContext(segments, query), query)
}

function withPath(segments: readonly string[], query: Query): Target {
  return { segments, path: `/${segments.map(encodeURIComponent).join('/')}`, query }
}

function decodeSegment(raw: string): string {
  const text = decodeEscapes(dropMatrixParameters(raw))
  if (text === '') throw badRequest('Ambiguous URI empty segment')
  if ((text === '.' || text === '..') && raw.includes('%')) {
    throw badRequest('Ambiguous URI path segment')
  }
  if (hasControl(text)) throw invalidSubject(text)
  if (text.includes('\\')) throw badRequest('Suspicious Path Character')
  return text
}

function dropMatrixParameters(raw: string): string {
  const end = raw.indexOf(';')
  return end === -1 ? raw : raw.slice(0, end)
}

function decodeEscapes(raw: string): string {
  for (let i = 0; i < raw.length; i++) {
    if (raw.charCodeAt(i) > 0x7e) throw badRequest('Illegal Path Character')
  }
  try {
    return decodeURIComponent(raw)
  } catch {
    throw badRequest('Bad URI encoding')
  }
}

/**
 * `/contexts/{context}/…` is the same route with its subject, or the query's, qualified by the
 * context. The one place that knows: routes never see this form. Decoded before it is read, unlike
 * in Confluent, where an encoded colon leads into another context.
 */
function moveContext(segments: readonly string[], query: Query): readonly string[] {
  const [first, name, ...rest] = segments
  if (first !== 'contexts' || name === undefined) return segments
  const context = parseContextName(name)
  if (rest.length === 0) return context === DEFAULT_CONTEXT ? [] : ['contexts', context]
  const prefix = `:${context}:`
  if (rest[0] === 'schemas' || (rest[0] === 'subjects' && rest.length === 1)) {
    qualifyQuery(query, rest.length === 1 ? 'subjectPrefix' : 'subject', prefix)
    return rest
  }
  return qualifySegment(rest, prefix)
}

/** `c`, `.c`, `:.c:` and `:c:` all mean `.c`. */
export function parseContextName(text: string): string {
  const name =
    text.length > 1 && text.startsWith(':') && text.endsWith(':') ? text.slice(1, -1) : text
  if (name.includes(':')) throw badRequest(`Context name '${text}' cannot contain a colon`)
  return name.startsWith('.') ? name : `.${name}`
}

function qualifyQuery(query: Query, name: string, prefix: string): void {
  const value = query.raw(name) ?? ''
  if (!isQualified(value)) query.set(name, prefix + value)
}

function qualifySegment(segments: readonly string[], prefix: string): readonly string[] {
  const settings = segments[0] === 'config' || segments[0] === 'mode'
  if (settings && segments.length === 1) return [...segments, prefix]
  const at = settings ? 1 : segments.indexOf('subjects') + 1
  const subject = segments[at]
  if (at === 0 || subject === undefined || isQualified(subject)) return segments
  return segments.with(at, prefix + subject)
}

function isQualified(text: string): boolean {
  return text.startsWith(':.') || text.startsWith(':*:')
}

function badRequest(message: string): RegistryError {
  return new RegistryError(ErrorCode.BAD_REQUEST, message)
}
