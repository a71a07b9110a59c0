import { expect, test } from 'vitest'
import {
  headersObject,
  lastHeader,
  VALUE_SCHEMA_HEADER as NAME,
  type RecordHeaders,
  withHeaders,
  withoutSchemaHeaders,
} from './record-headers.ts'

const wanted = Buffer.from('0000000007', 'hex')
const other = Buffer.from('0000000008', 'hex')

test.each<[form: string, headers: RecordHeaders]>([
  ['an object of Buffers', { [NAME]: wanted, trace: 'x' }],
  ['a Uint8Array', { [NAME]: Uint8Array.from(wanted) }],
  ['a text of one character a byte', { [NAME]: wanted.toString('latin1') }],
  ['an array, of which the last counts', { [NAME]: [other, wanted] }],
  ['an array of texts', { [NAME]: [other, wanted.toString('latin1')] }],
  ['a Map', new Map([[NAME, wanted]])],
  ['a Map with keys of bytes', new Map([[Buffer.from(NAME), wanted]])],
  [
    'a Map with a name twice, of which the last counts',
    new Map<string | Buffer, Buffer>([
      [NAME, other],
      [Buffer.from(NAME), wanted],
    ]),
  ],
  ['a list', [{ [NAME]: wanted }]],
  ['a list, of which the last counts', [{ [NAME]: other }, { [NAME]: wanted }, { trace: 'x' }]],
])('a header is found in %s', (_form, headers) => {
  expect(Buffer.from(lastHeader(headers, NAME) ?? [])).toEqual(wanted)
})

test.each<[what: string, headers: RecordHeaders | null | undefined]>([
  ['no headers', undefined],
  ['null', null],
  ['others', { trace: 'x' }],
  ['null for a value', { [NAME]: null }],
  ['an empty array', { [NAME]: [] }],
  ['a Map of others', new Map([['trace', wanted]])],
  ['an empty list', []],
  ['what objects inherit', Object.create({ [NAME]: wanted })],
])('%s: the header is not there', (_what, headers) => {
  expect(lastHeader(headers, NAME)).toBeUndefined()
})

test.each<[form: string, headers: RecordHeaders, expected: RecordHeaders]>([
  ['an object', { trace: 'x', [NAME]: other }, { trace: 'x' }],
  [
    'a Map',
    new Map<string | Buffer, Buffer | string>([
      ['trace', 'x'],
      [NAME, other],
      [Buffer.from(NAME), other],
    ]),
    new Map([['trace', 'x']]),
  ],
  ['a list', [{ trace: 'x' }, { [NAME]: wanted }, { [NAME]: other }], [{ trace: 'x' }]],
])('a header that names a schema is left out of %s', (_form, headers, expected) => {
  expect(withoutSchemaHeaders(headers)).toEqual(expected)
  expect(withoutSchemaHeaders(expected)).toBe(expected)
})

test.each<[form: string, headers: RecordHeaders | undefined, expected: RecordHeaders]>([
  ['none', undefined, { [NAME]: wanted }],
  ['an object', { trace: 'x', [NAME]: other }, { trace: 'x', [NAME]: wanted }],
  [
    'a Map',
    new Map([['trace', 'x']]),
    new Map<string, string | Buffer>([
      ['trace', 'x'],
      [NAME, wanted],
    ]),
  ],
  ['a list', [{ trace: 'x' }], [{ trace: 'x' }, { [NAME]: wanted }]],
])('a header is added to %s, which stays as it is', (_form, headers, expected) => {
  const before = headersObject(headers)
  const after = withHeaders(headers, { [NAME]: wanted })
  expect(after).toEqual(expected)
  expect(headersObject(headers)).toEqual(before)
  expect(lastHeader(after, NAME)).toEqual(wanted)
})

test('what is added to a Map counts, whatever stood there before', () => {
  const headers = new Map<string | Buffer, Buffer>([
    [NAME, other],
    [Buffer.from(NAME), other],
  ])
  expect(lastHeader(withHeaders(headers, { [NAME]: wanted }), NAME)).toEqual(wanted)
})

test('any form becomes an object that keeps all values of a name', () => {
  const expected = { trace: 'x', [NAME]: [other, wanted] }
  expect(headersObject([{ trace: 'x' }, { [NAME]: other }, { [NAME]: wanted }])).toEqual(expected)
  expect(headersObject(expected)).toEqual(expected)
  expect(headersObject(new Map([[Buffer.from('trace'), 'x']]))).toEqual({ trace: 'x' })
  expect(headersObject(null)).toEqual({})
})

test('names of headers never reach prototypes', () => {
  const headers = JSON.parse('{"__proto__":"x"}') as RecordHeaders
  const after = withHeaders(headers, { [NAME]: wanted })
  expect(Object.getPrototypeOf(after)).toBe(Object.prototype)
  expect(Object.keys(after)).toEqual(['__proto__', NAME])
  expect(Object.keys(headersObject(headers))).toEqual(['__proto__'])
})
