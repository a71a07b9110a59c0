import { idsExhausted, idTaken } from '../core/errors.ts'
import type { SchemaId, SchemaVersion, StoredSchema, Subject, Version } from '../core/types.ts'
import { MAX_INT } from '../core/version.ts'
import type { StoredVersion } from '../storage/versions.ts'
import type { Candidate } from './candidate.ts'
import type { Change } from './work.ts'

/** Where a schema goes. */
export interface Placement {
  readonly number: Version
  /** The id asked for or known for this content; absent: the next one. */
  readonly id: SchemaId | undefined
}

/**
 * Writes the candidate as a version of the subject, over one that has the number. 42205 when the id stands for
 * another schema or ids have run out.
 */
export async function writeVersion(
  change: Change,
  subject: Subject,
  candidate: Candidate,
  { number, id }: Placement,
): Promise<SchemaVersion> {
  const { versions, contexts } = change.store
  await contexts.list(subject.context)
  const schema = await bindId(change, subject, candidate, id)
  const replaced = await versions.get(subject, number)
  const { timestamp } = change
  const row = { subject, version: number, id: schema.id, deleted: false, timestamp }
  await removeSuperseded(change, row)
  await versions.put(row, change.revision)
  change.touched.add(subject.context, schema.id)
  if (replaced && replaced.id !== schema.id) await forget(change, replaced)
  return { subject, version: number, deleted: false, timestamp, schema }
}

/** The schema under the id asked for, or under the next one. */
async function bindId(
  change: Change,
  { context }: Subject,
  candidate: Candidate,
  wanted: SchemaId | undefined,
): Promise<StoredSchema> {
  const { contexts, schemas } = change.store
  const known = wanted === undefined ? undefined : await schemas.get(context, wanted)
  if (known) {
    if (known.guid !== candidate.guid) throw idTaken(known.id, context)
    return known
  }
  const id = wanted ?? (await contexts.nextId(context))
  if (id === undefined || id > MAX_INT) throw idsExhausted(context)
  await contexts.reserveId(context, id)
  const schema = { context, id, guid: candidate.guid, ...candidate.content }
  const { fingerprint } = candidate.schema
  await schemas.add(schema, { fingerprint, targets: candidate.targets })
  return schema
}

/**
 * Softly deleted versions of the same schema give way to the new one, unless something refers to them.
 */
async function removeSuperseded({ store }: Change, added: StoredVersion): Promise<void> {
  const { subject, version, id } = added
  for (const row of await store.versions.ofSubjectWithSchema(subject, id)) {
    if (!row.deleted || row.version >= version) continue
    const referrers = await store.versions.referrers(subject, row.version)
    if (referrers.length === 0) await store.versions.remove(subject, row.version)
  }
}

/** A schema that lost a version goes when that was the last. */
export async function forget(change: Change, { subject, id }: StoredVersion): Promise<void> {
  change.touched.add(subject.context, id)
  await change.store.schemas.removeUnused(subject.context, id)
}
