import type { ArraySchema, EnumSchema, FixedSchema, MapSchema, Schema } from '../schema.ts'
import type { EncoderContext, Write } from './encoder-context.ts'
import { Failure, mismatch, within } from './failure.ts'
import { symbolIndexes, writeSymbol } from './indexes.ts'
import type { LogicalConversion } from './logical-conversion.ts'
import { writeLongValue } from './long-value.ts'
import {
  writeBooleanValue,
  writeBytesValue,
  writeDoubleValue,
  writeFixedValue,
  writeFloatValue,
  writeIntValue,
  writeNullValue,
  writeStringValue,
} from './primitive-writers.ts'
import { recordWriter } from './record-writer.ts'
import type { BranchSchema } from './union-shape.ts'
import { unionWriter } from './union-writer.ts'
import { nodeMapping, type ValueMapping } from './value-mapping.ts'
import { arrayItems, mapKeys } from './value-parts.ts'

/** Compiles a schema to a function that writes its values. */
export function compileEncoder(schema: Schema, mapping: ValueMapping): Write {
  const context: EncoderContext = {
    whole: mapping,
    named: new Map(),
    compile: (part, ownMapping) => compileWrite(part, ownMapping, context),
  }
  return context.compile(schema, mapping)
}

function compileWrite(schema: Schema, mapping: ValueMapping, context: EncoderContext): Write {
  if (schema.type === 'union') return unionWriter(schema, mapping, context)
  const { conversion, long } = nodeMapping(schema, mapping)
  const write = writerOf(schema, { ...mapping, long }, context)
  return conversion ? convertingWriter(conversion, write) : write
}

function convertingWriter(conversion: LogicalConversion, write: Write): Write {
  return (value, output) => write(convert(conversion, value), output)
}

function convert(conversion: LogicalConversion, value: unknown): unknown {
  try {
    return conversion.write(value)
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    return mismatch(conversion.expected, value, cause)
  }
}

function writerOf(schema: BranchSchema, mapping: ValueMapping, context: EncoderContext): Write {
  switch (schema.type) {
    case 'null':
      return writeNullValue
    case 'boolean':
      return writeBooleanValue
    case 'int':
      return writeIntValue
    case 'long':
      return writeLongValue(mapping.long)
    case 'float':
      return writeFloatValue
    case 'double':
      return writeDoubleValue
    case 'bytes':
      return writeBytesValue
    case 'string':
      return writeStringValue
    case 'fixed':
      return fixedWriter(schema)
    case 'enum':
      return enumWriter(schema)
    case 'array':
      return arrayWriter(schema, mapping, context)
    case 'map':
      return mapWriter(schema, mapping, context)
    case 'record':
      return namedWriter(schema, context)
  }
}

function fixedWriter({ size }: FixedSchema): Write {
  return (value, output) => writeFixedValue(value, output, size)
}

function enumWriter({ symbols, fullName }: EnumSchema): Write {
  const indexes = symbolIndexes(symbols)
  return (value, output) => writeSymbol(value, output, indexes, fullName)
}

function arrayWriter(
  { items }: ArraySchema,
  mapping: ValueMapping,
  context: EncoderContext,
): Write {
  const write = compileWrite(items, mapping, context)
  return (value, output) => {
    const items = arrayItems(value, output)
    const { length } = items
    let index = 0
    try {
      for (; index < length; index++) write(items[index], output)
    } catch (error) {
      throw within(index, error)
    }
    output.writeByte(0)
  }
}

function mapWriter({ values }: MapSchema, mapping: ValueMapping, context: EncoderContext): Write {
  const write = compileWrite(values, mapping, context)
  return (value, output) => {
    const keys = mapKeys(value, output)
    let key = ''
    try {
      for (key of keys) {
        output.writeString(key)
        write((value as Record<string, unknown>)[key], output)
      }
    } catch (error) {
      throw within(key, error)
    }
    output.writeByte(0)
  }
}

function namedWriter(schema: Schema & { type: 'record' }, context: EncoderContext): Write {
  const known = context.named.get(schema)
  if (known) return known
  // Whatever refers to the record from within goes through here, so that all depth is counted.
  let write: Write
  context.named.set(schema, (value, output) => {
    output.enter()
    write(value, output)
    output.leave()
  })
  write = recordWriter(schema, context)
  context.named.set(schema, write)
  return write
}
