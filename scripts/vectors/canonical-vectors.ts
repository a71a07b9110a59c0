import {
  canonicalString,
  fingerprint,
  fingerprint64,
  hex,
  normalizedString,
  type ParsedSchema,
  parseSchema,
  parsingCanonicalForm,
  resolvedString,
  type ValidationMode,
} from '@magicbyte/avro'
import { normalizedExceptions } from './normalized-exceptions.ts'
import { type Check, type VectorItem, type VectorKind, valueOrError } from './vector-kind.ts'

/** Schemas with the texts that are printed of them and their fingerprints. */
export const canonicalVectors: VectorKind = {
  name: 'canonical-vectors',
  everyItemHas: ['id', 'schema'],
  someItemHas: ['confluentCanonicalString', 'parsingCanonicalForm', 'crc64avro'],
  check: checkTexts,
}

function checkTexts(item: VectorItem): Check[] {
  const schema = valueOrError(() => parse(item, 'existing'))
  if (typeof item.error === 'string') {
    return [
      { column: 'error', expected: 'invalid', actual: isParsed(schema) ? 'valid' : 'invalid' },
    ]
  }
  return Object.entries(columns)
    .filter(([column]) => column in item)
    .map(([column, fill]): Check => {
      const skipped = reasonToSkip(item, column)
      if (skipped !== undefined) return { column, skipped }
      const actual = isParsed(schema) ? valueOrError(() => fill(schema, item)) : schema
      return { column, expected: item[column], actual }
    })
}

function parse({ schema, refs = [] }: VectorItem, mode: ValidationMode): ParsedSchema {
  const references = Array.isArray(refs) ? refs.map(String) : []
  return parseSchema(String(schema), { mode, references })
}

function isParsed(schema: ParsedSchema | { error: string }): schema is ParsedSchema {
  return 'root' in schema
}

function reasonToSkip(item: VectorItem, column: string): string | undefined {
  if (column !== 'confluentNormalized') return undefined
  return item[column] === null
    ? 'Confluent gives no text'
    : normalizedExceptions.get(String(item.id))
}

/** The columns and what fills them. */
const columns: Readonly<Record<string, (schema: ParsedSchema, item: VectorItem) => unknown>> = {
  confluentCanonicalString: canonicalString,
  confluentNormalized: normalizedString,
  resolvedString,
  validAsNew: (_, item) => isParsed(valueOrError(() => parse(item, 'new'))),
  parsingCanonicalForm: ({ root }) => parsingCanonicalForm(root),
  crc64avro: ({ root }) => String(fingerprint64(root)),
  crc64avro_le_hex: ({ root }) => hex(fingerprint(root, 'CRC-64-AVRO')),
  md5: ({ root }) => hex(fingerprint(root, 'MD5')),
  sha256: ({ root }) => hex(fingerprint(root, 'SHA-256')),
}
