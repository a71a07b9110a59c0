import type { Database } from './database.ts'

export interface Migration {
  readonly name: string
  readonly sql: string
}

/** The database holds migrations that this program does not know: a newer one wrote it. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError'
  readonly code = 'DATABASE_NEWER'

  constructor(unknown: readonly string[]) {
    super(
      `The database was written by a newer Magicbyte (it holds the migrations ${unknown.join(', ')}). ` +
        'Start that version, or restore a backup made by this one.',
    )
  }
}

/**
 * Applies the migrations not applied yet, in order, each in a transaction of its own.
 * Refuses a database that a newer program has migrated with NewerDatabaseError.
 */
export async function migrate(db: Database, migrations: readonly Migration[]): Promise<void> {
  const known = migrations.filter(({ name }) => appliesTo(name, db.engine))
  await refuseNewer(db, known)
  for (const migration of known) await apply(db, migration)
}

async function refuseNewer(db: Database, known: readonly Migration[]): Promise<void> {
  const applied = await db.transaction(async (tx) => {
    await tx.query('CREATE TABLE IF NOT EXISTS migrations (name TEXT NOT NULL PRIMARY KEY)')
    return tx.query<{ name: string }>('SELECT name FROM migrations ORDER BY name')
  })
  const names = new Set(known.map(({ name }) => name))
  const unknown = applied.map(({ name }) => name).filter((name) => !names.has(name))
  if (unknown.length > 0) throw new NewerDatabaseError(unknown)
}

function apply(db: Database, { name, sql }: Migration): Promise<void> {
  return db.transaction(async (tx) => {
    // Inserted first, so that nodes that start together collide here and not half-way.
    const inserted = await tx.query(
      'INSERT INTO migrations (name) VALUES ($1) ON CONFLICT DO NOTHING RETURNING name',
      [name],
    )
    if (inserted.length === 0) return
    for (const statement of statements(sql)) await tx.query(statement)
  })
}

/** `0002_x.sql` runs everywhere, `0002_x.postgres.sql` on PostgreSQL only. */
function appliesTo(file: string, engine: string): boolean {
  const [, kind, extension] = file.split('.')
  return kind === 'sql' || (kind === engine && extension === 'sql')
}

/** Migrations hold no semicolon but the one that ends a statement. */
function statements(sql: string): string[] {
  return sql
    .replace(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}
