import type { CompatibilityLevel } from '@magicbyte/avro'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { SchemaFile } from '../inputs/schema-file.ts'
import { checkVersion } from './check-version.ts'
import type { HistorySource } from './history.ts'

/**
 * Compares files with their histories: findings, and how many files have earlier versions. Files
 * that are not sound are passed over.
 */
export async function checkFiles(
  files: readonly SchemaFile[],
  history: HistorySource,
  level: CompatibilityLevel,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly compared: number }> {
  const all = level.endsWith('_TRANSITIVE')
  const diagnostics: Diagnostic[] = []
  let compared = 0
  for (const file of files) {
    const resolved = file.resolved()
    if (!resolved) continue
    const versions = await history.versionsOf(file, { all })
    if (versions.length > 0) compared++
    for (const version of all ? versions : versions.slice(0, 1)) {
      diagnostics.push(...checkVersion({ resolved, version, level }))
    }
  }
  return { diagnostics, compared }
}
