import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Database, Queryable, Value } from './database.ts'

/** The file cannot be used as a database. */
export class DatabaseFileError extends Error {
  override readonly name = 'DatabaseFileError'
  readonly code = 'DATABASE_FILE'
}

/**
 * Opens or creates the database in `file`: one writer and one read-only connection, so that readers
 * never see an open transaction. A committed transaction survives power loss (synchronous=FULL).
 * Throws DatabaseFileError where the file is something else or out of reach.
 */
export function openSqlite(file: string): Database {
  const { writer, reader } = connect(file)
  const tx = queryable(writer)
  let last: Promise<unknown> = Promise.resolve()

  async function run<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    writer.exec('BEGIN IMMEDIATE')
    try {
      const result = await work(tx)
      writer.exec('COMMIT')
      return result
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK')
      throw error
    }
  }

  return {
    engine: 'sqlite',
    ...queryable(reader),
    transaction(work) {
      const turn = last.then(() => run(work))
      last = turn.catch(() => {})
      return turn
    },
    async close() {
      await last
      reader.close()
      writer.close()
    },
  }
}

function connect(file: string): { writer: Sqlite.Database; reader: Sqlite.Database } {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const writer = new Sqlite(file)
    writer.pragma('journal_mode = WAL')
    writer.pragma('synchronous = FULL')
    writer.pragma('foreign_keys = ON')
    writer.pragma('busy_timeout = 5000')
    const reader = new Sqlite(file, { readonly: true })
    reader.pragma('busy_timeout = 5000')
    return { writer, reader }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DatabaseFileError(`Cannot use ${file} as a database: ${reason}`, { cause: error })
  }
}

function queryable(db: Sqlite.Database): Queryable {
  const statements = new Map<string, Sqlite.Statement>()
  return {
    async query<R>(sql: string, params: readonly Value[] = []) {
      let statement = statements.get(sql)
      if (!statement) {
        statement = db.prepare(sql)
        statements.set(sql, statement)
      }
      const named = numbered(params)
      if (statement.reader) return statement.all(named) as R[]
      statement.run(named)
      return []
    },
  }
}

/** better-sqlite3 takes `$1` for a name, not a position. */
function numbered(params: readonly Value[]): Record<number, Value> {
  const named: Record<number, Value> = {}
  for (let i = 0; i < params.length; i++) named[i + 1] = params[i]!
  return named
}
