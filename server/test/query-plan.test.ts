import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { Registry } from '../src/service/registry.ts'
import type { Database, Queryable, Value } from '../src/storage/database.ts'
import { migrate } from '../src/storage/migrate.ts'
import { migrations } from '../src/storage/migrations.gen.ts'
import { openSqlite } from '../src/storage/sqlite.ts'
import { temporaryFolder } from './sample-database.ts'
import {
  CUSTOMER,
  INVOICE,
  ORDER,
  ORDER_WITH_CODE,
  ORDER_WITH_NOTE,
} from './support/sample-schemas.ts'

/** What a statement was given, by its text. */
type Statements = Map<string, readonly Value[]>

let db: Database
let statements: Statements
let registry: Registry

beforeEach(async () => {
  db = openSqlite(join(temporaryFolder(), 'registry.db'))
  onTestFinished(() => db.close())
  await migrate(db, migrations)
  statements = new Map()
  registry = new Registry(recording(db, statements), {
    compatibilityLevel: 'BACKWARD_TRANSITIVE',
    validateFields: true,
    validateNewSchemas: true,
    modeMutability: true,
    rejectEmptySubject: false,
    strictReferenceVersions: false,
    maxPairs: 1_000_000,
    maxReferences: 1_000,
    // As good as none: everything is read from the database.
    schemaCacheBytes: 0,
  })
  await register('orders', ORDER)
  await register('customers', CUSTOMER)
  await registry.register(INVOICES, INVOICE_REQUEST, NEITHER)
  await registry.register({ ...INVOICES, context: '.eu' }, { text: ORDER, references: [] }, NEITHER)
  statements.clear()
})

const NEITHER = { normalize: false, force: false }
const BOTH = { normalize: false, deleted: true }
const ORDERS = { context: '.', name: 'orders' }
const INVOICES = { context: '.', name: 'invoices' }
const NEW = { context: '.', name: 'new' }
const INVOICE_REQUEST = {
  text: INVOICE,
  references: [{ name: 'shop.Customer', subject: 'customers', version: 1 }],
}

function register(name: string, text: string) {
  return registry.register({ context: '.', name }, { text, references: [] }, NEITHER)
}

const request = (text: string) => ({ text, references: [] })

const operations: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['registering a first version', () => register('new', ORDER_WITH_CODE)],
  ['registering a next version', () => register('orders', ORDER_WITH_NOTE)],
  ['registering a schema with references', () => registry.register(NEW, INVOICE_REQUEST, NEITHER)],
  ['registering a schema that has an id', () => register('new', ORDER)],
  ['registering one that is there', () => register('orders', ORDER)],
  ['registering an incompatible one', () => refused(register('orders', '"int"'))],
  [
    'registering in the place of a deleted version',
    async () => {
      await registry.deleteVersion(ORDERS, 1, { permanent: false })
      statements.clear()
      await register('orders', ORDER)
    },
  ],
  ['looking up', () => registry.lookUp(ORDERS, request(ORDER), BOTH)],
  ['looking up with references', () => registry.lookUp(INVOICES, INVOICE_REQUEST, BOTH)],
  ['looking up what is not there', () => refused(registry.lookUp(ORDERS, request('"int"'), BOTH))],
  [
    'looking up under an unknown subject',
    () => refused(registry.lookUp(NEW, request(ORDER), BOTH)),
  ],
  ['reading by id', () => registry.schemaById(3, undefined)],
  ['reading by id and subject', () => registry.schemaById(3, INVOICES)],
  ['reading by an id that another context has', () => refused(registry.schemaById(9, INVOICES))],
  [
    'reading by guid',
    async () => {
      const { schema } = await registry.schemaById(1, undefined)
      statements.clear()
      await registry.schemaByGuid(schema.guid)
    },
  ],
  ['reading by version', () => registry.version(INVOICES, 1, { deleted: false })],
  ['reading the latest version', () => registry.version(ORDERS, 'latest', { deleted: false })],
  ['reading an unknown version', () => refused(registry.version(INVOICES, 9, { deleted: false }))],
  [
    'writing a schema out',
    async () => {
      const { schema } = await registry.schemaById(3, undefined)
      statements.clear()
      expect(await registry.resolvedText(schema)).toContain('"Customer"')
    },
  ],
  ['checking against all versions', () => registry.checkSubject(ORDERS, request('"int"'), BOTH)],
  ['checking against one version', () => registry.checkVersion(ORDERS, 1, request('"int"'), BOTH)],
  [
    'checking against the latest',
    () => registry.checkVersion(ORDERS, 'latest', INVOICE_REQUEST, BOTH),
  ],
]

describe('no table is read from end to end when', () => {
  test.each(operations)('%s', async (_operation, run) => {
    await run()
    expect(statements.size).toBeGreaterThan(1)
    expect(await scans(db, statements)).toEqual([])
  })
})

describe('a statement that reads a table from end to end is noticed', () => {
  const scanning: readonly (readonly [string, string])[] = [
    ['without condition', 'SELECT * FROM versions'],
    ['by a column without index', 'SELECT subject FROM versions WHERE deleted = $1'],
    ['by the second column of an index', 'SELECT guid FROM schemas WHERE id = $1'],
    ['by the context alone', 'SELECT text FROM schemas WHERE context = $1'],
    ['through an index', 'SELECT subject, context FROM versions ORDER BY subject, context'],
    ['in a join', 'SELECT v.version FROM schemas s JOIN versions v ON v.context = s.context'],
    ['in a subquery', 'SELECT 1 WHERE $1 IN (SELECT alias FROM configs WHERE normalize = 1)'],
    ['to change it', 'UPDATE contexts SET last_id = 0 WHERE last_id > $1'],
    ['to delete from it', 'DELETE FROM versions WHERE revision = $1'],
  ]
  test.each(scanning)('%s', async (_rule, sql) => {
    expect(await scans(db, new Map([[sql, sql.includes('$1') ? [1] : []]]))).toHaveLength(1)
  })

  const fine: readonly (readonly [string, string])[] = [
    ['by the primary key', 'SELECT guid FROM schemas WHERE context = $1 AND id = 1'],
    ['by an index', 'SELECT context FROM versions WHERE subject = $1'],
    ['of a row that is made up', 'SELECT n FROM (SELECT $1 AS n)'],
    [
      'of what was found by an index',
      'SELECT MAX(c) FROM (SELECT DISTINCT context AS c FROM versions WHERE subject = $1)',
    ],
  ]
  test.each(fine)('but not a read %s', async (_rule, sql) => {
    expect(await scans(db, new Map([[sql, ['a']]]))).toEqual([])
  })
})

/** The database, noting every statement that goes through. */
function recording(db: Database, statements: Statements): Database {
  const noting = (target: Queryable): Queryable => ({
    query(sql, params = []) {
      statements.set(sql, params)
      return target.query(sql, params)
    },
  })
  return {
    engine: db.engine,
    ...noting(db),
    transaction: (work) => db.transaction((tx) => work(noting(tx))),
    close: () => db.close(),
  }
}

/** The statements that read a whole table, with what SQLite's plan says. */
async function scans(db: Database, statements: Statements): Promise<string[]> {
  const found: string[] = []
  for (const [sql, params] of statements) {
    const plan = await db.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, params)
    const scan = plan.find(({ detail }) => isTableScan(detail))
    if (scan) found.push(`${scan.detail}: ${sql}`)
  }
  return found
}

/**
 * A subquery has a plan of its own; its result, or a row of constants, may well be read whole. A
 * search by context alone is no better than a scan: mostly there is one context.
 */
function isTableScan(detail: string): boolean {
  const scan = /^SCAN (?!CONSTANT ROW|\(subquery|[0-9]+ CONSTANT ROWS)/
  return scan.test(detail) || detail.endsWith(' (context=?)')
}

async function refused(operation: Promise<unknown>): Promise<void> {
  await expect(operation).rejects.toThrow()
}
