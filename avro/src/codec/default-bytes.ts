import type { Json } from '../json.ts'
import type { Schema } from '../schema.ts'
import { ByteWriter } from './byte-writer.ts'

/**
 * The bytes of a field's default, as Avro Java's `ResolvingGrammarGenerator.encode` makes them: of
 * a union the first branch whose kind of JSON the value is.
 * @throws InvalidDefaultError if no value of the type is meant; schemas that are registered already
 * may hold such defaults.
 */
export function defaultBytes(schema: Schema, value: Json): Uint8Array {
  const output = new ByteWriter()
  writeDefault(schema, value, output)
  return output.bytes.slice(0, output.position)
}

/** A default that gives no value of its type. */
export class InvalidDefaultError extends Error {
  override readonly name = 'InvalidDefaultError'
}

function writeDefault(schema: Schema, value: Json, output: ByteWriter): void {
  switch (schema.type) {
    case 'null':
      break
    case 'boolean':
      output.writeBoolean(value.kind === 'boolean' ? value.value : refuse(schema, value))
      break
    case 'int':
      output.writeInt(Number(integerOf(schema, value, 32)))
      break
    case 'long':
      output.writeLong(integerOf(schema, value, 64))
      break
    case 'float':
      output.writeFloat(numberOf(schema, value))
      break
    case 'double':
      output.writeDouble(numberOf(schema, value))
      break
    case 'string':
      output.writeString(textOf(schema, value))
      break
    case 'bytes':
      output.writeBytes(latin1(textOf(schema, value)))
      break
    case 'fixed':
      writeFixed(schema, value, output)
      break
    case 'enum': {
      const index = schema.symbols.indexOf(textOf(schema, value))
      output.writeInt(index >= 0 ? index : refuse(schema, value))
      break
    }
    case 'union':
      writeBranch(schema, value, output)
      break
    default:
      writeParts(schema, value, output)
  }
}

function writeFixed(schema: Schema & { type: 'fixed' }, value: Json, output: ByteWriter): void {
  const bytes = latin1(textOf(schema, value))
  // As Java, which pads with zeros and cuts.
  const sized = new Uint8Array(schema.size)
  sized.set(bytes.subarray(0, schema.size))
  output.writeRaw(sized)
}

function writeBranch(schema: Schema & { type: 'union' }, value: Json, output: ByteWriter): void {
  const index = schema.branches.findIndex((branch) => suits(branch, value))
  const branch = schema.branches[index] ?? refuse(schema, value)
  output.writeInt(index)
  writeDefault(branch, value, output)
}

function suits({ type }: Schema, { kind }: Json): boolean {
  switch (type) {
    case 'int':
    case 'long':
    case 'float':
    case 'double':
      return kind === 'number'
    case 'string':
    case 'bytes':
    case 'enum':
    case 'fixed':
      return kind === 'string'
    case 'map':
    case 'record':
      return kind === 'object'
    default:
      return type === kind
  }
}

function writeParts(
  schema: Schema & { type: 'array' | 'map' | 'record' },
  value: Json,
  output: ByteWriter,
): void {
  if (schema.type === 'array') {
    const items = value.kind === 'array' ? value.items : refuse(schema, value)
    output.writeLongFromNumber(items.length)
    for (const item of items) writeDefault(schema.items, item, output)
    if (items.length > 0) output.writeByte(0)
    return
  }
  const members = value.kind === 'object' ? value.members : refuse(schema, value)
  if (schema.type === 'map') {
    output.writeLongFromNumber(members.size)
    for (const [key, member] of members) {
      output.writeString(key)
      writeDefault(schema.values, member, output)
    }
    if (members.size > 0) output.writeByte(0)
    return
  }
  for (const { name, type, default: own } of schema.fields) {
    writeDefault(type, members.get(name) ?? own ?? refuse(schema, value), output)
  }
}

function integerOf(schema: Schema, value: Json, bits: 32 | 64): bigint {
  const lexeme = value.kind === 'number' ? value.lexeme : refuse(schema, value)
  const number = Number(lexeme)
  if (!Number.isFinite(number)) refuse(schema, value)
  const integer = /^-?\d+$/.test(lexeme) ? BigInt(lexeme) : BigInt(Math.trunc(number))
  return BigInt.asIntN(bits, integer) === integer ? integer : refuse(schema, value)
}

function numberOf(schema: Schema, value: Json): number {
  return Number(value.kind === 'number' ? value.lexeme : refuse(schema, value))
}

function textOf(schema: Schema, value: Json): string {
  return value.kind === 'string' ? value.value : refuse(schema, value)
}

/** Code points of ISO-8859-1; what is outside becomes `?`, as in Java. */
function latin1(text: string): Uint8Array {
  return Uint8Array.from([...text], (character) => {
    const code = character.codePointAt(0)!
    return code <= 0xff ? code : 0x3f
  })
}

function refuse(schema: Schema, value: Json): never {
  throw new InvalidDefaultError(`a default of type ${schema.type} cannot be a JSON ${value.kind}`)
}
