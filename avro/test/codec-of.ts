import {
  type Codec,
  type CodecOptions,
  createCodec,
  createDecoder,
  parseSchema,
  type Schema,
} from '../src/index.ts'

/** The node that a schema written as a JavaScript value stands for. */
export function schemaOf(schema: unknown): Schema {
  return parseSchema(JSON.stringify(schema), { mode: 'existing' }).root
}

/** The codec of a schema written as a JavaScript value. */
export function codecOf(schema: unknown, options: CodecOptions = {}): Codec {
  return createCodec(schemaOf(schema), options)
}

/** Reads with a reader's schema what a writer's schema wrote of a value. */
export function evolve(
  { writer, reader, options = {} }: { writer: unknown; reader: unknown; options?: CodecOptions },
  written: unknown,
): unknown {
  const bytes = codecOf(writer, { unions: 'wrapped', logicalTypes: 'raw' }).encode(written)
  return createDecoder(schemaOf(writer), schemaOf(reader), options).decode(bytes)
}

/** A record of fields; a field is its name and type, or as Avro has it. */
export function record(
  name: string,
  fields: Readonly<Record<string, unknown>>,
  attributes: Readonly<Record<string, unknown>> = {},
): { type: 'record'; name: string; fields: object[] } {
  const entries = Object.entries(fields)
  return {
    type: 'record',
    name,
    ...attributes,
    fields: entries.map(([field, type]) => ({ name: field, ...asField(type) })),
  }
}

/** Bytes written as hexadecimal digits, maybe with blanks between them. */
export function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.replaceAll(' ', '').match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  )
}

/** Bytes as hexadecimal digits. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')
}

/** What a call throws. */
export function thrownBy(call: () => unknown): unknown {
  try {
    call()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

/** A field is told from a type by what only fields have. */
function asField(type: unknown): object {
  const isField =
    typeof type === 'object' && type !== null && ('default' in type || 'fieldAliases' in type)
  if (!isField) return { type }
  const { fieldAliases, ...rest } = type as { fieldAliases?: string[] }
  return fieldAliases ? { ...rest, aliases: fieldAliases } : rest
}
