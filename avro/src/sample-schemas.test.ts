import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { canonicalString } from './canonical.ts'
import { type CompatibilityLevel, compatibilityLevels } from './compatibility-level.ts'
import { explainLevel } from './explain.ts'
import { checkLevel, type HistoryEntry } from './levels.ts'
import { parseSchema } from './parse.ts'
import type { ParsedSchema } from './schema.ts'

/*
 * What the sample schemas and docs/compatibility.md say about schemas, in tables: a column is a
 * schema, or the verdict of a level on the last schema after those before it.
 */

const root = join(import.meta.dirname, '..', '..')

describe('every sample is a valid new schema', () => {
  const samples = readdirSync(join(root, 'schemas'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.avsc'))
    .map((file) => `schemas/${file}`)

  test.each(samples)('%s', (file) => {
    const references = (REFERENCES.get(file) ?? []).map(read)
    expect(() => parse(read(file), references)).not.toThrow()
  })
})

describe('schemas/evolution/README.md is true', () => {
  const rows = tableRows('schemas/evolution/README.md')

  test('it has a line for every pair', () => {
    const folders = readdirSync(join(root, 'schemas/evolution'), { withFileTypes: true })
    const pairs = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    expect(rows.map((row) => code(row.get('pair'))).sort()).toEqual(pairs.sort())
  })

  test.each(rows.map((row) => [code(row.get('pair')), row] as const))('%s', (pair, row) => {
    const schemas = ['old', 'new'].map((age) => read(`schemas/evolution/${pair}/${age}.avsc`))
    expect(verdicts(schemas, row)).toEqual(claims(row))
  })
})

describe('docs/compatibility.md is true', () => {
  const rows = tableRows('docs/compatibility.md').filter((row) => claims(row).size > 0)

  test('it has examples', () => {
    expect(rows.length).toBeGreaterThan(20)
  })

  test.each(rows.map((row, i) => [`example ${i + 1}: ${row.values().next().value}`, row] as const))(
    '%s',
    (_name, row) => {
      const schemas = [...row].filter(([column]) => isSchemaColumn(column)).map(([, cell]) => cell)
      expect(verdicts(schemas.map(code), row)).toEqual(claims(row))
    },
  )
})

test('avro/README.md shows what comes out', () => {
  const [, example] = /```ts\n(.*?)```/s.exec(read('avro/README.md'))!
  const [old, candidate] = [...example!.matchAll(/parseSchema\('(.*)'\)/g)].map(([, text]) =>
    parse(text!),
  )
  const history = [{ version: 1, ...historyEntry(old!) }]
  const [violation] = explainLevel({ level: 'BACKWARD', candidate: candidate!, history }).violations
  const { rule, position, explanation, fix } = violation!
  const shown = [...example!.matchAll(/\/\/ (.*)/g)].map(([, comment]) => comment)
  expect(shown).toEqual([
    canonicalString(old!),
    'false',
    rule,
    `line ${position?.line}, column ${position?.column}`,
    explanation,
    fix,
  ])
})

const REFERENCES: ReadonlyMap<string, readonly string[]> = new Map([
  ['schemas/orders/order.avsc', ['schemas/orders/money.avsc', 'schemas/orders/customer.avsc']],
])

type Row = ReadonlyMap<string, string>

/** What the row says of each level: `yes`, or the violated rules. */
function claims(row: Row): Map<string, string> {
  const cells = [...row].filter(([column]) => isLevel(column))
  return new Map(cells.map(([level, cell]) => [level, cell.replaceAll('`', '')]))
}

/** The same, as it is; the last schema is the new one. */
function verdicts(texts: readonly string[], row: Row): Map<string, string> {
  const [candidate, ...history] = texts.map((text) => parse(text)).reverse()
  const levels = [...row.keys()].filter(isLevel)
  return new Map(
    levels.map((level) => [level, verdict(level, candidate!, history.map(historyEntry))]),
  )
}

function historyEntry(schema: ParsedSchema): HistoryEntry {
  return { schema, canonical: canonicalString(schema) }
}

function verdict(
  level: CompatibilityLevel,
  candidate: ParsedSchema,
  history: readonly HistoryEntry[],
): string {
  const { compatible } = checkLevel({ level, candidate, history })
  const { violations } = explainLevel({ level, candidate, history })
  expect(violations.length === 0).toBe(compatible)
  return compatible ? 'yes' : [...new Set(violations.map(({ rule }) => rule))].join(', ')
}

function isLevel(column: string): column is CompatibilityLevel {
  return (compatibilityLevels as readonly string[]).includes(column)
}

function isSchemaColumn(column: string): boolean {
  return /^(old|new|version \d+)$/.test(column)
}

function parse(text: string, references: readonly string[] = []): ParsedSchema {
  return parseSchema(text, { mode: 'new', references })
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** The rows of all tables of a document, each with its cells by column. */
function tableRows(file: string): Row[] {
  const tables = read(file).match(/(?:^\|.*\n)+/gm) ?? []
  return tables.flatMap((table) => {
    const [header, _rule, ...rows] = table.trimEnd().split('\n').map(cells)
    return rows.map((row) => new Map(header!.map((column, i) => [code(column), row[i] ?? ''])))
  })
}

function cells(line: string): string[] {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
}

/** A cell without its backquotes. */
function code(cell = ''): string {
  return cell.replaceAll('`', '')
}
