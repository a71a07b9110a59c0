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
  const output = new DefaultWriter()
  writeDefault(schema, value, output)
  // Not `slice`, which of a Buffer gives a view.
  return new Uint8Array(output.bytes.subarray(0, output.position))
}

/** A default that gives no value of its type. */
export class InvalidDefaultError extends Error {
  override readonly name = 'InvalidDefaultError'
}

/**
 * Defaults that stand in for missing members may themselves lack members, so that a short text can
 * stand for more values than there is memory.
 */
class DefaultWriter extends ByteWriter {
  #standIns = 0

  countStandIn(schema: Schema, value: Json): void {
    if (++this.#standIns > MAX_STAND_INS) refuse(schema, value, 'that needs so many others')
  }
}

/** Defaults of inner fields that the default of a field may lean on. */
const MAX_STAND_INS = 4096
/** Bytes of a default. */
const MAX_BYTES = 2 ** 20

function writeDefault(schema: Schema, value: Json, output: DefaultWriter): void {
  if (output.position > MAX_BYTES) refuse(schema, value, `beyond ${MAX_BYTES} bytes`)
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

function writeFixed(schema: Schema & { type: 'fixed' }, value: Json, output: DefaultWriter): void {
  const bytes = latin1(textOf(schema, value))
  if (schema.size > MAX_BYTES) refuse(schema, value, `beyond ${MAX_BYTES} bytes`)
  // As Java, which pads with zeros and cuts.
  const sized = new Uint8Array(schema.size)
  sized.set(bytes.subarray(0, schema.size))
  output.writeRaw(sized)
}

function writeBranch(schema: Schema & { type: 'union' }, value: Json, output: DefaultWriter): void {
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
  output: DefaultWriter,
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
    const member = members.get(name)
    if (!member) output.countStandIn(schema, value)
    writeDefault(type, member ?? own ?? refuse(schema, value), output)
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

function refuse(schema: Schema, value: Json, reason = ''): never {
  throw new InvalidDefaultError(
    `a default of type ${schema.type} cannot be a JSON ${value.kind}${reason && ` ${reason}`}`,
  )
}
