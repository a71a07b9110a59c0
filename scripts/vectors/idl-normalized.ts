import type { Json, JsonObject } from '@magicbyte/avro'

/**
 * A schema or protocol as plain values that are equal when the meanings are: names in full, keys
 * sorted, types of protocols by name, numbers by their value.
 */
export function normalized(json: Json): unknown {
  const types = new Map<string, unknown>()
  if (json.kind === 'object' && json.members.has('protocol')) {
    return { ...protocolOf(json, types), types: sortedEntries(types) }
  }
  return { root: schemaOf(json, '', types), types: sortedEntries(types) }
}

type Types = Map<string, unknown>

function sortedEntries(map: ReadonlyMap<string, unknown>): [string, unknown][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}

function textOf(json: Json | undefined): string | undefined {
  return json?.kind === 'string' ? json.value : undefined
}

function protocolOf(json: JsonObject, types: Types): { attributes: unknown; messages: unknown } {
  const namespace = textOf(json.members.get('namespace')) ?? ''
  const attributes = new Map<string, unknown>()
  const messages = new Map<string, unknown>()
  for (const [key, value] of json.members) {
    if (key === 'types') schemaOf(value, namespace, types)
    else if (key !== 'messages') attributes.set(key, plain(value))
    else if (value.kind === 'object') {
      for (const [name, message] of value.members) {
        messages.set(name, messageOf(message, namespace, types))
      }
    }
  }
  return { attributes: sortedEntries(attributes), messages: sortedEntries(messages) }
}

function messageOf(json: Json, namespace: string, types: Types): unknown {
  if (json.kind !== 'object') return plain(json)
  const parts = new Map<string, unknown>()
  for (const [key, value] of json.members) {
    if (key === 'request' && value.kind === 'array') {
      parts.set(
        key,
        value.items.map((item) => fieldOf(item, namespace, types)),
      )
    } else if (key === 'response' || key === 'errors') {
      parts.set(key, schemaOf(value, namespace, types))
    } else {
      parts.set(key, plain(value))
    }
  }
  return sortedEntries(parts)
}

const PRIMITIVES = new Set(['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'])
const NAMED = new Set(['record', 'error', 'enum', 'fixed'])

function schemaOf(json: Json, namespace: string, types: Types): unknown {
  if (json.kind === 'string') {
    const { value } = json
    return PRIMITIVES.has(value) || value.includes('.') || namespace === ''
      ? value
      : `${namespace}.${value}`
  }
  if (json.kind === 'array') return json.items.map((item) => schemaOf(item, namespace, types))
  if (json.kind !== 'object') return plain(json)
  const type = textOf(json.members.get('type')) ?? ''
  if (NAMED.has(type)) return namedOf(json, namespace, types)
  const parts = new Map<string, unknown>()
  for (const [key, value] of json.members) {
    const isElement = key === 'items' || key === 'values'
    parts.set(key, isElement ? schemaOf(value, namespace, types) : plain(value))
  }
  return parts.size === 1 ? type : sortedEntries(parts)
}

function namedOf(json: JsonObject, enclosing: string, types: Types): string {
  const written = textOf(json.members.get('name')) ?? ''
  const dot = written.lastIndexOf('.')
  const around = textOf(json.members.get('namespace')) ?? enclosing
  const namespace = dot < 0 ? around : written.slice(0, dot)
  const name = written.slice(dot + 1)
  const fullName = namespace === '' ? name : `${namespace}.${name}`
  const parts = new Map<string, unknown>()
  for (const [key, value] of json.members) {
    if (key === 'name' || key === 'namespace') continue
    if (key === 'fields' && value.kind === 'array') {
      parts.set(
        key,
        value.items.map((item) => fieldOf(item, namespace, types)),
      )
    } else if (key === 'aliases' && value.kind === 'array') {
      parts.set(
        key,
        value.items.map((item) => schemaOf(item, namespace, types)),
      )
    } else {
      parts.set(key, plain(value))
    }
  }
  types.set(fullName, sortedEntries(parts))
  return fullName
}

function fieldOf(json: Json, namespace: string, types: Types): unknown {
  if (json.kind !== 'object') return plain(json)
  const parts = new Map<string, unknown>()
  for (const [key, value] of json.members) {
    parts.set(key, key === 'type' ? schemaOf(value, namespace, types) : plain(value))
  }
  return sortedEntries(parts)
}

/** Integers exactly, other numbers by value. */
function plain(json: Json): unknown {
  switch (json.kind) {
    case 'null':
      return null
    case 'array':
      return json.items.map(plain)
    case 'object':
      return sortedEntries(new Map([...json.members].map(([key, value]) => [key, plain(value)])))
    case 'number':
      return /^-?\d+$/.test(json.lexeme) ? BigInt(json.lexeme).toString() : `${Number(json.lexeme)}`
    default:
      return json.value
  }
}
