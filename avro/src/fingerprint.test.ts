import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc64Avro } from './crc64.ts'
import { fingerprint, fingerprint64, hex } from './fingerprint.ts'
import { md5 } from './md5.ts'
import { parseSchema } from './parse.ts'
import { parsingCanonicalForm } from './parsing-form.ts'
import { sha256 } from './sha256.ts'

const forms: readonly [rule: string, schema: string, form: string][] = [
  ['a primitive is its name', '{"type":"int","logicalType":"date"}', '"int"'],
  [
    'a union lists its branches',
    '["null",{"type":"map","values":"int","a":1}]',
    '["null",{"type":"map","values":"int"}]',
  ],
  ['an empty union is one', '[]', '[]'],
  [
    'names are full',
    '{"type":"fixed","name":"F","namespace":"n","size":1}',
    '{"name":"n.F","type":"fixed","size":1}',
  ],
  [
    'an enum has name, type and symbols',
    '{"symbols":["a","b"],"default":"a","doc":"d","aliases":["X"],"name":"E","type":"enum"}',
    '{"name":"E","type":"enum","symbols":["a","b"]}',
  ],
  [
    'an error is a record',
    '{"type":"error","name":"E","fields":[]}',
    '{"name":"E","type":"record","fields":[]}',
  ],
  [
    'a field has name and type',
    '{"type":"record","name":"n.A","fields":[{"type":["null","A"],"default":null,"order":"ignore","name":"a"}]}',
    '{"name":"n.A","type":"record","fields":[{"name":"a","type":["null","n.A"]}]}',
  ],
]

describe('parsingCanonicalForm', () => {
  it.each(forms)('%s', (_rule, schema, form) => {
    expect(parsingCanonicalForm(parseSchema(schema).root)).toBe(form)
  })
})

/** The first three are in the test data of Apache Avro. */
const fingerprints: readonly [schema: string, crc: bigint][] = [
  ['"null"', 7195948357588979594n],
  ['"boolean"', -6970731678124411036n],
  ['"int"', 8247732601305521295n],
  ['[]', -1241056759729112623n],
]

describe('fingerprint', () => {
  it.each(fingerprints)('is the published one of %s', (schema, crc) => {
    const { root } = parseSchema(schema)
    expect(fingerprint64(root)).toBe(crc)
    const bytes = new Uint8Array(8)
    new DataView(bytes.buffer).setBigInt64(0, crc, true)
    expect(fingerprint(root, 'CRC-64-AVRO')).toEqual(bytes)
  })

  it('is a digest of the UTF-8 bytes of the form', () => {
    const { root } = parseSchema('{"type":"fixed","name":"Größe","size":1}')
    const form = '{"name":"Größe","type":"fixed","size":1}'
    expect(hex(fingerprint(root, 'MD5'))).toBe(digest('md5', form))
    expect(hex(fingerprint(root, 'SHA-256'))).toBe(digest('sha256', form))
  })
})

describe('digests', () => {
  it('agree with OpenSSL at every length up to three blocks', () => {
    for (let length = 0; length <= 192; length++) {
      const data = Uint8Array.from({ length }, (_, index) => index * 7)
      expect(hex(md5(data))).toBe(digest('md5', data))
      expect(hex(sha256(data))).toBe(digest('sha256', data))
    }
  })

  it('agree with OpenSSL on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1000 }), (data) => {
        expect(hex(md5(data))).toBe(digest('md5', data))
        expect(hex(sha256(data))).toBe(digest('sha256', data))
      }),
    )
  })

  it('of CRC-64-AVRO agree with the definition in the specification', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (data) => {
        expect(crc64Avro(data)).toBe(slowCrc64(data))
      }),
    )
  })
})

function digest(algorithm: string, data: string | Uint8Array): string {
  return createHash(algorithm).update(data).digest('hex')
}

function slowCrc64(data: Uint8Array): bigint {
  const empty = 0xc15d213aa4d7a795n
  let value = empty
  for (const byte of data) {
    value ^= BigInt(byte)
    for (let bit = 0; bit < 8; bit++) value = (value >> 1n) ^ (value & 1n ? empty : 0n)
  }
  return BigInt.asIntN(64, value)
}
