import { expect, test } from 'vitest'
import { readProtocol } from './read-protocol.ts'

test('types may refer to each other in any order', () => {
  const text = `{"protocol":"P","namespace":"n","types":[
    {"type":"record","name":"A","fields":[{"name":"b","type":"B"}]},
    {"type":"record","name":"B","fields":[{"name":"x","type":"long","default":9007199254740993}]}
  ],"messages":{"m":{"request":[{"name":"a","type":"A"}],"response":"null"}}}`
  const { problems, name, types, messages, protocol } = readProtocol(text, { file: 'p.avpr' })
  expect(problems).toEqual([])
  expect(name).toBe('P')
  expect(messages.map((message) => message.name)).toEqual(['m'])
  expect(types.map(({ fullName }) => fullName)).toEqual(['n.A', 'n.B'])
  const json = types[0]?.toJson()
  expect(json?.text).toBe(
    '{"type":"record","name":"A","namespace":"n","fields":[{"name":"b","type":' +
      '{"type":"record","name":"B","fields":[{"name":"x","type":"long","default":9007199254740993}]}}]}',
  )
  const place = json?.places().get('/fields/0/type/fields/0/default')
  expect(place && text.slice(place.offset, place.end)).toBe('9007199254740993')
  expect(JSON.parse(protocol?.text ?? '')).toMatchObject({ types: [{ name: 'A' }] })
})

test.each([
  ['text that is no JSON', '{', '1:2 JSON_SYNTAX'],
  ['a schema', '{"type":"int"}', '1:1 IDL_SYNTAX'],
  ['a list', '[]', '1:1 IDL_SYNTAX'],
  ['types that are no list', '{"protocol":"P","types":{}}', '1:25 IDL_SYNTAX'],
  ['a type that is no definition', '{"protocol":"P","types":["int"]}', '1:26 IDL_SYNTAX'],
  [
    'a message without request',
    '{"protocol":"P","messages":{"m":{"response":"int"}}}',
    '1:33 IDL_MESSAGE',
  ],
  [
    'an unknown type',
    '{"protocol":"P","messages":{"m":{"request":[],"response":"X"}}}',
    '1:58 UNKNOWN_TYPE',
  ],
  [
    'a default that does not fit',
    '{"protocol":"P","types":[{"type":"record","name":"R","fields":[{"name":"a","type":"int","default":"x"}]}]}',
    '1:99 INVALID_DEFAULT',
  ],
  [
    'a record without fields',
    '{"protocol":"P","types":[{"type":"record","name":"R"}]}',
    '1:26 MISSING_ATTRIBUTE',
  ],
])('%s is refused at its place', (_, text, expected) => {
  const { problems, protocol } = readProtocol(text)
  expect(problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`)).toEqual([expected])
  expect(protocol).toBeUndefined()
})

test('names of prototypes are names', () => {
  const text =
    '{"protocol":"P","types":[],"messages":{"__proto__":{"request":[],"response":"null"}}}'
  const { protocol, problems } = readProtocol(text)
  expect(problems).toEqual([])
  expect(protocol?.text).toContain('"__proto__":{"request":[],"response":"null"}')
})
