import {
  CompatibilityBudgetError,
  type CompatibilityLevel,
  checkLevel,
  type HistoryEntry,
  parseReservedFields,
} from '@magicbyte/avro'
import { invalidSchema, versionNotFound } from '../core/errors.ts'
import { metadataProperty, RESERVED_PROPERTY } from '../core/metadata.ts'
import type { StoredSchema, Subject } from '../core/types.ts'
import { type VersionRequest, versionNumber } from '../core/version.ts'
import type { StoredVersion } from '../storage/versions.ts'
import { type Candidate, isBlank, readCandidate, type SchemaRequest } from './candidate.ts'
import { loadVersion, parseStored } from './history.ts'
import { configInScope, type EffectiveConfig } from './scope.ts'
import type { Work } from './work.ts'

export interface CheckOptions {
  readonly normalize: boolean
}

/**
 * Confluent's messages about the schema against one version, which must exist unless it is
 * `latest`; empty when compatible. Throws 40402, and 42201 for an invalid schema.
 */
export async function checkAgainstVersion(
  work: Work,
  subject: Subject,
  version: VersionRequest,
  request: SchemaRequest,
  options: CheckOptions,
): Promise<readonly string[]> {
  const row =
    version === 'latest'
      ? await work.store.versions.latest(subject)
      : await work.store.versions.get(subject, version)
  const history = row && !row.deleted ? [row] : []
  if (history.length === 0 && version !== 'latest') throw versionNotFound(versionNumber(version))
  const config = await configInScope(work, subject)
  return check(work, subject, request, options, { config, newestFirst: history })
}

/** The same against the versions that the level in force looks at. */
export async function checkAgainstSubject(
  work: Work,
  subject: Subject,
  request: SchemaRequest,
  options: CheckOptions,
): Promise<readonly string[]> {
  const config = await configInScope(work, subject)
  const newestFirst = await versionsToCheck(work, subject, config)
  return check(work, subject, request, options, { config, newestFirst })
}

interface Against {
  readonly config: EffectiveConfig
  readonly newestFirst: readonly StoredVersion[]
}

async function check(
  work: Work,
  subject: Subject,
  request: SchemaRequest,
  { normalize }: CheckOptions,
  { config, newestFirst }: Against,
): Promise<readonly string[]> {
  if (isBlank(request)) throw invalidSchema('Empty schema')
  const candidate = await readCandidate(work, subject.context, request, config, {
    isNew: true,
    normalize: normalize || config.normalize === true,
  })
  return checkAgainst(work, candidate, config, newestFirst)
}

/** The subject's versions that a check may look at, newest first. */
export async function versionsToCheck(
  { store }: Work,
  subject: Subject,
  { compatibilityLevel, compatibilityGroup }: EffectiveConfig,
): Promise<StoredVersion[]> {
  if (versionsNeeded(compatibilityLevel) <= 1 && compatibilityGroup === undefined) {
    const latest = await store.versions.latest(subject)
    return latest ? [latest] : []
  }
  const rows = await store.versions.of(subject)
  return rows.filter((row) => !row.deleted).reverse()
}

/** Confluent's messages about the candidate as the next version; empty when compatible. */
export async function checkAgainst(
  work: Work,
  candidate: Candidate,
  config: EffectiveConfig,
  newestFirst: readonly StoredVersion[],
): Promise<readonly string[]> {
  const level = config.compatibilityLevel
  const reserved =
    (config.validateFields ?? work.options.validateFields)
      ? await reservedFields(work, candidate, newestFirst)
      : undefined
  const verdict = withinBudget(checkLevel, {
    level,
    candidate: candidate.schema.parsed,
    history: await history(work, candidate, config, newestFirst),
    maxPairs: work.options.maxPairs,
    ...(reserved ? { reserved } : {}),
  })
  return verdict.messages
}

async function reservedFields(
  work: Work,
  { content }: Candidate,
  [newest]: readonly StoredVersion[],
): Promise<{ current: string[]; previous: string[] }> {
  const previous = newest && (await loadVersion(work, newest)).schema
  return {
    current: parseReservedFields(metadataProperty(content.metadata, RESERVED_PROPERTY)),
    previous: parseReservedFields(metadataProperty(previous?.metadata, RESERVED_PROPERTY)),
  }
}

/**
 * The versions that count, newest first: those of the candidate's group, as many as the level
 * needs.
 */
async function history(
  work: Work,
  { content }: Candidate,
  { compatibilityLevel, compatibilityGroup }: EffectiveConfig,
  newestFirst: readonly StoredVersion[],
): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = []
  const wanted = versionsNeeded(compatibilityLevel)
  for (const row of newestFirst) {
    if (entries.length >= wanted) break
    const { schema, version } = await loadVersion(work, row)
    if (compatibilityGroup !== undefined && !sameGroup(compatibilityGroup, content, schema))
      continue
    const { parsed } = await parseStored(work, schema)
    entries.push({ version, schema: parsed, canonical: schema.text })
  }
  return entries
}

function versionsNeeded(level: CompatibilityLevel): number {
  if (level === 'NONE') return 0
  return level.endsWith('_TRANSITIVE') ? Number.POSITIVE_INFINITY : 1
}

function sameGroup(
  group: string,
  a: Pick<StoredSchema, 'metadata'>,
  b: Pick<StoredSchema, 'metadata'>,
): boolean {
  return metadataProperty(a.metadata, group) === metadataProperty(b.metadata, group)
}

/** A check that costs too much is the schema's fault: 42201. */
function withinBudget<A, R>(check: (argument: A) => R, argument: A): R {
  try {
    return check(argument)
  } catch (error) {
    if (error instanceof CompatibilityBudgetError) throw invalidSchema(error.message, error)
    throw error
  }
}
