import { isDeepStrictEqual } from 'node:util'
import avro from 'avsc'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitrarySchema, arbitraryValue, type ValueLimits } from '../../test/arbitrary-schema.ts'
import { codecOf, hexOf, schemaOf } from '../../test/codec-of.ts'
import { createCodec, createDecoder } from './codec.ts'
import type { CodecOptions } from './codec-options.ts'
import { unionShape } from './union-shape.ts'
import { valueMapping } from './value-mapping.ts'

/** Schemas per property. */
const RUNS = 150

const anyOptions: fc.Arbitrary<CodecOptions> = fc.record({
  unions: fc.constantFrom('tagged' as const, 'wrapped' as const),
  long: fc.constantFrom('bigint' as const, 'number' as const, 'string' as const),
  logicalTypes: fc.constantFrom('native' as const, 'raw' as const),
})

/** Schemas, options and a few values that suit them. */
function samples(options: fc.Arbitrary<CodecOptions>, limits: ValueLimits = {}) {
  return fc
    .tuple(arbitrarySchema({ depth: 3, logicalTypes: true, oddNames: !limits.usualKeys }), options)
    .chain(([json, chosen]) =>
      fc.record({
        json: fc.constant(json),
        options: fc.constant(chosen),
        values: fc.array(arbitraryValue(schemaOf(json), chosen, limits), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
    )
}

test('what is written is read back, by the schema itself and by its text read again', () => {
  fc.assert(
    fc.property(samples(anyOptions), ({ json, options, values }) => {
      const codec = createCodec(schemaOf(json), options)
      const resolving = createDecoder(schemaOf(json), schemaOf(json), options)
      for (const value of values) {
        const bytes = codec.encode(value)
        expectSame(codec.decode(bytes), value)
        expectSame(resolving.decode(bytes), value)
        expect(hexOf(codec.encode(codec.decode(bytes)))).toBe(hexOf(bytes))
      }
    }),
    { numRuns: RUNS },
  )
})

test('a value of plain unions may change as it is read back, but then it stays as it is', () => {
  const plain = fc.constant({ unions: 'plain', strict: true } as const)
  fc.assert(
    fc.property(samples(plain), ({ json, options, values }) => {
      const codec = createCodec(schemaOf(json), options)
      for (const value of values) {
        const bytes = codec.encode(value)
        expect(hexOf(codec.encode(codec.decode(bytes)))).toBe(hexOf(bytes))
      }
    }),
    { numRuns: RUNS },
  )
})

test('a value is passed over as it is read', () => {
  fc.assert(
    fc.property(samples(anyOptions), ({ json, options, values }) => {
      const outer = (fields: object[]) => ({ type: 'record', name: 'Outer', fields })
      const kept = { name: 'kept', type: 'string' }
      const extra = (name: string, type: unknown) => ({ name, type })
      const before = { type: 'array', items: json }
      // The same type again, by its name if it has one.
      const after = typeof json === 'object' && 'name' in json ? json.name : 'int'
      const writer = outer([extra('before', before), kept, extra('after', after)])
      const codec = codecOf(writer, options)
      const last = after === 'int' ? values.map(() => 7) : values
      const decoder = createDecoder(schemaOf(writer), schemaOf(outer([kept])), options)
      const written = { before: values, kept: 'kept', after: last[0] }
      expect(decoder.decode(codec.encode(written))).toEqual({ kept: 'kept' })
    }),
    { numRuns: RUNS },
  )
})

const AS_AVSC: CodecOptions = { unions: 'wrapped', long: 'number', logicalTypes: 'raw' }

test('bytes are those of avsc, and each reads what the other wrote', () => {
  const domain = { minLong: -(2n ** 52n) + 1n, maxLong: 2n ** 52n - 1n, usualKeys: true }
  fc.assert(
    fc.property(samples(fc.constant(AS_AVSC), domain), ({ json, values }) => {
      const type = avro.Type.forSchema(json as avro.Schema)
      const codec = createCodec(schemaOf(json), AS_AVSC)
      for (const value of values) {
        const bytes = codec.encode(value)
        const theirs = type.fromBuffer(Buffer.from(bytes))
        expect(hexOf(type.toBuffer(theirs))).toBe(hexOf(bytes))
        expectSame(codec.decode(type.toBuffer(theirs)), value)
        expect(hexOf(type.toBuffer(withBuffers(value)))).toBe(hexOf(bytes))
      }
    }),
    { numRuns: RUNS },
  )
})

test('unions are wrapped where avsc wraps them', () => {
  const branches = ['null', 'boolean', 'int', 'long', 'float', 'double', 'string', 'bytes']
  const others = [
    { type: 'array', items: 'int' },
    { type: 'map', values: 'int' },
    { type: 'enum', name: 'E', symbols: ['A'] },
    { type: 'fixed', name: 'F', size: 1 },
    { type: 'record', name: 'R', fields: [] },
  ]
  fc.assert(
    fc.property(fc.subarray([...branches, ...others], { minLength: 1 }), (union) => {
      const schema = schemaOf(union)
      if (schema.type !== 'union') throw new Error('a list is a union')
      const shape = unionShape(schema, valueMapping(AS_AVSC))
      const wraps = shape.branches.some(({ form }) => form === 'wrapped')
      const { typeName } = avro.Type.forSchema(union as avro.Schema)
      expect(wraps).toBe(typeName === 'union:wrapped')
    }),
    { numRuns: 500 },
  )
})

/** Compares at once what the runner would take long to compare. */
function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected)
}

/** It takes Buffers only. */
function withBuffers(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value)
  if (Array.isArray(value)) return value.map(withBuffers)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withBuffers(part)]))
}
