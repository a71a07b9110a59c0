import type { Json } from './json.ts'
import { readLeadingJson } from './json-reader.ts'
import type { NameRule } from './names.ts'
import type { NamedSchema, Schema, Source } from './schema.ts'
import { InvalidSchemaError, type SchemaProblem } from './schema-problem.ts'
import type { StandIn } from './stand-in.ts'
import { jsonPointer, lineAndColumn } from './text-position.ts'

/** The state of reading one schema and the schemas it refers to. */
export interface Reading {
  readonly rules: ReadingRules
  /** The named types read so far by full name, in the order their definitions ended. */
  readonly types: Map<string, NamedSchema>
  /** The first definitions of types that were defined again. */
  readonly firstDefinitions: Map<Schema, NamedSchema>
  /** The texts of the schemas referred to, as far as they were read. */
  readonly references: Source[]
  /** Namespaces found well-formed. */
  readonly soundNamespaces: Set<string>
  readonly problems: SchemaProblem[]
  /** Whether to go on after a problem. */
  readonly collectsProblems: boolean
  /** Set once any type was used before its definition had ended. */
  hasForwardUses: boolean
  /** What the resolution of types needs not look at again. */
  readonly settled: Set<Schema>
  /** What is being read now. */
  text: ReadingText
}

/** What is checked, which depends on the mode. */
export interface ReadingRules {
  /** For names, symbols, aliases and the parts of namespaces; absent if they are not checked. */
  readonly nameRule: NameRule | undefined
  readonly checksDefaults: boolean
}

/** A text that is being read. */
export interface ReadingText {
  readonly source: Source
  /** Undefined until the text was read as JSON. */
  root: Json | undefined
  /** How many named types the text has added. */
  added: number
  /** Where this text uses types before their definition ended. */
  readonly forwardUses: ForwardUse[]
}

/** A use of a type that was not known at that place. */
export interface ForwardUse {
  readonly standIn: StandIn
  /** Puts the type itself in the place of its stand-in. */
  readonly replace: (actual: Schema) => void
}

/** The type of a node while it is being built. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/**
 * Throws {@link InvalidSchemaError}, or takes note if all problems are wanted, of which only the
 * first at each place counts. The place is an offset in the text being read or in `source`.
 */
export function report(
  reading: Reading,
  { at }: { readonly at: number },
  message: string,
  { source = reading.text.source, hint }: { source?: Source; hint?: string | undefined } = {},
): void {
  const { problems, references, text } = reading
  const index = references.indexOf(source)
  const reference = index < 0 ? undefined : index
  if (problems.some((known) => known.offset === at && known.reference === reference)) return
  const root = source === text.source ? text.root : readLeadingJson(source.text).value
  problems.push({
    message,
    ...(hint !== undefined && { hint }),
    pointer: (root && jsonPointer(root, at)) ?? '',
    ...lineAndColumn(source.text, at),
    offset: at,
    ...(reference !== undefined && { reference }),
  })
  if (!reading.collectsProblems || problems.length >= MAX_PROBLEMS) throwIfInvalid(reading)
}

/** @throws InvalidSchemaError if there were problems. */
export function throwIfInvalid({ problems }: Reading): void {
  const [first, ...rest] = problems
  if (first) throw new InvalidSchemaError([first, ...rest])
}

/** The more a text has, the less the next one tells. */
const MAX_PROBLEMS = 100
