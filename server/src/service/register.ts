import {
  applyMetadataDefaults,
  applyRuleSetDefaults,
  type Config,
  changesContent,
} from '../core/config.ts'
import { incompatibleSchema, invalidSchema, versionsExhausted } from '../core/errors.ts'
import { metadataProperty, VERSION_PROPERTY, withProperty } from '../core/metadata.ts'
import { checkRegistration, isImporting, type Mode } from '../core/mode.ts'
import type { SchemaId, SchemaVersion, Subject, Version } from '../core/types.ts'
import { MAX_INT } from '../core/version.ts'
import { type Candidate, isBlank, readCandidate, type SchemaRequest } from './candidate.ts'
import { checkAgainst, versionsToCheck } from './compatibility.ts'
import { loadVersion } from './history.ts'
import { type FoundVersion, findCandidate, findInSubject } from './lookup.ts'
import { configInScope, modeInScope } from './scope.ts'
import { editTagsOf, type TagEdits } from './tags.ts'
import type { Change, Work } from './work.ts'
import { writeVersion } from './write-version.ts'

/** What registering takes: a schema, and where the caller insists, its number and id. */
export interface Registration extends SchemaRequest {
  /**
   * 0 or absent: any. -1: the newest, if it is this schema, else the next. n: the next, which must
   * be n.
   */
  readonly version?: number
  /** Only in IMPORT and FORWARD mode, or where the schema has this id already. */
  readonly id?: SchemaId
  readonly tags?: TagEdits
}

export interface RegisterOptions {
  readonly normalize: boolean
  /** Skip the compatibility check. */
  readonly force: boolean
}

/**
 * The version that already answers the registration, as far as reading tells; the change itself
 * looks again. Throws 42201 for an invalid schema, whatever the mode.
 */
export async function findRegistered(
  work: Work,
  subject: Subject,
  registration: Registration,
  { normalize }: RegisterOptions,
): Promise<FoundVersion | undefined> {
  const config = await configInScope(work, subject)
  if (registration.tags || changesContent(config)) return undefined
  const { id, version } = wanted(registration)
  const found = await findInSubject(work, subject, registration, {
    normalize,
    deleted: false,
    latestOnly: version === -1,
  })
  if (!found) return undefined
  const sameId = id === undefined || id === found.version.schema.id
  if (sameId && (version <= 0 || (id !== undefined && version === found.version.version))) {
    return found
  }
  return undefined
}

/**
 * Registers the schema, or finds that it is registered: mode, content, validity, identity,
 * compatibility, version and id, in Confluent's order, all in one change.
 */
export async function register(
  change: Change,
  subject: Subject,
  registration: Registration,
  options: RegisterOptions,
): Promise<FoundVersion> {
  const registered = await findRegistered(change, subject, registration, options)
  if (registered) return registered
  const mode = await modeInScope(change, subject)
  checkRegistration(mode, subject, registration.id)

  const next = ((await change.store.versions.last(subject))?.version ?? 0) + 1
  const config = await configInScope(change, subject)
  const candidate = await prepare(change, subject, registration, options, { mode, next, config })

  const { id, version } = wanted(registration)
  if (version === 0) {
    const found = await findCandidate(change, subject, candidate, { deleted: false })
    if (found && (id === undefined || id === found.version.schema.id)) return found
  }
  if (!isImporting(mode) && !options.force) {
    const history = await versionsToCheck(change, subject, config)
    const messages = await checkAgainst(change, candidate, config, history)
    if (messages.length > 0) throw incompatibleSchema(subject, messages)
  }
  const placement = {
    number: chooseVersion(subject, version, next, mode),
    id: id ?? (await change.store.schemas.idByGuid(subject.context, candidate.guid)),
  }
  return { version: await writeVersion(change, subject, candidate, placement), byContent: true }
}

/** Tags edit the newest version: without a number the caller means the one after it. */
function wanted({ id, version = 0, tags }: Registration): { id?: SchemaId; version: number } {
  const number = tags && version === 0 ? -1 : version
  return id === undefined ? { version: number } : { id, version: number }
}

interface Circumstances {
  readonly mode: Mode
  /** The number the next version gets. */
  readonly next: Version
  readonly config: Config
}

/** Completes what the caller left out from the newest version and the config, then parses it. */
async function prepare(
  change: Change,
  subject: Subject,
  registration: Registration,
  { normalize }: RegisterOptions,
  { mode, next, config }: Circumstances,
): Promise<Candidate> {
  const isNew = registration.id === undefined
  if (isImporting(mode)) {
    if (isBlank(registration)) throw invalidSchema('Empty schema')
    return readCandidate(change, subject.context, registration, config, { isNew, normalize: false })
  }
  const newest = await change.store.versions.latest(subject)
  const previous = newest && (await loadVersion(change, newest))
  const completed = complete(registration, previous, config, next)
  const tagged = registration.tags
    ? await editTagsOf(change, subject, completed, registration.tags, previous)
    : completed
  return readCandidate(change, subject.context, tagged, config, {
    isNew,
    normalize: normalize || config.normalize === true,
  })
}

function complete(
  registration: Registration,
  previous: SchemaVersion | undefined,
  config: Config,
  next: Version,
): SchemaRequest {
  if (isBlank(registration) && !previous) throw invalidSchema('Empty schema')
  const { text, references } = isBlank(registration) ? previous!.schema : registration
  const ruleSet = applyRuleSetDefaults(config, registration.ruleSet ?? previous?.schema.ruleSet)
  let metadata = applyMetadataDefaults(config, registration.metadata ?? previous?.schema.metadata)
  const pinned = metadataProperty(metadata, VERSION_PROPERTY) !== undefined
  if (wanted(registration).version !== 0 || pinned) {
    metadata = withProperty(metadata, VERSION_PROPERTY, String(next))
  }
  return {
    ...(text === undefined ? {} : { text }),
    references,
    ...(metadata === undefined ? {} : { metadata }),
    ...(ruleSet === undefined ? {} : { ruleSet }),
  }
}

function chooseVersion(subject: Subject, version: number, next: Version, mode: Mode): Version {
  if (version <= 0) {
    if (next > MAX_INT) throw versionsExhausted(subject)
    return next
  }
  if (version !== next && !isImporting(mode)) {
    throw invalidSchema('Version is not one more than previous version')
  }
  return version
}
