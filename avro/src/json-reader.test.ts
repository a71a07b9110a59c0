import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from './json.ts'
import { JsonSyntaxError } from './json-cursor.ts'
import { MAX_JSON_DEPTH, readJson } from './json-reader.ts'
import { jsonText } from './json-text.ts'

const accepted: readonly [rule: string, text: string, printed: string][] = [
  ['white space around values', ' [ 1 ,\t{\r\n} ] \n', '[1,{}]'],
  ['a line comment', '[1, // one\n2]', '[1,2]'],
  ['a line comment ending in CR', '[1, // one\r2]', '[1,2]'],
  ['a block comment', '/* a */{"a"/* b */:/* c */1}', '{"a":1}'],
  ['a block comment with stars', '[/***/1/*/*/]', '[1]'],
  ['control characters after the value', '1\u0000\u0001 ', '1'],
  ['the last of repeated keys in the first place', '{"a":1,"b":2,"a":3}', '{"a":3,"b":2}'],
  ['keys like integers in their order', '{"10":1,"2":2}', '{"10":1,"2":2}'],
  ['keys of object properties', '{"__proto__":1,"toString":2}', '{"__proto__":1,"toString":2}'],
  [
    'all escapes',
    '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\\uD83D\\ude00"',
    '"\\"\\\\/\\b\\f\\n\\r\\tAé😀"',
  ],
  ['a lone surrogate', '"\\ud800"', '"\ud800"'],
  ['raw delete and beyond', '"\u007f\u0085\u2028"', '"\u007f\u0085\u2028"'],
  [
    '64-bit integers',
    '[9223372036854775807,-9223372036854775808]',
    '[9223372036854775807,-9223372036854775808]',
  ],
  ['numbers with fraction and exponent', '[1.50,1e2,-0.0,0E+1]', '[1.5,100.0,-0.0,0.0]'],
  ['words', '[true,false,null]', '[true,false,null]'],
]

const refused: readonly [rule: string, text: string, offset: number][] = [
  ['an empty text', '', 0],
  ['nothing but a comment', '// x', 4],
  ['a byte order mark', '\ufeff1', 0],
  ['a second value', '1 2', 2],
  ['a comment after the value', '1 // x', 2],
  ['a trailing comma in an array', '[1,]', 3],
  ['a trailing comma in an object', '{"a":1,}', 7],
  ['a leading comma', '[,1]', 1],
  ['a missing comma', '[1 2]', 3],
  ['a missing colon', '{"a" 1}', 5],
  ['a missing value', '{"a":}', 5],
  ['single quotes', "['a']", 1],
  ['a key without quotes', '{a:1}', 1],
  ['NaN', '[NaN]', 1],
  ['a word that only begins well', '[nullx]', 1],
  ['a word in capitals', 'True', 0],
  ['a leading zero', '01', 0],
  ['a negative leading zero', '-01', 0],
  ['a plus sign', '+1', 0],
  ['no digit before the point', '.5', 0],
  ['no digit after the point', '[1.]', 3],
  ['no digit in the exponent', '[1e]', 3],
  ['a minus sign alone', '[-]', 2],
  ['a number of 1,001 characters', `[${'1'.repeat(1001)}]`, 1],
  ['a key of 50,001 characters', `{"${'k'.repeat(50_001)}":1}`, 1],
  ['a line break in a string', '"a\nb"', 2],
  ['an unknown escape', '"\\x"', 2],
  ['a short unicode escape', '"\\u12"', 5],
  ['a string without end', '["ab', 1],
  ['an array without end', '[1', 2],
  ['an object without end', '{"a":1', 6],
  ['a comment without end', '[/* ', 1],
  ['a slash alone', '[/ 1]', 1],
  ['a mismatched bracket', '[1}', 2],
]

describe('readJson', () => {
  it.each(accepted)('accepts %s', (_rule, text, printed) => {
    expect(jsonText(readJson(text))).toBe(printed)
  })

  it.each(refused)('refuses %s', (_rule, text, offset) => {
    expect(errorOf(() => readJson(text))).toMatchObject({ name: 'JsonSyntaxError', offset })
  })

  it('reads as deep as the bound and no deeper', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(readJson(nested(MAX_JSON_DEPTH)).kind).toBe('array')
    const { message } = errorOf(() => readJson(nested(MAX_JSON_DEPTH + 1)))
    expect(message).toBe('Document nesting depth (1001) exceeds the maximum allowed (1000)')
    expect(() => readJson('['.repeat(1_000_000))).toThrow(JsonSyntaxError)
    expect(() => readJson('{"a":'.repeat(1_000_000))).toThrow(JsonSyntaxError)
  })

  it('agrees with JSON.parse on every JSON text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('', ' ', '\n'), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent)
        expect(plain(readJson(text))).toEqual(JSON.parse(text))
      }),
    )
  })

  it('gives the offset of every value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, undefined, 2)
        for (const json of valuesIn(readJson(text))) {
          const rest = text.slice(json.at)
          expect(json.kind === 'number' ? rest.startsWith(json.lexeme) : rest[0]).toBe(
            json.kind === 'number' ? true : firstCharacter(json),
          )
        }
      }),
    )
  })

  it('fails with a syntax error or not at all', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '/',
      '*',
      '1',
      'e',
      'null',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        try {
          readJson(text)
        } catch (error) {
          expect(error).toBeInstanceOf(JsonSyntaxError)
        }
      }),
    )
  })
})

function errorOf(action: () => unknown): Error {
  try {
    action()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('nothing was thrown')
}

function plain(json: Json): unknown {
  switch (json.kind) {
    case 'null':
      return null
    case 'number':
      return Number(json.lexeme)
    case 'array':
      return json.items.map(plain)
    case 'object':
      return Object.fromEntries(Array.from(json.members, ([key, value]) => [key, plain(value)]))
    default:
      return json.value
  }
}

function* valuesIn(json: Json): Generator<Json> {
  yield json
  if (json.kind === 'array') for (const item of json.items) yield* valuesIn(item)
  if (json.kind === 'object') for (const value of json.members.values()) yield* valuesIn(value)
}

function firstCharacter(json: Json): string | undefined {
  switch (json.kind) {
    case 'null':
      return 'n'
    case 'boolean':
      return json.value ? 't' : 'f'
    case 'string':
      return '"'
    case 'array':
      return '['
    case 'object':
      return '{'
    default:
      return undefined
  }
}
