import {
  checkProps,
  excerpt,
  NO_PROPS,
  readAliasTexts,
  readProps,
  requiredText,
  SCHEMA_ATTRIBUTES,
  textOf,
} from './attributes.ts'
import {
  checkDefault,
  checkFieldNames,
  FIELD_ATTRIBUTES,
  readDefault,
  readOrder,
} from './field-attributes.ts'
import type { Json, JsonArray, JsonObject } from './json.ts'
import { logicalTypeFirst } from './logical-type.ts'
import { defineType, readAliases, readEnum, readFixed, readHeader } from './named-type-reader.ts'
import { fullNameOf } from './names.ts'
import { PRIMITIVES } from './primitives.ts'
import { type Mutable, type Reading, report } from './reading.ts'
import {
  type ArraySchema,
  type Field,
  type MapSchema,
  type RecordSchema,
  type Schema,
  typeName,
  type UnionSchema,
} from './schema.ts'
import { schemaText } from './schema-text.ts'
import { isStandIn, standInFor } from './stand-in.ts'

/**
 * The schema a JSON value declares, checked in the order in which Avro Java checks. A type used
 * before its definition ended is left as a stand-in, and its use noted in `reading`.
 * @throws InvalidSchemaError unless problems are collected
 */
export function readSchema(reading: Reading, json: Json, namespace: string): Schema {
  switch (json.kind) {
    case 'string':
      return findType(reading, json.value, namespace, json)
    case 'array':
      return readUnion(reading, json, namespace)
    case 'object':
      return readTypeObject(reading, json, namespace)
    default:
      report(reading, json, `Schema not yet supported: ${excerpt(json)}`)
      return unknownType(reading, json)
  }
}

const NESTED_TYPE_HINT =
  'Only the "type" of a field may be an object or a union; elsewhere it has to be a name'

/**
 * A primitive, a known type, or a stand-in; a simple name may mean a type without namespace too.
 */
function findType(reading: Reading, name: string, namespace: string, json: Json): Schema {
  const { source } = reading.text
  const primitive = PRIMITIVES.get(name)
  if (primitive) return { type: primitive, props: NO_PROPS, source, at: json.at }
  const fullName = name.includes('.') ? name : fullNameOf(name, namespace)
  const known = reading.types.get(fullName) ?? reading.types.get(name)
  return known ?? standInFor(fullName, source, json.at)
}

/** What to go on with after a problem; no further problem is reported at its place. */
function unknownType(reading: Reading, json: Json): Schema {
  return standInFor('', reading.text.source, json.at)
}

function readTypeObject(reading: Reading, json: JsonObject, namespace: string): Schema {
  const type = textOf(json.members.get('type'))
  switch (type) {
    case undefined: {
      const hint = json.members.has('type') ? NESTED_TYPE_HINT : undefined
      report(reading, json, `No type: ${excerpt(json)}`, { hint })
      return unknownType(reading, json)
    }
    case 'record':
    case 'error':
      return readRecord(reading, json, namespace)
    case 'enum':
      return readEnum(reading, json, namespace)
    case 'fixed':
      return readFixed(reading, json, namespace)
    case 'array':
      return readArray(reading, json, namespace)
    case 'map':
      return readMap(reading, json, namespace)
    default: {
      const primitive = PRIMITIVES.get(type)
      if (!primitive) return findType(reading, type, namespace, json)
      const props = readProps(json, SCHEMA_ATTRIBUTES)
      return { type: primitive, props, source: reading.text.source, at: json.at }
    }
  }
}

function readArray(reading: Reading, json: JsonObject, namespace: string): ArraySchema {
  const items = readElement(reading, json, namespace, 'items', 'Array has no items type')
  const props = readProps(json, SCHEMA_ATTRIBUTES)
  checkProps(reading, props)
  const array: Mutable<ArraySchema> = {
    type: 'array',
    items,
    props,
    source: reading.text.source,
    at: json.at,
  }
  array.props = logicalTypeFirst(array)
  if (isStandIn(items)) {
    const replace = (actual: Schema) => {
      array.items = actual
    }
    reading.text.forwardUses.push({ standIn: items, replace })
  }
  return array
}

function readMap(reading: Reading, json: JsonObject, namespace: string): MapSchema {
  const values = readElement(reading, json, namespace, 'values', 'Map has no values type')
  const props = readProps(json, SCHEMA_ATTRIBUTES)
  checkProps(reading, props)
  const map: Mutable<MapSchema> = {
    type: 'map',
    values,
    props,
    source: reading.text.source,
    at: json.at,
  }
  if (isStandIn(values)) {
    const replace = (actual: Schema) => {
      map.values = actual
    }
    reading.text.forwardUses.push({ standIn: values, replace })
  }
  return map
}

function readElement(
  reading: Reading,
  json: JsonObject,
  namespace: string,
  key: string,
  complaint: string,
): Schema {
  const element = json.members.get(key)
  if (element) return readSchema(reading, element, namespace)
  report(reading, json, `${complaint}: ${excerpt(json)}`)
  return unknownType(reading, json)
}

function readUnion(reading: Reading, json: JsonArray, namespace: string): UnionSchema {
  const branches: Schema[] = []
  const problemsBefore = reading.problems.length
  for (const item of json.items) {
    const branch = readSchema(reading, item, namespace)
    if (isStandIn(branch)) {
      const index = branches.length
      const replace = (actual: Schema) => {
        branches[index] = actual
      }
      reading.text.forwardUses.push({ standIn: branch, replace })
    }
    branches.push(branch)
  }
  const { source } = reading.text
  const union: UnionSchema = { type: 'union', branches, props: NO_PROPS, source, at: json.at }
  if (reading.problems.length === problemsBefore) checkBranches(reading, json, union)
  return union
}

function checkBranches(reading: Reading, json: JsonArray, union: UnionSchema): void {
  const names = new Set<string>()
  for (const [index, branch] of union.branches.entries()) {
    const place = json.items[index] ?? json
    if (branch.type === 'union') report(reading, place, `Nested union: ${schemaText(union)}`)
    // What a stand-in stands for is compared when it is known.
    if (isStandIn(branch)) continue
    const name = typeName(branch)
    if (names.has(name)) report(reading, place, `Duplicate in union:${name}`)
    names.add(name)
  }
}

function readRecord(reading: Reading, json: JsonObject, namespace: string): RecordSchema {
  const header = readHeader(reading, json, namespace)
  const fieldsJson = json.members.get('fields')
  const fields: Field[] = []
  if (fieldsJson?.kind !== 'array') {
    report(reading, json, `Record has no fields: ${excerpt(json)}`)
  } else {
    for (const item of fieldsJson.items) {
      const field = readField(reading, item, header.namespace)
      if (field) fields.push(field)
    }
    checkFieldNames(reading, fieldsJson, header.fullName, fields)
  }
  const props = readProps(json, SCHEMA_ATTRIBUTES)
  checkProps(reading, props)
  const record: Mutable<RecordSchema> = {
    type: 'record',
    ...header,
    isError: textOf(json.members.get('type')) === 'error',
    fields,
    props,
    aliases: readAliases(reading, json, header.namespace),
    source: reading.text.source,
    at: json.at,
  }
  record.props = logicalTypeFirst(record)
  return defineType(reading, json, record)
}

function readField(reading: Reading, json: Json, namespace: string): Field | undefined {
  const problemsBefore = reading.problems.length
  const name = requiredText(reading, json, 'name', 'No field name')
  if (json.kind !== 'object' || name === undefined) return undefined
  const typeJson = json.members.get('type')
  if (!typeJson) report(reading, json, `No field type: ${excerpt(json)}`)
  const type = typeJson ? readSchema(reading, typeJson, namespace) : unknownType(reading, json)
  const order = readOrder(reading, json)
  const defaultValue = readDefault(reading, json, type)
  const nameProblem = reading.rules.nameRule?.(name)
  if (nameProblem !== undefined) report(reading, json.members.get('name') ?? json, nameProblem)
  if (defaultValue && reading.problems.length === problemsBefore) {
    checkDefault(reading, name, type, defaultValue)
  }
  const field: Mutable<Field> = {
    name,
    type,
    order,
    props: readProps(json, FIELD_ATTRIBUTES),
    aliases: readAliasTexts(reading, json),
    at: json.at,
  }
  const doc = textOf(json.members.get('doc'))
  if (doc !== undefined) field.doc = doc
  if (defaultValue) field.default = defaultValue
  if (isStandIn(type)) {
    const replace = (actual: Schema) => {
      field.type = actual
    }
    reading.text.forwardUses.push({ standIn: type, replace })
  }
  return field
}
