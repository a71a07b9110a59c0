import type { Json, JsonArray, JsonObject } from '@magicbyte/avro'
import type { SchemaFile } from '../inputs/schema-file.ts'
import { fullNameOf, splitName } from '../inputs/type-names.ts'
import { textMember } from '../inputs/type-survey.ts'

/** A definition of a named type in a file. */
export interface DefinitionView {
  readonly kind: 'record' | 'error' | 'enum' | 'fixed'
  readonly json: JsonObject
  /** The part after the last dot. */
  readonly name: string
  readonly namespace: string
  readonly fullName: string
  /** The value of its `name`, or the whole if it has none. */
  readonly nameJson: Json
}

/** A field of a record in a file. */
export interface FieldView {
  readonly json: JsonObject
  readonly name: string
  readonly nameJson: Json
  readonly type: Json
  readonly record: DefinitionView
}

/** A type that stands somewhere in a file, and what its names are relative to. */
export interface TypeView<Value extends Json> {
  readonly json: Value
  readonly namespace: string
}

/** What rules look at in a file. */
export interface LintView {
  readonly file: SchemaFile
  readonly definitions: readonly DefinitionView[]
  readonly fields: readonly FieldView[]
  readonly unions: readonly TypeView<JsonArray>[]
  /** Types that are given by an object, definitions included. */
  readonly objects: readonly TypeView<JsonObject>[]
}

/** Goes through a schema once for all rules; what is no schema is passed over. */
export function viewFile(file: SchemaFile, root: Json): LintView {
  const definitions: DefinitionView[] = []
  const fields: FieldView[] = []
  const unions: TypeView<JsonArray>[] = []
  const objects: TypeView<JsonObject>[] = []

  function visit(json: Json | undefined, namespace: string): void {
    if (json?.kind === 'array') {
      unions.push({ json, namespace })
      for (const item of json.items) visit(item, namespace)
    } else if (json?.kind === 'object') {
      objects.push({ json, namespace })
      visitObject(json, namespace)
    }
  }

  function visitObject(json: JsonObject, enclosing: string): void {
    const kind = textMember(json, 'type')
    switch (kind) {
      case 'array':
        visit(json.members.get('items'), enclosing)
        return
      case 'map':
        visit(json.members.get('values'), enclosing)
        return
      case 'record':
      case 'error':
      case 'enum':
      case 'fixed': {
        const written = textMember(json, 'name') ?? ''
        const { name, namespace } = splitName(written, textMember(json, 'namespace') ?? enclosing)
        const nameJson = json.members.get('name') ?? json
        const fullName = fullNameOf(name, namespace)
        const definition = { kind, json, name, namespace, fullName, nameJson }
        definitions.push(definition)
        const list = json.members.get('fields')
        if (list?.kind !== 'array') return
        for (const item of list.items) if (item.kind === 'object') visitField(item, definition)
      }
    }
  }

  function visitField(json: JsonObject, record: DefinitionView): void {
    const type = json.members.get('type')
    const nameJson = json.members.get('name')
    if (!type || nameJson?.kind !== 'string') return
    fields.push({ json, name: nameJson.value, nameJson, type, record })
    visit(type, record.namespace)
  }

  visit(root, '')
  return { file, definitions, fields, unions, objects }
}

/** The word or name that a type is given by; undefined for a union. */
export function typeWord(type: Json): string | undefined {
  if (type.kind === 'string') return type.value
  return type.kind === 'object' ? textMember(type, 'type') : undefined
}
