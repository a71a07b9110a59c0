import avro from 'avsc'
import type { Baseline } from './contestant.ts'
import type { Long } from './payloads.ts'

/** Raw avsc behind the prefix of a schema id; bigints by the type that its documents recommend. */
export function avscBaseline(schema: string, long: Long, prefix: Buffer): Baseline {
  const type = avro.Type.forSchema(
    JSON.parse(schema),
    long === 'bigint' ? { typeHook: exactLongs } : {},
  )
  return {
    encode: (value) => Buffer.concat([prefix, type.toBuffer(value)]),
    decode: (message) => type.fromBuffer(message.subarray(5)),
  }
}

/** Attributes such as a logical type hide a long from a registry of types, but not from a hook. */
function exactLongs(schema: unknown): avro.Type | undefined {
  const isLong =
    schema === 'long' ||
    (typeof schema === 'object' && (schema as { type?: unknown } | null)?.type === 'long')
  return isLong ? exactLong : undefined
}

const exactLong = avro.types.LongType.__with({
  fromBuffer: (buffer: Buffer) => buffer.readBigInt64LE(),
  toBuffer(value: bigint) {
    const buffer = Buffer.alloc(8)
    buffer.writeBigInt64LE(value)
    return buffer
  },
  fromJSON: BigInt,
  toJSON: Number,
  isValid: (value: unknown) => typeof value === 'bigint',
  compare: (a: bigint, b: bigint) => (a === b ? 0 : a < b ? -1 : 1),
})
