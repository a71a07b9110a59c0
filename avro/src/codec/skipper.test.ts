import { describe, expect, test } from 'vitest'
import { bytesOf, evolve, record, schemaOf } from '../../test/codec-of.ts'
import { createDecoder } from './codec.ts'

describe('what the reader has no field for is passed over', () => {
  const skipped: readonly (readonly [unknown, readonly unknown[]])[] = [
    ['null', [null]],
    ['boolean', [true]],
    ['int', [-1, 2 ** 31 - 1]],
    ['long', [0n, 2n ** 63n - 1n, -(2n ** 63n)]],
    ['float', [1.5]],
    ['double', [Number.NaN]],
    ['string', ['', 'é'.repeat(100)]],
    ['bytes', [new Uint8Array(100)]],
    [{ type: 'fixed', name: 'F', size: 3 }, [new Uint8Array(3)]],
    [{ type: 'enum', name: 'E', symbols: ['A', 'B'] }, ['B']],
    [{ type: 'array', items: 'string' }, [[], ['a', 'b']]],
    [{ type: 'array', items: 'null' }, [[null, null]]],
    [{ type: 'map', values: ['null', 'int'] }, [{}, { a: 1, b: null }]],
    [
      ['null', 'string'],
      [null, 'x'],
    ],
    [record('In', { a: 'int', b: ['null', 'In'] }), [{ a: 1, b: { a: 2, b: null } }]],
    [{ type: 'long', logicalType: 'timestamp-millis' }, [5n]],
  ]

  test.each(skipped)('%j', (type, values) => {
    const writer = record('R', { one: type, kept: 'string', two: { type: 'array', items: 'int' } })
    const last = { ...writer, fields: [...writer.fields].reverse() }
    for (const value of values) {
      const written = { one: value, kept: 'kept', two: [1] }
      for (const schema of [writer, last]) {
        const reader = record('R', { kept: 'string' })
        expect(evolve({ writer: schema, reader }, written)).toEqual({ kept: 'kept' })
      }
    }
  })

  test.each([
    ['blocks that tell their size', '01 06 ffffff 02 00 00', true],
    ['several blocks', '02 02 02 04 01 02 06 00', true],
    ['a block that is shorter than it says', '01 7e 00 00', false],
    ['a block of negative size', '01 03 00 00', false],
  ])('an array of %s', (_, hex, isSound) => {
    const writer = schemaOf(record('R', { list: { type: 'array', items: 'long' } }))
    const decoder = createDecoder(writer, schemaOf(record('R', {})))
    const decode = () => decoder.decode(bytesOf(hex))
    if (isSound) expect(decode()).toEqual({})
    else expect(decode).toThrow('cannot decode')
  })
})
