import type {
  CodecOptions,
  LogicalConversion,
  LogicalTypeOptions,
  Schema,
  ValueOptions,
} from '@magicbyte/avro'
import type { CustomLogicalType, GenerateOptions, LogicalTypes } from './generate-options.ts'

/**
 * The options of a codec whose values the generated types describe. Conversions of one's own are
 * stand-ins, which know no more than their kind.
 */
export function codecOptions({
  long,
  unions,
  logicalTypes,
  fields,
}: GenerateOptions): CodecOptions {
  return {
    ...(long && { long }),
    ...(unions && { unions }),
    ...(logicalTypes && { logicalTypes: withStandIns(logicalTypes) }),
    ...(fields && {
      fields: Object.fromEntries(
        Object.entries(fields).map(([path, own]): [string, ValueOptions] => [
          path,
          {
            ...(own.long && { long: own.long }),
            ...(own.logicalTypes && { logicalTypes: withStandIns(own.logicalTypes) }),
          },
        ]),
      ),
    }),
  }
}

/** What a conversion of one's own stands in for; undefined for one that is built in. */
export function customTypeOf(conversion: LogicalConversion): CustomLogicalType | undefined {
  return standIns.get(conversion)
}

/** What a conversion of one's own will make of an underlying value. */
export class CustomValue {
  readonly conversion: LogicalConversion
  readonly schema: Schema
  readonly raw: unknown

  constructor(conversion: LogicalConversion, schema: Schema, raw: unknown) {
    this.conversion = conversion
    this.schema = schema
    this.raw = raw
  }
}

const standIns = new WeakMap<LogicalConversion, CustomLogicalType>()

function withStandIns(logicalTypes: LogicalTypes): LogicalTypeOptions {
  if (typeof logicalTypes === 'string') return logicalTypes
  return Object.fromEntries(
    Object.entries(logicalTypes).map(([name, own]) => {
      if (typeof own === 'string') return [name, own]
      return [name, (schema: Schema) => standIn(own, schema)]
    }),
  )
}

function standIn(own: CustomLogicalType, schema: Schema): LogicalConversion {
  const conversion: LogicalConversion = {
    kind: own.kind ?? 'object',
    expected: own.type,
    ...(own.long && { long: own.long }),
    read: (raw) => new CustomValue(conversion, schema, raw),
    write: (value) => value,
  }
  standIns.set(conversion, own)
  return conversion
}
