import { sameLists, sameSchema } from './same-schema.ts'
import type { ParsedSchema, Schema } from './schema.ts'

/**
 * Whether two schemas are the same for Confluent's lookup: what Avro Java's `Schema.equals`
 * compares and also docs, aliases and enum defaults. Attributes are compared in any order, numbers
 * in them and in defaults as JSON (`1` is not `1.0`); references do not matter.
 */
export function equivalent(a: ParsedSchema, b: ParsedSchema): boolean {
  return sameSchema(a.root, b.root, { sameDetails })
}

function sameDetails(a: Schema, b: Schema): boolean {
  if (!('fullName' in a && 'fullName' in b)) return true
  if (a.doc !== b.doc || !sameAliases(a, b)) return false
  if (a.type === 'enum' && b.type === 'enum') return a.default === b.default
  if (a.type !== 'record' || b.type !== 'record') return true
  return sameLists(a.fields, b.fields, (x, y) => x.doc === y.doc && sameAliases(x, y))
}

interface Aliased {
  readonly aliases: readonly string[]
}

/** Aliases are sets. */
function sameAliases(a: Aliased, b: Aliased): boolean {
  if (a.aliases.length !== b.aliases.length) return false
  const known = new Set(a.aliases)
  return b.aliases.every((alias) => known.has(alias))
}
