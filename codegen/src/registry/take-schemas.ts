import type { SchemaReference } from '@magicbyte/avro'
import type { RegistryClient } from '@magicbyte/client'
import { compareTexts } from '../diagnostics/diagnostic.ts'
import { RegistryUnavailableError, UsageError } from '../inputs/input-error.ts'
import { isMissing } from './registry-failure.ts'
import { createSubjectTest, parseSubjectSpec, type SubjectSpec } from './subject-spec.ts'

/** A version as a registry gives it. */
export interface TakenSchema {
  readonly subject: string
  readonly version: number
  readonly id: number
  readonly guid?: string
  readonly text: string
  readonly references: readonly SchemaReference[]
  /** Whether a version was asked for by its number, or it is only referred to. */
  readonly isPinned: boolean
}

/** How versions are chosen. */
export interface TakeOptions {
  /** Told of what is left out. */
  readonly onSkipped: (reason: string) => void
  /** Told of how many of those that are known to be wanted are there. */
  readonly onTaken?: (done: number, total: number) => void
  /** The version of a subject for which none is said, instead of the latest. */
  readonly versionOf?: (subject: string) => number | undefined
}

/** Schemas at most that are taken at once, those that are referred to included. */
const MAX_SCHEMAS = 50_000
/** Requests that are under way at the same time. */
const PARALLEL = 8

/**
 * The versions that names and patterns mean (see {@link parseSubjectSpec}), the latest ones unless
 * told, and all that they refer to; sorted by subject and version. Throws UsageError for what does
 * not exist, for a pattern that nothing matches and for schemas that are no Avro.
 */
export async function takeSchemas(
  client: RegistryClient,
  specs: readonly string[],
  { onSkipped, onTaken = () => {}, versionOf = () => undefined }: TakeOptions,
): Promise<readonly TakenSchema[]> {
  const taken = new Map<string, TakenSchema>()
  const wanted: Wanted[] = []
  for (const spec of specs.map(parseSubjectSpec))
    wanted.push(...(await expand(client, spec, versionOf)))
  let level: readonly Wanted[] = wanted
  while (level.length > 0) {
    const fresh = level.filter(({ subject, version }) => !taken.has(keyOf(subject, version)))
    if (taken.size + fresh.length > MAX_SCHEMAS) {
      throw new UsageError(`More than ${MAX_SCHEMAS} schemas; name fewer subjects`)
    }
    const next: Wanted[] = []
    const before = taken.size
    const answers = await inParallel(fresh, (want) => takeOne(client, want, onSkipped), {
      onDone: (done) => onTaken(before + done, before + fresh.length),
    })
    for (const schema of answers) {
      if (!schema) continue
      const key = keyOf(schema.subject, schema.version)
      const known = taken.get(key)
      if (!known || known.isPinned) taken.set(key, schema)
      for (const { subject, version } of schema.references) {
        next.push({ subject: qualifiedSubject(subject, schema.subject), version, why: 'referred' })
      }
    }
    level = next
  }
  return [...taken.values()].sort(
    (a, b) => compareTexts(a.subject, b.subject) || a.version - b.version,
  )
}

interface Wanted {
  readonly subject: string
  readonly version: number | 'latest'
  /** A schema that a pattern found is passed over if it is no Avro. */
  readonly why: 'named' | 'matched' | 'referred'
}

async function expand(
  client: RegistryClient,
  { subject, isPattern, version }: SubjectSpec,
  versionOf: (subject: string) => number | undefined,
): Promise<Wanted[]> {
  const subjects = isPattern ? await matching(client, subject) : [subject]
  const why = isPattern ? 'matched' : 'named'
  if (version !== 'all') {
    return subjects.map((name) => {
      return { subject: name, version: version ?? versionOf(name) ?? 'latest', why }
    })
  }
  const lists = await inParallel(subjects, async (name) => {
    const numbers = await found(client.listVersions({ subject: name }), `subject ${name}`)
    return numbers.map((number): Wanted => ({ subject: name, version: number, why }))
  })
  return lists.flat()
}

async function matching(client: RegistryClient, pattern: string): Promise<readonly string[]> {
  const prefix = pattern.slice(0, pattern.search(/[*?]/))
  const answer: unknown = await client.listSubjects(prefix === '' ? {} : { subjectPrefix: prefix })
  if (!Array.isArray(answer)) {
    throw new RegistryUnavailableError('The answer is no list (is this the URL of a registry?)')
  }
  const subjects = answer.map(String).filter(createSubjectTest(pattern))
  if (subjects.length === 0) throw new UsageError(`No subject matches ${pattern}`)
  return subjects
}

async function takeOne(
  client: RegistryClient,
  { subject, version, why }: Wanted,
  onSkipped: (reason: string) => void,
): Promise<TakenSchema | undefined> {
  // Others may refer to a version that is softly deleted still.
  const deleted = why === 'referred' ? { deleted: true } : {}
  const asked = client.getVersion({ subject, version: String(version), ...deleted })
  const what = version === 'latest' ? `subject ${subject}` : `version ${version} of ${subject}`
  const answer = await found(asked, what)
  const broken = `The answer for ${what} is no version of a subject`
  if (answer === null) throw new RegistryUnavailableError(broken)
  const { schemaType, schema, references, guid } = answer
  if (schemaType !== undefined && schemaType !== 'AVRO') {
    const reason = `${subject} is no Avro schema, but ${schemaType}`
    if (why !== 'matched') throw new UsageError(reason)
    onSkipped(`${reason}; it is left out`)
    return undefined
  }
  const isComplete =
    typeof schema === 'string' &&
    typeof answer.subject === 'string' &&
    [answer.id, answer.version].every(Number.isInteger) &&
    Array.isArray(references ?? [])
  if (!isComplete) {
    throw new RegistryUnavailableError(broken)
  }
  return {
    // An alias answers with the subject that it stands for.
    subject: answer.subject,
    version: answer.version,
    id: answer.id,
    ...(typeof guid === 'string' && { guid }),
    text: schema,
    references: references ?? [],
    isPinned: version !== 'latest',
  }
}

async function found<Answer>(asked: Promise<Answer>, what: string): Promise<Answer> {
  try {
    return await asked
  } catch (error) {
    if (!isMissing(error)) throw error
    throw new UsageError(`The registry has no ${what}`, { cause: error })
  }
}

function keyOf(subject: string, version: number | 'latest'): string {
  return `${version} ${subject}`
}

/** A subject without context is in the context of the schema that refers to it. */
export function qualifiedSubject(subject: string, from: string): string {
  return subject.startsWith(':') ? subject : `${/^:[^:]*:/.exec(from)?.[0] ?? ''}${subject}`
}

/** The results in the order of the items, some of them made at the same time. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  make: (item: Item) => Promise<Result>,
  { onDone = () => {} }: { readonly onDone?: (done: number) => void } = {},
): Promise<readonly Result[]> {
  const results = new Map<number, Result>()
  const queue = items.entries()
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) {
      results.set(index, await make(item))
      onDone(results.size)
    }
  }
  await Promise.all(Array.from({ length: PARALLEL }, work))
  return items.map((_, index) => results.get(index) as Result)
}
