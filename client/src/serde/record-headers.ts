/** One value of a header as Kafka clients give it. */
export type HeaderValue = Uint8Array | string | null | undefined

/**
 * Headers of a record in any of the forms that Kafka clients give them: an object with values or
 * lists of values (kafkajs), a Map (@platformatic/kafka), or a list of objects with one member each
 * (librdkafka).
 */
export type RecordHeaders =
  | { readonly [name: string]: HeaderValue | readonly HeaderValue[] }
  | ReadonlyMap<HeaderValue, HeaderValue>
  | readonly { readonly [name: string]: HeaderValue }[]

/** The names of the headers that say which schema a record's parts were written with. */
export const KEY_SCHEMA_HEADER = '__key_schema_id'
/** See {@link KEY_SCHEMA_HEADER}. */
export const VALUE_SCHEMA_HEADER = '__value_schema_id'

/** The last value of a header, as Java's readers take it; undefined if it is not there. */
export function lastHeader(
  headers: RecordHeaders | null | undefined,
  name: string,
): Uint8Array | undefined {
  if (!headers) return undefined
  if (headers instanceof Map) return lastOfMap(headers, name)
  if (Array.isArray(headers)) return lastOfList(headers, name)
  if (!Object.hasOwn(headers, name)) return undefined
  const value = (headers as Readonly<Record<string, unknown>>)[name]
  return toBytes(Array.isArray(value) ? value.at(-1) : value)
}

/** Headers with further ones, in the form they have; those that are given stay as they are. */
export function withHeaders(
  headers: RecordHeaders | null | undefined,
  added: { readonly [name: string]: Uint8Array },
): RecordHeaders {
  if (headers instanceof Map) {
    const others = [...headers].filter(([name]) => !Object.hasOwn(added, String(textOf(name))))
    return new Map([...others, ...Object.entries(added)])
  }
  if (Array.isArray(headers)) {
    return [...headers, ...Object.entries(added).map(([name, value]) => ({ [name]: value }))]
  }
  const all: Record<string, HeaderValue | readonly HeaderValue[]> = {
    ...(headers as HeadersObject | null | undefined),
  }
  // A second spread would cost more than encoding a small value.
  for (const name of Object.keys(added)) all[name] = added[name]
  return all
}

/** Headers without those that name schemas, in the form they have: the same if there are none. */
export function withoutSchemaHeaders(headers: RecordHeaders): RecordHeaders {
  if (headers instanceof Map) {
    const others = [...headers].filter(([name]) => isOther(textOf(name)))
    return others.length === headers.size ? headers : new Map(others)
  }
  if (Array.isArray(headers)) {
    const others = headers.filter((header: object) => Object.keys(header).every(isOther))
    return others.length === headers.length ? headers : others
  }
  if (!(KEY_SCHEMA_HEADER in headers || VALUE_SCHEMA_HEADER in headers)) return headers
  return Object.fromEntries(Object.entries(headers).filter(([name]) => isOther(name)))
}

function isOther(name: unknown): boolean {
  return name !== KEY_SCHEMA_HEADER && name !== VALUE_SCHEMA_HEADER
}

/**
 * Headers as an object, as kafkajs has them. Of a name that is there several times, all values are
 * kept.
 */
export function headersObject(headers: RecordHeaders | null | undefined): HeadersObject {
  const lists = new Map<string, HeaderValue[]>()
  for (const [name, value] of entriesOf(headers)) {
    const list = lists.get(name)
    if (list) list.push(value)
    else lists.set(name, [value])
  }
  return Object.fromEntries(
    [...lists].map(([name, list]) => [name, list.length === 1 ? list[0] : list]),
  )
}

/** Headers as kafkajs has them. */
export type HeadersObject = { readonly [name: string]: HeaderValue | readonly HeaderValue[] }

function entriesOf(headers: RecordHeaders | null | undefined): [string, HeaderValue][] {
  if (!headers) return []
  if (headers instanceof Map) {
    return [...headers].map(([name, value]) => [String(textOf(name)), value])
  }
  const parts: readonly object[] = Array.isArray(headers) ? headers : [headers]
  return parts
    .flatMap((part): [string, unknown][] => Object.entries(part))
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one): [string, HeaderValue] => [name, one]),
    )
}

function lastOfMap(headers: ReadonlyMap<unknown, unknown>, name: string): Uint8Array | undefined {
  let last: unknown
  for (const [key, value] of headers) if (textOf(key) === name) last = value
  return toBytes(last)
}

function lastOfList(headers: readonly unknown[], name: string): Uint8Array | undefined {
  for (const header of headers.toReversed()) {
    if (typeof header === 'object' && header !== null && Object.hasOwn(header, name)) {
      return toBytes((header as Readonly<Record<string, unknown>>)[name])
    }
  }
  return undefined
}

function textOf(key: unknown): unknown {
  return key instanceof Uint8Array ? decoder.decode(key) : key
}

const decoder = new TextDecoder()

/** Clients that take bytes for text give each byte as a character. */
function toBytes(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value
  if (typeof value !== 'string') return undefined
  return Uint8Array.from(value, (character) => character.charCodeAt(0))
}
