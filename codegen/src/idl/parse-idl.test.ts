import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_IDL_LENGTH, parseIdl } from './parse-idl.ts'

const complaints = (text: string) =>
  parseIdl(text).problems.map(
    ({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`,
  )

test('every node has its place', () => {
  const text = 'namespace a;\nrecord R { /** d */ string? @order("ignore") x = "1", y; }'
  const { tree, problems } = parseIdl(text, { file: 'r.avdl' })
  expect(problems).toEqual([])
  const [record] = tree.members
  if (record?.kind !== 'record') throw new Error('no record')
  const [x, y] = record.fields
  expect(text.slice(record.offset, record.end)).toMatch(/^record R \{.*\}$/)
  expect(x).toMatchObject({
    doc: 'd',
    type: { kind: 'primitive', word: 'string', isNullable: true },
  })
  expect(x && text.slice(x.type.offset, x.type.end)).toBe('string?')
  expect(x?.default && text.slice(x.default.offset, x.default.end)).toBe('"1"')
  expect(x?.annotations[0]).toMatchObject({ name: { text: 'order' } })
  expect(y).toMatchObject({ doc: 'd', name: { text: 'y' } })
})

test('a documentation of its own comes before that of the declaration', () => {
  const { tree } = parseIdl('record R { /** all */ int a, /** own */ b; }')
  expect(tree.members).toMatchObject([{ fields: [{ doc: 'all' }, { doc: 'own' }] }])
})

test('keywords may be names', () => {
  const text =
    'protocol P { void import(); record record { int int; uuid uuid; } fixed fixed(fixed f); }'
  const { tree, problems } = parseIdl(text)
  expect(problems).toEqual([])
  expect(tree.members.map(({ kind }) => kind)).toEqual(['message', 'record', 'message'])
})

test.each([
  [
    'a missing semicolon is told once, and what follows is read',
    'protocol P { record R { int a string b; } record S { } x }',
    [
      '1:31 IDL_SYNTAX ";" is missing after the field, before "string"',
      '1:58 IDL_SYNTAX The name of a message is expected, not "}"',
    ],
  ],
  [
    'after a broken field the next one is read',
    'record R { int 1; array<int b; map int> c; string d = x; int e; }',
    [
      '1:16 IDL_SYNTAX A name after the type is expected, not "1"',
      '1:29 IDL_SYNTAX ">" is expected after the type in the array, not "b"',
      '1:39 IDL_SYNTAX ";" is missing after the field, before ">"',
      '1:55 IDL_SYNTAX A JSON value is expected, not "x"',
    ],
  ],
  [
    'a type inside of a record is skipped',
    'record R { record I { int x; } i; int y; }',
    ['1:21 IDL_SYNTAX A type cannot be declared inside a record: ";" is expected, not "{"'],
  ],
  [
    'a trailing comma is not allowed',
    'enum E { A, }',
    ['1:11 IDL_SYNTAX A comma before "}" is not allowed'],
  ],
  [
    'statements have an order',
    'record R {} namespace a; schema R;',
    [
      '1:13 IDL_SYNTAX "namespace" is not expected here',
      '1:26 IDL_SYNTAX "schema" is not expected here',
    ],
  ],
  [
    'a brace too few is told at the end',
    'protocol P { record R { int a;',
    ['1:31 IDL_SYNTAX "}" is expected at the end of record R, not the end of the file'],
  ],
  [
    'a brace too many is told',
    'record R {} }',
    ['1:13 IDL_SYNTAX There is no brace that this one could close'],
  ],
  [
    'nothing follows a protocol',
    'protocol P {} record R {}',
    ['1:15 IDL_SYNTAX Nothing may follow a protocol'],
  ],
  [
    'strings end on their line',
    'record R { string a = "x;\n int b; }',
    [
      '1:23 IDL_SYNTAX The string does not end on its line',
      '2:2 IDL_SYNTAX ";" is missing after the field, before "int"',
    ],
  ],
  [
    'comments end',
    'record R {} /* x',
    ['1:13 IDL_SYNTAX The comment does not end: "*/" is missing'],
  ],
  [
    'a collection cannot be optional by a question mark',
    'record R { array<int>? a; union { int }? b; }',
    [
      '1:22 IDL_SYNTAX "?" cannot follow an array or map',
      '1:40 IDL_SYNTAX "?" cannot follow a union',
    ],
  ],
  [
    'documentation that belongs to nothing is a warning',
    'record /** a */ R { /** b */ /** c */ int x /** d */; } /** e */',
    ['8', '21', '45', '57'].map(
      (column) =>
        `1:${column} IDL_DOC_MISPLACED This documentation comment belongs to nothing and is ignored`,
    ),
  ],
])('%s', (_, text, expected) => {
  expect(complaints(text)).toEqual(expected)
})

test.each([
  ['types', `record R { ${'array<'.repeat(5000)}int${'>'.repeat(5000)} a; }`],
  ['values', `record R { int a = ${'['.repeat(50_000)}; }`],
  ['annotations', `record R { ${'@a('.repeat(5000)} int a; }`],
  ['braces', `protocol P ${'{'.repeat(50_000)}`],
])('%s that nest too deeply are refused', (_, text) => {
  expect(parseIdl(text).problems.length).toBeGreaterThan(0)
})

test('a text that is too long is refused', () => {
  const { problems } = parseIdl(' '.repeat(MAX_IDL_LENGTH + 1))
  expect(problems).toMatchObject([{ rule: 'IDL_LIMIT', severity: 'error' }])
})

test('the number of problems is bounded', () => {
  const text = `record R { ${'int; '.repeat(5000)} }`
  expect(parseIdl(text).problems.length).toBeLessThanOrEqual(200)
})

const fragment = fc.constantFrom(
  ...'protocol namespace schema import idl record enum fixed union array map int string'.split(' '),
  ...'{ } ( ) < > [ ] ; , = ? @ : "x" "y.avdl" 1 -2.5 NaN null true /** d */ // /* */ ` $ a b.c'.split(
    ' ',
  ),
)

test('no text makes the parser throw', () => {
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 60 }), (fragments) => {
      const { problems } = parseIdl(fragments.join(' '))
      for (const { offset, end } of problems) expect(end).toBeGreaterThanOrEqual(offset)
    }),
    { numRuns: 500 },
  )
})
