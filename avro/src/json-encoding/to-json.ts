import { checkBlockEnd, readBlockCount } from '../codec/blocks.ts'
import type { ByteReader } from '../codec/byte-reader.ts'
import { Failure, within } from '../codec/failure.ts'
import { minimumSize } from '../codec/minimum-size.ts'
import { doubleText } from '../java-number.ts'
import { numberJson } from '../json-text.ts'
import { type EnumSchema, type RecordSchema, type Schema, typeName } from '../schema.ts'
import { jsonString } from './json-string.ts'
import type { JsonTextOutput } from './json-text-output.ts'

/** Reads a value and writes it as JSON, or throws a {@link Failure}. */
export type ToJson = (input: ByteReader, output: JsonTextOutput) => void

/**
 * Compiles a schema to a function that turns its binary encoding into its JSON encoding, as Avro
 * Java 1.12.1's `JsonEncoder` writes it. Of a map's entries with the same key all are written.
 */
export function compileToJson(
  schema: Schema,
  records: Map<RecordSchema, ToJson> = new Map(),
): ToJson {
  switch (schema.type) {
    case 'null':
      return (_, output) => output.write('null')
    case 'boolean':
      return (input, output) => output.write(String(input.readBoolean()))
    case 'int':
      return (input, output) => output.write(String(input.readInt()))
    case 'long':
      return (input, output) => output.write(String(input.readLong()))
    case 'float':
      return (input, output) => output.write(floatJson(input.readFloat()))
    case 'double':
      return (input, output) => output.write(numberJson(doubleText(input.readDouble())))
    case 'string':
      return (input, output) => output.write(jsonString(input.readString()))
    case 'bytes':
      return (input, output) => output.write(latin1(input.view(input.readLength())))
    case 'fixed':
      return (input, output) => output.write(latin1(input.view(schema.size)))
    case 'enum':
      return symbolToJson(schema)
    case 'array':
      return arrayToJson(compileToJson(schema.items, records), minimumSize(schema.items))
    case 'map':
      return mapToJson(compileToJson(schema.values, records), minimumSize(schema.values))
    case 'union':
      return unionToJson(schema.branches, records)
    case 'record':
      return recordToJson(schema, records)
  }
}

/** Java adds a float to the double 0 first, which gives all digits of the double and no -0.0. */
function floatJson(value: number): string {
  return numberJson(doubleText(value + 0))
}

/** Bytes as a JSON string whose code points are the bytes (ISO-8859-1). */
function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK))
  }
  return jsonString(text)
}

/** As many arguments as a call takes on every engine. */
const CHUNK = 4096

function symbolToJson({ symbols, fullName }: EnumSchema): ToJson {
  const texts = symbols.map(jsonString)
  return (input, output) => {
    const offset = input.position
    const index = input.readInt()
    const text = texts[index]
    if (text === undefined) {
      const expected = `one of the ${texts.length} symbols of ${fullName}`
      throw new Failure(expected, `number ${index}`, { offset })
    }
    output.write(text)
  }
}

function arrayToJson(item: ToJson, itemSize: number): ToJson {
  return (input, output) => {
    output.write('[')
    let index = 0
    try {
      for (let count = readBlockCount(input, itemSize); count > 0; ) {
        const end = input.blockEnd
        for (; count > 0; count--) {
          if (index > 0) output.write(',')
          item(input, output)
          index++
        }
        checkBlockEnd(input, end)
        count = readBlockCount(input, itemSize)
      }
    } catch (error) {
      throw within(index, error)
    }
    output.write(']')
  }
}

function mapToJson(value: ToJson, valueSize: number): ToJson {
  const entrySize = 1 + valueSize
  return (input, output) => {
    let opening = '{'
    let key = ''
    let count = readBlockCount(input, entrySize)
    try {
      while (count > 0) {
        const end = input.blockEnd
        for (; count > 0; count--) {
          key = input.readString()
          output.write(`${opening}${jsonString(key)}:`)
          opening = ','
          value(input, output)
        }
        checkBlockEnd(input, end)
        count = readBlockCount(input, entrySize)
      }
    } catch (error) {
      throw within(key, error)
    }
    output.write(opening === '{' ? '{}' : '}')
  }
}

function unionToJson(branches: readonly Schema[], records: Map<RecordSchema, ToJson>): ToJson {
  const writes = branches.map((branch): ToJson => {
    const write = compileToJson(branch, records)
    if (branch.type === 'null') return write
    const opening = `{${jsonString(typeName(branch))}:`
    return (input, output) => {
      output.write(opening)
      write(input, output)
      output.write('}')
    }
  })
  return (input, output) => {
    const offset = input.position
    const index = input.readInt()
    const write = writes[index]
    if (!write) {
      const expected = `one of the ${writes.length} branches of a union`
      throw new Failure(expected, `number ${index}`, { offset })
    }
    write(input, output)
  }
}

function recordToJson(record: RecordSchema, records: Map<RecordSchema, ToJson>): ToJson {
  const known = records.get(record)
  if (known) return known
  let writeMembers: ToJson
  const write: ToJson = (input, output) => {
    input.enter()
    writeMembers(input, output)
    input.leave()
  }
  records.set(record, write)
  writeMembers = membersToJson(record, records)
  return write
}

function membersToJson({ fields }: RecordSchema, records: Map<RecordSchema, ToJson>): ToJson {
  const members = fields.map(({ name, type }, index) => ({
    name,
    opening: `${index === 0 ? '{' : ','}${jsonString(name)}:`,
    write: compileToJson(type, records),
  }))
  const closing = members.length === 0 ? '{}' : '}'
  return (input, output) => {
    for (const { name, opening, write } of members) {
      output.write(opening)
      try {
        write(input, output)
      } catch (error) {
        throw within(name, error)
      }
    }
    output.write(closing)
  }
}
