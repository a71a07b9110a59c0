import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hexOf, record, schemaOf } from '../../test/codec-of.ts'
import { createCodec } from '../codec/codec.ts'
import { createJsonCodec } from './json-codec.ts'
import { binaryToJson, jsonToBinary } from './json-transcoder.ts'

const schema = schemaOf(
  record('acme.All', {
    nothing: 'null',
    flag: 'boolean',
    small: 'int',
    large: 'long',
    single: 'float',
    double: 'double',
    text: 'string',
    raw: 'bytes',
    hash: { type: 'fixed', name: 'Hash', size: 3 },
    color: { type: 'enum', name: 'Color', symbols: ['RED', 'GREEN'] },
    list: { type: 'array', items: ['null', 'int', 'string'] },
    entries: { type: 'map', values: ['long', 'double', 'bytes', 'string', 'Color', 'Hash'] },
    next: ['null', 'acme.All'],
  }),
)

const bytes = (size: number) => fc.uint8Array({ minLength: size, maxLength: size })
const text = fc.string({ unit: 'binary', maxLength: 8 })
const entry = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((long) => ({ long })),
  fc.double().map((double) => ({ double })),
  fc.uint8Array({ maxLength: 8 }).map((raw) => ({ bytes: raw })),
  text.map((string) => ({ string })),
  fc.constantFrom('RED', 'GREEN').map((color) => ({ 'acme.Color': color })),
  bytes(3).map((hash) => ({ 'acme.Hash': hash })),
)
const { all } = fc.letrec((tie) => ({
  all: fc.record({
    nothing: fc.constant(null),
    flag: fc.boolean(),
    small: fc.integer(),
    large: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    // Of floats Java does not tell -0 from 0.
    single: fc.float().map((value) => value + 0),
    double: fc.double(),
    text,
    raw: fc.uint8Array({ maxLength: 300 }),
    hash: bytes(3),
    color: fc.constantFrom('RED', 'GREEN'),
    list: fc.array(fc.oneof(fc.constant(null), fc.integer(), text), { maxLength: 4 }),
    entries: fc.dictionary(text, entry, { maxKeys: 4, noNullPrototype: true }),
    next: fc.option(tie('all'), { nil: null, maxDepth: 3 }),
  }),
}))

test('any value is read back, and its bytes are the same by way of JSON', () => {
  const codec = createCodec<unknown>(schema, { unions: 'wrapped' })
  const json = createJsonCodec<unknown>(schema, { unions: 'wrapped' })
  fc.assert(
    fc.property(all, (value) => {
      const binary = codec.encode(value)
      const written = json.stringify(value)
      expect(binaryToJson(schema, binary)).toBe(written)
      expect(hexOf(jsonToBinary(schema, written, { strict: true }))).toBe(hexOf(binary))
      expect(json.parse(written, { strict: true })).toEqual(codec.decode(binary))
      expect(() => JSON.parse(written)).not.toThrow()
    }),
    { numRuns: 200 },
  )
})
