import { jsonText, readJson } from '@magicbyte/avro'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatAvsc, UnformattableError } from './format-avsc.ts'

test('types and fields have their keys in order, records line by line', () => {
  const text = `{"fields":[{"default":1e400,"name":"a","x":{"b":1,"a":2},"type":"double"},
    {"type":["null",{"fields":[],"name":"E","type":"record"}],"name":"b"}],
    "connect.version":1.0,"doc":"\\u00e9","name":"R","type":"record"}`
  expect(formatAvsc(text)).toBe(
    `{
  "type": "record",
  "name": "R",
  "doc": "\\u00e9",
  "connect.version": 1.0,
  "fields": [
    { "name": "a", "type": "double", "default": 1e400, "x": { "b": 1, "a": 2 } },
    {
      "name": "b",
      "type": ["null", { "type": "record", "name": "E", "fields": [] }]
    }
  ]
}
`.replace(
      '["null", { "type": "record", "name": "E", "fields": [] }]',
      `[
        "null",
        {
          "type": "record",
          "name": "E",
          "fields": []
        }
      ]`,
    ),
  )
})

test.each([
  ['a word', ' "int" ', '"int"\n'],
  ['an empty union', '[\n]', '[]\n'],
  [
    'numbers as written',
    '{"type":"int","x":[1.0,-0.0,1E5,9007199254740993]}',
    '{ "type": "int", "x": [1.0, -0.0, 1E5, 9007199254740993] }\n',
  ],
])('%s', (_, text, expected) => {
  expect(formatAvsc(text)).toBe(expected)
})

test('what does not fit into 100 columns is broken', () => {
  const symbols = Array.from({ length: 30 }, (_, index) => `SYMBOL_${index}`)
  const lines = formatAvsc(JSON.stringify({ type: 'enum', name: 'E', symbols })).split('\n')
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
  expect(lines).toContain('    "SYMBOL_0",')
})

describe('nothing is lost', () => {
  test('of any JSON, and formatting again changes nothing', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const formatted = formatAvsc(text)
        expect(JSON.parse(formatted)).toEqual(JSON.parse(text))
        expect(formatAvsc(formatted)).toBe(formatted)
      }),
    )
  })

  test('of the order of what has none in a schema', () => {
    const text = '{"type":"map","values":"int","b":{"z":1,"a":2},"a":[{"z":1,"a":2}]}'
    expect(jsonText(readJson(formatAvsc(text)))).toBe(
      '{"type":"map","values":"int","b":{"z":1,"a":2},"a":[{"z":1,"a":2}]}',
    )
  })

  test.each<[string, string, string, number]>([
    ['comments', '{"type": /* x */ "int"}', 'FORMAT_COMMENT', 9],
    ['repeated keys', '{"type":"int","a":1,"a":2}', 'FORMAT_REPEATED_KEY', 20],
    ['texts that are no JSON', '{"type"', 'JSON_SYNTAX', 7],
  ])('%s are refused', (_, text, rule, offset) => {
    expect(() => formatAvsc(text)).toThrow(UnformattableError)
    try {
      formatAvsc(text)
    } catch (error) {
      expect(error).toMatchObject({ rule, offset })
    }
  })
})
