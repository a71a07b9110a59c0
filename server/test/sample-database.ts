import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { type Migration, migrate } from '../src/storage/migrate.ts'
import { openSqlite } from '../src/storage/sqlite.ts'

/** Every migration there is, read from where they are written. */
export const migrations: readonly Migration[] = readMigrations()

/** A folder that is removed at the end of the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'magicbyte-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** Creates a database in which the contexts have handed out as many ids as given, one version each. */
export async function createDatabase(
  file: string,
  lastIds: Readonly<Record<string, number>> = {},
): Promise<void> {
  const db = openSqlite(file)
  await migrate(db, migrations)
  await db.close()
  changeDatabase(file, (sqlite) => {
    const addContext = sqlite.prepare('INSERT INTO contexts (name, last_id) VALUES (?, ?)')
    for (const [context, lastId] of Object.entries(lastIds)) {
      addContext.run(context, lastId)
      for (let id = 1; id <= lastId; id++) addVersion(sqlite, context, id)
    }
  })
}

/** Works on a database file with plain SQL. */
export function changeDatabase<T>(file: string, work: (db: Sqlite.Database) => T): T {
  const db = new Sqlite(file)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** Adds a schema and a version that holds it, both numbered `id`. */
export function addVersion(db: Sqlite.Database, context: string, id: number): void {
  db.prepare(
    `INSERT INTO schemas (context, id, guid, fingerprint, text) VALUES (?, ?, ?, 'f', '"int"')`,
  ).run(context, id, `${context}/${id}`)
  db.prepare(
    `INSERT INTO versions (context, subject, version, schema_id, registered_at, revision)
     VALUES (?, 'orders-value', ?, ?, 0, 1)`,
  ).run(context, id, id)
}

/** The highest id that each context has handed out. */
export function lastIds(file: string): Record<string, number> {
  return changeDatabase(file, (db) => {
    const rows = db.prepare<[], [string, number]>(
      'SELECT name, last_id FROM contexts ORDER BY name',
    )
    return Object.fromEntries(rows.raw().all() as [string, number][])
  })
}

function readMigrations(): Migration[] {
  const folder = new URL('../../migrations/', import.meta.url)
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, sql: readFileSync(new URL(name, folder), 'utf8') }))
}
