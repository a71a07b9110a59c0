import type { SchemaReference } from '@magicbyte/avro'
import type { RegistryClient } from '@magicbyte/client'
import { UsageError } from '../inputs/input-error.ts'
import { foundVersion } from '../registry/registered-version.ts'
import { orMissing } from '../registry/registry-failure.ts'
import type { RegisterAction } from './plan.ts'
import type { ReferenceWish } from './reference-wish.ts'

/** Versions of subjects, undefined for those that get a new one. */
export type SubjectVersions = Map<string, number | undefined>

/**
 * References with the versions they lead to; without one where the subject gets a new version.
 * Throws UsageError for a subject that does not exist.
 */
export async function resolveReferences(
  client: RegistryClient,
  references: readonly ReferenceWish[],
  versions: SubjectVersions,
): Promise<readonly ReferenceWish[]> {
  const resolved: ReferenceWish[] = []
  for (const { name, subject, version } of references) {
    if (version !== undefined) {
      resolved.push({ name, subject, version })
      continue
    }
    if (!versions.has(subject)) {
      const latest = await orMissing(client.getVersion({ subject, version: 'latest' }))
      if (latest === undefined) throw new UsageError(`There is no subject ${subject} to refer to`)
      versions.set(subject, foundVersion(latest).version)
    }
    const known = versions.get(subject)
    resolved.push({ name, subject, ...(known !== undefined && { version: known }) })
  }
  return resolved
}

/** The version of a subject that stands for a schema; undefined if there is none. */
export async function lookUp(
  client: RegistryClient,
  action: Pick<RegisterAction, 'target' | 'schema' | 'references' | 'normalize'>,
): Promise<number | undefined> {
  const found = await orMissing(client.lookUpSchema(requestOf(action)))
  return found === undefined ? undefined : foundVersion(found).version
}

/** What is sent to register or to find a schema whose references have versions. */
export function requestOf({
  target,
  schema,
  references,
  normalize,
}: Pick<RegisterAction, 'target' | 'schema' | 'references' | 'normalize'>) {
  const list = references.map(({ name, subject, version }): SchemaReference => {
    if (version === undefined) throw new Error('every reference has a version by now')
    return { name, subject, version }
  })
  return {
    subject: target,
    body: { schema, ...(list.length > 0 && { references: list }) },
    ...(normalize && { normalize }),
  }
}
