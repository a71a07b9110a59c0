import { canonicalString } from './canonical.ts'
import type { Json, JsonArray } from './json.ts'
import { readJson } from './json-reader.ts'
import { jsonText } from './json-text.ts'
import type { ParsedSchema, Schema } from './schema.ts'
import { findEntity, type SchemaEntity } from './schema-entity.ts'

/** Tags that a schema itself carries at a record or field, as `confluent:tags`. */
export interface SchemaTags {
  readonly schemaEntity: SchemaEntity
  readonly tags: readonly string[]
}

/** What to change about the inline tags of a schema. */
export interface TagEdits {
  readonly add?: readonly SchemaTags[]
  /** Wins over `add`. */
  readonly remove?: readonly SchemaTags[]
}

/** A schema has no such record or field. */
export class UnknownEntityError extends Error {
  override readonly name = 'UnknownEntityError'

  constructor({ entityPath }: SchemaEntity) {
    super(`No matching path '${entityPath}' found in the schema`)
  }
}

/** The inline tags of all records and fields in reach, in the order of the schema. */
export function inlineTags({ root }: ParsedSchema): readonly SchemaTags[] {
  const found: SchemaTags[] = []
  collectTags(root, found, new Set())
  return found
}

/**
 * The canonical string after adding and removing inline tags, which only the types defined in the
 * schema itself can have.
 * @throws UnknownEntityError
 */
export function editTags(schema: ParsedSchema, { add = [], remove = [] }: TagEdits): string {
  const root = readJson(canonicalString(schema))
  const edited = new Map<Json, Set<string>>()
  const tagsToEdit = (entity: SchemaEntity): Set<string> => {
    const declaration = findEntity(root, entity)
    if (!declaration) throw new UnknownEntityError(entity)
    const tags = edited.get(declaration) ?? tagSet(declaration.members.get(TAGS))
    edited.set(declaration, tags)
    return tags
  }
  for (const { schemaEntity, tags } of add) {
    const all = tagsToEdit(schemaEntity)
    for (const tag of tags) all.add(tag)
  }
  for (const { schemaEntity, tags } of remove) {
    const all = tagsToEdit(schemaEntity)
    for (const tag of tags) all.delete(tag)
  }
  return jsonText(withTags(root, edited))
}

/**
 * The canonical string with the inline tags of an earlier version added at the same paths, as far
 * as they still exist.
 */
export function propagateTags(schema: ParsedSchema, earlier: ParsedSchema): string {
  const root = readJson(canonicalString(schema))
  const add = inlineTags(earlier).filter(({ schemaEntity }) => findEntity(root, schemaEntity))
  return editTags(schema, { add })
}

const TAGS = 'confluent:tags'

function collectTags(schema: Schema, found: SchemaTags[], seen: Set<string>): void {
  switch (schema.type) {
    case 'union':
      for (const branch of schema.branches) collectTags(branch, found, seen)
      break
    case 'array':
      collectTags(schema.items, found, seen)
      break
    case 'map':
      collectTags(schema.values, found, seen)
      break
    case 'record':
      if (seen.has(schema.fullName)) return
      seen.add(schema.fullName)
      addTags(found, { entityPath: schema.fullName, entityType: 'sr_record' }, schema)
      for (const field of schema.fields) {
        const entityPath = `${schema.fullName}.${field.name}`
        addTags(found, { entityPath, entityType: 'sr_field' }, field)
        collectTags(field.type, found, seen)
      }
  }
}

function addTags(
  found: SchemaTags[],
  schemaEntity: SchemaEntity,
  { props }: Pick<Schema, 'props'>,
): void {
  const tags = tagSet(props.get(TAGS))
  if (tags.size > 0) found.push({ schemaEntity, tags: [...tags] })
}

/** The tags an attribute lists; anything but an array lists none. */
function tagSet(attribute: Json | undefined): Set<string> {
  const items = attribute?.kind === 'array' ? attribute.items : []
  return new Set(items.map((item) => (item.kind === 'string' ? item.value : jsonText(item))))
}

/** A copy in which some objects have other tags, put where attributes stand in canonical text. */
function withTags(json: Json, edited: ReadonlyMap<Json, Set<string>>): Json {
  if (json.kind === 'array') {
    return { ...json, items: json.items.map((item) => withTags(item, edited)) }
  }
  if (json.kind !== 'object') return json
  const members = new Map<string, Json>()
  for (const [key, value] of json.members) members.set(key, withTags(value, edited))
  const tags = edited.get(json)
  if (!tags) return { ...json, members }
  if (tags.size === 0) members.delete(TAGS)
  else setTags(members, jsonStrings(tags, json.at))
  return { ...json, members }
}

function setTags(members: Map<string, Json>, tags: JsonArray): void {
  const isNew = !members.has(TAGS)
  members.set(TAGS, tags)
  const aliases = members.get('aliases')
  if (!isNew || !aliases || !members.has('fields')) return
  // The aliases of a record, unlike those of a field, come after its attributes.
  members.delete('aliases')
  members.set('aliases', aliases)
}

function jsonStrings(values: Iterable<string>, at: number): JsonArray {
  return {
    kind: 'array',
    at,
    items: Array.from(values, (value) => ({ kind: 'string', at, value })),
  }
}
