import { DEFAULT_CONTEXT } from '../core/subject.ts'
import type { SchemaVersion, StoredSchema, Subject } from '../core/types.ts'
import type { StoredVersion } from '../storage/versions.ts'
import { resolveReferences } from './references.ts'
import type { CachedSchema } from './schema-cache.ts'
import type { Work } from './work.ts'

/** What was read before is gone: a permanent delete came in between. Reading again helps. */
export class VanishedError extends Error {
  override readonly name = 'VanishedError'
}

/** The version with its schema. Throws VanishedError, though never within a change. */
export async function loadVersion(work: Work, row: StoredVersion): Promise<SchemaVersion> {
  const schema = await work.store.schemas.get(row.subject.context, row.id)
  if (!schema) throw new VanishedError(`Schema ${row.id} of a version is gone`)
  const { subject, version, deleted, timestamp } = row
  return { subject, version, deleted, timestamp, schema }
}

/** Parses what is stored: judged leniently, softly deleted references included. */
export async function parseStored(work: Work, schema: StoredSchema): Promise<CachedSchema> {
  const { texts } = await resolveReferences(work, schema.context, schema.references, {
    deleted: true,
  })
  return work.cache.parse(schema.text, texts, 'existing')
}

/** Does the subject have versions, softly deleted ones where they count? */
export async function hasVersions(
  { store }: Work,
  subject: Subject,
  { deleted }: { readonly deleted: boolean },
): Promise<boolean> {
  const { versions } = store
  return (await (deleted ? versions.last(subject) : versions.latest(subject))) !== undefined
}

/** The subjects of an unqualified name in the other contexts, in order of their names. */
export async function sameNameElsewhere({ store }: Work, subject: Subject): Promise<Subject[]> {
  if (subject.context !== DEFAULT_CONTEXT || subject.name === '') return []
  const contexts = await store.versions.contextsOf(subject.name)
  return contexts
    .filter((context) => context !== DEFAULT_CONTEXT)
    .map((context) => ({ context, name: subject.name }))
}
