import { mkdirSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'

/** The right to write a database; ends with the process, however that ends. */
export interface DatabaseLock {
  release(): void
}

/** A database could not be locked, mostly because another process holds it. */
export class DatabaseLockError extends Error {
  override readonly name = 'DatabaseLockError'
  readonly code = 'DATABASE_LOCK'
}

/**
 * Takes the one lock on a database file, whether the file exists or not; its folder is made when
 * missing. Throws a DatabaseLockError when the lock is taken. `:memory:` needs none.
 *
 * The lock is an open transaction on a second file, `<file>-lock`, which stays. Unlike a file that
 * holds a process id it is freed by the operating system when the process dies.
 */
export function lockDatabase(file: string): DatabaseLock {
  if (file === ':memory:') return { release() {} }
  const lockFile = `${canonicalPath(file)}-lock`
  let db: Sqlite.Database | undefined
  try {
    db = new Sqlite(lockFile, { timeout: 0 })
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db?.close()
    throw new DatabaseLockError(reason(error, { file, lockFile }), { cause: error })
  }
  held.add(db)
  return {
    release() {
      held.delete(db)
      db.close()
    },
  }
}

/** A connection that nothing refers to is closed by the garbage collector, and the lock with it. */
const held = new Set<Sqlite.Database>()

/** One path for one file, whichever symbolic links lead to it. Makes its folder when missing. */
export function canonicalPath(file: string): string {
  const folder = dirname(resolve(file))
  mkdirSync(folder, { recursive: true })
  try {
    return realpathSync(file)
  } catch {
    return join(realpathSync(folder), basename(file))
  }
}

function reason(error: unknown, { file, lockFile }: { file: string; lockFile: string }): string {
  if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY') {
    return `The database ${file} is in use by another process. Stop the server that runs on it first.`
  }
  return `The database ${file} cannot be locked with ${lockFile}: ${(error as Error).message}`
}
