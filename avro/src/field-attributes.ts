import { excerpt, textOf } from './attributes.ts'
import { isValidDefault } from './default-value.ts'
import { doubleText, parseJavaDouble } from './java-number.ts'
import type { Json, JsonArray, JsonObject } from './json.ts'
import { type Reading, report } from './reading.ts'
import type { Field, FieldOrder, Schema } from './schema.ts'
import { schemaText } from './schema-text.ts'

/** The members of a field's object that are not attributes of its user. */
export const FIELD_ATTRIBUTES: ReadonlySet<string> = new Set([
  'default',
  'doc',
  'name',
  'order',
  'type',
  'aliases',
])

/** The order a field asks for, in whatever letters. */
export function readOrder(reading: Reading, json: JsonObject): FieldOrder {
  const order = json.members.get('order')
  if (!order) return 'ascending'
  const word = textOf(order)?.toUpperCase()
  const known = word !== undefined && ORDERS.get(word)
  if (known) return known
  const constant = `org.apache.avro.Schema.Field.Order.${word ?? excerpt(order)}`
  report(reading, order, `No enum constant ${constant}`)
  return 'ascending'
}

/** The default a field has; a text for a float or double is the number it spells. */
export function readDefault(reading: Reading, json: JsonObject, type: Schema): Json | undefined {
  const value = json.members.get('default')
  if (value?.kind !== 'string' || (type.type !== 'float' && type.type !== 'double')) return value
  const number = parseJavaDouble(value.value)
  if (number !== undefined) return { kind: 'number', at: value.at, lexeme: doubleText(number) }
  const complaint = /[^\0- ]/.test(value.value)
    ? `For input string: ${excerpt(value)}`
    : 'empty String'
  report(reading, value, complaint)
  return value
}

/** Reports a default that does not suit the type, if defaults are checked. */
export function checkDefault(reading: Reading, field: string, type: Schema, value: Json): void {
  if (!reading.rules.checksDefaults || isValidDefault(type, value)) return
  report(reading, value, invalidDefault(field, type, value))
}

/** The complaint about a default that does not suit the type of its field. */
export function invalidDefault(field: string, type: Schema, value: Json): string {
  return `Invalid default for field ${field}: ${excerpt(value)} not a ${schemaText(type)}`
}

/** Reports fields of one name. */
export function checkFieldNames(
  reading: Reading,
  json: JsonArray,
  record: string,
  fields: readonly Field[],
): void {
  const positions = new Map<string, number>()
  for (const [position, field] of fields.entries()) {
    const earlier = positions.get(field.name)
    if (earlier !== undefined) {
      const twins = [position, earlier].map((at) => {
        const type = fields[at]?.type.type.toUpperCase()
        return `${field.name} type:${type} pos:${at}`
      })
      const place = json.items[position] ?? json
      const { name } = field
      report(reading, place, `Duplicate field ${name} in record ${record}: ${twins.join(' and ')}.`)
    }
    positions.set(field.name, position)
  }
}

const ORDERS: ReadonlyMap<string, FieldOrder> = new Map([
  ['ASCENDING', 'ascending'],
  ['DESCENDING', 'descending'],
  ['IGNORE', 'ignore'],
])
