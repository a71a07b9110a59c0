import type { ErrorContext } from '../errors/schema-registry-error.ts'
import { KEY_SCHEMA_HEADER, VALUE_SCHEMA_HEADER } from './record-headers.ts'
import { readSchemaHeader } from './wire-format.ts'

/**
 * Reads the header that names the schema of a part. Records come in rows that were written alike:
 * the last header is remembered, since making the text of a guid costs more than decoding a record.
 */
export class SchemaHeaderReader {
  /** Of the header. */
  readonly name: string
  readonly #about: ErrorContext
  /** A copy, as the bytes of records may be written to again. */
  #last: Uint8Array = new Uint8Array()
  #lastSchema: number | string | undefined

  constructor(isKey: boolean, about: ErrorContext) {
    this.name = isKey ? KEY_SCHEMA_HEADER : VALUE_SCHEMA_HEADER
    this.#about = about
  }

  /**
   * The schema id or guid that a header's value names.
   * @throws FramingError
   */
  read(value: Uint8Array): number | string {
    if (this.#lastSchema !== undefined && areEqual(value, this.#last)) return this.#lastSchema
    const schema = readSchemaHeader(value, this.name, this.#about)
    this.#last = Uint8Array.from(value)
    this.#lastSchema = schema
    return schema
  }
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  const { length } = a
  if (length !== b.length) return false
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return false
  return true
}
