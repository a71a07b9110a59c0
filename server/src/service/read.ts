import {
  schemaIdNotFound,
  schemaNotFound,
  subjectNotFound,
  versionNotFound,
} from '../core/errors.ts'
import { metadataProperty } from '../core/metadata.ts'
import { compareText, DEFAULT_CONTEXT, formatSubject } from '../core/subject.ts'
import type { Context, SchemaId, SchemaVersion, StoredSchema, Subject } from '../core/types.ts'
import { type VersionRequest, versionNumber } from '../core/version.ts'
import type { StoredVersion } from '../storage/versions.ts'
import { hasVersions, loadVersion, sameNameElsewhere } from './history.ts'
import type { Work } from './work.ts'

export interface ReadOptions {
  /** Softly deleted versions count as well. */
  readonly deleted: boolean
}

/**
 * The version of the subject; for an unqualified subject that has no such version, that of the same
 * name in another context. `latest` is never a deleted one. 40401 or 40402.
 */
export async function readVersion(
  work: Work,
  subject: Subject,
  version: VersionRequest,
  options: ReadOptions,
): Promise<SchemaVersion> {
  const row =
    (await findVersion(work, subject, version, options)) ??
    (await findVersionElsewhere(work, subject, version, options))
  if (row) return loadVersion(work, row)
  throw (await hasVersions(work, subject, options))
    ? versionNotFound(versionNumber(version))
    : subjectNotFound(subject)
}

async function findVersionElsewhere(
  work: Work,
  subject: Subject,
  version: VersionRequest,
  options: ReadOptions,
): Promise<StoredVersion | undefined> {
  for (const other of await sameNameElsewhere(work, subject)) {
    const row = await findVersion(work, other, version, options)
    if (row) return row
  }
  return undefined
}

async function findVersion(
  { store }: Work,
  subject: Subject,
  version: VersionRequest,
  { deleted }: ReadOptions,
): Promise<StoredVersion | undefined> {
  if (version === 'latest') return store.versions.latest(subject)
  const row = await store.versions.get(subject, version)
  return row && (deleted || !row.deleted) ? row : undefined
}

/** The ids of the schemas that refer to the version, by context and id. */
export async function readReferrers(
  work: Work,
  subject: Subject,
  version: VersionRequest,
  { deleted }: ReadOptions,
): Promise<SchemaId[]> {
  const target = await readVersion(work, subject, version, { deleted: true })
  const referrers = await work.store.versions.referrers(target.subject, target.version)
  const counted = referrers.filter((referrer) => deleted || !referrer.deleted)
  const distinct = new Map(counted.map(({ subject: { context }, id }) => [`${id}@${context}`, id]))
  return [...distinct.values()]
}

/** The newest version of the subject whose metadata holds all these properties. 40401 or 40403. */
export async function readVersionByMetadata(
  work: Work,
  subject: Subject,
  properties: ReadonlyMap<string, string>,
  { deleted }: ReadOptions,
): Promise<SchemaVersion> {
  const rows = await work.store.versions.of(subject)
  const counted = rows.filter((row) => deleted || !row.deleted)
  if (counted.length === 0) throw subjectNotFound(subject)
  for (const row of counted.reverse()) {
    const version = await loadVersion(work, row)
    const { metadata } = version.schema
    const holds = [...properties].every(([key, value]) => metadataProperty(metadata, key) === value)
    if (holds) return version
  }
  throw schemaNotFound()
}

/**
 * The schema with the id. A qualified subject must have it. An unqualified one need not: then the
 * subject of the same name in another context counts, then any subject of the default context, as
 * without a subject. Softly deleted versions count. 40403.
 */
export async function readSchemaById(
  work: Work,
  id: SchemaId,
  subject: Subject | undefined,
): Promise<SchemaVersion> {
  const row = await findSchemaById(work, id, subject)
  if (!row) throw schemaIdNotFound(id)
  return loadVersion(work, row)
}

async function findSchemaById(
  work: Work,
  id: SchemaId,
  subject: Subject | undefined,
): Promise<StoredVersion | undefined> {
  const { versions } = work.store
  if (!subject) return versions.firstWithSchema(DEFAULT_CONTEXT, id)
  const own = (await versions.ofSubjectWithSchema(subject, id)).at(-1)
  if (own) return own
  if (subject.context !== DEFAULT_CONTEXT && subject.name !== '') return undefined
  return (await findIdElsewhere(work, id, subject)) ?? versions.firstWithSchema(subject.context, id)
}

async function findIdElsewhere(
  work: Work,
  id: SchemaId,
  subject: Subject,
): Promise<StoredVersion | undefined> {
  for (const other of await sameNameElsewhere(work, subject)) {
    const row = (await work.store.versions.ofSubjectWithSchema(other, id)).at(-1)
    if (row) return row
  }
  return undefined
}

/** Of several versions of a subject with one schema the one written last counts; by subject. */
function lastVersionPerSubject(rows: readonly StoredVersion[]): StoredVersion[] {
  const bySubject = new Map(rows.map((row) => [row.subject.name, row]))
  return [...bySubject.values()].sort((a, b) => compareText(a.subject.name, b.subject.name))
}

/**
 * The versions that stand for the schema, one for each subject, by subject. 40403 for an unknown
 * id.
 */
export async function readVersionsOfSchema(
  work: Work,
  id: SchemaId,
  subject: Subject | undefined,
  { deleted }: ReadOptions,
): Promise<StoredVersion[]> {
  const found = await findSchemaById(work, id, subject)
  if (!found) throw schemaNotFound()
  const rows = await work.store.versions.ofSchema(found.subject.context, id)
  return lastVersionPerSubject(rows).filter((row) => deleted || !row.deleted)
}

/** The schema with the guid, from whichever context holds it, and its newest version. 40403. */
export async function readSchemaByGuid(work: Work, guid: string): Promise<SchemaVersion> {
  const text = parseGuid(guid)
  const [place] = text === undefined ? [] : await work.store.schemas.idsByGuid(text)
  const rows = place ? await work.store.versions.ofSchema(place.context, place.id) : []
  const row = rows.at(-1)
  if (!row) throw schemaIdNotFound(guid)
  return loadVersion(work, row)
}

/** The ids that the guid has, by context. */
export async function readIdsByGuid(
  { store }: Work,
  guid: string,
): Promise<{ context: Context; id: SchemaId }[]> {
  const text = parseGuid(guid)
  if (text === undefined) return []
  const ids = await store.schemas.idsByGuid(text)
  return ids.sort((a, b) => compareText(a.context, b.context) || a.id - b.id)
}

/** Capitals and missing dashes are fine. */
function parseGuid(text: string): string | undefined {
  const digits = text.toLowerCase().replaceAll('-', '')
  const parts = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(digits)
  return parts?.slice(1).join('-')
}

/** A reference's subject with the context it means written out. */
export function qualifyReferences(schema: StoredSchema): StoredSchema {
  if (schema.context === DEFAULT_CONTEXT) return schema
  return {
    ...schema,
    references: schema.references.map((reference) => ({
      ...reference,
      subject: reference.subject.startsWith(':.')
        ? reference.subject
        : formatSubject({ context: schema.context, name: reference.subject }),
    })),
  }
}
