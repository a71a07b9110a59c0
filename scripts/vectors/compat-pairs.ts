import {
  AmbiguousFieldError,
  checkCompatibility,
  type ParsedSchema,
  parseSchema,
} from '@magicbyte/avro'
import { type Check, type VectorItem, type VectorKind, valueOrError } from './vector-kind.ts'

/** Readers and writers with their incompatibilities, or with the error of comparing them. */
export const compatPairs: VectorKind = {
  name: 'compat-pairs',
  everyItemHas: ['reader', 'writer', 'compatible', 'incompatibilities'],
  check: checkPair,
}

function checkPair({ reader, writer, compatible, ...item }: VectorItem): Check[] {
  const actual = valueOrError(() => compare(parse(reader), parse(writer)))
  const isCompatible = Array.isArray(actual) && actual.length === 0
  return [
    { column: 'compatible', expected: compatible, actual: isCompatible },
    'throws' in item
      ? { column: 'throws', expected: { ambiguous: item.throws }, actual }
      : { column: 'incompatibilities', expected: item.incompatibilities, actual },
  ]
}

function compare(reader: ParsedSchema, writer: ParsedSchema): unknown {
  try {
    return checkCompatibility(reader.root, writer.root).map(({ type, location, message }) => ({
      type,
      location,
      message,
    }))
  } catch (error) {
    if (error instanceof AmbiguousFieldError) return { ambiguous: error.message }
    throw error
  }
}

function parse(schema: unknown): ParsedSchema {
  return parseSchema(JSON.stringify(schema), { mode: 'existing' })
}
