import { describe, expect, onTestFinished, test } from 'vitest'
import type { Config } from '../../src/core/config.ts'
import type { StoredSchema, Subject } from '../../src/core/types.ts'
import type { Database } from '../../src/storage/database.ts'
import { migrate, NewerDatabaseError } from '../../src/storage/migrate.ts'
import { migrations } from '../../src/storage/migrations.gen.ts'
import type { SchemaFacts } from '../../src/storage/schemas.ts'
import { Store } from '../../src/storage/store.ts'
import { databaseContract } from './database-contract.ts'

/**
 * What the registry takes for granted of a database engine. Within one test `open` opens the same
 * database whenever it is called, an empty one at first.
 */
export function storageContract(open: () => Promise<Database>): void {
  async function empty(): Promise<Database> {
    const db = await open()
    onTestFinished(() => db.close())
    return db
  }

  async function migrated(): Promise<Database> {
    const db = await empty()
    await migrate(db, migrations)
    return db
  }

  databaseContract(open)

  describe('a migration', () => {
    test('that is done is not done again', async () => {
      const db = await migrated()
      await db.transaction((tx) => new Store(tx).beginChange())
      await migrate(db, migrations)
      expect(await db.query('SELECT revision FROM registry')).toEqual([{ revision: 1 }])
    })

    test('that this program does not know is a reason to refuse the database', async () => {
      const db = await migrated()
      await migrate(db, [
        ...migrations,
        { name: '9998_more.sql', sql: 'CREATE TABLE more (n BIGINT)' },
      ])
      await expect(migrate(db, migrations)).rejects.toThrow(NewerDatabaseError)
      await expect(migrate(db, migrations)).rejects.toThrow('9998_more.sql')
    })

    test('that fails leaves nothing behind, and those before it stay', async () => {
      const db = await empty()
      const broken = {
        name: '9999_broken.sql',
        sql: 'CREATE TABLE more (n BIGINT); CREATE nonsense',
      }
      await expect(migrate(db, [...migrations, broken])).rejects.toThrow()
      await expect(db.query('SELECT n FROM more')).rejects.toThrow()
      await migrate(db, migrations)
      expect(await db.query('SELECT revision FROM registry')).toEqual([{ revision: 0 }])
    })

    test('for another engine is passed over', async () => {
      const db = await empty()
      const other = db.engine === 'sqlite' ? 'postgres' : 'sqlite'
      await migrate(db, [
        { name: `0001_own.${db.engine}.sql`, sql: 'CREATE TABLE own (n BIGINT)' },
        { name: `0001_own.${other}.sql`, sql: 'CREATE nonsense' },
      ])
      expect(await db.query('SELECT n FROM own')).toEqual([])
    })
  })

  describe('the last defence', () => {
    const insertVersion = `INSERT INTO versions (context, subject, version, schema_id, deleted, registered_at, revision)
                           VALUES ('.', 'orders', $1, $2, $3, 0, 1)`
    const version = (...params: number[]) => ({ sql: insertVersion, params })
    const add = (schema: Partial<StoredSchema>) => ({ schema: { ...ORDER, ...schema } })

    const refused: readonly (readonly [string, Attempt])[] = [
      ['a version twice', version(1, 7, 0)],
      ['a version of an unknown schema', version(2, 8, 0)],
      ['version 0', version(0, 7, 0)],
      ['a version that is neither deleted nor not', version(2, 7, 2)],
      ['a negative id', add({ id: -1 })],
      ['an id twice', add({ id: 7 })],
      ['a schema in an unknown context', add({ context: '.x' })],
      ['a counter below 0', { sql: "UPDATE contexts SET last_id = -1 WHERE name = '.'" }],
      [
        'a second row of the registry',
        { sql: 'INSERT INTO registry (singleton, revision) VALUES (2, 0)' },
      ],
      ['the end of a schema that has versions', { sql: 'DELETE FROM schemas WHERE id = 7' }],
    ]
    test.each(refused)('refuses %s', async (_rule, attempt) => {
      const db = await withOrders()
      await expect(make(db, attempt)).rejects.toThrow(/constraint/i)
    })

    test('lets the rest pass', async () => {
      const db = await withOrders()
      for (const attempt of [version(2, 7, 1), add({ id: 8 }), add({ id: 0 })])
        await make(db, attempt)
      const [row] = await db.query('SELECT COUNT(*) AS n FROM versions')
      expect(row).toEqual({ n: 2 })
    })

    interface Attempt {
      readonly sql?: string
      readonly params?: readonly number[]
      readonly schema?: StoredSchema
    }

    function make(db: Database, { sql, params = [], schema }: Attempt): Promise<void> {
      return db.transaction(async (tx) => {
        if (schema) await new Store(tx).schemas.add(schema, FACTS)
        if (sql) await tx.query(sql, params)
      })
    }

    test('takes the references of a schema away with it', async () => {
      const db = await withOrders()
      await db.transaction(async (tx) => {
        await tx.query("DELETE FROM versions WHERE context = '.'")
        await new Store(tx).schemas.removeUnused('.', 7)
      })
      expect(await db.query('SELECT name FROM schema_references')).toEqual([])
    })
  })

  describe('the store', () => {
    test('keeps every setting of a config, and tells false and empty from not set', async () => {
      const db = await migrated()
      const subject = { context: '.eu', name: 'orders' }
      for (const config of [everySetting, { normalize: false, alias: '' }, {}] satisfies Config[]) {
        await db.transaction((tx) => new Store(tx).settings.putConfig(subject, config))
        expect(await new Store(db).settings.config(subject)).toStrictEqual(config)
      }
    })

    test('gives the references of a schema in their order', async () => {
      const db = await withOrders()
      expect(await new Store(db).schemas.get('.', 7)).toStrictEqual(ORDER)
    })

    test('counts ids up to the last one, and never back', async () => {
      const db = await migrated()
      const next = () => db.transaction((tx) => new Store(tx).contexts.nextId('.'))
      const reserve = (id: number) =>
        db.transaction((tx) => new Store(tx).contexts.reserveId('.', id))
      await db.transaction((tx) => new Store(tx).contexts.list('.'))
      expect(await next()).toBe(1)
      await reserve(2147483646)
      await reserve(5)
      expect(await next()).toBe(2147483647)
      expect(await next()).toBeUndefined()
      expect(await new Store(db).contexts.lastId('.')).toBe(2147483647)
    })

    test('filters subjects by their very beginning, letter case and wildcards included', async () => {
      const db = await withOrders()
      const add = (subject: Subject) =>
        db.transaction((tx) => new Store(tx).versions.put({ ...FIRST, subject }, 1))
      for (const name of ['o_x', 'Orders', 'ord%', 'örders']) await add({ context: '.', name })
      const found = async (name: string) => {
        const subjects = await new Store(db).versions.subjects({ name })
        return subjects.map(({ subject }) => subject.name).sort()
      }
      expect(await found('o')).toEqual(['o_x', 'ord%', 'orders'])
      expect(await found('O')).toEqual(['Orders'])
      expect(await found('o_')).toEqual(['o_x'])
      expect(await found('ord%')).toEqual(['ord%'])
      expect(await found('ö')).toEqual(['örders'])
      expect(await found('')).toHaveLength(5)
    })

    test('has everything after the database was closed and opened', async () => {
      const before = await open()
      await migrate(before, migrations)
      await addOrders(before)
      await before.close()
      const after = await migrated()
      const store = new Store(after)
      expect(await store.versions.of(FIRST.subject)).toEqual([FIRST])
      expect(await store.schemas.get('.', 7)).toStrictEqual(ORDER)
      expect(await store.contexts.lastId('.')).toBe(7)
    })
  })

  async function withOrders(): Promise<Database> {
    const db = await migrated()
    await addOrders(db)
    return db
  }
}

const ORDER: StoredSchema = {
  context: '.',
  id: 7,
  guid: '095d71cf-1255-6b9d-5e33-0ad575b3df5d',
  text: '"string"',
  references: [
    { name: 'b', subject: 'others', version: 2 },
    { name: 'a', subject: ':.eu:others', version: 1 },
  ],
  metadata: {},
  ruleSet: { enableAt: 'ALL' },
}

const FACTS: SchemaFacts = {
  fingerprint: 'c70345637248018f',
  targets: [
    { subject: { context: '.', name: 'others' }, version: 2 },
    { subject: { context: '.eu', name: 'others' }, version: 1 },
  ],
}

const FIRST = {
  subject: { context: '.', name: 'orders' },
  version: 1,
  id: 7,
  deleted: false,
  timestamp: 1_700_000_000_000,
}

function addOrders(db: Database): Promise<void> {
  return db.transaction(async (tx) => {
    const { contexts, schemas, versions } = new Store(tx)
    await contexts.list('.')
    await contexts.reserveId('.', 7)
    await schemas.add(ORDER, FACTS)
    await versions.put(FIRST, 1)
  })
}

const everySetting: Required<Config> = {
  compatibilityLevel: 'FULL_TRANSITIVE',
  alias: 'a',
  aliasForDeks: 'b',
  normalize: true,
  validateFields: false,
  validateNewSchemas: true,
  validateRules: false,
  compatibilityPolicy: 'LENIENT',
  compatibilityGroup: 'c',
  defaultMetadata: { properties: { a: '1' } },
  overrideMetadata: {},
  defaultRuleSet: { enableAt: 'ALL' },
  overrideRuleSet: {},
}
