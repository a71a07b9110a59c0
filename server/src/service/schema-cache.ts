import {
  canonicalString,
  fingerprint,
  hex,
  InvalidSchemaError,
  normalizedString,
  type ParsedSchema,
  parseSchema,
  resolvedString,
  type ValidationMode,
} from '@magicbyte/avro'
import { LRUCache } from 'lru-cache'
import { invalidSchema } from '../core/errors.ts'

/** A parsed schema and its texts, printed when first asked for. */
export interface CachedSchema {
  readonly parsed: ParsedSchema
  readonly canonical: string
  /** The canonical string with the types it refers to written out. */
  readonly resolved: string
  /** CRC-64-AVRO of the Parsing Canonical Form, in hexadecimal. */
  readonly fingerprint: string
}

/**
 * Parsed schemas by text, within a budget of bytes. A verdict depends on the text, the texts it
 * refers to and the mode alone, so entries never grow stale.
 */
export class SchemaCache {
  readonly #entries: LRUCache<string, CachedSchema>

  constructor(maxBytes: number) {
    this.#entries = new LRUCache({ maxSize: Math.max(1, maxBytes), sizeCalculation: bytesHeld })
  }

  /** `references`: texts of all schemas referred to, dependencies first. Throws 42201. */
  parse(text: string, references: readonly string[], mode: ValidationMode): CachedSchema {
    const key = `${mode}\n${JSON.stringify(references)}\n${text}`
    const known = this.#entries.get(key)
    if (known) return known
    const schema = new LazySchema(parseOrRefuse(text, references, mode))
    this.#entries.set(key, schema)
    return schema
  }

  /** The same schema in Confluent's normal form. */
  normalize(
    schema: CachedSchema,
    references: readonly string[],
    mode: ValidationMode,
  ): CachedSchema {
    return this.parse(normalizedString(schema.parsed), references, mode)
  }
}

class LazySchema implements CachedSchema {
  readonly parsed: ParsedSchema
  #canonical: string | undefined
  #fingerprint: string | undefined

  constructor(parsed: ParsedSchema) {
    this.parsed = parsed
  }

  get canonical(): string {
    // An escape in the text may give half a surrogate pair, which UTF-8 cannot hold.
    this.#canonical ??= canonicalString(this.parsed).toWellFormed()
    return this.#canonical
  }

  get fingerprint(): string {
    this.#fingerprint ??= hex(fingerprint(this.parsed.root, 'CRC-64-AVRO'))
    return this.#fingerprint
  }

  get resolved(): string {
    return resolvedString(this.parsed).toWellFormed()
  }
}

/** A parsed schema with its texts takes 13 to 16 times the length of its text (measured). */
function bytesHeld(_schema: CachedSchema, key: string): number {
  return key.length * 15 + 500
}

function parseOrRefuse(
  text: string,
  references: readonly string[],
  mode: ValidationMode,
): ParsedSchema {
  try {
    return parseSchema(text, { mode, references })
  } catch (error) {
    if (error instanceof InvalidSchemaError) throw unusable(error)
    throw error
  }
}

/** The beginning is Confluent's, the place in the text is ours. */
function unusable(error: InvalidSchemaError): Error {
  const [problem] = error.problems
  const place = problem ? ` (line ${problem.line}, column ${problem.column})` : ''
  return invalidSchema(`Invalid schema of type AVRO, details: ${error.message}${place}`, error)
}
