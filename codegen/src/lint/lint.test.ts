import { describe, expect, test } from 'vitest'
import { loadSchemas } from '../inputs/schema-set.ts'
import { applyFixes } from './apply-fixes.ts'
import { lintFile } from './lint-file.ts'
import { LINT_RULES, selectRules } from './rules.ts'

const R = (...fields: unknown[]) => ({ type: 'record', name: 'Rec', namespace: 'n', fields })
const F = (type: unknown, more: object = {}) => R({ name: 'f', type, ...more })
const E = (more: object) => ({ type: 'enum', name: 'E', namespace: 'n', symbols: ['A'], ...more })

async function findings(rule: string, content: unknown, location = '/x/n/a.avsc') {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  const { files } = await loadSchemas([{ path: 'a.avsc', location, text, hasBom: false }])
  return lintFile(files[0]!, [LINT_RULES.get(rule)!])
}

/** The text at which each finding is. */
async function excerpts(rule: string, content: unknown): Promise<string[]> {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  return (await findings(rule, content)).map(({ range }) =>
    text.slice(range.start.offset, range.end.offset),
  )
}

describe('a rule finds', () => {
  test.each<[string, unknown, string[]]>([
    ['NAMESPACE_REQUIRED', { type: 'enum', name: 'Bare', symbols: [] }, ['"Bare"']],
    ['NAMESPACE_REQUIRED', { type: 'enum', name: 'a.Full', symbols: [] }, []],
    ['NAME_PASCAL', E({ name: 'my_type' }), ['"my_type"']],
    ['NAME_PASCAL', E({ name: 'HTTPStatus2' }), []],
    [
      'FIELD_CAMEL',
      R({ name: 'Bad_name', type: 'int' }, { name: 'good', type: 'int' }),
      ['"Bad_name"'],
    ],
    [
      'FIELD_SNAKE',
      R({ name: 'badName', type: 'int' }, { name: 'a_b1', type: 'int' }),
      ['"badName"'],
    ],
    ['ENUM_UPPER_SNAKE', E({ symbols: ['A_B', 'low', 'C2'] }), ['"low"']],
    ['NAME_RESERVED', E({ name: 'Date' }), ['"Date"']],
    ['NAME_RESERVED', E({ name: 'Dates' }), []],
    ['DOC_RECORD', E({ doc: ' ' }), ['"E"']],
    ['DOC_RECORD', E({ doc: 'x' }), []],
    ['DOC_FIELD', F('int'), ['"f"']],
    ['DOC_FIELD', F('int', { doc: 'x' }), []],
    ['ENUM_DEFAULT', E({}), ['"E"']],
    ['ENUM_DEFAULT', E({ default: 'A' }), []],
    ['DEFAULT_NOT_FIRST_BRANCH', F(['null', 'string'], { default: 'x' }), ['"x"']],
    ['DEFAULT_NOT_FIRST_BRANCH', F(['string', 'null'], { default: 'x' }), []],
    ['DEFAULT_NOT_FIRST_BRANCH', F(['double', 'null'], { default: 'NaN' }), []],
    ['DEFAULT_NOT_FIRST_BRANCH', F(['string', 'null'], { default: null }), []],
    ['OPTIONAL_HAS_DEFAULT', F(['null', 'int']), ['"f"']],
    ['OPTIONAL_HAS_DEFAULT', F(['null', 'int'], { default: null }), []],
    ['OPTIONAL_HAS_DEFAULT', F('int'), []],
    ['NULL_FIRST_WITH_DEFAULT', F(['int', 'null'], { default: null }), ['["int","null"]']],
    ['NULL_FIRST_WITH_DEFAULT', F(['null', 'int'], { default: null }), []],
    ['NULL_FIRST_WITH_DEFAULT', F(['int', 'null'], { default: 0 }), []],
    [
      'LOGICAL_TYPE_MISPLACED',
      F('long', { logicalType: 'timestamp-millis' }),
      ['"timestamp-millis"'],
    ],
    ['LOGICAL_TYPE_MISPLACED', F({ type: 'long', logicalType: 'timestamp-millis' }), []],
    ['LOGICAL_TYPE_INVALID', F({ type: 'string', logicalType: 'date' }), ['"date"']],
    [
      'LOGICAL_TYPE_INVALID',
      F({ type: 'long', logicalType: 'timestamp-milis' }),
      ['"timestamp-milis"'],
    ],
    [
      'LOGICAL_TYPE_INVALID',
      F({ type: 'bytes', logicalType: 'decimal', precision: 2, scale: 3 }),
      ['"decimal"'],
    ],
    [
      'LOGICAL_TYPE_INVALID',
      F({ type: 'fixed', name: 'D', size: 12, logicalType: 'duration' }),
      [],
    ],
    ['LOGICAL_TYPE_INVALID', { ...E({}), logicalType: 'uuid' }, ['"uuid"']],
    ['DECIMAL_PRECISION', F({ type: 'bytes', logicalType: 'decimal', precision: 39 }), ['39']],
    ['DECIMAL_PRECISION', F({ type: 'bytes', logicalType: 'decimal', precision: 38 }), []],
    [
      'LONG_DEFAULT_UNSAFE',
      '{"type":"record","name":"n.R","fields":[{"name":"f","type":"long","default":9007199254740993}]}',
      ['9007199254740993'],
    ],
    ['LONG_DEFAULT_UNSAFE', F('long', { default: 9007199254740991 }), []],
    [
      'LONG_DEFAULT_UNSAFE',
      '{"type":"record","name":"n.R","fields":[{"name":"f","type":{"type":"array","items":"long"},"default":[1,-9007199254740993]}]}',
      ['-9007199254740993'],
    ],
    ['UNION_AMBIGUOUS_IN_JS', ['null', 'int', 'double'], ['["null","int","double"]']],
    ['UNION_AMBIGUOUS_IN_JS', ['null', 'int', 'long', 'string', 'bytes'], []],
    ['UNION_AMBIGUOUS_IN_JS', [E({}), 'string'], [JSON.stringify([E({}), 'string'])]],
    ['TIMESTAMP_NAME', R({ name: 'createdAt', type: ['null', 'long'] }), ['["null","long"]']],
    ['TIMESTAMP_NAME', R({ name: 'flat', type: 'long' }), []],
    ['NO_FLOAT_MONEY', R({ name: 'totalAmount', type: 'double' }), ['"double"']],
    ['NO_FLOAT_MONEY', R({ name: 'unit_prices', type: 'double' }), ['"double"']],
    ['NO_FLOAT_MONEY', R({ name: 'priceCents', type: ['null', 'float'] }), ['["null","float"]']],
    ['NO_FLOAT_MONEY', R({ name: 'ratio', type: 'double' }), []],
    ['NO_FLOAT_MONEY', R({ name: 'coffee', type: 'double' }), []],
    ['RECURSION_WITHOUT_NULL', F('Rec'), ['"Rec"']],
    ['RECURSION_WITHOUT_NULL', F(['null', 'Rec']), []],
    ['RECURSION_WITHOUT_NULL', F({ type: 'array', items: 'Rec' }), []],
  ])('%s in %j: %j', async (rule, content, expected) => {
    expect(await excerpts(rule, content)).toEqual(expected)
  })

  test('a type that another file defines', async () => {
    const sources = ['a.avsc', 'b.avsc'].map((path) => {
      return { path, location: path, text: JSON.stringify(E({})), hasBom: false }
    })
    const { files } = await loadSchemas(sources)
    const rules = [LINT_RULES.get('NO_REDEFINITION')!]
    expect(files.flatMap((file) => lintFile(file, rules)).map(({ file }) => file)).toEqual([
      'b.avsc',
    ])
  })

  test('a place in IDL, without edits', async () => {
    const text = 'namespace n; record Rec { union { null, int } f; }'
    const { files } = await loadSchemas([
      { path: 'a.avdl', location: '/a.avdl', text, hasBom: false },
    ])
    const [finding] = lintFile(files[0]!, [LINT_RULES.get('OPTIONAL_HAS_DEFAULT')!])
    expect(finding?.range.start.offset).toBe(text.indexOf('f;'))
    expect(finding).not.toHaveProperty('fix')
  })

  test('a namespace that is not that of its folder', async () => {
    expect(await findings('NAMESPACE_MATCHES_PATH', E({}), '/x/n/a.avsc')).toEqual([])
    expect(await findings('NAMESPACE_MATCHES_PATH', E({}), '/n/x/a.avsc')).toHaveLength(1)
  })
})

describe('a fix', () => {
  const lines =
    '{"type":"record","name":"n.R","fields":[{\n  "name": "f",\n  "type": ["null", "int"]\n}]}'
  test.each<[string, string, string, string]>([
    [
      'adds a default on the line',
      'OPTIONAL_HAS_DEFAULT',
      '{"type":"record","name":"n.R","fields":[{"name":"f","type":["null","int"],"doc":"x"}]}',
      '{"type":"record","name":"n.R","fields":[{"name":"f","type":["null","int"], "default": null,"doc":"x"}]}',
    ],
    [
      'adds a default on a line of its own',
      'OPTIONAL_HAS_DEFAULT',
      lines,
      lines.replace('"int"]', '"int"],\n  "default": null'),
    ],
    [
      'moves a logical type that follows',
      'LOGICAL_TYPE_MISPLACED',
      '{"type":"record","name":"n.R","fields":[{"name":"f", "type": "bytes", "logicalType": "decimal", "doc":"x", "precision": 4}]}',
      '{"type":"record","name":"n.R","fields":[{"name":"f", "type": { "type": "bytes", "logicalType": "decimal", "precision": 4 }, "doc":"x"}]}',
    ],
    [
      'moves a logical type that comes first',
      'LOGICAL_TYPE_MISPLACED',
      '{"type":"record","name":"n.R","fields":[{"logicalType":"date","type":"int","name":"f"}]}',
      '{"type":"record","name":"n.R","fields":[{"type":{ "type": "int", "logicalType":"date" },"name":"f"}]}',
    ],
    [
      'leaves a logical type that would not suit',
      'LOGICAL_TYPE_MISPLACED',
      '{"type":"record","name":"n.R","fields":[{"logicalType":"date","type":"string","name":"f"}]}',
      '{"type":"record","name":"n.R","fields":[{"logicalType":"date","type":"string","name":"f"}]}',
    ],
  ])('%s', async (_, rule, text, expected) => {
    expect(applyFixes(text, await findings(rule, text)).text).toBe(expected)
    expect(applyFixes(expected, await findings(rule, expected)).applied).toBe(0)
  })

  test('does not get in the way of another', () => {
    const range = { line: 1, column: 1, offset: 0 }
    const fix = (start: number, end: number, text: string) => ({
      rule: 'R',
      severity: 'warning' as const,
      file: 'a',
      range: { start: range, end: range },
      message: '',
      fix: { file: 'a', edits: [{ start, end, text }] },
    })
    const result = applyFixes('abcdef', [fix(0, 2, 'X'), fix(1, 3, 'Y'), fix(4, 5, 'Z')])
    expect(result).toEqual({ text: 'XcdZf', applied: 2 })
  })
})

describe('rules are chosen', () => {
  const ids = (use: string[], except: string[] = []) => selectRules(use, except).map(({ id }) => id)

  test('by level, each with what the lower ones have', () => {
    const [minimal, standard, strict] = ['minimal', 'standard', 'strict'].map((level) =>
      ids([level]),
    )
    expect(standard).toEqual(expect.arrayContaining(minimal!))
    expect(strict).toEqual(expect.arrayContaining(standard!))
    expect(strict).not.toContain('FIELD_SNAKE')
  })

  test('by topic and by id, without exceptions', () => {
    expect(ids(['docs', 'FIELD_SNAKE'])).toEqual(['DOC_FIELD', 'DOC_RECORD', 'FIELD_SNAKE'])
    expect(ids(['docs'], ['DOC_FIELD'])).toEqual(['DOC_RECORD'])
  })

  test('not by words that mean nothing', () => {
    expect(() => ids(['DOC_FELD'])).toThrow('did you mean DOC_FIELD?')
    expect(() => ids(['standard'], ['constructor'])).toThrow('no lint rule')
  })
})
