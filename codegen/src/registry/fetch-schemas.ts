import type { Session } from '../cli/session.ts'
import type { Config } from '../config/config.ts'
import { MAX_FILE_SIZE, type SourceFile } from '../inputs/source-file.ts'
import { withRegistry } from './connection.ts'
import { readLock } from './lock-file.ts'
import { subjectFileName } from './subject-file.ts'
import { takeSchemas } from './take-schemas.ts'

/**
 * The schemas that names and patterns of subjects mean, and all that they refer to, as source files
 * for a set of schemas. Their paths are `registry:SUBJECT@VERSION.avsc`; nothing is written. Where no
 * version is said the one that was pulled last counts, else the latest. Throws UsageError and RegistryUnavailableError.
 */
export async function fetchRegistrySchemas(
  session: Session,
  {
    config,
    folder,
    options,
    subjects,
  }: {
    readonly config: Config
    /** Absolute path of the folder of the lock file. */
    readonly folder: string
    readonly options: Readonly<Record<string, unknown>>
    readonly subjects: readonly string[]
  },
): Promise<readonly SourceFile[]> {
  const pulled = pulledVersions(folder)
  const taken = await withRegistry(session, { config, options }, async ({ client }) => {
    return await takeSchemas(client, subjects, {
      onSkipped: session.progress,
      versionOf: (subject) => pulled.get(subject),
    })
  })
  session.progress(`${taken.length} schemas of the registry`)
  return taken.map(({ subject, version, text }) => {
    const path = `registry:${subject}@${version}.avsc`
    const file = { path, location: path, hasBom: false }
    if (Buffer.byteLength(text) <= MAX_FILE_SIZE) return { ...file, text }
    return { ...file, text: '', failure: 'The schema is too large' }
  })
}

/** The versions that were pulled under the names of their subjects alone. */
function pulledVersions(folder: string): ReadonlyMap<string, number> {
  const entries = (readLock(folder) ?? []).flatMap(({ subject, version, file }) => {
    const name = file.slice(file.lastIndexOf('/') + 1)
    return name === subjectFileName(subject) ? [[subject, version] as const] : []
  })
  return new Map(entries)
}
