import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  changeDatabase,
  createDatabase,
  lastIds,
  migrations,
  temporaryFolder,
} from '../../test/sample-database.ts'
import { backupDatabase } from './backup.ts'
import { BackupError } from './database-copy.ts'
import { DatabaseLockError, lockDatabase } from './lock.ts'
import { migrate } from './migrate.ts'
import { restoreDatabase } from './restore.ts'
import { openSqlite } from './sqlite.ts'

const now = () => new Date('2026-11-24T21:45:00.123Z')
const options = { migrations, now }
const KEPT = 'magicbyte.db.before-restore-2026-11-24T21-45-00-123Z'

test('a backup is restored where there was no database', async () => {
  const { folder, database, backup } = await sample()
  const elsewhere = join(folder, 'new', 'magicbyte.db')
  expect(await restoreDatabase(backup, elsewhere, options)).toEqual({
    kept: undefined,
    raisedContexts: [],
  })
  expect(lastIds(elsewhere)).toEqual(lastIds(database))
})

test('the replaced database is kept with all it held', async () => {
  const { folder, database, backup } = await sample()
  const server = openSqlite(database)
  await server.query('SELECT 1')
  changeDatabase(database, (db) => db.exec("UPDATE contexts SET last_id = 9 WHERE name = '.'"))
  await server.close()
  const { kept } = await restoreDatabase(backup, database, options)
  expect(kept).toBe(join(folder, KEPT))
  expect(lastIds(kept!)).toEqual({ '.': 9, '.eu': 2 })
  expect(databases(folder)).toEqual(['backup.db', 'magicbyte.db', KEPT])
})

test('the restored database opens as before', async () => {
  const { database, backup } = await sample()
  await restoreDatabase(backup, database, options)
  const server = openSqlite(database)
  await migrate(server, migrations)
  expect(await server.query('SELECT COUNT(*) AS n FROM versions')).toEqual([{ n: 5 }])
  await server.close()
})

test('ids go on after those of the replaced database', async () => {
  const { database, backup } = await sample()
  changeDatabase(database, (db) => {
    db.exec("UPDATE contexts SET last_id = 9 WHERE name = '.'")
    db.exec("UPDATE contexts SET last_id = 1 WHERE name = '.eu'")
    db.exec("INSERT INTO contexts (name, last_id) VALUES ('.us', 4), ('.unused', 0)")
  })
  const { raisedContexts } = await restoreDatabase(backup, database, options)
  expect(raisedContexts).toEqual(['.', '.us'])
  expect(lastIds(database)).toEqual({ '.': 9, '.eu': 2, '.us': 4 })
})

test('the number of the last change goes on, so that nobody takes an old answer for a new one', async () => {
  const { database, backup } = await sample()
  changeDatabase(database, (db) => db.exec('UPDATE registry SET revision = 70'))
  await restoreDatabase(backup, database, options)
  const revision = 'SELECT revision FROM registry'
  expect(changeDatabase(database, (db) => db.prepare(revision).pluck().get())).toBe(71)
})

test('a database on which a server runs is not replaced', async () => {
  const { folder, database, backup } = await sample()
  const lock = lockDatabase(database)
  await expect(restoreDatabase(backup, database, options)).rejects.toThrow(DatabaseLockError)
  lock.release()
  expect(databases(folder)).toEqual(['backup.db', 'magicbyte.db'])
})

test('a database that a program without the lock has open is not replaced', async () => {
  const { folder, database, backup } = await sample()
  const program = openSqlite(database)
  await expect(restoreDatabase(backup, database, options)).rejects.toThrow(
    new BackupError(`${database} is in use by another process.`),
  )
  await program.close()
  expect(databases(folder)).toEqual(['backup.db', 'magicbyte.db'])
})

test.each<[rule: string, spoil: (backup: string) => void, message: RegExp]>([
  ['is damaged', (file) => truncateSync(file, 4096), /malformed|is damaged/],
  ['is no database', (file) => writeFileSync(file, 'x'.repeat(5000)), /file is not a database$/],
  [
    "is another program's",
    (file) => changeDatabase(file, (db) => db.exec('DROP TABLE migrations')),
    /is not a Magicbyte database\.$/,
  ],
  [
    'is of a newer version',
    (file) =>
      changeDatabase(file, (db) => db.exec("INSERT INTO migrations VALUES ('9999_later.sql')")),
    /was written by a newer version \(it holds 9999_later\.sql\)/,
  ],
])('a backup that %s is refused, and the database stays', async (_rule, spoil, message) => {
  const { folder, database, backup } = await sample()
  spoil(backup)
  const before = readFileSync(database)
  await expect(restoreDatabase(backup, database, options)).rejects.toThrow(message)
  expect(readFileSync(database)).toEqual(before)
  expect(databases(folder)).toEqual(['backup.db', 'magicbyte.db'])
})

test('a database whose id counters cannot be read is not replaced until it is moved away', async () => {
  const { folder, database, backup } = await sample()
  writeFileSync(database, 'x'.repeat(5000))
  await expect(restoreDatabase(backup, database, options)).rejects.toThrow(
    `The id counters of ${database} cannot be read (file is not a database). To restore without them ` +
      'move the file away: ids that clients know may then be given to other schemas.',
  )
  expect(databases(folder)).toEqual(['backup.db', 'magicbyte.db'])
  expect(readFileSync(database, 'utf8')).toBe('x'.repeat(5000))
})

test('an empty file is replaced', async () => {
  const { database, backup } = await sample()
  truncateSync(database, 0)
  await restoreDatabase(backup, database, options)
  expect(lastIds(database)).toEqual({ '.': 3, '.eu': 2 })
})

test('what SQLite left beside a database that is gone is not applied to the restored one', async () => {
  const { folder, backup } = await sample()
  const database = join(folder, 'other.db')
  const server = openSqlite(database)
  await server.transaction((tx) => tx.query('CREATE TABLE contexts (name TEXT, last_id INTEGER)'))
  copyFileSync(`${database}-wal`, join(folder, 'left-over'))
  await server.close()
  changeDatabase(database, (db) => db.pragma('journal_mode = DELETE'))
  const gone = join(folder, 'gone.db')
  copyFileSync(join(folder, 'left-over'), `${gone}-wal`)

  await restoreDatabase(backup, gone, options)
  expect(lastIds(gone)).toEqual({ '.': 3, '.eu': 2 })
  expect(existsSync(`${gone}.before-restore-2026-11-24T21-45-00-123Z-wal`)).toBe(true)
})

test('when the last step fails the database stays', async () => {
  const { folder, database, backup } = await sample()
  const kept = join(folder, KEPT)
  writeFileSync(kept, 'of an earlier restore')
  changeDatabase(database, (db) => db.exec("UPDATE contexts SET last_id = 8 WHERE name = '.'"))
  await expect(restoreDatabase(backup, database, options)).rejects.toThrow(/EEXIST/)
  expect(lastIds(database)).toEqual({ '.': 8, '.eu': 2 })
  expect(readFileSync(kept, 'utf8')).toBe('of an earlier restore')
  expect(databases(folder)).toEqual(['backup.db', 'magicbyte.db', KEPT])
})

test('a backup on a medium that cannot be written is restored', async () => {
  const { folder, database, backup } = await sample()
  const medium = join(folder, 'medium')
  mkdirSync(medium)
  copyFileSync(backup, join(medium, 'backup.db'))
  chmodSync(join(medium, 'backup.db'), 0o444)
  chmodSync(medium, 0o555)
  await restoreDatabase(join(medium, 'backup.db'), database, options)
  chmodSync(medium, 0o755)
  expect(lastIds(database)).toEqual({ '.': 3, '.eu': 2 })
})

/** A database with a backup of it beside it. */
async function sample() {
  const folder = join(temporaryFolder(), 'data')
  mkdirSync(folder)
  const [database, backup] = [join(folder, 'magicbyte.db'), join(folder, 'backup.db')]
  await createDatabase(database, { '.': 3, '.eu': 2 })
  await backupDatabase(database, backup)
  return { folder, database, backup }
}

/** The files in a folder but the lock, which stays. */
function databases(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.endsWith('-lock'))
    .sort()
}
