import { describe, expect, test } from 'vitest'
import { canonicalString } from './canonical.ts'
import { CompatibilityBudgetError } from './compatibility-budget.ts'
import { type CompatibilityLevel, compatibilityLevels } from './compatibility-level.ts'
import { checkLevel, type HistoryEntry } from './levels.ts'
import { parseSchema } from './parse.ts'

const base = record('id')
const withRequired = record('id', 'name')
const withOptional = record('id', 'name?')

describe('what a level allows', () => {
  const rules: [rule: string, candidate: string, history: string[], allowed: string][] = [
    ['without a history everything may come', base, [], 'NONE B BT F FT U UT'],
    ['the same schema may come again', base, [base], 'NONE B BT F FT U UT'],
    ['a field with a default may be added', withOptional, [base], 'NONE B BT F FT U UT'],
    ['a field without a default may be added forward', withRequired, [base], 'NONE F FT'],
    ['a field without a default may be removed backward', base, [withRequired], 'NONE B BT'],
    [
      'only the transitive levels look at versions before the latest',
      withRequired,
      [withOptional, base],
      'NONE B F FT U',
    ],
    ['a type may be widened backward', typed('long'), [typed('int')], 'NONE B BT'],
    ['a type may be narrowed forward', typed('int'), [typed('long')], 'NONE F FT'],
    ['a changed name is allowed by no level', record2('Other'), [base], 'NONE'],
  ]
  test.each(rules)('%s', (_, candidate, history, allowed) => {
    const levels = compatibilityLevels.filter(
      (level) => check(level, candidate, history).compatible,
    )
    expect(levels.map((level) => abbreviations[level]).join(' ')).toBe(allowed)
  })
})

describe('the messages of a failure', () => {
  const missing = (reader: string, writer: string) =>
    `{errorType:'READER_FIELD_MISSING_DEFAULT_VALUE', description:'The field 'name' at path '/fields/1' in the ${reader} schema has no default value and is missing in the ${writer} schema', additionalInfo:'name'}`

  test('backward: the differences, the old schema and the settings', () => {
    expect(check('BACKWARD', withRequired, [base]).messages).toEqual([
      missing('new', 'old'),
      '{oldSchemaVersion: 1}',
      `{oldSchema: '${base}'}`,
      `{validateFields: 'false', compatibility: 'BACKWARD'}`,
    ])
  })

  test('forward: the old schema is the reader', () => {
    expect(check('FORWARD', base, [withRequired]).messages).toEqual([
      missing('old', 'new'),
      '{oldSchemaVersion: 1}',
      `{oldSchema: '${withRequired}'}`,
      `{validateFields: 'false', compatibility: 'FORWARD'}`,
    ])
  })

  test('full: forward differences first', () => {
    const difference = (reader: string, writer: string, types: string) =>
      `{errorType:'TYPE_MISMATCH', description:'The type (path '/fields/0/type') of a field in the ${reader} schema does not match with the ${writer} schema', additionalInfo:'reader type: ${types}'}`
    expect(check('FULL', typed('int'), [typed('string')]).messages).toEqual([
      difference('old', 'new', 'STRING not compatible with writer type: INT'),
      difference('new', 'old', 'INT not compatible with writer type: STRING'),
      '{oldSchemaVersion: 1}',
      `{oldSchema: '${typed('string')}'}`,
      `{validateFields: 'false', compatibility: 'FULL'}`,
    ])
  })

  test('full: the old schema is not named when only the forward direction fails', () => {
    expect(check('FULL', base, [withRequired]).messages).toEqual([
      missing('old', 'new'),
      `{validateFields: 'false', compatibility: 'FULL'}`,
    ])
  })

  test('transitive: only the newest version that fails is told', () => {
    const { messages } = check('BACKWARD_TRANSITIVE', withRequired, [withOptional, base, base])
    expect(messages.filter((message) => message.includes('oldSchemaVersion'))).toEqual([
      '{oldSchemaVersion: 2}',
    ])
  })

  test('a version without a number is not numbered', () => {
    const [entry] = historyOf([base])
    const { messages } = checkLevel({
      level: 'BACKWARD',
      candidate: parseSchema(withRequired),
      history: [{ schema: entry!.schema, canonical: entry!.canonical }],
    })
    expect(messages.slice(1, 2)).toEqual([`{oldSchema: '${base}'}`])
  })

  test('a comparison that Avro Java breaks off counts as a failure', () => {
    const twice = JSON.stringify({
      type: 'record',
      name: 'R',
      fields: [{ name: 'id', type: 'int', aliases: ['id'] }],
    })
    expect(check('BACKWARD', twice, [base]).messages).toEqual([
      `Unexpected exception during compatibility check: Reader record field id type:INT pos:0 matches multiple fields in writer record schema ${base}`,
      '{oldSchemaVersion: 1}',
      `{oldSchema: '${base}'}`,
      `{validateFields: 'false', compatibility: 'BACKWARD'}`,
    ])
  })
})

describe('the history', () => {
  const rules: [rule: string, level: CompatibilityLevel, candidate: string, taken: number][] = [
    ['NONE takes no version', 'NONE', withRequired, 0],
    ['a level that is not transitive takes one', 'BACKWARD', base, 1],
    ['a transitive level takes all', 'FULL_TRANSITIVE', base, 3],
    ['a transitive level stops at a failure', 'BACKWARD_TRANSITIVE', withRequired, 2],
  ]
  test.each(rules)('%s', (_, level, candidate, expected) => {
    let taken = 0
    function* history() {
      for (const entry of historyOf([withOptional, base, base])) {
        taken++
        yield entry
      }
    }
    checkLevel({ level, candidate: parseSchema(candidate), history: history() })
    expect(taken).toBe(expected)
  })
})

test('reserved fields are checked at every level, before the versions', () => {
  const reserved = { current: ['name'], previous: ['gone'] }
  const messages = (level: CompatibilityLevel) =>
    checkLevel({
      level,
      candidate: parseSchema(withRequired),
      history: historyOf([base]),
      reserved,
    }).messages
  const reservations = [
    "The new schema has reserved field gone removed from its metadata which is present in the old schema's metadata.",
    'The new schema has field that conflicts with the reserved field name.',
  ]
  expect(messages('NONE')).toEqual([
    ...reservations,
    `{validateFields: 'true', compatibility: 'NONE'}`,
  ])
  expect(messages('BACKWARD')).toEqual([
    ...reservations,
    ...check('BACKWARD', withRequired, [base]).messages.slice(0, -1),
    `{validateFields: 'true', compatibility: 'BACKWARD'}`,
  ])
})

test('the budget bounds a check', () => {
  const [entry] = historyOf([base])
  const request = { level: 'FULL', candidate: parseSchema(base), history: [entry!] } as const
  expect(() => checkLevel({ ...request, maxPairs: 1 })).toThrow(CompatibilityBudgetError)
  expect(checkLevel({ ...request, maxPairs: 2 }).compatible).toBe(true)
})

const abbreviations: Record<CompatibilityLevel, string> = {
  NONE: 'NONE',
  BACKWARD: 'B',
  BACKWARD_TRANSITIVE: 'BT',
  FORWARD: 'F',
  FORWARD_TRANSITIVE: 'FT',
  FULL: 'U',
  FULL_TRANSITIVE: 'UT',
}

function check(level: CompatibilityLevel, candidate: string, newestFirst: string[]) {
  return checkLevel({ level, candidate: parseSchema(candidate), history: historyOf(newestFirst) })
}

function historyOf(newestFirst: string[]): HistoryEntry[] {
  return newestFirst.map((text, i) => {
    const schema = parseSchema(text)
    return { version: newestFirst.length - i, schema, canonical: canonicalString(schema) }
  })
}

/** A record R with a field for each name; a question mark gives it a default. */
function record(...fields: string[]): string {
  return JSON.stringify({
    type: 'record',
    name: 'R',
    fields: fields.map((field) =>
      field.endsWith('?')
        ? { name: field.slice(0, -1), type: 'int', default: 0 }
        : { name: field, type: 'int' },
    ),
  })
}

function record2(name: string): string {
  return JSON.stringify({ type: 'record', name, fields: [] })
}

function typed(type: string): string {
  return JSON.stringify({ type: 'record', name: 'R', fields: [{ name: 'id', type }] })
}
