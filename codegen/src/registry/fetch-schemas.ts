import type { Session } from '../cli/session.ts'
import type { Config } from '../config/config.ts'
import { MAX_FILE_SIZE, type SourceFile } from '../inputs/source-file.ts'
import { withRegistry } from './connection.ts'
import { readLock } from './lock-file.ts'
import { registryPath } from './registry-path.ts'
import { subjectFileName } from './subject-file.ts'
import { qualifiedSubject, type TakenSchema, takeSchemas } from './take-schemas.ts'

/** Schemas of a registry as source files. */
export interface FetchedSchemas {
  /** The newest of the versions that were asked for, and all that they refer to. */
  readonly current: readonly SourceFile[]
  /** Each earlier version, with all that it refers to: they need not go with the newest ones. */
  readonly earlier: readonly EarlierVersion[]
}

/** A version that was followed by another. */
export interface EarlierVersion {
  readonly source: SourceFile
  readonly references: readonly SourceFile[]
}

/**
 * The schemas that names and patterns of subjects mean, and all that they refer to, as source files
 * for sets of schemas. Their paths are `registry:SUBJECT@VERSION.avsc`; nothing is written. Where no
 * version is said the one that was pulled last counts, else the latest. Throws UsageError and
 * RegistryUnavailableError.
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
): Promise<FetchedSchemas> {
  const pulled = pulledVersions(folder)
  const taken = await withRegistry(session, { config, options }, async ({ client }) => {
    return await takeSchemas(client, subjects, {
      onSkipped: session.progress,
      onTaken: (done, total) => session.bar.show('schemas', done, total),
      versionOf: (subject) => pulled.get(subject),
    })
  })
  session.progress(`${taken.length} schemas of the registry`)
  return splitVersions(taken)
}

function splitVersions(taken: readonly TakenSchema[]): FetchedSchemas {
  const byPath = new Map(taken.map((schema) => [pathOf(schema), schema]))
  const newest = new Map(taken.map(({ subject, version }) => [subject, version]))
  const isReferred = new Set(taken.flatMap(referredPaths))
  const current: SourceFile[] = []
  const earlier: EarlierVersion[] = []
  for (const [path, schema] of byPath) {
    if (newest.get(schema.subject) === schema.version || isReferred.has(path)) {
      current.push(toSource(schema))
      continue
    }
    const needed = new Set(referredPaths(schema))
    for (const next of needed) {
      for (const further of referredPaths(byPath.get(next))) needed.add(further)
    }
    const references = [...needed].flatMap((other) => {
      const found = byPath.get(other)
      return found ? [toSource(found)] : []
    })
    earlier.push({ source: toSource(schema), references })
  }
  return { current, earlier }
}

function pathOf({ subject, version }: TakenSchema): string {
  return registryPath(subject, version)
}

function referredPaths(schema: TakenSchema | undefined): readonly string[] {
  if (!schema) return []
  return schema.references.map(({ subject, version }) => {
    return registryPath(qualifiedSubject(subject, schema.subject), version)
  })
}

/** A version as a file for a set of schemas; a text that is too large is a failure. */
export function toSource(schema: TakenSchema): SourceFile {
  const path = pathOf(schema)
  const file = { path, location: path, hasBom: false }
  if (Buffer.byteLength(schema.text) <= MAX_FILE_SIZE) return { ...file, text: schema.text }
  return { ...file, text: '', failure: 'The schema is too large' }
}

/** The versions that were pulled under the names of their subjects alone. */
function pulledVersions(folder: string): ReadonlyMap<string, number> {
  const entries = (readLock(folder) ?? []).flatMap(({ subject, version, file }) => {
    const name = file.slice(file.lastIndexOf('/') + 1)
    return name === subjectFileName(subject) ? [[subject, version] as const] : []
  })
  return new Map(entries)
}
