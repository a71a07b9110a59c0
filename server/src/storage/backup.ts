import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import {
  BackupError,
  copyDatabase,
  flush,
  type RowCounts,
  removeDatabase,
} from './database-copy.ts'

/** What a backup holds. */
export interface BackupReport {
  readonly bytes: number
  readonly rows: RowCounts
}

/**
 * Writes a checked copy of a database, as it is at one moment, to the new file `target`: also while
 * a server runs on it. An existing file is never overwritten, and nothing is there until all is.
 * Throws a BackupError.
 */
export async function backupDatabase(source: string, target: string): Promise<BackupReport> {
  const folder = dirname(resolve(target))
  if (!existsSync(folder)) throw new BackupError(`There is no folder ${folder}.`)
  if (existsSync(target)) throw alreadyThere(target)
  const temporary = join(folder, `.${basename(target)}.${randomUUID()}`)
  try {
    const rows = await copyDatabase(source, temporary)
    publish(temporary, target)
    flush(folder)
    return { bytes: statSync(target).size, rows }
  } finally {
    removeDatabase(temporary)
  }
}

function publish(temporary: string, target: string): void {
  try {
    linkSync(temporary, target)
  } catch {
    if (existsSync(target)) throw alreadyThere(target)
    // Some network file systems have no hard links.
    renameSync(temporary, target)
  }
}

function alreadyThere(target: string): BackupError {
  return new BackupError(`${target} exists already, a backup never overwrites a file.`)
}
