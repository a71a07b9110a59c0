import type { ParsedSchema } from './schema.ts'
import { schemaText } from './schema-text.ts'

/**
 * The text Confluent stores, returns and identifies a schema by: Avro Java's `Schema.toString`
 * with the top-level types of the referenced schemas named, not defined.
 */
export function canonicalString({ root, referenced }: ParsedSchema): string {
  return schemaText(root, referenced)
}

/** The canonical string with the types of referenced schemas defined where they are first used. */
export function resolvedString({ root }: ParsedSchema): string {
  return schemaText(root)
}
