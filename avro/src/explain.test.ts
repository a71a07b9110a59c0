import { describe, expect, test } from 'vitest'
import { canonicalString } from './canonical.ts'
import type { CompatibilityLevel } from './compatibility-level.ts'
import { explainLevel, type Violation } from './explain.ts'
import { parseSchema } from './parse.ts'

describe('each rule is explained with a way out', () => {
  const rules: [
    rule: string,
    level: CompatibilityLevel,
    candidate: unknown,
    old: unknown,
    explanation: string,
    fix: string,
  ][] = [
    [
      'a name that the new schema changes',
      'BACKWARD',
      record('x.New', []),
      record('x.Old', []),
      'Version 1 writes the record "x.Old" here, but the new schema expects the record "x.New", which has no alias "x.Old".',
      'Keep the name "x.Old", or add it to the aliases of "x.New".',
    ],
    [
      'a name that old readers do not know',
      'FORWARD',
      record('x.New', []),
      record('x.Old', []),
      'The new schema writes the record "x.New" here, but version 1 expects the record "x.Old", which has no alias "x.New".',
      'Keep the name "x.Old": aliases in the new schema do not help readers with an old one.',
    ],
    [
      'a size that the new schema changes',
      'BACKWARD',
      fixed(8),
      fixed(4),
      'Version 1 writes the fixed type "F" with 4 bytes, but the new schema reads it with 8.',
      'Keep the size of 4 bytes, and put values of another size into a new field.',
    ],
    [
      'a size that old readers do not know',
      'FORWARD',
      fixed(8),
      fixed(4),
      'The new schema writes the fixed type "F" with 8 bytes, but version 1 reads it with 4.',
      'Keep the size of 4 bytes, and put values of another size into a new field.',
    ],
    [
      'symbols that are removed',
      'BACKWARD',
      enumOf('A'),
      enumOf('A', 'C', 'B'),
      'Version 1 can write "B", "C" of the enum "E", unknown to the new schema, whose enum has no default.',
      'Keep "B", "C" in the enum "E", or give the enum a default symbol.',
    ],
    [
      'symbols that are added',
      'FORWARD',
      enumOf('S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7'),
      enumOf(),
      'The new schema can write "S1", "S2", "S3", "S4", "S5" and 2 more of the enum "E", unknown to version 1, whose enum has no default.',
      'Add symbols only after a version whose enum "E" has a default symbol.',
    ],
    [
      'a field that is added without a default',
      'BACKWARD',
      record('R', [['city', 'string']]),
      record('R', []),
      'The new schema needs the field "city" of the record "R", but version 1 does not write it and the new schema gives it no default.',
      'Give the field "city" a default, or name the old field in its aliases if it was renamed.',
    ],
    [
      'a field that is removed before it had a default',
      'FORWARD',
      record('R', []),
      record('R', [['city', 'string']]),
      'Version 1 needs the field "city" of the record "R", but the new schema does not write it and version 1 gives it no default.',
      'Keep the field "city": it can be left out only after a version that gives it a default.',
    ],
    [
      'a type that cannot read the old one',
      'BACKWARD',
      'int',
      'long',
      'Version 1 writes long here, but the new schema reads int.',
      'Use a type that reads the old data, long, float or double, or a union with such a type.',
    ],
    [
      'a type that the old one cannot read',
      'FORWARD',
      { type: 'array', items: 'int' },
      'long',
      'The new schema writes an array here, but version 1 reads long.',
      'Write a type that old readers can read: int or long.',
    ],
    [
      'a new field with no default but that of its enum',
      'BACKWARD',
      record('R', [['e', { ...enumOf('A'), default: 'A' }]]),
      record('R', []),
      'Version 1 writes the record "R" here, but the new schema reads the enum "E".',
      'If the field is in only one of the schemas, give it a default of its own: that of its enum does not count.',
    ],
    [
      'a branch that is removed',
      'BACKWARD',
      ['null', 'int'],
      ['null', 'int', { type: 'map', values: 'int' }],
      'Version 1 can write a map here, but no branch of the union in the new schema can read it.',
      'Add a map to the union.',
    ],
    [
      'a branch that is added',
      'FORWARD',
      ['null', 'int', 'string'],
      ['null', 'int'],
      'The new schema can write string here, but no branch of the union in version 1 can read it.',
      'Add types to the union only after a version whose union can read string.',
    ],
    [
      'a branch that is changed',
      'BACKWARD',
      ['null', fixed(8)],
      ['null', fixed(4)],
      'Version 1 can write the fixed "F" here, but no branch of the union in the new schema can read it.',
      'Make both definitions of the fixed "F" compatible, as the causes tell.',
    ],
    [
      'a field that finds two fields',
      'BACKWARD',
      { type: 'record', name: 'R', fields: [{ name: 'a', type: 'int', aliases: ['b'] }] },
      record('R', [
        ['a', 'int'],
        ['b', 'int'],
      ]),
      'By its name and aliases, the field "a" in the new schema matches more than one field of the record "R" in version 1.',
      'Remove aliases of the field "a" until one match is left; its own name is no alias.',
    ],
    [
      'an old field that finds two new fields',
      'FORWARD',
      record('R', [
        ['a', 'int'],
        ['b', 'int'],
      ]),
      { type: 'record', name: 'R', fields: [{ name: 'a', type: 'int', aliases: ['b'] }] },
      'By its name and aliases, the field "a" in version 1 matches more than one field of the record "R" in the new schema.',
      'Rename fields until the field "a" of the old schema matches only one.',
    ],
  ]
  test.each(rules)('%s', (_, level, candidate, old, explanation, fix) => {
    expect(explain(level, candidate, [old]).violations).toMatchObject([{ explanation, fix }])
  })
})

test('a violation tells where it is in the text of the new schema', () => {
  const candidate = `{
  "type": "record", "name": "R", "fields": [
    {"name": "a", "type": "string"}, {"name": "c", "aliases": [],
      "type": "int"}
  ]}`
  const old = record('R', [
    ['a', 'int'],
    ['b', 'int'],
  ])
  const [type, field] = explainText('BACKWARD', candidate, [old]).violations
  expect(type).toMatchObject({
    rule: 'TYPE_MISMATCH',
    direction: 'backward',
    version: 1,
    location: '/fields/0/type',
    position: { pointer: '/fields/0/type', line: 3, column: 27, inReference: false },
    reader: '"string"',
    writer: '"int"',
  })
  expect(field).toMatchObject({
    rule: 'READER_FIELD_MISSING_DEFAULT_VALUE',
    location: '/fields/1',
    position: { pointer: '/fields/1', line: 3, column: 38 },
    reader: '{"name":"c","type":"int"}',
    writer:
      '{"name":"R","type":"record","fields":[{"name":"a","type":"int"},{"name":"b","type":"int"}]}',
  })
})

test('of a field that is missing in the new schema, its record is the place', () => {
  const holder = (fields: [string, unknown][]) => record('R', [['inner', record('I', fields)]])
  const { violations } = explain('FORWARD', holder([]), [holder([['gone', 'int']])])
  expect(violations).toMatchObject([
    { location: '/fields/0/type/fields/0', position: { pointer: '/fields/0/type' } },
  ])
})

test('a place in a referenced schema is marked', () => {
  const reference = (type: string) => JSON.stringify(record('x.Part', [['a', type]]))
  const whole = JSON.stringify(record('R', [['part', 'x.Part']]))
  const candidate = parseSchema(whole, { references: [reference('int')] })
  const schema = parseSchema(whole, { references: [reference('string')] })
  const history = [{ schema, canonical: canonicalString(schema) }]
  expect(explainLevel({ level: 'BACKWARD', candidate, history }).violations).toMatchObject([
    {
      location: '/fields/0/type/fields/0/type',
      position: { pointer: '/fields/0/type', inReference: true },
    },
  ])
})

test('every relevant version and direction is explained, newest version first', () => {
  const versions = [record('R', [['a', 'int']]), record('R', []), record('R', [['b', 'int']])]
  const about = ({ violations }: { violations: readonly Violation[] }) =>
    violations.map(({ version, direction }) => `${version} ${direction}`)
  const candidate = record('R', [['a', 'string']])
  expect(about(explain('FULL_TRANSITIVE', candidate, versions))).toEqual([
    '3 forward',
    '3 backward',
    '2 backward',
    '1 forward',
    '1 backward',
  ])
  expect(about(explain('FULL', candidate, versions))).toEqual(['3 forward', '3 backward'])
  expect(explain('NONE', candidate, versions)).toEqual({
    compatible: true,
    violations: [],
    truncated: false,
  })
})

test('the causes inside unions are told, the likeliest first and 20 at most', () => {
  const part = (type: unknown) => record('Part', [['u', ['null', record('Leaf', [['v', type]])]]])
  const { violations } = explain('BACKWARD', ['null', part('int')], [['null', part('string')]])
  expect(violations).toMatchObject([
    {
      rule: 'MISSING_UNION_BRANCH',
      location: '/1',
      causes: [
        {
          rule: 'MISSING_UNION_BRANCH',
          location: '/fields/0/type/1',
          causes: [
            { rule: 'TYPE_MISMATCH', location: '/fields/0/type', reader: '"int"', causes: [] },
            { rule: 'TYPE_MISMATCH', location: '/', reader: '"null"', causes: [] },
          ],
        },
        { rule: 'TYPE_MISMATCH', location: '/', reader: '"null"', causes: [] },
      ],
    },
  ])
  const manyBranches = Array.from({ length: 30 }, (_, i) => record(`R${i}`, []))
  const [violation] = explain('BACKWARD', manyBranches, [['int']]).violations
  expect(violation?.causes).toHaveLength(20)
})

test('a shared type is explained once', () => {
  const twice = (size: number) =>
    record('R', [
      ['a', fixed(size)],
      ['b', 'F'],
    ])
  expect(explain('BACKWARD', twice(1), [twice(2)]).violations).toHaveLength(1)
})

test('reserved fields are explained', () => {
  const candidate = parseSchema(JSON.stringify(record('R', [['f', 'int']])))
  const reserved = { current: ['f'], previous: ['x'] }
  expect(explainLevel({ level: 'NONE', candidate, history: [], reserved })).toEqual({
    compatible: false,
    violations: [
      {
        rule: 'RESERVATION_REMOVED',
        explanation:
          'The version before reserved the name "x", which the metadata of the new schema no longer reserves.',
        fix: 'Add "x" to the reserved names in the metadata again.',
        causes: [],
      },
      {
        rule: 'RESERVED_FIELD',
        position: { pointer: '/fields/0', line: 1, column: 39, inReference: false },
        explanation: 'The new schema has a field "f", a name that its own metadata reserves.',
        fix: 'Give the field another name.',
        causes: [],
      },
    ],
    truncated: false,
  })
})

test('the number of violations is bounded', () => {
  const fields = Array.from({ length: 3 }, (_, i): [string, string] => [`f${i}`, 'int'])
  const candidate = parseSchema(JSON.stringify(record('R', fields)))
  const schema = parseSchema(JSON.stringify(record('R', [])))
  const request = {
    level: 'BACKWARD',
    candidate,
    history: [{ schema, canonical: '' }],
  } as const
  expect(explainLevel({ ...request, maxViolations: 2 })).toMatchObject({
    compatible: false,
    violations: { length: 2 },
    truncated: true,
  })
  expect(explainLevel({ ...request, maxViolations: 3 })).toMatchObject({
    violations: { length: 3 },
    truncated: false,
  })
})

function explain(level: CompatibilityLevel, candidate: unknown, oldestFirst: unknown[]) {
  return explainText(level, JSON.stringify(candidate), oldestFirst)
}

function explainText(level: CompatibilityLevel, candidate: string, oldestFirst: unknown[]) {
  const history = oldestFirst.map((old, i) => {
    const schema = parseSchema(JSON.stringify(old))
    return { version: i + 1, schema, canonical: canonicalString(schema) }
  })
  return explainLevel({ level, candidate: parseSchema(candidate), history: history.reverse() })
}

function record(name: string, fields: [name: string, type: unknown][]) {
  return { type: 'record', name, fields: fields.map(([name, type]) => ({ name, type })) }
}

function fixed(size: number) {
  return { type: 'fixed', name: 'F', size }
}

function enumOf(...symbols: string[]) {
  return { type: 'enum', name: 'E', symbols }
}
