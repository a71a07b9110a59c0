import { randomUUID } from 'node:crypto'
import { constants, copyFileSync, existsSync, linkSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import {
  BackupError,
  copyDatabase,
  flush,
  removeDatabase,
  SIDECARS,
  tableNames,
} from './database-copy.ts'
import { canonicalPath, lockDatabase } from './lock.ts'
import type { Migration } from './migrate.ts'

export interface RestoreOptions {
  /** All that this program knows. */
  readonly migrations: readonly Migration[]
  readonly now?: () => Date
}

/** What a restore changed. */
export interface RestoreReport {
  /** Where the replaced database is kept, if there was one. */
  readonly kept: string | undefined
  /** The contexts whose ids go on after those of the replaced database, not of the backup. */
  readonly raisedContexts: readonly string[]
}

/** What must not go backwards. */
interface Counters {
  readonly revision: number
  readonly lastIds: readonly { readonly name: string; readonly last_id: number }[]
}

/**
 * Puts a backup in the place of a database on which no server runs. The replaced database is kept
 * beside it, and its id counters go on, so that no id is ever given to a second schema. Throws a
 * BackupError or a DatabaseLockError, and then leaves the database in its place.
 */
export async function restoreDatabase(
  backup: string,
  database: string,
  { migrations, now = () => new Date() }: RestoreOptions,
): Promise<RestoreReport> {
  const lock = lockDatabase(database)
  const file = canonicalPath(database)
  const temporary = `${file}.${randomUUID()}`
  try {
    await copyDatabase(backup, temporary)
    refuseNewer(backup, temporary, migrations)
    const replaces = existsSync(file)
    const raisedContexts = replaces ? raiseCounters(temporary, closedCounters(file)) : []
    flush(temporary)
    const kept = `${file}.before-restore-${now().toISOString().replace(/[:.]/g, '-')}`
    if (replaces) giveSecondName(file, kept)
    moveSidecars(file, kept)
    renameSync(temporary, file)
    flush(dirname(file))
    return { kept: replaces ? kept : undefined, raisedContexts }
  } finally {
    removeDatabase(temporary)
    lock.release()
  }
}

function refuseNewer(backup: string, copy: string, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name))
  const applied = using(copy, (db) =>
    db.prepare<[], string>('SELECT name FROM migrations').pluck().all(),
  )
  const unknown = applied.filter((name) => !known.has(name))
  if (unknown.length === 0) return
  throw new BackupError(
    `${backup} was written by a newer version (it holds ${unknown.join(', ')}). Restore it with that version.`,
  )
}

/** Folds what SQLite keeps beside the database into it, so that it is one file, and reads it. */
function closedCounters(file: string): Counters {
  try {
    return using(file, (db) => {
      db.pragma('journal_mode = DELETE')
      if (tableNames(db).length === 0) return { revision: 0, lastIds: [] }
      return {
        revision: db.prepare<[], number>('SELECT revision FROM registry').pluck().get() ?? 0,
        lastIds: db
          .prepare<[], { name: string; last_id: number }>(
            'SELECT name, last_id FROM contexts WHERE last_id > 0',
          )
          .all(),
      }
    })
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error
    if (error.code === 'SQLITE_BUSY') throw new BackupError(`${file} is in use by another process.`)
    throw new BackupError(
      `The id counters of ${file} cannot be read (${error.message}). To restore without them move the ` +
        'file away: ids that clients know may then be given to other schemas.',
    )
  }
}

/** Gives the contexts that were behind. */
function raiseCounters(copy: string, { revision, lastIds }: Counters): string[] {
  return using(copy, (db) => {
    const raise = db.prepare(
      `INSERT INTO contexts (name, last_id) VALUES (?, ?)
       ON CONFLICT (name) DO UPDATE SET last_id = excluded.last_id
         WHERE excluded.last_id > last_id`,
    )
    const raiseAll = db.transaction(() => {
      db.prepare('UPDATE registry SET revision = MAX(revision, ?) + 1').run(revision)
      return lastIds.filter(({ name, last_id }) => raise.run(name, last_id).changes > 0)
    })
    return raiseAll().map(({ name }) => name)
  })
}

/** The file is never without a name, unlike when it is moved. */
function giveSecondName(file: string, name: string): void {
  try {
    linkSync(file, name)
  } catch {
    // No hard links here; if anything else is wrong, copying fails too and says so.
    copyFileSync(file, name, constants.COPYFILE_EXCL)
    flush(name)
  }
}

/** Left there, they would be applied to the restored database. */
function moveSidecars(file: string, kept: string): void {
  for (const suffix of SIDECARS) {
    if (existsSync(file + suffix)) renameSync(file + suffix, kept + suffix)
  }
}

function using<T>(file: string, work: (db: Sqlite.Database) => T): T {
  const db = new Sqlite(file, { fileMustExist: true, timeout: 0 })
  try {
    return work(db)
  } finally {
    db.close()
  }
}
