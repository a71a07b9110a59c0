import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'

/** A backup could not be made or put back; the message says why and what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
  readonly code = 'BACKUP'
}

/** How many rows each table holds. */
export type RowCounts = ReadonlyMap<string, number>

/** Files that SQLite keeps beside a database. */
export const SIDECARS = ['-wal', '-shm', '-journal']

/**
 * Copies a database, as it is at one moment, to a new file on disk: also while a server writes it.
 * The copy is one file, holds every row and has passed SQLite's checks. Throws a BackupError when
 * the source is no sound database of ours; then there may be a copy, to be removed by the caller.
 */
export async function copyDatabase(source: string, target: string): Promise<RowCounts> {
  if (!existsSync(source)) throw new BackupError(`There is no file ${source}.`)
  try {
    const db = new Sqlite(source, { fileMustExist: true })
    try {
      // The backup shows what this transaction sees, whatever is committed in the meantime.
      db.exec('BEGIN')
      const rows = countRows(db)
      await db.backup(target, { progress: () => ALL_PAGES })
      checkCopy(target, rows)
      flush(target)
      return rows
    } finally {
      db.close()
    }
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) throw new BackupError(`${source}: ${error.message}`)
    if (error instanceof Damage) throw new BackupError(`${source} ${error.message}`)
    throw error
  }
}

/** Removes a database and the files beside it, if they exist. */
export function removeDatabase(file: string): void {
  for (const suffix of ['', ...SIDECARS]) rmSync(file + suffix, { force: true })
}

/** Waits until a file's content, or a folder's entries, are on disk. */
export function flush(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** The names of the tables of a database. */
export function tableNames(db: Sqlite.Database): string[] {
  const ofTables =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'"
  return db.prepare<[], string>(`${ofTables} ESCAPE '\\'`).pluck().all()
}

const ALL_PAGES = 0x7fffffff

class Damage extends Error {}

function countRows(db: Sqlite.Database): RowCounts {
  const names = tableNames(db)
  if (!names.includes('migrations') || !names.includes('contexts')) {
    throw new Damage('is not a Magicbyte database.')
  }
  return new Map(
    names.map((name) => {
      const count = db.prepare<[], number>(`SELECT COUNT(*) FROM "${name.replaceAll('"', '""')}"`)
      return [name, count.pluck().get() ?? 0]
    }),
  )
}

function checkCopy(file: string, rows: RowCounts): void {
  const db = new Sqlite(file)
  try {
    db.pragma('journal_mode = DELETE')
    const integrity = db.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') throw new Damage(`is damaged: ${integrity}`)
    const [orphan] = db.pragma('foreign_key_check') as { table: string }[]
    if (orphan) throw new Damage(`is damaged: ${orphan.table} refers to a row that is not there.`)
    for (const [table, count] of countRows(db)) {
      if (rows.get(table) !== count) throw new Damage(`was not copied whole: ${table} lacks rows.`)
    }
  } finally {
    db.close()
  }
}
