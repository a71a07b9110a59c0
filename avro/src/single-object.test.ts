import { describe, expect, test } from 'vitest'
import { bytesOf, codecOf, hexOf, record, schemaOf, thrownBy } from '../test/codec-of.ts'
import { defineCodec } from './codec/avro-type.ts'
import { DecodeError } from './codec/codec-error.ts'
import { fingerprint, hex } from './fingerprint.ts'
import {
  decodeSingleObject,
  encodeSingleObject,
  SINGLE_OBJECT_HEADER_SIZE,
  SingleObjectError,
  singleObjectFingerprint,
  singleObjectHeader,
} from './single-object.ts'

// The fingerprint of "int" is 0x7275d51a3f395c8f (test data of the Avro specification).
const INT_HEADER = 'c301 8f5c393f1ad57572'.replaceAll(' ', '')

test('a value follows the marker and the fingerprint of its schema', () => {
  const codec = codecOf('int')
  expect(hexOf(encodeSingleObject(codec, 3))).toBe(`${INT_HEADER}06`)
  expect(hexOf(encodeSingleObject(codec, -1))).toBe(`${INT_HEADER}01`)
  expect(hexOf(singleObjectHeader(schemaOf('int')))).toBe(INT_HEADER)
})

test('generated codecs bring their fingerprint along', () => {
  const generated = defineCodec<number>({
    name: 'int',
    schema: '"int"',
    fingerprint: '8f5c393f1ad57572',
    options: {},
    write: (value, output) => output.writeInt(value),
    read: (input) => input.readInt(),
  })
  const bytes = encodeSingleObject(generated, 3)
  expect(hexOf(bytes)).toBe(`${INT_HEADER}06`)
  const decoders = new Map([[generated.fingerprint, generated]])
  expect(decodeSingleObject(bytes, (key) => decoders.get(key))).toBe(3)
})

test('a value is read by the decoder of its fingerprint', () => {
  const schemas = ['int', 'string', record('R', { a: 'int' })]
  const codecs = schemas.map((schema) => codecOf(schema))
  const decoders = new Map(
    codecs.map((codec) => [hex(fingerprint(codec.schema, 'CRC-64-AVRO')), codec]),
  )
  const values = [1, 'x', { a: 2 }]
  values.forEach((value, index) => {
    const bytes = encodeSingleObject(codecs[index]!, value)
    expect(decodeSingleObject(bytes, (key) => decoders.get(key))).toEqual(value)
  })
})

describe('what is no single object is refused', () => {
  test.each([
    ['nothing', '', 'too-short', undefined],
    ['the marker alone', 'c301', 'too-short', undefined],
    ['a fingerprint cut short', INT_HEADER.slice(0, -2), 'too-short', undefined],
    ['one wrong byte', '00', 'wrong-marker', undefined],
    ['another version', `c302${INT_HEADER.slice(4)}06`, 'wrong-marker', undefined],
    ['an unknown fingerprint', `${INT_HEADER}06`, 'unknown-fingerprint', '8f5c393f1ad57572'],
  ])('%s', (_, digits, reason, fingerprintHex) => {
    const error = thrownBy(() => decodeSingleObject(bytesOf(digits), () => undefined))
    expect(error).toBeInstanceOf(SingleObjectError)
    expect(error).toMatchObject({ reason, fingerprint: fingerprintHex })
  })

  test('what is no Uint8Array', () => {
    expect(() => singleObjectFingerprint('c301' as unknown as Uint8Array)).toThrow(TypeError)
  })

  test('bytes that hold no value, with the place in all of them', () => {
    const error = thrownBy(() => decodeSingleObject(bytesOf(INT_HEADER), () => codecOf('int')))
    expect(error).toBeInstanceOf(DecodeError)
    expect(error).toMatchObject({ offset: SINGLE_OBJECT_HEADER_SIZE })
  })
})

test('a fingerprint that has not 16 digits is refused', () => {
  const codec = { ...codecOf('int'), schema: '"int"', fingerprint: 'abc', name: 'int' }
  expect(() => encodeSingleObject(codec as never, 3 as never)).toThrow('16 digits')
})
