import type { Json, JsonObject } from '@magicbyte/avro'
import { fullNameOf, PRIMITIVE_TYPES, splitName } from './type-names.ts'

/** A definition of a named type, found in a text. */
export interface DefinitionSite {
  readonly fullName: string
  /** The namespace of the type itself, which names inside it are relative to. */
  readonly namespace: string
  readonly json: JsonObject
}

/** A use of a named type by its name. */
export interface NameUse {
  /** As written. */
  readonly name: string
  /** The namespace it is relative to. */
  readonly namespace: string
  /** Offset of the value that names the type: a string, or an object whose `type` names it. */
  readonly at: number
}

/** The named types that a text defines and uses, both in the order of the text. */
export interface TypeSurvey {
  readonly definitions: readonly DefinitionSite[]
  readonly uses: readonly NameUse[]
  /**
   * Whether a default of named types is an object or holds one, which only the fields of a record
   * can judge.
   */
  readonly hasObjectDefault: boolean
}

/** Looks a schema through without checking it: what is no schema is passed over. */
export function surveyTypes(root: Json): TypeSurvey {
  const definitions: DefinitionSite[] = []
  const uses: NameUse[] = []
  let hasObjectDefault = false

  function visit(json: Json, namespace: string): void {
    if (json.kind === 'string') {
      if (!PRIMITIVE_TYPES.has(json.value)) uses.push({ name: json.value, namespace, at: json.at })
    } else if (json.kind === 'array') {
      for (const item of json.items) visit(item, namespace)
    } else if (json.kind === 'object') {
      visitObject(json, namespace)
    }
  }

  function visitObject(json: JsonObject, namespace: string): void {
    const type = textMember(json, 'type')
    switch (type) {
      case undefined:
        return
      case 'record':
      case 'error': {
        const inner = define(json, namespace)
        const fields = json.members.get('fields')
        if (fields?.kind !== 'array') return
        for (const field of fields.items) visitField(field, inner)
        return
      }
      case 'enum':
      case 'fixed':
        define(json, namespace)
        return
      case 'array':
        visitMember(json, 'items', namespace)
        return
      case 'map':
        visitMember(json, 'values', namespace)
        return
      default:
        if (!PRIMITIVE_TYPES.has(type)) uses.push({ name: type, namespace, at: json.at })
    }
  }

  function visitField(field: Json, namespace: string): void {
    if (field.kind !== 'object') return
    const before = uses.length
    visitMember(field, 'type', namespace)
    const fallback = field.members.get('default')
    if (fallback && uses.length > before && holdsObject(fallback)) hasObjectDefault = true
  }

  function visitMember(json: JsonObject, key: string, namespace: string): void {
    const member = json.members.get(key)
    if (member) visit(member, namespace)
  }

  function define(json: JsonObject, enclosing: string): string {
    const { name, namespace } = splitName(
      textMember(json, 'name') ?? '',
      textMember(json, 'namespace') ?? enclosing,
    )
    if (name !== '') definitions.push({ fullName: fullNameOf(name, namespace), namespace, json })
    return namespace
  }

  visit(root, '')
  return { definitions, uses, hasObjectDefault }
}

/** The text that a member of an object is; undefined if it is none. */
export function textMember(json: JsonObject, key: string): string | undefined {
  const member = json.members.get(key)
  return member?.kind === 'string' ? member.value : undefined
}

function holdsObject(json: Json): boolean {
  return json.kind === 'object' || (json.kind === 'array' && json.items.some(holdsObject))
}
