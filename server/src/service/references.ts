import type { SchemaReference } from '@magicbyte/avro'
import { invalidSchema } from '../core/errors.ts'
import { formatSubject, parseSubject } from '../core/subject.ts'
import type { Context, ReferenceTarget, StoredSchema } from '../core/types.ts'
import type { Work } from './work.ts'

export interface ResolvedReferences {
  /** The references with `latest` (-1) replaced by the version it means now. */
  readonly references: readonly SchemaReference[]
  /** What each of them means. */
  readonly targets: readonly ReferenceTarget[]
  /** The texts of all schemas in reach, each after those it refers to. */
  readonly texts: readonly string[]
}

export const NO_REFERENCES: ResolvedReferences = { references: [], targets: [], texts: [] }

/**
 * Follows references depth-first. Of several under one name the first counts, as in Confluent. A
 * new schema may not refer to softly deleted versions, a stored one may (`deleted`). Throws 42201
 * for a reference that leads nowhere and for more than the permitted number.
 */
export async function resolveReferences(
  work: Work,
  context: Context,
  references: readonly SchemaReference[],
  { deleted }: { deleted: boolean },
): Promise<ResolvedReferences> {
  if (references.length === 0) return NO_REFERENCES
  const versions = new Map<string, number>()
  const texts: string[] = []
  const direct: { reference: SchemaReference; target: ReferenceTarget }[] = []

  async function visit(parent: Context, reference: SchemaReference): Promise<ReferenceTarget> {
    const { target, schema } = await follow(work, parent, reference, deleted)
    const known = versions.get(reference.name)
    if (known !== undefined) {
      if (work.options.strictReferenceVersions && known !== target.version) {
        throw unusable(
          `Conflicting reference versions ${known} and ${target.version} of ${reference.name}`,
        )
      }
      return target
    }
    versions.set(reference.name, target.version)
    if (versions.size > work.options.maxReferences) {
      throw unusable(`More than ${work.options.maxReferences} referenced schemas`)
    }
    for (const inner of schema.references) await visit(schema.context, inner)
    texts.push(schema.text)
    return target
  }

  for (const reference of references) {
    const target = await visit(context, reference)
    direct.push({ reference: { ...reference, version: target.version }, target })
  }
  return {
    references: direct.map(({ reference }) => reference),
    targets: direct.map(({ target }) => target),
    texts,
  }
}

async function follow(
  { store }: Work,
  parent: Context,
  reference: SchemaReference,
  deleted: boolean,
): Promise<{ target: ReferenceTarget; schema: StoredSchema }> {
  const subject = parseSubject(reference.subject, parent)
  const row =
    reference.version === -1
      ? await store.versions.latest(subject)
      : await store.versions.get(subject, reference.version)
  const schema =
    row && (deleted || !row.deleted) && (await store.schemas.get(subject.context, row.id))
  if (!row || !schema) {
    throw unusable(
      `No schema reference found for subject "${formatSubject(subject)}" and version ${reference.version}`,
    )
  }
  return { target: { subject, version: row.version }, schema }
}

function unusable(reason: string): Error {
  return invalidSchema(`Invalid schema of type AVRO, details: ${reason}`)
}
