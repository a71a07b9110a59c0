import { describe, expect, it } from 'vitest'
import { canonicalString, resolvedString } from './canonical.ts'
import { equivalent } from './equivalence.ts'
import { inlineTags } from './inline-tags.ts'
import { normalizedString } from './normalized.ts'
import { parseSchema } from './parse.ts'
import { parsingCanonicalForm } from './parsing-form.ts'
import { InvalidSchemaError } from './schema-problem.ts'

const list = (length: number, item: (index: number) => string) =>
  `[${Array.from({ length }, (_, index) => item(index)).join()}]`

const deep = (depth: number) => {
  const open = '{"type":"array","items":'
  return `${open.repeat(depth)}"int"${'}'.repeat(depth)}`
}

/** Records each of which uses the next one, or the one before. */
const chain = (length: number, step: number) =>
  list(length, (index) => {
    const next = index + step
    const fields = next < 0 || next >= length ? '' : `{"name":"f","type":"R${next}"}`
    return `{"type":"record","name":"R${index}","fields":[${fields}]}`
  })

const usable: readonly [what: string, schema: string][] = [
  ['arrays as deep as JSON may be', deep(1000)],
  [
    '20,000 fields',
    `{"type":"record","name":"A","fields":${list(20_000, (n) => `{"name":"f${n}","type":"int","default":${n}}`)}}`,
  ],
  ['20,000 symbols', `{"type":"enum","name":"E","symbols":${list(20_000, (n) => `"s${n}"`)}}`],
  ['5,000 branches', list(5000, (n) => `{"type":"fixed","name":"F${n}","size":1}`)],
  [
    '20,000 aliases',
    `{"type":"fixed","name":"F","size":1,"aliases":${list(20_000, (n) => `"a${n}"`)}}`,
  ],
  ['5,000 types each using the one before', chain(5000, -1)],
  ['300 types each using the next', chain(300, 1)],
  [
    'defaults that lead to more defaults',
    list(500, (n) => {
      const use = (name: string) => `{"name":"${name}","type":"C${n - 1}","default":{}}`
      return `{"type":"record","name":"C${n}","fields":[${n > 0 ? `${use('f')},${use('g')}` : ''}]}`
    }),
  ],
  [
    'a default of many records with many fields',
    `{"type":"record","name":"A","fields":[{"name":"a","default":${list(20_000, () => '{}')},
    "type":{"type":"array","items":{"type":"record","name":"B","fields":${list(5000, (n) => `{"name":"f${n}","type":"int","default":0}`)}}}}]}`,
  ],
  [
    'names of object properties',
    '{"type":"record","name":"__proto__","fields":[{"name":"constructor","type":"int","__proto__":1},{"name":"__proto__","type":{"type":"enum","name":"toString","symbols":["valueOf","__proto__"]}}],"__proto__":{"a":1},"hasOwnProperty":2}',
  ],
  ['lone surrogates', '{"type":"string","\\ud800":"\\udc00"}'],
  ['a mebibyte of escapes', `{"type":"string","a":"${'\\u0041'.repeat(170_000)}"}`],
]

const unusable: readonly [what: string, schema: string][] = [
  ['arrays deeper than JSON may be', deep(1001)],
  ['a million brackets', '['.repeat(1_000_000)],
  ['5,000 types each using the next', chain(5000, 1)],
  ['400 types each using the next', chain(400, 1)],
  [
    'a wrong default deep in recursive unions',
    `[${['A', 'B'].map((name) => `{"type":"record","name":"${name}","fields":[{"name":"f","type":["null","A","B"]}]}`).join()},
    {"type":"record","name":"C","fields":[{"name":"f","type":["A","B"],"default":${'{"f":'.repeat(400)}1${'}'.repeat(400)}}]}]`,
  ],
  ['a million characters of a name', `{"type":"fixed","name":"${'-'.repeat(1_000_000)}","size":1}`],
]

describe('a hostile schema', () => {
  it.each(usable)('is read and printed: %s', (_what, text) => {
    const schema = parseSchema(text, { mode: 'plain' })
    const canonical = canonicalString(schema)
    expect(canonicalString(parseSchema(canonical))).toBe(canonical)
    expect(resolvedString(schema)).toBe(canonical)
    expect(normalizedString(schema).length).toBeGreaterThan(0)
    expect(parsingCanonicalForm(schema.root).length).toBeGreaterThan(0)
    expect(equivalent(schema, parseSchema(text))).toBe(true)
    expect(inlineTags(schema)).toEqual([])
  })

  it.each(unusable)('is refused: %s', (_what, text) => {
    for (const allProblems of [false, true]) {
      expect(() => parseSchema(text, { allProblems })).toThrow(InvalidSchemaError)
    }
  })
})
