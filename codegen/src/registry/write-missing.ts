import { existsSync } from 'node:fs'
import { lockedPath } from './lock-file.ts'
import { formatted } from './save-schemas.ts'
import type { LockCheck } from './verify-lock.ts'
import { writeWhole } from './write-whole.ts'

/** Writes the files of a lock file that do not exist; gives their number. Throws UsageError. */
export function writeMissing(
  checks: readonly LockCheck[],
  { folder, format }: { readonly folder: string; readonly format: boolean },
): number {
  let count = 0
  for (const { locked, taken } of checks) {
    const path = lockedPath(folder, locked.file)
    if (!taken || existsSync(path)) continue
    writeWhole(path, format ? formatted(taken.text) : taken.text)
    count++
  }
  return count
}
