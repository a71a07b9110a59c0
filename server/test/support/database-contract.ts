import { describe, expect, onTestFinished, test } from 'vitest'
import type { Database, Queryable } from '../../src/storage/database.ts'

/** What a Database promises of transactions and statements; `open` as in storageContract. */
export function databaseContract(open: () => Promise<Database>): void {
  async function empty(): Promise<Database> {
    const db = await open()
    onTestFinished(() => db.close())
    return db
  }

  /** With a table of one counter. */
  async function counting(): Promise<Database> {
    const db = await empty()
    await db.transaction(async (tx) => {
      await tx.query('CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, n BIGINT NOT NULL)')
      await tx.query('INSERT INTO counters (name, n) VALUES ($1, $2)', ['a', 0])
    })
    return db
  }

  describe('a transaction', () => {
    test('is fulfilled with what its work gives, and its writes are there', async () => {
      const db = await counting()
      const given = await db.transaction(async (tx) => {
        await set(tx, 7)
        return read(tx)
      })
      expect(given).toBe(7)
      expect(await read(db)).toBe(7)
    })

    test('is undone by a throw, and rejected with what was thrown', async () => {
      const db = await counting()
      const thrown = new Error('changed my mind')
      const failing = db.transaction(async (tx) => {
        await set(tx, 7)
        throw thrown
      })
      await expect(failing).rejects.toBe(thrown)
      expect(await read(db)).toBe(0)
    })

    test('is undone by a statement that fails', async () => {
      const db = await counting()
      const failing = db.transaction(async (tx) => {
        await set(tx, 7)
        await tx.query('INSERT INTO counters (name, n) VALUES ($1, $2)', ['a', 1])
      })
      await expect(failing).rejects.toThrow()
      expect(await read(db)).toBe(0)
    })

    test('is not seen from outside until it is done', async () => {
      const db = await counting()
      await db.transaction(async (tx) => {
        await set(tx, 7)
        expect(await read(tx)).toBe(7)
        expect(await read(db)).toBe(0)
      })
      expect(await read(db)).toBe(7)
    })

    test('takes turns with the others, in the order they were asked for', async () => {
      const db = await counting()
      const seen = await Promise.all(
        Array.from({ length: 20 }, () =>
          db.transaction(async (tx) => {
            const n = await read(tx)
            await tx.query('SELECT 1 AS one')
            await set(tx, n + 1)
            return n
          }),
        ),
      )
      expect(seen).toEqual(Array.from({ length: 20 }, (_, i) => i))
      expect(await read(db)).toBe(20)
    })

    test('that fails does not hold up the next', async () => {
      const db = await counting()
      const failing = db.transaction(() => Promise.reject(new Error('no')))
      const next = db.transaction((tx) => set(tx, 7))
      await expect(failing).rejects.toThrow('no')
      await next
      expect(await read(db)).toBe(7)
    })

    test('that is under way is waited for when the database is closed', async () => {
      const db = await open()
      await db.transaction((tx) => tx.query('CREATE TABLE counters (name TEXT, n BIGINT)'))
      const writing = db.transaction((tx) =>
        tx.query('INSERT INTO counters (name, n) VALUES ($1, $2)', ['a', 7]),
      )
      await db.close()
      await writing
      const again = await open()
      onTestFinished(() => again.close())
      expect(await read(again)).toBe(7)
    })
  })

  describe('a statement', () => {
    test('takes parameters by number, in any order and more than once', async () => {
      const db = await empty()
      const rows = await db.query('SELECT $2 AS a, $1 AS b, $2 AS c', ['x', 'y'])
      expect(rows).toEqual([{ a: 'y', b: 'x', c: 'y' }])
    })

    test('keeps text and numbers as they are', async () => {
      const db = await counting()
      const names = ['', ' ', "'", '"', '$1', '%', 'ä漢😀', '\u0001', 'x'.repeat(100_000)]
      await db.transaction(async (tx) => {
        for (const [n, name] of names.entries()) {
          await tx.query('INSERT INTO counters (name, n) VALUES ($1, $2)', [name, 2 ** 52 + n])
        }
      })
      for (const [n, name] of names.entries()) {
        expect(await read(db, name), name.slice(0, 9)).toBe(2 ** 52 + n)
      }
    })

    test('gives no rows where it gives none, and those it returns', async () => {
      const db = await counting()
      await db.transaction(async (tx) => {
        expect(await tx.query("UPDATE counters SET n = 1 WHERE name = 'a'")).toEqual([])
        const returned = await tx.query("UPDATE counters SET n = 2 WHERE name = 'a' RETURNING n")
        expect(returned).toEqual([{ n: 2 }])
      })
      expect(await db.query("SELECT n FROM counters WHERE name = 'b'")).toEqual([])
    })
  })
}

async function set(tx: Queryable, n: number): Promise<void> {
  await tx.query("UPDATE counters SET n = $1 WHERE name = 'a'", [n])
}

async function read(db: Queryable, name = 'a'): Promise<number> {
  const [row] = await db.query<{ n: number }>('SELECT n FROM counters WHERE name = $1', [name])
  return row!.n
}
