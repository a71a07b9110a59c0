import { doubleText, floatText, isIntegral, isLong, numberText } from './java-number.ts'
import type { Json, JsonNumber } from './json.ts'
import { logicalTypeOf } from './logical-type.ts'
import { fieldsByName } from './record-fields.ts'
import type { Field, NamedSchema, ParsedSchema, Props, Schema } from './schema.ts'
import { schemaText, type TextStyle } from './schema-text.ts'

/**
 * The canonical string without the differences that Confluent's `normalize` takes for irrelevant:
 * attributes, aliases and the keys of objects are sorted, honoured logical types come first,
 * number defaults have the form of their type, an empty doc of a type is dropped.
 * What Confluent loses on the way or fails at is kept as it was: defaults that do not suit the
 * first branch of a union, invalid ones, integers beyond 64 bits, `error` and the null namespace
 * inside another one.
 */
export function normalizedString({ root, referenced }: ParsedSchema): string {
  return schemaText(root, referenced, NORMALIZED)
}

const NORMALIZED: TextStyle = {
  props: sortedProps,
  defaultOf: (field) => field.default && normalValue(field.default, field.type),
  docOf: (type) => type.doc || undefined,
  aliasesOf: sortedAliases,
}

const LOGICAL_ATTRIBUTES = ['logicalType', 'precision', 'scale'] as const

function sortedProps(owner: Schema | Field): Props {
  const { props } = owner
  if (props.size === 0) return props
  const first = isField(owner) ? [] : logicalAttributes(owner)
  const sorted = new Map<string, Json>()
  for (const key of [...first, ...[...props.keys()].sort()]) {
    const value = props.get(key)
    if (value) sorted.set(key, normalValue(value, undefined))
  }
  return sorted
}

/** The attributes Confluent writes for a logical type, of which it leaves out a scale of 0. */
function logicalAttributes(schema: Schema): readonly string[] {
  const logical = logicalTypeOf(schema)
  if (!logical) return []
  if (logical.name !== 'decimal') return LOGICAL_ATTRIBUTES.slice(0, 1)
  return LOGICAL_ATTRIBUTES.slice(0, logical.scale === 0 ? 2 : 3)
}

function isField(owner: Schema | Field): owner is Field {
  return 'order' in owner
}

function sortedAliases(owner: NamedSchema | Field): readonly string[] {
  if (owner.aliases.length < 2) return owner.aliases
  if (isField(owner)) return owner.aliases.toSorted()
  // Java writes an alias in the null namespace with a leading dot where that is not the type's own.
  const written = (alias: string) =>
    owner.namespace === '' || alias.includes('.') ? alias : `.${alias}`
  return owner.aliases.toSorted((a, b) => (written(a) < written(b) ? -1 : 1))
}

/**
 * A value in the form Confluent gives it as a value of the type, taking the first branch for a
 * union; without a type, or where the value does not suit it, only keys are sorted.
 */
function normalValue(value: Json, declared: Schema | undefined): Json {
  const type = declared?.type === 'union' ? declared.branches[0] : declared
  switch (value.kind) {
    case 'number':
      return normalNumber(value, type)
    case 'string': {
      const isBinary = type?.type === 'bytes' || type?.type === 'fixed'
      return isBinary ? { ...value, value: latin1(value.value) } : value
    }
    case 'array': {
      const itemType = type?.type === 'array' ? type.items : undefined
      return { ...value, items: value.items.map((item) => normalValue(item, itemType)) }
    }
    case 'object': {
      const members = new Map<string, Json>()
      for (const [key, member] of [...value.members].sort(byKey)) {
        members.set(key, normalValue(member, memberType(type, key)))
      }
      return { ...value, members }
    }
    default:
      return value
  }
}

function memberType(type: Schema | undefined, key: string): Schema | undefined {
  if (type?.type === 'map') return type.values
  if (type?.type !== 'record') return undefined
  return fieldsByName(type).get(key)?.type
}

function normalNumber(number: JsonNumber, type: Schema | undefined): Json {
  const { lexeme } = number
  if (isIntegral(lexeme) && !isLong(lexeme)) return number
  const value = Number(numberText(lexeme))
  switch (type?.type) {
    case 'float':
      return { ...number, lexeme: floatText(value) }
    case 'double':
      return { ...number, lexeme: doubleText(value) }
    default:
      return number
  }
}

/** Characters beyond ISO 8859-1 become question marks, as they do in Java's bytes. */
function latin1(text: string): string {
  return text.replace(/[^\0-\xff]/gu, '?')
}

function byKey([a]: readonly [string, Json], [b]: readonly [string, Json]): number {
  return a < b ? -1 : 1
}
