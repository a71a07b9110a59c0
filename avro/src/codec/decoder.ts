import type { EnumSchema, RecordSchema, Schema } from '../schema.ts'
import { checkBlockEnd, readBlockCount } from './blocks.ts'
import { convertingReader } from './converting-reader.ts'
import type { DecoderContext, Read } from './decoder-context.ts'
import { defineMember } from './define-member.ts'
import { countingEmpty } from './empty-record.ts'
import { within } from './failure.ts'
import { readSymbol } from './indexes.ts'
import { readLongValue } from './long-value.ts'
import { minimumSize } from './minimum-size.ts'
import { recordReader } from './record-reader.ts'
import { unionReader } from './union-reader.ts'
import type { BranchSchema } from './union-shape.ts'
import { fieldMapping, nodeMapping, type ValueMapping } from './value-mapping.ts'

/** Compiles a schema to a function that reads its values from what it wrote itself. */
export function compileDecoder(schema: Schema, mapping: ValueMapping): Read {
  return newDecoderContext(mapping).compile(schema, mapping)
}

/** The beginning of a compilation. */
export function newDecoderContext(whole: ValueMapping): DecoderContext {
  const context: DecoderContext = {
    whole,
    records: new Map(),
    compile: (schema, mapping) => compileRead(schema, mapping, context),
    compileRecord: (record, tag) => compileRecordRead(record, tag, context),
  }
  return context
}

function compileRead(schema: Schema, mapping: ValueMapping, context: DecoderContext): Read {
  if (schema.type === 'union') return unionReader(schema, mapping, context)
  const { conversion, long } = nodeMapping(schema, mapping)
  const read = readerOf(schema, { ...mapping, long }, context)
  return conversion ? convertingReader(conversion, read) : read
}

function readerOf(schema: BranchSchema, mapping: ValueMapping, context: DecoderContext): Read {
  switch (schema.type) {
    case 'null':
      return () => null
    case 'boolean':
      return (input) => input.readBoolean()
    case 'int':
      return (input) => input.readInt()
    case 'long':
      return readLongValue(mapping.long)
    case 'float':
      return (input) => input.readFloat()
    case 'double':
      return (input) => input.readDouble()
    case 'string':
      return (input) => input.readString()
    case 'bytes':
      return bytesReader(mapping)
    case 'fixed':
      return fixedReader(schema.size, mapping)
    case 'enum':
      return enumReader(schema)
    case 'array':
      return arrayReader(compileRead(schema.items, mapping, context), minimumSize(schema.items))
    case 'map':
      return mapReader(compileRead(schema.values, mapping, context), minimumSize(schema.values))
    case 'record':
      return compileRecordRead(schema, undefined, context)
  }
}

function compileRecordRead(
  record: RecordSchema,
  tag: string | undefined,
  context: DecoderContext,
): Read {
  const byTag = context.records.get(record) ?? new Map<string | undefined, Read>()
  context.records.set(record, byTag)
  const known = byTag.get(tag)
  if (known) return known
  let read: Read
  byTag.set(
    tag,
    countingDepth((input) => read(input)),
  )
  const fields = record.fields.map((field) => ({
    name: field.name,
    read: compileRead(field.type, fieldMapping(context.whole, record, field), context),
  }))
  const marks = tag === undefined ? [] : [{ name: tag, read: () => record.fullName }]
  read = countingEmpty(record, recordReader([...marks, ...fields]))
  byTag.set(tag, read)
  return read
}

/** Whatever refers to a record from within it goes through here, so that all depth is counted. */
export function countingDepth(read: Read): Read {
  return (input) => {
    input.enter()
    const value = read(input)
    input.leave()
    return value
  }
}

/** Reads bytes as the options say: copied, or as a view. */
export function bytesReader({ options }: ValueMapping): Read {
  if (options.bytes === 'view') return (input) => input.view(input.readLength())
  return (input) => input.readBytes()
}

/** Reads a number of bytes as the options say: copied, or as a view. */
export function fixedReader(size: number, { options }: ValueMapping): Read {
  if (options.bytes === 'view') return (input) => input.view(size)
  return (input) => input.readFixed(size)
}

/** Reads the symbol of an index. */
export function enumReader({ symbols, fullName }: EnumSchema): Read {
  return (input) => readSymbol(input, symbols, fullName)
}

/** Reads the blocks of an array. */
export function arrayReader(read: Read, itemSize: number): Read {
  return (input) => {
    const items: unknown[] = []
    let count = readBlockCount(input, itemSize)
    try {
      while (count > 0) {
        const end = input.blockEnd
        for (; count > 0; count--) items.push(read(input))
        checkBlockEnd(input, end)
        count = readBlockCount(input, itemSize)
      }
    } catch (error) {
      throw within(items.length, error)
    }
    return items
  }
}

/** Reads the blocks of a map; of entries with the same key the last one counts. */
export function mapReader(read: Read, valueSize: number): Read {
  const entrySize = 1 + valueSize
  return (input) => {
    const entries: Record<string, unknown> = {}
    let count = readBlockCount(input, entrySize)
    let key = ''
    try {
      while (count > 0) {
        const end = input.blockEnd
        for (; count > 0; count--) {
          key = input.readString()
          const value = read(input)
          if (key === '__proto__') defineMember(entries, key, value)
          else entries[key] = value
        }
        checkBlockEnd(input, end)
        count = readBlockCount(input, entrySize)
      }
    } catch (error) {
      throw within(key, error)
    }
    return entries
  }
}
