import { applyMetadataDefaults, applyRuleSetDefaults, type Config } from '../core/config.ts'
import { RegistryError, schemaNotFound, subjectNotFound } from '../core/errors.ts'
import type { SchemaVersion, Subject } from '../core/types.ts'
import type { StoredVersion } from '../storage/versions.ts'
import {
  type Candidate,
  isBlank,
  readCandidate,
  type SchemaRequest,
  withContent,
} from './candidate.ts'
import { hasVersions, loadVersion, parseStored, sameNameElsewhere } from './history.ts'
import { isSameSchema } from './identity.ts'
import { configInScope } from './scope.ts'
import type { Work } from './work.ts'

/** A version found for a schema, and how. */
export interface FoundVersion {
  readonly version: SchemaVersion
  /** Found by its guid: the caller's text is the stored one, and the answer carries no times. */
  readonly byContent: boolean
}

export interface LookupOptions {
  readonly normalize: boolean
  /** Softly deleted versions count as well. */
  readonly deleted: boolean
  /** Only the newest version counts. */
  readonly latestOnly?: boolean
}

/**
 * The version of the subject that stands for the schema; for an unqualified subject, the one in any
 * context. 42201 for an invalid schema, 40401 for a subject without versions, else 40403.
 */
export async function lookUpSchema(
  work: Work,
  subject: Subject,
  request: SchemaRequest,
  options: LookupOptions,
): Promise<FoundVersion> {
  const found =
    (await findInSubject(work, subject, request, options)) ??
    (await findInOtherContexts(work, subject, request, options))
  if (found) return found
  throw (await hasVersions(work, subject, options)) ? schemaNotFound() : subjectNotFound(subject)
}

/** The version of this very subject that stands for the schema. Throws 42201. */
export async function findInSubject(
  work: Work,
  subject: Subject,
  request: SchemaRequest,
  options: LookupOptions,
): Promise<FoundVersion | undefined> {
  if (isBlank(request)) return undefined
  const config = await configInScope(work, subject)
  const candidate = await readCandidate(work, subject.context, request, config, {
    isNew: false,
    normalize: options.normalize || config.normalize === true,
  })
  return (
    (await findCandidate(work, subject, candidate, options)) ??
    (await findWithInheritedContent(work, subject, candidate, config, options))
  )
}

/**
 * By content first, then by comparing with each version that may be the same, newest first. A
 * version found that way, or as the newest, is answered as it is stored.
 */
export async function findCandidate(
  work: Work,
  subject: Subject,
  candidate: Candidate,
  { deleted, latestOnly = false }: Omit<LookupOptions, 'normalize'>,
): Promise<FoundVersion | undefined> {
  if (!latestOnly) {
    const known = await findByContent(work, subject, candidate)
    if (known && (deleted || !known.deleted)) return { version: known, byContent: true }
  }
  for (const row of await comparableVersions(work, subject, candidate, { latestOnly })) {
    if (row.deleted && !deleted) continue
    const version = await loadVersion(work, row)
    if (await isSameSchema(candidate, version, () => parseStored(work, version.schema))) {
      return { version, byContent: false }
    }
  }
  return undefined
}

/**
 * Schemas that are the same have the same fingerprint, so that most versions need not be looked at.
 */
async function comparableVersions(
  { store }: Work,
  subject: Subject,
  { schema }: Candidate,
  { latestOnly }: { latestOnly: boolean },
): Promise<StoredVersion[]> {
  if (!latestOnly) return store.versions.ofFingerprint(subject, schema.fingerprint)
  const latest = await store.versions.latest(subject)
  return latest ? [latest] : []
}

/** The version of the subject that was written last with exactly this content. */
async function findByContent(
  work: Work,
  subject: Subject,
  candidate: Candidate,
): Promise<SchemaVersion | undefined> {
  const id = await work.store.schemas.idByGuid(subject.context, candidate.guid)
  if (id === undefined) return undefined
  const row = (await work.store.versions.ofSubjectWithSchema(subject, id)).at(-1)
  return row && loadVersion(work, row)
}

/** A caller who leaves metadata and rules out means those of the newest version. */
async function findWithInheritedContent(
  work: Work,
  subject: Subject,
  candidate: Candidate,
  config: Config,
  options: LookupOptions,
): Promise<FoundVersion | undefined> {
  const row = await work.store.versions.latest(subject)
  if (!row) return undefined
  const { schema } = await loadVersion(work, row)
  const { metadata, ruleSet } = candidate.content
  const completed = withContent(
    candidate,
    applyMetadataDefaults(config, metadata ?? schema.metadata),
    applyRuleSetDefaults(config, ruleSet ?? schema.ruleSet),
  )
  if (completed.guid === candidate.guid) return undefined
  return findCandidate(work, subject, completed, options)
}

async function findInOtherContexts(
  work: Work,
  subject: Subject,
  request: SchemaRequest,
  options: LookupOptions,
): Promise<FoundVersion | undefined> {
  for (const other of await sameNameElsewhere(work, subject)) {
    const found = await findInSubject(work, other, request, options).catch(unlessInvalid)
    if (found) return found
  }
  return undefined
}

/** In another context references may lead nowhere: then it is not there. */
function unlessInvalid(error: unknown): undefined {
  if (error instanceof RegistryError) return undefined
  throw error
}
