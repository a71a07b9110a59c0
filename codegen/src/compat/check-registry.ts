import { type CompatibilityLevel, compatibilityLevels } from '@magicbyte/avro'
import { type RegistryClient, SchemaStore } from '@magicbyte/client'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { SchemaFile } from '../inputs/schema-file.ts'
import type { FileSubjects } from '../registry/file-subjects.ts'
import { orMissing } from '../registry/registry-failure.ts'
import { askRegistry } from './ask-registry.ts'
import { checkFiles } from './check-files.ts'
import { historyOfSubject } from './registry-history.ts'

/** How files are compared with what a registry has. */
export interface RegistryCheckOptions {
  readonly client: RegistryClient
  readonly subjectsOf: FileSubjects
  /** Instead of the levels that the registry says. */
  readonly level?: CompatibilityLevel | undefined
  /** The level where the registry says none. */
  readonly usual: CompatibilityLevel
  /** Whether the registry itself is to judge. */
  readonly remote: boolean
  readonly progress: (line: string) => void
  /** Told of how many files are done before each. */
  readonly onFile?: (index: number) => void
}

/**
 * Compares each file with the versions of its subjects, at the level that holds for each. Gives
 * findings, and how many files have earlier versions. Files that are not sound are passed over.
 */
export async function checkAgainstRegistry(
  files: readonly SchemaFile[],
  options: RegistryCheckOptions,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly compared: number }> {
  const { client, subjectsOf, remote, progress, onFile } = options
  const store = new SchemaStore(client)
  const diagnostics: Diagnostic[] = []
  let compared = 0
  try {
    for (const [index, file] of files.entries()) {
      onFile?.(index)
      if (!file.resolved()) continue
      let hasEarlier = false
      for (const subject of subjectsOf(file)) {
        const asked = remote
          ? await askRegistry(file, { client, subject })
          : await checkFiles(
              [file],
              historyOfSubject({ client, store, subject, onSkipped: progress }),
              await levelOf(subject, options),
            )
        diagnostics.push(...asked.diagnostics)
        hasEarlier ||= asked.compared > 0
      }
      if (hasEarlier) compared++
    }
    return { diagnostics, compared }
  } finally {
    store.close()
  }
}

async function levelOf(
  subject: string,
  { client, level, usual, progress }: RegistryCheckOptions,
): Promise<CompatibilityLevel> {
  if (level !== undefined) return level
  const config = await orMissing(client.getSubjectConfig({ subject, defaultToGlobal: true }))
  const { compatibilityLevel, compatibilityGroup } = config ?? {}
  if (compatibilityGroup !== undefined) {
    progress(
      `${subject} has compatibility groups, which are not looked at here; --remote asks the registry`,
    )
  }
  return compatibilityLevels.find((known) => known === compatibilityLevel) ?? usual
}
