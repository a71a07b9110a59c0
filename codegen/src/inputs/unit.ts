import {
  InvalidSchemaError,
  type Json,
  JsonSyntaxError,
  type ParsedSchema,
  parseSchema,
  readJson,
  type SchemaProblem,
  type ValidationMode,
} from '@magicbyte/avro'
import { extensionOf, type ReadProblem, type SchemaReader, type Span } from './schema-reader.ts'
import type { SourceFile } from './source-file.ts'
import { fullNameOf } from './type-names.ts'
import { type DefinitionSite, type NameUse, surveyTypes, type TypeSurvey } from './type-survey.ts'

/** The schema of one file while the files are put together. */
export interface Unit {
  readonly source: SourceFile
  /** The schema in JSON; empty if the file cannot be read. */
  readonly text: string
  readonly spanOf: (offset: number) => Span
  /** What keeps the file from being looked at as JSON. */
  readonly problems: readonly ReadProblem[]
  /** Whether it needs no other file and nothing is wrong with it. */
  readonly isAlone: boolean
  /** The named types it defines, each once. */
  readonly defines: ReadonlySet<string>
  /** The whole text as JSON; undefined if it is none. */
  readonly json: () => Json | undefined
  /** What it defines and uses; nothing if it is no JSON. */
  readonly survey: () => TypeSurvey
  /** Definitions and uses in the order of the text. */
  readonly events: () => readonly TypeEvent[]
}

/** A definition or a use of a named type. */
export type TypeEvent =
  | { readonly at: number; readonly definition: DefinitionSite }
  | { readonly at: number; readonly use: NameUse }

/** Reads a file as far as it goes without the other files. */
export function readUnit(
  source: SourceFile,
  readers: ReadonlyMap<string, SchemaReader>,
  mode: ValidationMode,
): Unit {
  if (source.failure !== undefined) return brokenUnit(source, 'UNREADABLE_FILE', source.failure)
  const extension = extensionOf(source.path)
  const reader = readers.get(extension)
  if (!reader) {
    return brokenUnit(source, 'UNREADABLE_FILE', `Files that end in ${extension} are not supported`)
  }
  const { text, spanOf, problems } = reader(source)
  if (text === undefined || problems.some(isError))
    return { ...brokenUnit(source, '', ''), spanOf, problems }
  const looking = looks(text)
  const defines = new Set(looking.survey().definitions.map(({ fullName }) => fullName))
  // A text that needs others cannot be parsed without them; to see that is the cheaper way.
  const alone = needsOthers(looking.survey(), defines) ? undefined : parseAlone(text, mode)
  if (alone) {
    // What was read is not kept: of many files only some are looked at again.
    const own = new Set(alone.types.keys())
    return { source, text, spanOf, problems, isAlone: true, defines: own, ...looks(text) }
  }
  const syntax = looking.json() ? undefined : syntaxProblem(text)
  const all: readonly ReadProblem[] = syntax
    ? [...problems, { ...syntax, ...spanOf(syntax.start) }]
    : problems
  return { source, text, spanOf, problems: all, isAlone: false, defines, ...looking }
}

function needsOthers({ uses }: TypeSurvey, defines: ReadonlySet<string>): boolean {
  return uses.some(
    ({ name, namespace }) => !defines.has(fullNameOf(name, namespace)) && !defines.has(name),
  )
}

/** All that is wrong with a text in the light of others; none if it is a schema. */
export function findProblems(
  text: string,
  { mode, references }: { readonly mode: ValidationMode; readonly references: readonly string[] },
): readonly SchemaProblem[] {
  try {
    parseSchema(text, { mode, references, allProblems: true })
    return []
  } catch (error) {
    if (error instanceof InvalidSchemaError) return error.problems
    throw error
  }
}

/** Whether a problem keeps the file from being a schema. */
export function isError({ severity = 'error' }: { readonly severity?: string }): boolean {
  return severity === 'error'
}

const NOTHING: TypeSurvey = { definitions: [], uses: [], hasObjectDefault: false }

function brokenUnit(source: SourceFile, rule: string, message: string): Unit {
  return {
    source,
    text: '',
    spanOf: (offset) => ({ start: offset, end: offset }),
    problems: [{ rule, message, start: 0, end: 0 }],
    isAlone: false,
    defines: new Set(),
    json: () => undefined,
    survey: () => NOTHING,
    events: () => [],
  }
}

/** The schema that a text is by itself; undefined if it is none. */
export function parseAlone(text: string, mode: ValidationMode): ParsedSchema | undefined {
  try {
    return parseSchema(text, { mode })
  } catch (error) {
    if (error instanceof InvalidSchemaError) return undefined
    throw error
  }
}

function syntaxProblem(text: string): ReadProblem | undefined {
  try {
    readJson(text)
    return undefined
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error
    const { message, offset } = error
    return { rule: 'JSON_SYNTAX', message, start: offset, end: offset }
  }
}

function looks(text: string): Pick<Unit, 'json' | 'survey' | 'events'> {
  const json = once(() => {
    try {
      return readJson(text)
    } catch (error) {
      if (error instanceof JsonSyntaxError) return undefined
      throw error
    }
  })
  const survey = once(() => {
    const root = json()
    return root ? surveyTypes(root) : NOTHING
  })
  const events = once(() => {
    const { definitions, uses } = survey()
    const all: TypeEvent[] = [
      ...definitions.map((definition) => ({ at: definition.json.at, definition })),
      ...uses.map((use) => ({ at: use.at, use })),
    ]
    return all.sort((a, b) => a.at - b.at)
  })
  return { json, survey, events }
}

/** The value of a function, found when it is first asked for. */
export function once<T>(find: () => T): () => T {
  // What the function holds on to is let go of.
  let pending: (() => T) | undefined = find
  let known: T | undefined
  return () => {
    if (pending) {
      known = pending()
      pending = undefined
    }
    return known as T
  }
}
