import { isIntegral, isLong } from './java-number.ts'
import type { Json, JsonObject } from './json.ts'
import { jsonText } from './json-text.ts'
import { type Reading, report } from './reading.ts'
import type { Props } from './schema.ts'

/** The members of a type's object that are not attributes of its user. */
export const SCHEMA_ATTRIBUTES: ReadonlySet<string> = new Set([
  'doc',
  'fields',
  'items',
  'name',
  'namespace',
  'size',
  'symbols',
  'values',
  'type',
  'aliases',
])

/** Shared by all that have no attributes. */
export const NO_PROPS: Props = new Map()

/** The value of a string; undefined for anything else. */
export function textOf(json: Json | undefined): string | undefined {
  return json?.kind === 'string' ? json.value : undefined
}

/** The member of an object; anything else has none. */
function memberOf(json: Json, key: string): Json | undefined {
  return json.kind === 'object' ? json.members.get(key) : undefined
}

/**
 * The string a member has to be; reports the complaint with the text of the whole if it is none.
 */
export function requiredText(
  reading: Reading,
  json: Json,
  key: string,
  complaint: string,
): string | undefined {
  const text = textOf(memberOf(json, key))
  if (text === undefined) report(reading, json, `${complaint}: ${excerpt(json)}`)
  return text
}

/** The members whose keys are not reserved. */
export function readProps(json: JsonObject, reserved: ReadonlySet<string>): Props {
  let props: Map<string, Json> | undefined
  for (const [key, value] of json.members) {
    if (!reserved.has(key)) {
      props ??= new Map()
      props.set(key, value)
    }
  }
  return props ?? NO_PROPS
}

/** Avro Java loses integers beyond 64 bits in the attributes of records, arrays and maps. */
export function checkProps(reading: Reading, props: Props): void {
  for (const [key, value] of props) {
    if (holdsHugeInteger(value)) report(reading, value, `Can't set a property to null: ${key}`)
  }
}

/** The distinct aliases as written. */
export function readAliasTexts(reading: Reading, json: JsonObject): readonly string[] {
  const aliases = json.members.get('aliases')
  if (aliases === undefined) return NO_ALIASES
  if (aliases.kind !== 'array') {
    report(reading, aliases, `aliases not an array: ${excerpt(json)}`)
    return NO_ALIASES
  }
  const texts = new Set<string>()
  for (const item of aliases.items) {
    if (item.kind === 'string') texts.add(item.value)
    else report(reading, item, `alias not a string: ${excerpt(item)}`)
  }
  return [...texts]
}

/** The JSON text of a value for a message, not longer than anyone reads. */
export function excerpt(json: Json): string {
  const text = jsonText(json)
  return text.length > MAX_EXCERPT ? `${text.slice(0, MAX_EXCERPT)}…` : text
}

const NO_ALIASES: readonly string[] = []
const MAX_EXCERPT = 2000

function holdsHugeInteger(json: Json): boolean {
  switch (json.kind) {
    case 'number':
      return isIntegral(json.lexeme) && !isLong(json.lexeme)
    case 'array':
      return json.items.some(holdsHugeInteger)
    case 'object':
      return [...json.members.values()].some(holdsHugeInteger)
    default:
      return false
  }
}
