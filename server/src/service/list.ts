import { subjectNotFound } from '../core/errors.ts'
import { hasRuleOfType } from '../core/rule-set.ts'
import {
  compareText,
  DEFAULT_CONTEXT,
  formatSubject,
  parseSubject,
  type SubjectPrefix,
} from '../core/subject.ts'
import type { Context, SchemaVersion, Subject } from '../core/types.ts'
import type { StoredVersion } from '../storage/versions.ts'
import { loadVersion } from './history.ts'
import type { Work } from './work.ts'

/** A part of a list: `limit` items from the one at `offset`. */
export interface Page {
  readonly offset: number
  readonly limit: number
}

export function takePage<T>(items: readonly T[], { offset, limit }: Page): T[] {
  return items.slice(offset, offset + limit)
}

export interface SubjectFilter {
  readonly prefix: SubjectPrefix
  /** Subjects whose versions are all softly deleted count as well. */
  readonly deleted: boolean
  /** Only those count. */
  readonly deletedOnly: boolean
}

/** The names of the subjects, qualified, in order. */
export async function listSubjects(
  { store }: Work,
  { prefix, deleted, deletedOnly }: SubjectFilter,
  page: Page,
): Promise<string[]> {
  const subjects = await store.versions.subjects(prefix)
  const names = subjects
    .filter((subject) => (deletedOnly ? subject.deleted : deleted || !subject.deleted))
    .map(({ subject }) => formatSubject(subject))
  return takePage(names.sort(), page)
}

export interface VersionFilter {
  readonly deleted: boolean
  readonly deletedOnly: boolean
  /** All versions count, softly deleted ones as negative numbers. */
  readonly deletedAsNegative: boolean
}

/** The numbers of the subject's versions, ascending but for the sign. 40401. */
export async function listVersions(
  { store }: Work,
  subject: Subject,
  { deleted, deletedOnly, deletedAsNegative }: VersionFilter,
  page: Page,
): Promise<number[]> {
  const rows = await store.versions.of(subject)
  const present = rows.some((row) => deleted || deletedOnly || !row.deleted)
  if (!present) throw subjectNotFound(subject)
  const numbers = rows
    .filter((row) => deletedAsNegative || (deletedOnly ? row.deleted : deleted || !row.deleted))
    .map((row) => (deletedAsNegative && row.deleted ? -row.version : row.version))
  return takePage(numbers, page)
}

export interface SchemaFilter {
  readonly prefix: SubjectPrefix
  readonly deleted: boolean
  /** Only the newest of each subject's listed versions counts. */
  readonly latestOnly: boolean
  /** Only schemas with a rule of this type count. */
  readonly ruleType?: string
  /** Subjects count as well whose aliases match, and say which these are. */
  readonly aliases: boolean
}

/** A version with the aliases of its subject, where these were asked for. */
export interface ListedSchema {
  readonly version: SchemaVersion
  readonly aliases?: readonly string[]
}

/** Schemas by subject and version. */
export async function listSchemas(
  work: Work,
  filter: SchemaFilter,
  page: Page,
): Promise<ListedSchema[]> {
  const aliases = filter.aliases ? await aliasesByTarget(work, filter.prefix) : new Map()
  const rows = await matchingRows(work, filter, aliases)
  if (filter.ruleType === undefined) {
    return load(work, takePage(rows, page), aliases)
  }
  const type = filter.ruleType
  const listed = await load(work, rows, aliases)
  return takePage(
    listed.filter(({ version }) => hasRuleOfType(version.schema.ruleSet, type)),
    page,
  )
}

/** Aliases that match, by the qualified name of the subject they stand for. */
async function aliasesByTarget(
  { store }: Work,
  prefix: SubjectPrefix,
): Promise<Map<string, string[]>> {
  const targets = new Map<string, string[]>()
  for (const { subject, alias } of await store.settings.aliases(prefix)) {
    const target = formatSubject(parseSubject(alias, subject.context))
    targets.set(target, [...(targets.get(target) ?? []), formatSubject(subject)])
  }
  return targets
}

async function matchingRows(
  { store }: Work,
  { prefix, deleted, latestOnly }: SchemaFilter,
  aliases: ReadonlyMap<string, readonly string[]>,
): Promise<StoredVersion[]> {
  const rows = new Map<string, StoredVersion[]>()
  const collect = (row: StoredVersion) => {
    if (row.deleted && !deleted) return
    const name = formatSubject(row.subject)
    const known = rows.get(name)
    if (known) known.push(row)
    else rows.set(name, [row])
  }
  for (const row of await store.versions.matching(prefix)) collect(row)
  for (const target of aliases.keys()) {
    if (!rows.has(target))
      for (const row of await store.versions.of(parseSubject(target))) collect(row)
  }
  return [...rows]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, versions]) => {
      const sorted = versions.sort((a, b) => a.version - b.version)
      return latestOnly ? sorted.slice(-1) : sorted
    })
}

async function load(
  work: Work,
  rows: readonly StoredVersion[],
  aliases: ReadonlyMap<string, readonly string[]>,
): Promise<ListedSchema[]> {
  const listed: ListedSchema[] = []
  for (const row of rows) {
    const version = await loadVersion(work, row)
    const names = aliases.get(formatSubject(row.subject))
    listed.push(names ? { version, aliases: names } : { version })
  }
  return listed
}

/** The contexts, `.` first. */
export async function listContexts(
  { store }: Work,
  prefix: string,
  page: Page,
): Promise<Context[]> {
  const contexts = [DEFAULT_CONTEXT, ...(await store.contexts.listed()).sort(compareText)]
  return takePage(
    contexts.filter((context) => context.startsWith(prefix)),
    page,
  )
}
