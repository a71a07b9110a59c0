import { describe, expect, test } from 'vitest'
import { checkCompatibility } from './compatibility.ts'
import { incompatibilityMessage, oldSchemaMessages } from './messages.ts'
import { parseSchema } from './parse.ts'

type Words = (reader: string, writer: string) => string

describe('the words for an incompatibility', () => {
  const rules: [rule: string, reader: unknown, writer: unknown, words: Words][] = [
    [
      'a changed name',
      record('R', []),
      record('x.S', []),
      () =>
        `{errorType:'NAME_MISMATCH', description:'The name of the schema has changed (path '/name')', additionalInfo:'expected: x.S'}`,
    ],
    [
      'a changed size',
      fixed(8),
      fixed(4),
      (reader, writer) =>
        `{errorType:'FIXED_SIZE_MISMATCH', description:'The size of FIXED type field at path '/size' in the ${reader} schema does not match with the ${writer} schema', additionalInfo:'expected: 4, found: 8'}`,
    ],
    [
      'missing symbols',
      enumOf('A'),
      enumOf('C', 'A', 'B'),
      (reader, writer) =>
        `{errorType:'MISSING_ENUM_SYMBOLS', description:'The ${reader} schema is missing enum symbols '[B, C]' at path '/symbols' in the ${writer} schema', additionalInfo:'[B, C]'}`,
    ],
    [
      'a field without a default',
      record('R', ['f']),
      record('R', []),
      (reader, writer) =>
        `{errorType:'READER_FIELD_MISSING_DEFAULT_VALUE', description:'The field 'f' at path '/fields/0' in the ${reader} schema has no default value and is missing in the ${writer} schema', additionalInfo:'f'}`,
    ],
    [
      'another type',
      'int',
      'string',
      (reader, writer) =>
        `{errorType:'TYPE_MISMATCH', description:'The type (path '/') of a field in the ${reader} schema does not match with the ${writer} schema', additionalInfo:'reader type: INT not compatible with writer type: STRING'}`,
    ],
    [
      'a missing branch',
      ['null'],
      ['null', 'int'],
      (reader, writer) =>
        `{errorType:'MISSING_UNION_BRANCH', description:'The ${reader} schema is missing a type inside a union field at path '/1' in the ${writer} schema', additionalInfo:'reader union lacking writer type: INT'}`,
    ],
  ]
  test.each(rules)('%s', (_, reader, writer, words) => {
    const [incompatibility] = checkCompatibility(parse(reader), parse(writer))
    expect(incompatibilityMessage(incompatibility!, 'backward')).toBe(words('new', 'old'))
    expect(incompatibilityMessage(incompatibility!, 'forward')).toBe(words('old', 'new'))
  })
})

describe('the old schema', () => {
  const rules: [rule: string, length: number, expected: (text: string) => string][] = [
    ['is quoted up to 10,240 characters', 10_240, (text) => `{oldSchema: '${text}'}`],
    ['is cut beyond', 10_241, (text) => `{oldSchema: <truncated> '${text.slice(0, -1)}...'}`],
  ]
  test.each(rules)('%s', (_, length, expected) => {
    const canonical = `"${'a'.repeat(length - 2)}"`
    expect(oldSchemaMessages({ version: 3, canonical })).toEqual([
      '{oldSchemaVersion: 3}',
      expected(canonical),
    ])
  })
})

function parse(schema: unknown) {
  return parseSchema(JSON.stringify(schema)).root
}

function record(name: string, fields: string[]) {
  return { type: 'record', name, fields: fields.map((field) => ({ name: field, type: 'int' })) }
}

function fixed(size: number) {
  return { type: 'fixed', name: 'F', size }
}

function enumOf(...symbols: string[]) {
  return { type: 'enum', name: 'E', symbols }
}
