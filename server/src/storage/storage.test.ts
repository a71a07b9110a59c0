import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../test/sample-database.ts'
import { storageContract } from '../../test/support/storage-contract.ts'
import type { Database } from './database.ts'
import { DatabaseFileError, openSqlite } from './sqlite.ts'

let file: string

beforeEach(() => {
  file = join(temporaryFolder(), 'registry.db')
})

describe('SQLite', () => {
  storageContract(async () => openSqlite(file))

  test('makes the folder of a new database', () => {
    file = join(file, 'new', 'folder', 'registry.db')
    openForTest()
    expect(existsSync(file)).toBe(true)
  })

  test('refuses a file that is something else', () => {
    writeFileSync(file, 'This is a letter to a friend, and no database at all.'.repeat(40))
    expect(() => openSqlite(file)).toThrow(DatabaseFileError)
    expect(() => openSqlite(file)).toThrow(`Cannot use ${file} as a database`)
  })

  test('refuses a file that is out of reach', () => {
    writeFileSync(file, '')
    expect(() => openSqlite(join(file, 'registry.db'))).toThrow(DatabaseFileError)
  })

  test('survives power loss and holds its foreign keys', async () => {
    const db = openForTest()
    const pragma = (name: string) =>
      db.transaction(async (tx) => Object.values((await tx.query(`PRAGMA ${name}`))[0]!)[0])
    expect(await pragma('journal_mode')).toBe('wal')
    expect(await pragma('synchronous')).toBe(2)
    expect(await pragma('foreign_keys')).toBe(1)
  })

  test('writes in transactions only', async () => {
    const db = openForTest()
    await expect(db.query('CREATE TABLE t (n INTEGER)')).rejects.toThrow(/readonly/)
  })
})

function openForTest(): Database {
  const db = openSqlite(file)
  onTestFinished(() => db.close())
  return db
}
