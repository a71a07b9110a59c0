import {
  excerpt,
  readAliasTexts,
  readProps,
  requiredText,
  SCHEMA_ATTRIBUTES,
  textOf,
} from './attributes.ts'
import { isInt } from './java-number.ts'
import type { JsonObject } from './json.ts'
import { fullNameOf, splitName } from './names.ts'
import { PRIMITIVES } from './primitives.ts'
import { type Mutable, type Reading, report } from './reading.ts'
import { sameSchema } from './same-schema.ts'
import type { EnumSchema, FixedSchema, NamedSchema, Schema } from './schema.ts'

/** What every named type begins with. */
export interface Header {
  readonly name: string
  readonly namespace: string
  readonly fullName: string
  readonly doc?: string
}

/** Name, namespace and doc of the type an object declares inside a namespace. */
export function readHeader(reading: Reading, json: JsonObject, enclosing: string): Header {
  const header = readNames(reading, json, enclosing)
  checkNotPrimitive(reading, json, header)
  return header
}

/** The enum an object declares, known by its name from now on. */
export function readEnum(reading: Reading, json: JsonObject, enclosing: string): EnumSchema {
  const header = readNames(reading, json, enclosing)
  const symbolsJson = json.members.get('symbols')
  const symbols: string[] = []
  if (symbolsJson?.kind !== 'array') {
    report(reading, json, `Enum has no symbols: ${excerpt(json)}`)
    checkNotPrimitive(reading, json, header)
  } else {
    checkNotPrimitive(reading, json, header)
    const known = new Set<string>()
    for (const item of symbolsJson.items) {
      const symbol = textOf(item)
      const problem = symbol === undefined ? 'Null name' : reading.rules.nameRule?.(symbol)
      if (problem !== undefined) report(reading, item, problem)
      if (symbol === undefined) continue
      if (known.has(symbol)) report(reading, item, `Duplicate enum symbol: ${symbol}`)
      known.add(symbol)
      symbols.push(symbol)
    }
  }
  const type: Mutable<EnumSchema> = {
    type: 'enum',
    ...header,
    symbols,
    props: readProps(json, ENUM_ATTRIBUTES),
    aliases: readAliases(reading, json, header.namespace),
    source: reading.text.source,
    at: json.at,
  }
  const defaultJson = json.members.get('default')
  const fallback = textOf(defaultJson)
  if (defaultJson && fallback !== undefined) {
    type.default = fallback
    if (!symbols.includes(fallback)) {
      const set = `[${symbols.join(', ')}]`
      const complaint = `The Enum Default: ${fallback} is not in the enum symbol set: ${set}`
      report(reading, defaultJson, complaint)
    }
  }
  return defineType(reading, json, type)
}

/** The fixed an object declares, known by its name from now on. */
export function readFixed(reading: Reading, json: JsonObject, enclosing: string): FixedSchema {
  const header = readNames(reading, json, enclosing)
  const sizeJson = json.members.get('size')
  let size = 0
  if (sizeJson?.kind !== 'number' || !isInt(sizeJson.lexeme)) {
    report(reading, json, `Invalid or no size: ${excerpt(json)}`)
  } else {
    size = Number(sizeJson.lexeme)
  }
  checkNotPrimitive(reading, json, header)
  if (size < 0) report(reading, sizeJson ?? json, `Malformed data. Length is negative: ${size}`)
  if (size > MAX_FIXED_SIZE) {
    const complaint = `Cannot read arrays longer than ${MAX_FIXED_SIZE} bytes in Java library`
    report(reading, sizeJson ?? json, complaint)
  }
  const type: FixedSchema = {
    type: 'fixed',
    ...header,
    size,
    props: readProps(json, SCHEMA_ATTRIBUTES),
    aliases: readAliases(reading, json, header.namespace),
    source: reading.text.source,
    at: json.at,
  }
  return defineType(reading, json, type)
}

/** The distinct full names of the aliases of a type; relative ones belong to its own namespace. */
export function readAliases(
  reading: Reading,
  json: JsonObject,
  namespace: string,
): readonly string[] {
  const texts = readAliasTexts(reading, json)
  if (texts.length === 0) return texts
  const aliases = new Set<string>()
  for (const text of texts) {
    const alias = splitName(text, namespace)
    const problem = reading.rules.nameRule?.(alias.name)
    if (problem !== undefined) report(reading, json.members.get('aliases') ?? json, problem)
    aliases.add(fullNameOf(alias.name, alias.namespace))
  }
  return [...aliases]
}

/**
 * Makes a type known by its full name and gives it back. A second definition of a name has to
 * equal the first and stays a node of its own, but the name goes on meaning the first.
 */
export function defineType<T extends NamedSchema>(reading: Reading, json: JsonObject, type: T): T {
  checkNamespace(reading, json, type.namespace)
  const { types, firstDefinitions } = reading
  const known = types.get(type.fullName)
  if (!known) {
    types.set(type.fullName, type)
    reading.text.added++
    return type
  }
  // Without a memory the time grows with the square of the nesting of repeated definitions.
  const knownSame = (first: Schema, again: Schema) => firstDefinitions.get(again) === first
  if (!sameSchema(known, type, { knownSame })) {
    report(reading, json, `Can't redefine: ${type.fullName}`)
  }
  firstDefinitions.set(type, known)
  return type
}

const ENUM_ATTRIBUTES: ReadonlySet<string> = new Set([...SCHEMA_ATTRIBUTES, 'default'])

/** The largest array Avro Java allocates, in bytes. */
const MAX_FIXED_SIZE = 2 ** 31 - 1 - 8

function readNames(reading: Reading, json: JsonObject, enclosing: string): Header {
  const written = requiredText(reading, json, 'name', 'No name in schema')
  const nameJson = json.members.get('name') ?? json
  const around = textOf(json.members.get('namespace')) ?? enclosing
  const { name, namespace } = splitName(written ?? '', around)
  const problem = reading.rules.nameRule?.(name)
  if (problem !== undefined) report(reading, nameJson, problem)
  const fullName = fullNameOf(name, namespace)
  const doc = textOf(json.members.get('doc'))
  return doc === undefined ? { name, namespace, fullName } : { name, namespace, fullName, doc }
}

function checkNotPrimitive(reading: Reading, json: JsonObject, { fullName }: Header): void {
  if (!PRIMITIVES.has(fullName)) return
  const place = json.members.get('name') ?? json
  report(reading, place, `Schemas may not be named after primitives: ${fullName}`)
}

function checkNamespace(reading: Reading, json: JsonObject, namespace: string): void {
  const { rules, soundNamespaces } = reading
  if (!rules.nameRule || soundNamespaces.has(namespace)) return
  let isSound = true
  for (const part of namespace.split('.')) {
    const problem = rules.nameRule(part)
    if (problem === undefined) continue
    isSound = false
    const place = json.members.get('namespace') ?? json.members.get('name') ?? json
    report(reading, place, `Namespace part "${part}" is invalid: ${problem}`)
  }
  if (isSound) soundNamespaces.add(namespace)
}
