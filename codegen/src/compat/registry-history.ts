import type { RegistryClient } from '@magicbyte/client'
import { type RegisteredSchema, SchemaRegistryError, type SchemaStore } from '@magicbyte/client'
import { isMissing, orMissing } from '../registry/registry-failure.ts'
import { type HistoricVersion, type HistorySource, resolveRegistered } from './history.ts'

/** What is asked about a subject. */
export interface SubjectHistoryOptions {
  readonly client: RegistryClient
  readonly store: SchemaStore
  readonly subject: string
  /** Told of versions that cannot be compared because they are no usable Avro. */
  readonly onSkipped: (reason: string) => void
}

/** The versions that a registry has of a subject, whichever file is asked about. */
export function historyOfSubject(options: SubjectHistoryOptions): HistorySource {
  const { client, store, subject } = options
  return {
    async versionsOf(_file, { all }) {
      if (!all) {
        const latest = await readVersion(options, () => store.latest(subject))
        return latest ? [latest] : []
      }
      const numbers = (await orMissing(client.listVersions({ subject }))) ?? []
      const newestFirst = [...numbers].sort((a, b) => b - a)
      const versions: HistoricVersion[] = []
      for (const number of newestFirst) {
        const version = await readVersion(options, () => store.version(subject, number))
        if (version) versions.push(version)
      }
      return versions
    },
  }
}

async function readVersion(
  { subject, onSkipped }: SubjectHistoryOptions,
  read: () => Promise<RegisteredSchema>,
): Promise<HistoricVersion | undefined> {
  try {
    const { version = 0, id, schema, referenceTexts } = await read()
    const label = `${subject} v${version} (id ${id})`
    const resolved = resolveRegistered({ label, text: schema, references: referenceTexts })
    return resolved && { label, version, subject, resolved }
  } catch (error) {
    if (isMissing(error)) return undefined
    if (!(error instanceof SchemaRegistryError) || error.code !== 'UNSUPPORTED_SCHEMA') throw error
    onSkipped(error.message)
    return undefined
  }
}
