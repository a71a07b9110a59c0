import { isInt } from './java-number.ts'
import type { FixedSchema, Props, Schema } from './schema.ts'

/** A logical type that readers and writers have to honour. */
export type LogicalType =
  | { readonly name: Exclude<LogicalTypeName, 'decimal'> }
  | { readonly name: 'decimal'; readonly precision: number; readonly scale: number }

/** All names of logical types that are honoured. */
export type LogicalTypeName =
  | 'big-decimal'
  | 'date'
  | 'decimal'
  | 'duration'
  | 'local-timestamp-micros'
  | 'local-timestamp-millis'
  | 'local-timestamp-nanos'
  | 'map'
  | 'time-micros'
  | 'time-millis'
  | 'timestamp-micros'
  | 'timestamp-millis'
  | 'timestamp-nanos'
  | 'uuid'
  | 'variant'

/**
 * The logical type of a schema by the rules of Avro Java and, for `map` and `variant`, of
 * Confluent; undefined if there is none or it does not suit the type, in which case it is nothing
 * but an attribute.
 */
export function logicalTypeOf(schema: Schema): LogicalType | undefined {
  const attribute = schema.props.get('logicalType')
  if (attribute?.kind !== 'string') return undefined
  const name = attribute.value
  if (name === 'decimal') return decimalOf(schema)
  const suits = SUITABLE.get(name as SimpleName)
  return suits?.(schema) ? { name: name as SimpleName } : undefined
}

/** The attributes in the order Avro Java leaves them in: a logical type it honours comes first. */
export function logicalTypeFirst(schema: Schema): Props {
  const { props } = schema
  const attribute = props.get('logicalType')
  if (!attribute || props.size === 1 || !logicalTypeOf(schema)) return props
  return new Map([['logicalType', attribute], ...props])
}

type SimpleName = Exclude<LogicalTypeName, 'decimal'>

const ofType = (type: Schema['type']) => (schema: Schema) => schema.type === type

const SUITABLE: ReadonlyMap<SimpleName, (schema: Schema) => boolean> = new Map([
  ['big-decimal', ofType('bytes')],
  ['date', ofType('int')],
  ['duration', (schema) => schema.type === 'fixed' && schema.size === 12],
  ['local-timestamp-micros', ofType('long')],
  ['local-timestamp-millis', ofType('long')],
  ['local-timestamp-nanos', ofType('long')],
  ['map', isListOfEntries],
  ['time-micros', ofType('long')],
  ['time-millis', ofType('int')],
  ['timestamp-micros', ofType('long')],
  ['timestamp-millis', ofType('long')],
  ['timestamp-nanos', ofType('long')],
  ['uuid', (schema) => schema.type === 'string' || (schema.type === 'fixed' && schema.size === 16)],
  ['variant', isVariant],
])

function decimalOf(schema: Schema): LogicalType | undefined {
  if (schema.type !== 'bytes' && schema.type !== 'fixed') return undefined
  const precision = intProp(schema.props, 'precision')
  const scale = schema.props.has('scale') ? intProp(schema.props, 'scale') : 0
  if (precision === undefined || scale === undefined) return undefined
  const max = schema.type === 'fixed' ? maxPrecision(schema) : Number.POSITIVE_INFINITY
  const suits = precision > 0 && precision <= max && scale >= 0 && scale <= precision
  return suits ? { name: 'decimal', precision, scale } : undefined
}

function intProp(props: Props, key: string): number | undefined {
  const value = props.get(key)
  return value?.kind === 'number' && isInt(value.lexeme) ? Number(value.lexeme) : undefined
}

/** Decimal digits that fit; the multiplication overflows as it does in Java. */
function maxPrecision({ size }: FixedSchema): number {
  const bits = (Math.imul(8, size) - 1) | 0
  return Math.floor(Math.log10(2) * bits)
}

function isListOfEntries(schema: Schema): boolean {
  if (schema.type !== 'array' || schema.items.type !== 'record') return false
  const [key, value, ...others] = schema.items.fields
  return key?.name === 'key' && value?.name === 'value' && others.length === 0
}

function isVariant(schema: Schema): boolean {
  if (schema.type !== 'record' || schema.fields.length !== 2) return false
  return ['metadata', 'value'].every((name) =>
    schema.fields.some((field) => field.name === name && field.type.type === 'bytes'),
  )
}
