import type { Json, JsonObject } from '@magicbyte/avro'
import { PRIMITIVE_TYPES } from '../inputs/type-names.ts'
import {
  type Definition,
  type Draft,
  type DraftContext,
  type DraftMember,
  joinName,
  jsonDraft,
  type MessageDraft,
  spanOfJson,
  splitName,
} from './draft.ts'

/**
 * The draft of a schema in JSON. Named types in it become definitions of their own; whatever is no
 * schema stays as it is, for the check of all types to complain about.
 */
export function draftSchemaJson(context: DraftContext, json: Json, namespace: string): Draft {
  const { source } = context
  switch (json.kind) {
    case 'string':
      return reference(context, json, json.value, namespace)
    case 'array': {
      const items = json.items.map((item) => draftSchemaJson(context, item, namespace))
      return { kind: 'list', source, span: spanOfJson(source, json.at), items }
    }
    case 'object':
      return draftTypeObject(context, json, namespace)
    default:
      return jsonDraft(source, json)
  }
}

/** The draft of a message of a protocol in JSON. */
export function draftMessageJson(
  context: DraftContext,
  name: string,
  json: Json,
  namespace: string,
): MessageDraft {
  const { source } = context
  const members: DraftMember[] = []
  if (json.kind === 'object') {
    for (const [key, value] of json.members) {
      const draft =
        key === 'request' && value.kind === 'array'
          ? draftFields(context, value.items, value, namespace)
          : key === 'response' || key === 'errors'
            ? draftSchemaJson(context, value, namespace)
            : jsonDraft(source, value)
      members.push([key, draft])
    }
  }
  return { name, nameSpan: spanOfJson(source, json.at), source, members }
}

const NAMED_TYPES: ReadonlySet<string> = new Set(['record', 'error', 'enum', 'fixed'])
const NO_DOCS: ReadonlyMap<string, string> = new Map()

function draftTypeObject(context: DraftContext, json: JsonObject, namespace: string): Draft {
  const { source } = context
  const type = json.members.get('type')
  if (type?.kind !== 'string') return jsonDraft(source, json)
  if (NAMED_TYPES.has(type.value)) {
    return defineNamedType(context, json, type.value as Definition['type'], namespace)
  }
  if (!PRIMITIVE_TYPES.has(type.value) && type.value !== 'array' && type.value !== 'map') {
    return reference(context, type, type.value, namespace)
  }
  const members = [...json.members].map(([key, value]): DraftMember => {
    const isElement =
      (type.value === 'array' && key === 'items') || (type.value === 'map' && key === 'values')
    const draft = isElement ? draftSchemaJson(context, value, namespace) : jsonDraft(source, value)
    return [key, draft]
  })
  return { kind: 'object', source, span: spanOfJson(source, json.at), members }
}

/** Adds the definition and gives the reference that takes its place. */
function defineNamedType(
  context: DraftContext,
  json: JsonObject,
  type: Definition['type'],
  enclosing: string,
): Draft {
  const { source } = context
  const nameJson = json.members.get('name')
  const namespaceJson = json.members.get('namespace')
  if (nameJson?.kind !== 'string') return jsonDraft(source, json)
  const around = namespaceJson?.kind === 'string' ? namespaceJson.value : enclosing
  const { name, namespace } = splitName(nameJson.value, around)
  const fullName = joinName(name, namespace)
  const members: DraftMember[] = []
  for (const [key, value] of json.members) {
    if (key === 'type' || key === 'name' || key === 'namespace') continue
    const areFields = key === 'fields' && value.kind === 'array' && type !== 'enum'
    const draft = areFields
      ? draftFields(context, value.items, value, namespace)
      : jsonDraft(source, value)
    members.push([key, draft])
  }
  const span = spanOfJson(source, json.at)
  const nameSpan = spanOfJson(source, nameJson.at)
  context.define({
    fullName,
    name,
    namespace,
    type,
    members,
    symbolDocs: NO_DOCS,
    source,
    span,
    nameSpan,
  })
  return { kind: 'reference', source, span: nameSpan, names: [fullName] }
}

function draftFields(
  context: DraftContext,
  fields: readonly Json[],
  list: Json,
  namespace: string,
): Draft {
  const { source } = context
  const items = fields.map((field): Draft => {
    if (field.kind !== 'object') return jsonDraft(source, field)
    const members = [...field.members].map(([key, value]): DraftMember => {
      const draft =
        key === 'type' ? draftSchemaJson(context, value, namespace) : jsonDraft(source, value)
      return [key, draft]
    })
    return { kind: 'object', source, span: spanOfJson(source, field.at), members }
  })
  return { kind: 'list', source, span: spanOfJson(source, list.at), items }
}

/** A simple name means a type of the namespace, or else one without. */
function reference({ source }: DraftContext, json: Json, name: string, namespace: string): Draft {
  if (PRIMITIVE_TYPES.has(name)) return jsonDraft(source, json)
  const names = name.includes('.') || namespace === '' ? [name] : [joinName(name, namespace), name]
  return { kind: 'reference', source, span: spanOfJson(source, json.at), names }
}
