import {
  type AvroCodec,
  CodecError,
  type CodecOptions,
  canonicalString,
  createDecoder,
  fingerprint,
  hex,
  parseSchema,
  type Schema,
} from '@magicbyte/avro'
import {
  ByteReader,
  ByteWriter,
  defineCodec,
  describe,
  Failure,
  mismatch,
} from '@magicbyte/avro/runtime'
import avro, { type Type } from 'avsc'
import { InvalidArgumentError } from './errors/usage-errors.ts'
import { toBytes } from './serde/bytes.ts'

/** How an avsc type is made. */
export interface AvscOptions {
  /**
   * How longs look: `number` (the default), as with avsc itself, which refuses what is not exact;
   * or `bigint`, for schemas without long in a union, where avsc does not know them.
   */
  readonly long?: 'number' | 'bigint'
}

/** A type for the topics of a registry whose values are those of avsc. */
export interface AvscCodec<Value, Input> extends AvroCodec<Value, Input> {
  /** The type of avsc that reads and writes. */
  readonly type: Type
}

/**
 * A type for the topics of a registry whose values are written and read by avsc: unions are wrapped
 * where avsc would wrap them, logical types are left out, records are of avsc's classes. For an
 * existing type of avsc, give `JSON.stringify(type.schema({ exportAttrs: true }))`.
 *
 * avsc does not guard itself against bad bytes: each message is first read by this package's own
 * decoder, with its limits. What was written with another schema is read and resolved by that alone,
 * to plain objects of the same shape. avsc evaluates code that it makes of the schema.
 * @throws InvalidSchemaError
 * @throws InvalidArgumentError for longs as bigint in a union
 */
export function avscType<Value = unknown, Input = Value>(
  schema: string,
  { long = 'number' }: AvscOptions = {},
): AvscCodec<Value, Input> {
  const parsed = parseSchema(schema, { mode: 'existing' })
  const { root } = parsed
  const options = { long, unions: 'wrapped', logicalTypes: 'raw' } as const satisfies CodecOptions
  const json: unknown = JSON.parse(canonicalString(parsed))
  const type = avro.Type.forSchema(json as AvscSchema, {
    noAnonymousTypes: true,
    omitRecordMethods: true,
    wrapUnions: 'auto',
    registry: {},
    ...(long === 'bigint' && { typeHook: exactLong() }),
  })
  const codec = defineCodec<Value, Input>({
    name: 'fullName' in root ? root.fullName : root.type,
    schema,
    fingerprint: hex(fingerprint(root, 'CRC-64-AVRO')),
    options,
    write: (value, output) => write(type, value, output),
    read: readWith(type, root, options),
  })
  return { ...codec, type }
}

type AvscSchema = Parameters<typeof avro.Type.forSchema>[0]

function write(type: Type, value: unknown, output: ByteWriter): void {
  let bytes: Uint8Array
  try {
    bytes = type.toBuffer(value)
  } catch (cause) {
    throw failureOf(type, value, cause)
  }
  output.writeRaw(bytes)
}

/** avsc's message shows the value; where it is wrong says enough. */
function failureOf(type: Type, value: unknown, cause: unknown): Failure {
  let failure = new Failure('a value that avsc takes', describe(value), { cause })
  try {
    type.isValid(value, {
      errorHook(path, found, expected) {
        failure = new Failure(expected.typeName, describe(found), { cause })
        failure.path.push(...[...path].reverse())
        // The first place is enough.
        throw failure
      },
    })
  } catch (error) {
    if (error !== failure) throw error
  }
  return failure
}

function readWith<Value>(
  type: Type,
  root: Schema,
  options: CodecOptions,
): (input: ByteReader) => Value {
  const guard = createDecoder(root, root, { ...options, bytes: 'view' })
  return (input) => {
    const { bytes, position: start } = input
    try {
      guard.decode(bytes, { start, allowTrailing: true })
    } catch (error) {
      if (!(error instanceof CodecError)) throw error
      const { offset } = error as { readonly offset?: number }
      throw new Failure(error.expected, error.actual, {
        cause: error,
        ...(offset !== undefined && { offset }),
      })
    }
    const { value, offset } = type.decode(toBytes(bytes), start) as Decoded<Value>
    if (offset < 0) mismatch('a value that avsc reads', bytes)
    input.position = offset
    return value
  }
}

interface Decoded<Value> {
  readonly value: Value
  readonly offset: number
}

/** Longs as bigint, of the bytes as they are: avsc's own way to unpack them is not exact. */
function exactLong(): (schema: AvscSchema) => Type | undefined {
  const type = (avro.types.LongType as unknown as LongTypeFactory).__with(
    {
      fromBuffer: (bytes) => new ByteReader(bytes).readLong(),
      toBuffer(value) {
        const output = new ByteWriter()
        output.writeLong(value)
        return toBytes(output.bytes.slice(0, output.position))
      },
      fromJSON: (value) => BigInt(value),
      toJSON: Number,
      isValid: (value) => typeof value === 'bigint' && BigInt.asIntN(64, value) === value,
      compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    },
    true,
  )
  return (schema) => {
    if (Array.isArray(schema) && schema.some((branch) => typeNameOf(branch) === 'long')) {
      throw new InvalidArgumentError('avsc cannot tell a bigint in a union; use longs as numbers')
    }
    return schema === 'long' || typeNameOf(schema) === 'long' ? type : undefined
  }
}

interface LongTypeFactory {
  __with(
    methods: {
      fromBuffer(bytes: Uint8Array): bigint
      toBuffer(value: bigint): Uint8Array
      fromJSON(value: number | string): bigint
      toJSON(value: bigint): unknown
      isValid(value: unknown): boolean
      compare(a: bigint, b: bigint): number
    },
    isPacked: boolean,
  ): Type
}

function typeNameOf(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema
  return (schema as { readonly type?: unknown }).type
}
