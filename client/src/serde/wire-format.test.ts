import { expect, test } from 'vitest'
import { FramingError } from '../errors/data-errors.ts'
import { isPoison } from '../errors/poison.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import { guidHeader, idPrefix, readFrame, readSchemaHeader } from './wire-format.ts'

const GUID = '00112233-4455-6677-8899-aabbccddeeff'
const GUID_DIGITS = '00112233445566778899aabbccddeeff'
const about = { topic: 'orders', isKey: false }

test.each<[rule: string, bytes: string, schema: number | string, start: number]>([
  ['an id and nothing else', '0000000007', 7, 5],
  ['an id before data', '0000000007ff', 7, 5],
  ['the most significant byte of the id first', '0001020304', 0x01020304, 5],
  ['the greatest id', '007fffffff', 0x7fffffff, 5],
  ['a guid and nothing else', `01${GUID_DIGITS}`, GUID, 17],
  ['a guid before data', `01${GUID_DIGITS}02`, GUID, 17],
])('a frame is %s', (_rule, hex, schema, start) => {
  const bytes = Buffer.from(hex, 'hex')
  expect(readFrame(bytes)).toEqual({ schema, start })
  expect(readFrame(Uint8Array.from(bytes))).toEqual({ schema, start })
  const within = Buffer.concat([Buffer.from('ffff', 'hex'), bytes]).subarray(2)
  expect(readFrame(within)).toEqual({ schema, start })
})

test.each<[what: string, bytes: string, message: RegExp, hint: RegExp | undefined]>([
  ['no bytes', '', /no bytes at all/, /emptyAs: "null"/],
  ['1 byte', '00', /1 bytes are too few/, undefined],
  ['4 bytes', '00000000', /4 bytes are too few/, undefined],
  ['half a guid', '0100112233445566', /8 bytes are too few/, undefined],
  ['id 0', '0000000000', /positive, not 0/, undefined],
  ['a negative id', '00ffffffff', /positive, not -1/, undefined],
  ['the least id', '0080000000', /positive, not -2147483648/, undefined],
  ['an id of 8 bytes', '00000000000000000702', /positive, not 0/, /Apicurio.*8 bytes/],
  ['AWS Glue', `0300${GUID_DIGITS}02`, /magic byte 0x03/, /AWS Glue/],
  ['AWS Glue, compressed', `0305${GUID_DIGITS}02`, /magic byte 0x03/, /AWS Glue/],
  ['three and something', '0301aabb', /magic byte 0x03/, undefined],
  ['a container file', '4f626a0104', /magic byte 0x4f/, /readContainer/],
  ['single-object encoding', 'c30100112233445566770a', /magic byte 0xc3/, /decodeSingleObject/],
  ['other bytes', 'fe00000001', /magic byte 0xfe/, undefined],
  ['JSON: object', Buffer.from('{"a":1}').toString('hex'), /0x7b/, /JSON/],
  ['JSON: list, indented', Buffer.from('\n  [1]').toString('hex'), /0x0a/, /JSON/],
  ['JSON: text', Buffer.from('"é"').toString('hex'), /0x22/, /JSON/],
  ['JSON: number', Buffer.from('-5').toString('hex'), /0x2d/, /JSON/],
  ['plain text', Buffer.from('hello world').toString('hex'), /0x68/, /plain text/],
])('%s are no frame, which is poison', (_what, hex, message, hint) => {
  const bytes = Buffer.from(hex, 'hex')
  const error = errorOf(() => readFrame(bytes, about))
  expect(error).toBeInstanceOf(FramingError)
  expect(error).toMatchObject({ ...about, code: 'FRAMING', magicByte: bytes[0], retriable: false })
  expect(error.message).toMatch(message)
  if (hint) expect(error.hint).toMatch(hint)
  else expect(error.hint).toBeUndefined()
  expect(isPoison(error)).toBe(true)
})

test('an id is written as it is read', () => {
  for (const id of [1, 255, 256, 0x7fffffff]) {
    expect(readFrame(idPrefix(id))).toEqual({ schema: id, start: 5 })
  }
})

test('a guid is written with hyphens or without, in any case', () => {
  const bytes = Buffer.from(`01${GUID_DIGITS}`, 'hex')
  expect(guidHeader(GUID)).toEqual(bytes)
  expect(guidHeader(GUID.toUpperCase())).toEqual(bytes)
  expect(guidHeader(GUID_DIGITS)).toEqual(bytes)
  expect(() => guidHeader('orders')).toThrow(InvalidArgumentError)
  expect(() => guidHeader(`${GUID_DIGITS}00`)).toThrow(InvalidArgumentError)
})

test('a header holds a frame and nothing more', () => {
  expect(readSchemaHeader(Buffer.from('0000000007', 'hex'), 'h')).toBe(7)
  expect(readSchemaHeader(guidHeader(GUID), 'h')).toBe(GUID)
  for (const hex of ['', '00', '000000000700', `01${GUID_DIGITS}00`, '7b7d', '0200000007']) {
    const error = errorOf(() => readSchemaHeader(Buffer.from(hex, 'hex'), 'h', about))
    expect(error).toBeInstanceOf(FramingError)
    expect(error).toMatchObject({ ...about, hint: undefined })
    expect(error.message).toContain('header h names no schema')
  }
  expect(() => readSchemaHeader(Buffer.from('0000000000', 'hex'), 'h')).toThrow(FramingError)
})

function errorOf(call: () => unknown): FramingError {
  try {
    call()
  } catch (error) {
    return error as FramingError
  }
  throw new Error('nothing was thrown')
}
