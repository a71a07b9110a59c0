import {
  contextNotEmpty,
  referenceExists,
  subjectNotFound,
  subjectNotSoftDeleted,
  subjectSoftDeleted,
  versionNotFound,
  versionNotSoftDeleted,
  versionSoftDeleted,
} from '../core/errors.ts'
import { checkWritable } from '../core/mode.ts'
import { formatContext, sameSubject, wholeContext } from '../core/subject.ts'
import type { Context, Subject, Version } from '../core/types.ts'
import { type VersionRequest, versionNumber } from '../core/version.ts'
import type { StoredVersion } from '../storage/versions.ts'
import { modeInScope } from './scope.ts'
import type { Change } from './work.ts'
import { forget } from './write-version.ts'

export interface DeleteOptions {
  /** Remove for good what was softly deleted before. */
  readonly permanent: boolean
}

/** Deletes one version and gives its number; the order of refusals is Confluent's. */
export async function deleteVersion(
  change: Change,
  subject: Subject,
  version: VersionRequest,
  { permanent }: DeleteOptions,
): Promise<Version> {
  const rows = await change.store.versions.of(subject)
  const row =
    version === 'latest'
      ? rows.findLast((candidate) => !candidate.deleted)
      : rows.find((candidate) => candidate.version === version)
  if (row?.deleted && !permanent) throw versionSoftDeleted(subject, row.version)
  if (!row) {
    throw rows.length === 0 ? subjectNotFound(subject) : versionNotFound(versionNumber(version))
  }
  checkWritable(await modeInScope(change, subject), subject)
  await refuseReferenced(change, row, { permanent })
  if (!permanent) {
    await markDeleted(change, row)
  } else {
    if (!row.deleted) throw versionNotSoftDeleted(subject, row.version)
    await remove(change, row)
    if (rows.length === 1) await removeSettings(change, subject)
  }
  return row.version
}

/** Deletes the subject's versions and gives their numbers; softly, only those not deleted yet. */
export async function deleteSubject(
  change: Change,
  subject: Subject,
  { permanent }: DeleteOptions,
): Promise<Version[]> {
  const rows = await change.store.versions.of(subject)
  if (rows.length === 0) throw subjectNotFound(subject)
  const undeleted = rows.filter((row) => !row.deleted)
  if (undeleted.length === 0 && !permanent) throw subjectSoftDeleted(subject)
  checkWritable(await modeInScope(change, subject), subject)
  for (const row of permanent ? rows : undeleted) {
    await refuseReferenced(change, row, { permanent, ownVersionsMayRefer: true })
    if (permanent && !row.deleted) throw subjectNotSoftDeleted(subject)
  }
  // Softly deleting a subject writes all its rows again, those deleted before as well.
  for (const row of rows) await (permanent ? remove(change, row) : markDeleted(change, row))
  if (permanent) await removeSettings(change, subject)
  return (permanent ? rows : undeleted).map(({ version }) => version)
}

/**
 * Takes an empty context off the list; its config, mode and id counter stay. 42211 when not empty.
 */
export async function deleteContext(change: Change, context: Context): Promise<void> {
  const subjects = await change.store.versions.subjects(wholeContext(context))
  if (subjects.length > 0) throw contextNotEmpty(formatContext(context))
  await change.store.contexts.unlist(context)
}

/** Removes softly deleted versions for good; 42206 where one is still referred to. */
export async function purge(change: Change, rows: readonly StoredVersion[]): Promise<void> {
  for (const row of rows) await refuseReferenced(change, row, { permanent: true })
  for (const row of rows) await remove(change, row)
}

interface ReferenceCheck extends DeleteOptions {
  readonly ownVersionsMayRefer?: boolean
}

/** Softly deleted referrers count against removing for good only. */
async function refuseReferenced(
  { store }: Change,
  row: StoredVersion,
  { permanent, ownVersionsMayRefer = false }: ReferenceCheck,
): Promise<void> {
  const referrers = await store.versions.referrers(row.subject, row.version)
  const counts = (referrer: StoredVersion) =>
    (permanent || !referrer.deleted) &&
    !(ownVersionsMayRefer && sameSubject(referrer.subject, row.subject))
  if (referrers.some(counts)) throw referenceExists(row.subject, row.version)
}

async function markDeleted(change: Change, row: StoredVersion): Promise<void> {
  await change.store.versions.put({ ...row, deleted: true }, change.revision)
  change.touched.add(row.subject.context, row.id)
}

async function remove(change: Change, row: StoredVersion): Promise<void> {
  await change.store.versions.remove(row.subject, row.version)
  await forget(change, row)
}

async function removeSettings({ store }: Change, subject: Subject): Promise<void> {
  await store.settings.removeConfig(subject)
  await store.settings.removeMode(subject)
}
