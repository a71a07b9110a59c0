import type { Json } from './json.ts'
import { JsonSyntaxError } from './json-cursor.ts'
import { readLeadingJson, trailingContent } from './json-reader.ts'
import { strictName, unicodeName } from './names.ts'
import { checkReachable } from './reachable-types.ts'
import { type Reading, type ReadingRules, report, throwIfInvalid } from './reading.ts'
import type { ParsedSchema, Schema, Source } from './schema.ts'
import { readSchema } from './schema-reader.ts'
import { isStandIn } from './stand-in.ts'
import { reportUndefined, resolveTypes } from './type-resolution.ts'

/**
 * How strictly a schema is read.
 * - `new`: as Confluent reads a schema to be registered: ASCII names, defaults checked.
 * - `existing`: as Confluent reads what is registered already: defaults are not checked, and names
 *   only without their namespaces, letters of every script allowed.
 * - `plain`: as Avro Java's `Schema.Parser` does by default: defaults checked, letters of every
 *   script allowed.
 */
export type ValidationMode = 'new' | 'existing' | 'plain'

/** How to read a schema. */
export interface ParseOptions {
  /** `plain` by default. */
  readonly mode?: ValidationMode
  /** Texts of the schemas referred to, dependencies first. */
  readonly references?: readonly string[]
  /** Look for all problems instead of stopping at the first. */
  readonly allProblems?: boolean
}

/**
 * The schema a text declares, in the light of the schemas it refers to, accepted or refused as
 * Avro Java 1.12.1 does.
 * @throws InvalidSchemaError
 */
export function parseSchema(text: string, options: ParseOptions = {}): ParsedSchema {
  const { mode = 'plain', references = [], allProblems = false } = options
  const reading: Reading = {
    rules: RULES[mode],
    types: new Map(),
    firstDefinitions: new Map(),
    references: [],
    soundNamespaces: new Set(['']),
    problems: [],
    collectsProblems: allProblems,
    hasForwardUses: false,
    settled: new Set(),
    text: textOf(text),
  }
  const referenced = new Set<string>()
  for (const reference of references) {
    const { root } = readText(reading, reference, { isReference: true })
    if (root && 'fullName' in root) referenced.add(root.fullName)
  }
  const { root, source } = readText(reading, text, { isReference: false })
  if (root && (mode === 'existing' || reading.hasForwardUses || references.length > 0)) {
    checkReachable(reading, root, { nameRule: mode === 'existing' ? unicodeName : undefined })
  }
  throwIfInvalid(reading)
  if (!root) throw new Error('a schema without problems has a root')
  return { root, source, referenced, types: reading.types }
}

const RULES: Readonly<Record<ValidationMode, ReadingRules>> = {
  new: { nameRule: strictName, checksDefaults: true },
  existing: { nameRule: undefined, checksDefaults: false },
  plain: { nameRule: unicodeName, checksDefaults: true },
}

function textOf(text: string): Reading['text'] {
  return { source: { text }, root: undefined, added: 0, forwardUses: [] }
}

function readText(
  reading: Reading,
  text: string,
  { isReference }: { readonly isReference: boolean },
): { root: Schema | undefined; source: Source } {
  reading.text = textOf(text)
  const { source } = reading.text
  if (isReference) reading.references.push(source)
  const json = readSyntax(reading, text)
  if (!json) return { root: undefined, source }
  reading.text.root = json.value
  const declared = readSchema(reading, json.value, '')
  resolveTypes(reading, declared)
  const root = rootOf(reading, declared)
  const rest = trailingContent(text, json.end)
  if (rest < text.length) {
    const dangling = `dangling content after end of schema: ${text.slice(rest).trim()}`
    report(reading, { at: rest }, dangling)
  }
  return { root, source }
}

function readSyntax(reading: Reading, text: string): { value: Json; end: number } | undefined {
  try {
    const { value, end } = readLeadingJson(text)
    if (value) return { value, end }
    report(reading, { at: end }, 'Cannot parse <null> schema')
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error
    report(reading, { at: error.offset }, error.message)
  }
  return undefined
}

/** The type a text is about: the first definition if the text repeats it. */
function rootOf(reading: Reading, declared: Schema): Schema {
  if (isStandIn(declared)) reportUndefined(reading, declared)
  return ('fullName' in declared && reading.types.get(declared.fullName)) || declared
}
