import { createBudget } from './compatibility-budget.ts'
import { type Finding, listFindings, type Place } from './compatibility-outcome.ts'
import { missingSymbols } from './compatibility-rules.ts'
import { comparePair } from './compatibility-walk.ts'
import type { Schema } from './schema.ts'

/**
 * One reason why data of the writer cannot be read with the reader.
 * Its type tells which nodes it is about, see {@link Finding}.
 */
export type Incompatibility = Finding & {
  /** Where in the reader, as Avro Java writes it: `/fields/0/type`. */
  readonly location: string
  /** The tokens of `location`. */
  readonly path: readonly string[]
  /** The detail that Avro Java gives along with the type. */
  readonly message: string
}

/** Bounds of a comparison. */
export interface CompatibilityOptions {
  /** How many pairs of nodes may be compared; 1,000,000 unless told. */
  readonly maxPairs?: number | undefined
  /** How many incompatibilities are listed before the rest is left out; 1,000 unless told. */
  readonly maxResults?: number
}

/**
 * Tells why data written with `writer` cannot be read with `reader`; empty when it can.
 * The types, locations, messages and order are those of Avro Java 1.12.1's `SchemaCompatibility`.
 * Of a very long list only the beginning is given.
 * Throws {@link AmbiguousFieldError} where Java throws, and {@link CompatibilityBudgetError}.
 */
export function checkCompatibility(
  reader: Schema,
  writer: Schema,
  { maxPairs, maxResults = 1_000 }: CompatibilityOptions = {},
): Incompatibility[] {
  const outcome = comparePair({ reader, writer, place: undefined }, createBudget(maxPairs))
  const described = new Map<Finding, Incompatibility>()
  const incompatibilities: Incompatibility[] = []
  let room = maxTextLength
  for (const finding of listFindings(outcome)) {
    if (incompatibilities.length >= maxResults || room < 0) break
    const incompatibility = described.get(finding) ?? describeFinding(finding)
    described.set(finding, incompatibility)
    incompatibilities.push(incompatibility)
    room -= incompatibility.location.length + incompatibility.message.length
  }
  return incompatibilities
}

/**
 * UTF-16 code units that locations and messages may fill, since both can be as long as a schema.
 */
const maxTextLength = 1_000_000

/** Adds to a reason the location and the message that Avro Java gives. */
export function describeFinding(finding: Finding): Incompatibility {
  const path = pathOf(finding.place)
  return { ...finding, location: `/${path.join('/')}`, path, message: messageOf(finding) }
}

function pathOf(place: Place | undefined): string[] {
  const path: string[] = []
  for (let at = place; at; at = at.above) path.push(...at.tokens.map(String).reverse())
  return path.reverse()
}

function messageOf(finding: Finding): string {
  switch (finding.type) {
    case 'NAME_MISMATCH':
      return `expected: ${finding.writer.fullName}`
    case 'FIXED_SIZE_MISMATCH':
      return `expected: ${finding.writer.size}, found: ${finding.reader.size}`
    case 'MISSING_ENUM_SYMBOLS':
      return `[${missingSymbols(finding.reader, finding.writer).join(', ')}]`
    case 'READER_FIELD_MISSING_DEFAULT_VALUE':
      return finding.field.name
    case 'TYPE_MISMATCH':
      return `reader type: ${javaType(finding.reader)} not compatible with writer type: ${javaType(finding.writer)}`
    case 'MISSING_UNION_BRANCH':
      return `reader union lacking writer type: ${javaType(finding.writer)}`
  }
}

function javaType({ type }: Schema): string {
  return type.toUpperCase()
}
