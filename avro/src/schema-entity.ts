import type { Json, JsonObject } from './json.ts'
import { splitName } from './names.ts'

/** A record or a field of one, as Confluent's API names it. */
export interface SchemaEntity {
  /** Full name of the record, then a dot and the field's name; a dot in front does not matter. */
  readonly entityPath: string
  readonly entityType: 'sr_record' | 'sr_field'
}

/**
 * The object that declares an entity in a canonical schema text. A record named without namespace
 * is the first of that name, level by level.
 */
export function findEntity(root: Json, entity: SchemaEntity): JsonObject | undefined {
  const wanted = wantedOf(entity)
  const places: Place[] = [{ json: root, namespace: '' }]
  // The list grows while it is gone through, so the levels come one after the other.
  for (const { json, namespace: enclosing } of places) {
    if (json.kind === 'array') {
      for (const item of json.items) places.push({ json: item, namespace: enclosing })
    } else if (json.kind === 'object') {
      const namespace = textMember(json, 'namespace') ?? enclosing
      const fields = json.members.get('fields')
      if (fields?.kind !== 'array' || !isRecord(json)) {
        const inner = json.members.get(INNER.get(textMember(json, 'type') ?? '') ?? 'type')
        if (inner) places.push({ json: inner, namespace })
      } else if (!isWanted(json, namespace, wanted)) {
        for (const field of fields.items) places.push({ json: field, namespace })
      } else {
        const found = wanted.field === undefined ? json : fieldNamed(fields.items, wanted.field)
        if (found) return found
      }
    }
  }
  return undefined
}

interface Place {
  readonly json: Json
  readonly namespace: string
}

interface Wanted {
  /** Empty for any. */
  readonly namespace: string
  readonly record: string
  readonly field: string | undefined
}

/** Where the types inside an array or a map are; elsewhere a field has its type. */
const INNER: ReadonlyMap<string, string> = new Map([
  ['array', 'items'],
  ['map', 'values'],
])

function wantedOf({ entityPath, entityType }: SchemaEntity): Wanted {
  const path = entityPath.startsWith('.') ? entityPath.slice(1) : entityPath
  if (entityType === 'sr_record') {
    const { name, namespace } = splitName(path, '')
    return { record: name, namespace, field: undefined }
  }
  const { name: field, namespace: record } = splitName(path, '')
  const { name, namespace } = splitName(record, '')
  return { record: name, namespace, field }
}

function isRecord(json: JsonObject): boolean {
  const type = textMember(json, 'type')
  return type === 'record' || type === 'error'
}

function isWanted(json: JsonObject, namespace: string, wanted: Wanted): boolean {
  if (textMember(json, 'name') !== wanted.record) return false
  return wanted.namespace === '' || wanted.namespace === namespace
}

function fieldNamed(fields: readonly Json[], name: string): JsonObject | undefined {
  for (const field of fields) {
    if (field.kind === 'object' && textMember(field, 'name') === name) return field
  }
  return undefined
}

function textMember({ members }: JsonObject, key: string): string | undefined {
  const value = members.get(key)
  return value?.kind === 'string' ? value.value : undefined
}
