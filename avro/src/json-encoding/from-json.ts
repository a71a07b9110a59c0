import { within } from '../codec/failure.ts'
import type { Json } from '../json.ts'
import type { EnumSchema, MapSchema, RecordSchema, Schema, UnionSchema } from '../schema.ts'
import { typeName } from '../schema.ts'
import { refuseJson } from './describe-json.ts'
import type { JsonBytesOutput } from './json-bytes-output.ts'
import { fixedOf, floatingOf, integerOf, latin1Of } from './json-scalar-values.ts'
import { plainBranchFinder } from './plain-branch.ts'
import { recordFromJson } from './record-from-json.ts'

/** Writes the bytes of a value of a JSON text, or throws a `Failure` with an offset in the text. */
export type FromJson = (json: Json, output: JsonBytesOutput) => void

/** What is known while a schema is compiled. */
export interface FromJsonContext {
  /** Writers of records; forwarding ones while they are being compiled. */
  readonly records: Map<RecordSchema, FromJson>
  /** Compiles a part. */
  compile(schema: Schema): FromJson
}

/** Compiles a schema to a function that turns its JSON encoding into its binary encoding. */
export function compileFromJson(schema: Schema): FromJson {
  const context: FromJsonContext = {
    records: new Map(),
    compile(part) {
      const write = fromJson(part, context)
      return (json, output) => {
        output.begin(json)
        write(json, output)
      }
    },
  }
  return context.compile(schema)
}

function fromJson(schema: Schema, context: FromJsonContext): FromJson {
  switch (schema.type) {
    case 'null':
      return (json) => void (json.kind === 'null' || refuseJson('null', json))
    case 'boolean':
      return (json, output) =>
        output.writeBoolean(json.kind === 'boolean' ? json.value : refuseJson('a boolean', json))
    case 'int':
      return (json, output) =>
        output.writeInt(Number(integerOf(json, 32) ?? refuseJson('an integer of 32 bits', json)))
    case 'long':
      return (json, output) =>
        output.writeLong(integerOf(json, 64) ?? refuseJson('an integer of 64 bits', json))
    case 'float':
      return (json, output) => output.writeFloat(floating(json, 'float'))
    case 'double':
      return (json, output) => output.writeDouble(floating(json, 'double'))
    case 'string':
      return (json, output) =>
        output.writeString(json.kind === 'string' ? json.value : refuseJson('a string', json))
    case 'bytes':
      return (json, output) =>
        output.writeBytes(latin1Of(json) ?? refuseJson('a string of U+0000 to U+00FF', json))
    case 'fixed':
      return (json, output) =>
        output.writeRaw(
          fixedOf(json, schema) ??
            refuseJson(`a string of ${schema.size} of U+0000 to U+00FF`, json),
        )
    case 'enum':
      return symbolFromJson(schema)
    case 'array':
      return arrayFromJson(context.compile(schema.items))
    case 'map':
      return mapFromJson(schema, context)
    case 'union':
      return unionFromJson(schema, context)
    case 'record':
      return recordFromJson(schema, context)
  }
}

function floating(json: Json, type: 'float' | 'double'): number {
  return (
    floatingOf(json, type) ??
    refuseJson(`a number in the range of a ${type}, "NaN", "Infinity" or "-Infinity"`, json)
  )
}

function symbolFromJson({ symbols, fullName }: EnumSchema): FromJson {
  const indexes = new Map(symbols.map((symbol, index) => [symbol, index]))
  return (json, output) => {
    const index = json.kind === 'string' ? indexes.get(json.value) : undefined
    output.writeInt(index ?? refuseJson(`a symbol of ${fullName}`, json))
  }
}

function arrayFromJson(write: FromJson): FromJson {
  return (json, output) => {
    const items = json.kind === 'array' ? json.items : refuseJson('an array', json)
    if (items.length > 0) output.writeLongFromNumber(items.length)
    for (const [index, item] of items.entries()) {
      try {
        write(item, output)
      } catch (error) {
        throw within(index, error)
      }
    }
    output.writeByte(0)
  }
}

function mapFromJson({ values }: MapSchema, context: FromJsonContext): FromJson {
  const write = context.compile(values)
  return (json, output) => {
    const members = json.kind === 'object' ? json.members : refuseJson('an object', json)
    if (members.size > 0) output.writeLongFromNumber(members.size)
    for (const [key, member] of members) {
      output.writeString(key)
      try {
        write(member, output)
      } catch (error) {
        throw within(key, error)
      }
    }
    output.writeByte(0)
  }
}

/** An object whose only member is named like a branch is always a wrapped value. */
function unionFromJson({ branches }: UnionSchema, context: FromJsonContext): FromJson {
  const writes = branches.map((branch) => context.compile(branch))
  const indexes = new Map(branches.map((branch, index) => [typeName(branch), index]))
  const findPlain = plainBranchFinder(branches)
  const expected = 'null or an object whose only member is named like a branch of the union'
  return (json, output) => {
    const [member] = json.kind === 'object' && json.members.size === 1 ? json.members : []
    const wrapped = member && indexes.get(member[0])
    if (member && wrapped !== undefined) {
      const [name, value] = member
      output.writeInt(wrapped)
      try {
        writes[wrapped]!(value, output)
      } catch (error) {
        throw within(name, error)
      }
      return
    }
    if (output.isStrict && json.kind !== 'null') refuseJson(expected, json)
    const index = findPlain(json)
    output.writeInt(index)
    writes[index]!(json, output)
  }
}
