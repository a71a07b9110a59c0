import { logicalTypeOf } from '../logical-type.ts'
import type { Props, RecordSchema, Schema } from '../schema.ts'
import type { CodecOptions, LogicalTypeOptions, ValueOptions } from './codec-options.ts'
import { nativeConversion } from './logical/native-conversions.ts'
import type { LogicalConversion, LongRepresentation } from './logical-conversion.ts'
import type { ValueKind } from './value-kind.ts'

/** What decides how the values of one part of a schema look in JavaScript. */
export interface ValueMapping {
  readonly options: CodecOptions
  readonly long: LongRepresentation
  readonly logicalTypes: LogicalTypeOptions
}

/** The mapping of a whole schema. */
export function valueMapping(options: CodecOptions = {}): ValueMapping {
  const { long = 'bigint', logicalTypes = 'native' } = options
  return { options, long, logicalTypes }
}

/** The mapping within a field: exceptions end where a type with a name begins. */
export function fieldMapping(
  whole: ValueMapping,
  record: RecordSchema,
  field: { readonly name: string; readonly props: Props },
): ValueMapping {
  const { fields } = whole.options
  if (!fields && field.props.size === 0) return whole
  const key = `${record.fullName}.${field.name}`
  const own: ValueOptions = fields && Object.hasOwn(fields, key) ? fields[key]! : NO_EXCEPTION
  const long = own.long ?? longAttribute(field.props)
  if (long === undefined && own.logicalTypes === undefined) return whole
  return {
    options: whole.options,
    long: long ?? whole.long,
    logicalTypes: own.logicalTypes ?? whole.logicalTypes,
  }
}

const NO_EXCEPTION: ValueOptions = {}

/** How the values of one node look, those of its parts aside. */
export interface NodeMapping {
  readonly kind: ValueKind
  readonly conversion: LogicalConversion | undefined
  /** How a long is held; of a converted one, before the conversion. */
  readonly long: LongRepresentation
}

/** What a node comes to under a mapping. A union has no kind of its own. */
export function nodeMapping(
  schema: Exclude<Schema, { type: 'union' }>,
  mapping: ValueMapping,
): NodeMapping {
  const conversion = conversionOf(schema, mapping)
  const long = conversion?.long ?? longAttribute(schema.props) ?? mapping.long
  return { kind: conversion?.kind ?? plainKind(schema.type, long), conversion, long }
}

function conversionOf(
  schema: Schema,
  { logicalTypes }: ValueMapping,
): LogicalConversion | undefined {
  const name = schema.props.get('logicalType')
  if (name?.kind !== 'string' || logicalTypes === 'raw') return undefined
  const logicalType = logicalTypeOf(schema)
  if (logicalTypes !== 'native' && Object.hasOwn(logicalTypes, name.value)) {
    const chosen = logicalTypes[name.value]
    if (chosen === 'raw') return undefined
    if (typeof chosen === 'function') return chosen(schema, logicalType)
  }
  return logicalType && nativeConversion(schema, logicalType)
}

function longAttribute(props: Props): LongRepresentation | undefined {
  const value = props.get('ts.long')
  if (value?.kind !== 'string') return undefined
  return LONGS.find((name) => name === value.value)
}

const LONGS: readonly LongRepresentation[] = ['bigint', 'number', 'string']

function plainKind(type: Exclude<Schema['type'], 'union'>, long: LongRepresentation): ValueKind {
  switch (type) {
    case 'int':
    case 'float':
    case 'double':
      return 'number'
    case 'long':
      return long
    case 'enum':
      return 'string'
    case 'fixed':
      return 'bytes'
    case 'map':
    case 'record':
      return 'object'
    default:
      return type
  }
}
