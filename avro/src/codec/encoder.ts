import type { ArraySchema, EnumSchema, FixedSchema, MapSchema, Schema } from '../schema.ts'
import type { ByteWriter } from './byte-writer.ts'
import type { EncoderContext, Write } from './encoder-context.ts'
import { Failure, mismatch, within } from './failure.ts'
import type { LogicalConversion } from './logical-conversion.ts'
import { writeLongValue } from './long-value.ts'
import { isPlainObject } from './plain-object.ts'
import { recordWriter } from './record-writer.ts'
import type { BranchSchema } from './union-shape.ts'
import { unionWriter } from './union-writer.ts'
import { nodeMapping, type ValueMapping } from './value-mapping.ts'

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
      return writeNull
    case 'boolean':
      return writeBoolean
    case 'int':
      return writeInt
    case 'long':
      return writeLongValue(mapping.long)
    case 'float':
      return writeFloat
    case 'double':
      return writeDouble
    case 'bytes':
      return writeBytes
    case 'string':
      return writeString
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

function writeNull(value: unknown): void {
  if (value !== null) mismatch('null', value)
}

function writeBoolean(value: unknown, output: ByteWriter): void {
  if (typeof value !== 'boolean') mismatch('a boolean', value)
  output.writeBoolean(value)
}

function writeInt(value: unknown, output: ByteWriter): void {
  if (typeof value !== 'number' || (value | 0) !== value) mismatch('an integer of 32 bits', value)
  output.writeInt(value)
}

function writeFloat(value: unknown, output: ByteWriter): void {
  if (typeof value !== 'number') mismatch('a number', value)
  if (Number.isFinite(value) && !Number.isFinite(Math.fround(value))) {
    mismatch('a number in the range of a float', value)
  }
  output.writeFloat(value)
}

function writeDouble(value: unknown, output: ByteWriter): void {
  if (typeof value !== 'number') mismatch('a number', value)
  output.writeDouble(value)
}

function writeBytes(value: unknown, output: ByteWriter): void {
  if (!(value instanceof Uint8Array)) mismatch('a Uint8Array', value)
  output.writeBytes(value)
}

function writeString(value: unknown, output: ByteWriter): void {
  if (typeof value !== 'string') mismatch('a string', value)
  output.writeString(value)
}

function fixedWriter({ size }: FixedSchema): Write {
  return (value, output) => {
    if (!(value instanceof Uint8Array) || value.length !== size) {
      mismatch(`a Uint8Array of ${size} bytes`, value)
    }
    output.writeRaw(value)
  }
}

function enumWriter({ symbols, fullName }: EnumSchema): Write {
  const indexes = new Map(symbols.map((symbol, index) => [symbol, index]))
  return (value, output) => {
    const index = indexes.get(value as string)
    if (index === undefined) mismatch(`a symbol of ${fullName}`, value)
    output.writeInt(index)
  }
}

function arrayWriter(
  { items }: ArraySchema,
  mapping: ValueMapping,
  context: EncoderContext,
): Write {
  const write = compileWrite(items, mapping, context)
  return (value, output) => {
    if (!Array.isArray(value)) mismatch('an array', value)
    const { length } = value
    let index = 0
    if (length > 0) {
      output.writeLongFromNumber(length)
      try {
        for (; index < length; index++) write(value[index], output)
      } catch (error) {
        throw within(index, error)
      }
    }
    output.writeByte(0)
  }
}

function mapWriter({ values }: MapSchema, mapping: ValueMapping, context: EncoderContext): Write {
  const write = compileWrite(values, mapping, context)
  return (value, output) => {
    if (!isPlainObject(value)) mismatch('an object', value)
    const keys = Object.keys(value)
    if (keys.length > 0) {
      output.writeLongFromNumber(keys.length)
      let key = ''
      try {
        for (key of keys) {
          output.writeString(key)
          write(value[key], output)
        }
      } catch (error) {
        throw within(key, error)
      }
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
