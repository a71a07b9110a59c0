import { canonicalString, parseSchema } from '@magicbyte/avro'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadSchemas, type SchemaSet } from './schema-set.ts'
import type { SourceFile } from './source-file.ts'

function source(path: string, content: unknown): SourceFile {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  return { path, location: path, text, hasBom: false }
}

async function load(files: Readonly<Record<string, unknown>>): Promise<SchemaSet> {
  return await loadSchemas(Object.entries(files).map(([path, content]) => source(path, content)))
}

function file(set: SchemaSet, path: string) {
  return set.files.find((candidate) => candidate.source.path === path)!
}

/** `path:line:col RULE` and the text of the range. */
function places(set: SchemaSet): string[] {
  return set.diagnostics.map(({ file: path, range, rule }) => {
    const { text } = file(set, path).source
    const { start, end } = range
    const excerpt = text.slice(start.offset, end.offset)
    return `${path}:${start.line}:${start.column} ${rule} ${excerpt}`
  })
}

const order = {
  type: 'record',
  name: 'Order',
  namespace: 'shop',
  fields: [
    { name: 'buyer', type: 'shop.people.Person' },
    { name: 'lines', type: { type: 'array', items: 'Line' } },
  ],
}
const line = {
  type: 'record',
  name: 'Line',
  namespace: 'shop',
  fields: [{ name: 'giftTo', type: ['null', 'shop.people.Person'], default: null }],
}
const person = {
  type: 'record',
  name: 'shop.people.Person',
  fields: [
    { name: 'name', type: 'string' },
    { name: 'last', type: ['null', 'shop.Order'], default: null },
  ],
}
const circle = { 'z.avsc': order, 'a.avsc': line, 'm/p.avsc': person }

describe('files that use each other', () => {
  test('are sound in circles, whatever their order', async () => {
    const set = await load(circle)
    expect(set.diagnostics).toEqual([])
    expect(canonicalString(file(set, 'z.avsc').resolved()!.parsed)).toBe(
      '{"type":"record","name":"Order","namespace":"shop","fields":[{"name":"buyer","type":' +
        '{"type":"record","name":"Person","namespace":"shop.people","fields":[' +
        '{"name":"name","type":"string"},{"name":"last","type":["null","shop.Order"],"default":null}' +
        ']}},{"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","fields":' +
        '[{"name":"giftTo","type":["null","shop.people.Person"],"default":null}]}}}]}',
    )
  })

  test('give the same schemas in every order', async () => {
    const texts = async (entries: readonly [string, unknown][]) => {
      const set = await load(Object.fromEntries(entries))
      return new Map(set.files.map((one) => [one.source.path, one.resolved()?.text]))
    }
    const expected = await texts(Object.entries(circle))
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(Object.entries(circle), { minLength: 3 }),
        async (entries) => {
          expect(await texts(entries)).toEqual(expected)
        },
      ),
    )
  })

  test('know what they define, what they use, and circles', async () => {
    const set = await load({ ...circle, 'user.avsc': { type: 'array', items: 'shop.Order' } })
    const uses = (path: string) =>
      file(set, path)
        .references()
        .map(({ fullName, file: { source: from } }) => [fullName, from.path])
    expect(file(set, 'z.avsc').defines).toEqual(['shop.Order'])
    expect(uses('z.avsc')).toEqual([
      ['shop.people.Person', 'm/p.avsc'],
      ['shop.Line', 'a.avsc'],
    ])
    expect(file(set, 'z.avsc').isInCycle()).toBe(true)
    expect(file(set, 'z.avsc').registration()).toBeUndefined()
    expect(file(set, 'user.avsc').isInCycle()).toBe(false)
    expect(file(set, 'user.avsc').registration()?.text).toBe(
      '{"type":"array","items":"shop.Order"}',
    )
    expect(set.types.get('shop.Line')).toBe(file(set, 'a.avsc'))
  })

  test('tell where each part of a resolved schema is written', async () => {
    const set = await load(circle)
    const { text, placeOf } = file(set, 'z.avsc').resolved()!
    const place = placeOf(text.indexOf('"string"'))
    expect(place.file.path).toBe('m/p.avsc')
    const { start, end } = place.range
    expect(place.file.text.slice(start.offset, end.offset)).toBe('"string"')
  })

  test('keep the namespace of a type wherever it is put', async () => {
    const set = await load({
      'outer.avsc':
        '{"type":"record","name":"Outer","namespace":"a","fields":[{"name":"x","type":"b.Inner"},{"name":"y","type":"Bare"}]}',
      'holder.avsc':
        '{"type":"record","name":"Holder","namespace":"b","fields":[{"name":"x","type":{"fields":[{"name":"e","type":{"type":"enum","name":"E","symbols":["S"]}}],"name":"Inner","type":"record"}}]}',
      'bare.avsc': '{"type":"fixed","name":"Bare","size":2}',
    })
    expect(set.diagnostics).toEqual([])
    const { parsed } = file(set, 'outer.avsc').resolved()!
    expect(new Set(parsed.types.keys())).toEqual(new Set(['a.Outer', 'b.Inner', 'b.E', 'Bare']))
  })

  test('a type that another file is asked for first is still defined once', async () => {
    const set = await load({
      'a.avsc':
        '{"type":"record","name":"A","namespace":"n","fields":[{"name":"b","type":"B"},{"name":"c","type":{"type":"fixed","name":"C","size":1}},{"name":"d","type":"C"}]}',
      'b.avsc': '{"type":"record","name":"B","namespace":"n","fields":[{"name":"c","type":"C"}]}',
    })
    expect(set.diagnostics).toEqual([])
    expect(JSON.parse(file(set, 'a.avsc').resolved()!.text).fields[1].type).toBe('n.C')
    expect(() => parseSchema(file(set, 'b.avsc').resolved()!.text)).not.toThrow()
  })

  test('comments and CR LF do not matter', async () => {
    const set = await load({
      'a.avsc': '// "B"\r\n{"type":"array",\r\n /* {"type" */ "items":"B"}',
      'b.avsc': '{"type":"enum","name":"B","symbols":["X"]} ',
    })
    expect(set.diagnostics).toEqual([])
    expect(file(set, 'a.avsc').resolved()?.parsed.root.type).toBe('array')
  })
})

describe('problems', () => {
  const R = (...fields: unknown[]) => ({ type: 'record', name: 'R', namespace: 'n', fields })
  test.each<[string, Readonly<Record<string, unknown>>, string[]]>([
    [
      'a syntax error has its place, and other files are looked at all the same',
      { 'a.avsc': '{"type":\n "int",}', 'b.avsc': '"nope"' },
      ['a.avsc:2:8 JSON_SYNTAX ', 'b.avsc:1:1 UNKNOWN_TYPE "nope"'],
    ],
    [
      'every unknown type is told',
      { 'a.avsc': R({ name: 'a', type: 'strnig' }, { name: 'b', type: ['null', 'x.Y'] }) },
      ['a.avsc:1:74 UNKNOWN_TYPE "strnig"', 'a.avsc:1:111 UNKNOWN_TYPE "x.Y"'],
    ],
    [
      'an unknown type does not hide a wrong default',
      { 'a.avsc': R({ name: 'a', type: 'X' }, { name: 'b', type: 'int', default: 'one' }) },
      ['a.avsc:1:74 UNKNOWN_TYPE "X"', 'a.avsc:1:114 INVALID_DEFAULT "one"'],
    ],
    [
      'a default of a type of another file is checked',
      {
        'a.avsc': R({ name: 'a', type: 'E', default: 1 }, { name: 'b', type: 'S', default: {} }),
        'e.avsc': '{"type":"enum","name":"n.E","symbols":["A"]}',
        's.avsc': '{"type":"record","name":"n.S","fields":[{"name":"f","type":"int"}]}',
      },
      ['a.avsc:1:88 INVALID_DEFAULT 1', 'a.avsc:1:124 INVALID_DEFAULT {}'],
    ],
    [
      'a union of types of other files is checked',
      {
        'a.avsc': ['n.E', 'n.E'],
        'e.avsc': '{"type":"enum","name":"n.E","symbols":["A"]}',
      },
      ['a.avsc:1:8 INVALID_UNION "n.E"'],
    ],
    [
      'names, fields and symbols are checked together',
      {
        'a.avsc': R(
          { name: '1st', type: 'int' },
          { name: 'x' },
          { name: 'e', type: { type: 'enum', name: 'E', symbols: ['A', 'A'] } },
          { name: 'e', type: { type: 'map' } },
          { type: 'int' },
        ),
      },
      [
        'a.avsc:1:63 INVALID_NAME "1st"',
        'a.avsc:1:83 MISSING_ATTRIBUTE {"name":"x"}',
        'a.avsc:1:156 INVALID_ENUM "A"',
        'a.avsc:1:163 DUPLICATE_FIELD {"name":"e","type":{"type":"map"}}',
        'a.avsc:1:182 MISSING_ATTRIBUTE {"type":"map"}',
        'a.avsc:1:198 MISSING_ATTRIBUTE {"type":"int"}',
      ],
    ],
    ['an empty file is no schema', { 'a.avsc': ' ' }, ['a.avsc:1:2 JSON_SYNTAX ']],
    ['what follows a schema is told', { 'a.avsc': '"int" x' }, ['a.avsc:1:7 JSON_SYNTAX x']],
  ])('%s', async (_, files, expected) => {
    expect(places(await load(files))).toEqual(expected)
  })

  test('unknown types come with the name that may be meant', async () => {
    const set = await load({
      'a.avsc': ['strnig', 'shop.Adress', 'Address', 'array', 'zzz'],
      'b.avsc': { type: 'fixed', name: 'shop.Address', size: 1 },
    })
    expect(set.diagnostics.map(({ hint }) => hint)).toEqual([
      'Did you mean "string"?',
      'Did you mean "shop.Address"?',
      'Did you mean "shop.Address"?',
      expect.stringContaining('is an object of its own'),
      undefined,
    ])
  })
})

describe('types that several files define', () => {
  const money = (amount: unknown, more: object = {}) => ({
    type: 'record',
    name: 'shop.Money',
    fields: [{ name: 'amount', type: amount }],
    ...more,
  })
  const holder = (name: string, type: unknown) => ({
    type: 'record',
    name,
    fields: [{ name: 'm', type }],
  })
  const decimal = (scale: number) => ({
    type: 'bytes',
    logicalType: 'decimal',
    precision: 9,
    scale,
  })

  test.each<[string, unknown, unknown, boolean]>([
    ['equal ones are one type', money('long'), money('long'), true],
    ['a doc may differ', money('long'), money('long', { doc: 'x' }), true],
    ['an object for a word is the same', money('long'), money({ type: 'long' }), true],
    ['the way a name is written does not matter', money('shop.Other'), money('Other'), true],
    ['another type is a conflict', money('long'), money('double'), false],
    ['another logical type is a conflict', money(decimal(2)), money(decimal(3)), false],
    [
      'another default is a conflict',
      money('long'),
      { ...money('long'), fields: [{ name: 'amount', type: 'long', default: 0 }] },
      false,
    ],
  ])('%s', async (_, a, b, isFine) => {
    const other = { type: 'fixed', name: 'shop.Other', size: 1 }
    const set = await load({
      'a.avsc': holder('A', a),
      'b.avsc': holder('B', b),
      'c.avsc': other,
    })
    const expected = isFine ? [] : ['b.avsc REDEFINED_TYPE a.avsc']
    expect(
      set.diagnostics.map(
        ({ file: path, rule, related }) => `${path} ${rule} ${related?.[0]?.file}`,
      ),
    ).toEqual(expected)
  })

  test('a recursive one may be repeated', async () => {
    const list = { type: 'record', name: 'L', fields: [{ name: 'next', type: ['null', 'L'] }] }
    const set = await load({ 'a.avsc': list, 'b.avsc': ['null', list], 'c.avsc': '["L","int"]' })
    expect(set.diagnostics).toEqual([])
  })

  test('a repetition inside a file has both places', async () => {
    const twice = [money('long'), { type: 'array', items: money('int') }]
    const set = await load({ 'a.avsc': twice })
    expect(set.diagnostics).toMatchObject([
      {
        rule: 'REDEFINED_TYPE',
        range: { start: { column: 107 } },
        related: [{ range: { start: { column: 2 } } }],
      },
    ])
  })
})

test('names that objects have by themselves are names like others', async () => {
  const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty']
  const files = names.map((name): [string, unknown] => [
    `${name}.avsc`,
    { type: 'enum', name, symbols: names },
  ])
  const set = await loadSchemas(
    [...files, ['user.avsc', names] as const].map(([path, content]) => source(path, content)),
  )
  expect(set.diagnostics).toEqual([])
  expect([...set.types.keys()]).toEqual(names)
})
