import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startApp, type TestAnswer, type TestApp } from './support/app.ts'
import { CUSTOMER, ORDER, ORDER_WITH_CODE } from './support/sample-schemas.ts'
import { switchMode } from './support/steps.ts'

/*
 * Random histories of a registry in which everything is compatible. After each step the registry
 * must still be what it promises to be.
 */

const SUBJECTS = ['orders', 'customers', ':.eu:orders']
const SCHEMAS = [
  ORDER,
  ORDER_WITH_CODE,
  CUSTOMER,
  '{"type":"string","a":1,"b":2}',
  '{"type":"string","b":2,"a":1}',
]

type Step =
  | { readonly kind: 'register'; readonly schema: string; readonly version: number }
  | {
      readonly kind: 'import'
      readonly schema: string
      readonly id: number
      readonly version: number
    }
  | { readonly kind: 'delete'; readonly path: string; readonly permanent: boolean }

type NamedStep = Step & { readonly subject: string }

const schema = fc.constantFrom(...SCHEMAS)
const subject = fc.constantFrom(...SUBJECTS)
const path = fc.constantFrom('', '/versions/latest', '/versions/1', '/versions/2', '/versions/3')

const step: fc.Arbitrary<NamedStep> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('register' as const),
      subject,
      schema,
      version: fc.constantFrom(0, 0, 0, -1, 2, 3),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('delete' as const),
      subject,
      path,
      permanent: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      subject,
      schema,
      id: fc.integer({ min: 0, max: 12 }),
      version: fc.integer({ min: 0, max: 5 }),
    }),
  },
)

interface Row {
  readonly subject: string
  readonly version: number
  readonly id: number
  readonly guid: string
  readonly schema: string
  readonly metadata?: object
  readonly deleted: boolean
}

/** What every id stood for last, and the highest that was ever bound; both by context. */
interface Memory {
  readonly guids: Map<string, string>
  readonly highest: Map<string, number>
}

test('whatever is registered, deleted and imported, ids and versions keep their meaning', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const app = await startApp({ registry: { compatibilityLevel: 'NONE' } })
      const memory: Memory = { guids: new Map(), highest: new Map() }
      for (const step of steps) {
        const before = await allRows(app)
        const answer = await take(app, step)
        const rows = await allRows(app)
        checkAnswer(step, answer, before, rows, memory)
        checkRows(rows, memory)
      }
      await checkReads(app, await allRows(app))
      await app.registry.close()
    }),
    { numRuns: 40 },
  )
})

async function take(app: TestApp, step: NamedStep): Promise<TestAnswer> {
  const path = `/subjects/${step.subject}`
  switch (step.kind) {
    case 'register':
      return app.call('POST', `${path}/versions`, { schema: step.schema, version: step.version })
    case 'delete':
      return app.call('DELETE', `${path}${step.path}?permanent=${step.permanent}`)
    case 'import': {
      await switchMode(app, step.subject, 'IMPORT')
      const { schema, id, version } = step
      const answer = await app.call('POST', `${path}/versions`, { schema, id, version })
      await switchMode(app, step.subject, 'READWRITE')
      return answer
    }
  }
}

async function allRows({ call }: TestApp): Promise<Row[]> {
  return (await call('GET', '/schemas?subjectPrefix=:*:&deleted=true')).body
}

function checkAnswer(
  step: NamedStep,
  { status, body }: TestAnswer,
  before: readonly Row[],
  rows: readonly Row[],
  memory: Memory,
): void {
  if (status !== 200) {
    expect(status).toBeGreaterThanOrEqual(404)
    expect(status).toBeLessThan(500)
    expect(rows).toEqual(before)
    return
  }
  if (step.kind === 'delete') return
  const { id, version, guid } = body
  const context = contextOf(step.subject)
  expect(rows).toContainEqual(
    expect.objectContaining({ subject: step.subject, id, version, guid, deleted: false }),
  )
  const known = before.some((row) => contextOf(row.subject) === context && row.id === id)
  // What is not there any more may come back by an import, and only so.
  if (!known && step.kind === 'register') {
    expect(id).toBe((memory.highest.get(context) ?? 0) + 1)
  }
  if (!known) memory.guids.set(`${id}@${context}`, guid)
  memory.highest.set(context, Math.max(id, memory.highest.get(context) ?? 0))
}

function checkRows(rows: readonly Row[], memory: Memory): void {
  const versions = rows.map(({ subject, version }) => `${subject} ${version}`)
  expect(new Set(versions).size).toBe(versions.length)
  for (const [i, row] of rows.entries()) {
    const next = rows[i + 1]
    if (next?.subject === row.subject) expect(next.version).toBeGreaterThan(row.version)
    expect(memory.guids.get(`${row.id}@${contextOf(row.subject)}`)).toBe(row.guid)
  }
}

/** Every version there is can be read in every way, and all ways agree. */
async function checkReads(app: TestApp, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    await checkRead(app, row)
    await checkGuid(app, row, rows)
  }
  for (const subject of new Set(rows.map((row) => row.subject))) {
    const own = rows.filter((row) => row.subject === subject).map(({ version }) => version)
    const listed = await app.call('GET', `/subjects/${subject}/versions?deleted=true`)
    expect(listed.body).toEqual(own)
  }
}

async function checkRead({ call }: TestApp, row: Row): Promise<void> {
  const { subject, version, id, guid, schema } = row
  const read = await call('GET', `/subjects/${subject}/versions/${version}?deleted=true`)
  expect(read.body).toEqual(row)
  const byId = await call('GET', `/schemas/ids/${id}?subject=${subject}`)
  expect(byId.body).toMatchObject({ subject, guid, schema })
  const versions = await call('GET', `/schemas/ids/${id}/versions?subject=${subject}&deleted=true`)
  expect(versions.body).toContainEqual(expect.objectContaining({ subject }))
}

async function checkGuid({ call }: TestApp, row: Row, rows: readonly Row[]): Promise<void> {
  const { subject, guid, schema, metadata } = row
  const places = rows
    .filter((other) => other.guid === guid)
    .map((other) => ({ context: contextOf(other.subject), id: other.id }))
  const told = (await call('GET', `/schemas/guids/${guid}/ids`)).body
  expect(texts(told)).toEqual(texts(places))
  const request = { schema, ...(metadata ? { metadata } : {}) }
  const found = await call('POST', `/subjects/${subject}?deleted=true`, request)
  expect(found).toMatchObject({ status: 200, body: { subject } })
  // Imports can give one schema several ids. Lookup then knows the one written last, which another
  // subject may have, and is content with a version that differs in its number alone.
  const ids = new Set(
    places.filter(({ context }) => context === contextOf(subject)).map(({ id }) => id),
  )
  if (ids.size === 1) expect(found.body).toMatchObject({ guid, schema })
}

/** Each once, in an order that is always the same. */
function texts(places: readonly { context: string; id: number }[]): string[] {
  return [...new Set(places.map(({ context, id }) => `${id}@${context}`))].sort()
}

function contextOf(subject: string): string {
  return subject.startsWith(':.eu:') ? '.eu' : '.'
}
