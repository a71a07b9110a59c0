import { createDecoder, createEncoder, parseSchema, type Schema } from '@magicbyte/avro'
import { type Check, type VectorItem, type VectorKind, valueOrError } from './vector-kind.ts'

/** Encoded values with the reader's view of them, or an error of reading them. */
export const resolutionVectors: VectorKind = {
  name: 'resolution-vectors',
  everyItemHas: ['reader', 'writer', 'writerHex'],
  check: checkResolution,
}

function checkResolution({ reader, writer, writerHex, ...item }: VectorItem): Check[] {
  const read = valueOrError(() => readAs(parse(reader), parse(writer), String(writerHex)))
  if ('readError' in item) {
    const isRefused = typeof read === 'object' && 'error' in read
    return [{ column: 'readError', expected: true, actual: isRefused || read }]
  }
  return [{ column: 'readerHex', expected: item.readerHex, actual: read }]
}

function readAs(reader: Schema, writer: Schema, hex: string): string {
  const value = createDecoder(writer, reader, RAW).decode(Buffer.from(hex, 'hex'))
  return Buffer.from(createEncoder(reader, RAW).encode(value)).toString('hex')
}

/** The vectors are about bytes; conversions refuse some values that bytes can hold. */
const RAW = { logicalTypes: 'raw' } as const

function parse(schema: unknown): Schema {
  return parseSchema(JSON.stringify(schema), { mode: 'existing' }).root
}
