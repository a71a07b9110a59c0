import {
  type CompatibilityLevel,
  type CompatibilityRule,
  canonicalString,
  explainLevel,
  parseSchema,
} from '@magicbyte/avro'
import type { Page } from './page.ts'

/** A schema in a file, and the version that it may not follow. */
export interface Refusal {
  readonly file: string
  readonly text: string
  readonly old: { readonly version: number; readonly schema: string }
  readonly level: CompatibilityLevel
}

/** Tells why, where and what to do about it, and gives the rules that are violated. */
export function explainRefusal(refusal: Refusal, page: Page): CompatibilityRule[] {
  const { file, text, old, level } = refusal
  const previous = parseSchema(old.schema, { mode: 'existing' })
  const { violations } = explainLevel({
    level,
    candidate: parseSchema(text),
    history: [{ version: old.version, schema: previous, canonical: canonicalString(previous) }],
  })
  page.line(`\n   The same in plain words (explainLevel of @magicbyte/avro, level ${level}):`)
  for (const { rule, location, position, explanation, fix } of violations) {
    const place = position ? `${file}:${position.line}:${position.column}` : file
    page.bad(`${rule} at ${location ?? '/'}`)
    page.text(place)
    page.text(explanation)
    page.text(`To put it right: ${fix}`)
  }
  return violations.map(({ rule }) => rule)
}
