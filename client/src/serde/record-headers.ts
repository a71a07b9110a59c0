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
  const entries = Object.entries(added)
  if (headers instanceof Map) {
    const others = [...headers].filter(([name]) => !Object.hasOwn(added, String(textOf(name))))
    return new Map([...others, ...entries])
  }
  if (Array.isArray(headers)) {
    return [...headers, ...entries.map(([name, value]) => ({ [name]: value }))]
  }
  return { ...headers, ...added }
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
  return key instanceof Uint8Array ? new TextDecoder().decode(key) : key
}

/** Clients that take bytes for text give each byte as a character. */
function toBytes(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value
  if (typeof value !== 'string') return undefined
  return Uint8Array.from(value, (character) => character.charCodeAt(0))
}
