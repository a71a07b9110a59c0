import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import {
  addVersion,
  changeDatabase,
  createDatabase,
  lastIds,
  temporaryFolder,
} from '../../test/sample-database.ts'
import { backupDatabase } from './backup.ts'
import { BackupError } from './database-copy.ts'
import { openSqlite } from './sqlite.ts'

test('a backup holds all rows in one file', async () => {
  const { folder, database, backup } = await sample()
  const { bytes, rows } = await backupDatabase(database, backup)
  expect(Object.fromEntries(rows)).toMatchObject({ contexts: 2, schemas: 5, versions: 5 })
  expect(bytes).toBe(statSync(backup).size)
  expect(lastIds(backup)).toEqual({ '.': 3, '.eu': 2 })
  expect(changeDatabase(backup, (db) => db.pragma('journal_mode', { simple: true }))).toBe('delete')
  expect(readdirSync(folder).sort()).toEqual(['backup.db', 'magicbyte.db'])
})

test('a backup of a database that is being written shows one moment of it', async () => {
  const { database, backup } = await sample()
  const server = openSqlite(database)
  const backups = backupDatabase(database, backup)
  for (let id = 4; id <= 40; id++) {
    await server.transaction(async (tx) => {
      await tx.query("UPDATE contexts SET last_id = $1 WHERE name = '.'", [id])
      await tx.query(
        "INSERT INTO schemas (context, id, guid, fingerprint, text) VALUES ('.', $1, $2, 'f', '1')",
        [id, String(id)],
      )
    })
  }
  const { rows } = await backups
  await server.close()
  expect(rows.get('schemas')).toBe(lastIds(backup)['.']! + 2)
})

test('what a killed server has committed is in the backup', async () => {
  const { database, backup } = await sample()
  await killWhileOpen(database, `db.exec("INSERT INTO contexts (name, last_id) VALUES ('.us', 7)")`)
  expect(existsSync(`${database}-wal`)).toBe(true)
  await backupDatabase(database, backup)
  expect(lastIds(backup)).toEqual({ '.': 3, '.eu': 2, '.us': 7 })
})

test('a backup never overwrites a file', async () => {
  const { folder, database, backup } = await sample()
  writeFileSync(backup, 'precious')
  await expect(backupDatabase(database, backup)).rejects.toThrow(
    new BackupError(`${backup} exists already, a backup never overwrites a file.`),
  )
  expect(readFileSync(backup, 'utf8')).toBe('precious')
  expect(readdirSync(folder).sort()).toEqual(['backup.db', 'magicbyte.db'])
})

test('of two backups to one file one wins, and nothing else is left', async () => {
  const { folder, database, backup } = await sample()
  const results = await Promise.allSettled([1, 2].map(() => backupDatabase(database, backup)))
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(readdirSync(folder).sort()).toEqual(['backup.db', 'magicbyte.db'])
})

test.each<[rule: string, spoil: (database: string) => void, message: RegExp]>([
  [
    'no database',
    (file) => writeFileSync(file, 'no database at all'.repeat(100)),
    /file is not a database$/,
  ],
  ['an empty file', (file) => truncateSync(file, 0), /is not a Magicbyte database\.$/],
  [
    "another program's database",
    (file) => changeDatabase(file, (db) => db.exec('DROP TABLE migrations')),
    /is not a Magicbyte database\.$/,
  ],
  ['half a file', (file) => truncateSync(file, statSync(file).size / 2), /malformed|is damaged/],
  ['an index with a page overwritten', overwriteIndexPage, /is damaged/],
  [
    'a row that refers to nothing',
    (file) => changeDatabase(file, dropSchemas),
    /is damaged: versions refers to a row that is not there\.$/,
  ],
])('a backup is not made of %s', async (_rule, spoil, message) => {
  const { folder, database, backup } = await sample()
  spoil(database)
  await expect(backupDatabase(database, backup)).rejects.toThrow(message)
  expect(readdirSync(folder)).toEqual(['magicbyte.db'])
})

test('a backup needs its source and its folder', async () => {
  const { folder, database } = await sample()
  const [missing, elsewhere] = [join(folder, 'gone.db'), join(folder, 'no-folder')]
  await expect(backupDatabase(missing, join(folder, 'b.db'))).rejects.toThrow(
    new BackupError(`There is no file ${missing}.`),
  )
  await expect(backupDatabase(database, join(elsewhere, 'b.db'))).rejects.toThrow(
    new BackupError(`There is no folder ${elsewhere}.`),
  )
  expect(readdirSync(folder)).toEqual(['magicbyte.db'])
})

async function sample() {
  const folder = join(temporaryFolder(), 'data')
  mkdirSync(folder)
  const [database, backup] = [join(folder, 'magicbyte.db'), join(folder, 'backup.db')]
  await createDatabase(database, { '.': 3, '.eu': 2 })
  return { folder, database, backup }
}

function overwriteIndexPage(file: string): void {
  const { page, size } = changeDatabase(file, (db) => {
    db.pragma('journal_mode = DELETE')
    db.prepare("INSERT INTO contexts (name) VALUES ('.many')").run()
    const addVersions = () => Array.from({ length: 2000 }, (_, i) => addVersion(db, '.many', i + 1))
    db.transaction(addVersions)()
    const leaf = "SELECT pageno FROM dbstat WHERE name = 'versions_by_schema' AND pagetype = 'leaf'"
    return {
      page: db.prepare<[], number>(leaf).pluck().get()!,
      size: db.pragma('page_size', { simple: true }) as number,
    }
  })
  const overwritten = Buffer.alloc(size / 2, 0xaa)
  writeSync(openSync(file, 'r+'), overwritten, 0, overwritten.length, page * size - size / 2)
}

function dropSchemas(db: Sqlite.Database): void {
  db.pragma('foreign_keys = OFF')
  db.exec('DELETE FROM schemas')
}

/** Runs statements in another process, which is killed while it has the database open. */
async function killWhileOpen(database: string, statements: string): Promise<void> {
  const program = `
    import Sqlite from 'better-sqlite3'
    const db = new Sqlite(${JSON.stringify(database)})
    db.pragma('journal_mode = WAL')
    ${statements}
    process.on('message', () => db.close())
    process.send('written')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'message')
  child.kill('SIGKILL')
  await once(child, 'exit')
}
