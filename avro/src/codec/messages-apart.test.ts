import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { codecOf, hexOf, record, schemaOf } from '../../test/codec-of.ts'
import { createCodec } from './codec.ts'
import type { LogicalConverter } from './logical-conversion.ts'

const SIZES = [
  0, 1, 10, 31, 33, 64, 200, 255, 256, 1000, 4095, 4096, 8190, 8192, 8200, 20_000,
].concat([65_000, 65_536, 70_000, 100, 5, 300_000, 1, 3])

test('results of many sizes stay as they were given out', () => {
  const codecs = [codecOf('string'), codecOf('bytes'), codecOf({ type: 'array', items: 'long' })]
  const values = (size: number, round: number) => [
    String.fromCharCode(97 + (round % 26)).repeat(size),
    new Uint8Array(size).fill(round),
    Array.from({ length: size >> 3 }, (_, index) => BigInt(index * round)),
  ]
  const results: { bytes: Uint8Array; copy: Buffer }[] = []
  for (let round = 0; round < 12; round++) {
    for (const size of SIZES.slice(0, round % 3 === 0 ? undefined : 12)) {
      values(size, round).forEach((value, index) => {
        const bytes = codecs[index]!.encode(value)
        results.push({ bytes, copy: Buffer.from(bytes) })
        expect(isDeepStrictEqual(codecs[index]!.decode(bytes), value)).toBe(true)
      })
    }
  }
  expect(results.filter(({ bytes, copy }) => !copy.equals(bytes))).toEqual([])
})

test('writing to one result changes no other', () => {
  const codec = codecOf('string')
  const results = SIZES.flatMap((size) => {
    const text = 'x'.repeat(size)
    return [1, 2, 3].map(() => ({ text, bytes: codec.encode(text) }))
  })
  results.forEach(({ bytes, text }) => {
    expect(codec.decode(bytes)).toBe(text)
    bytes.fill(0xff)
  })
})

test('a refused value leaves no trace in the messages after it', () => {
  const codec = codecOf(record('R', { text: 'string', number: 'int' }))
  const good = { text: 'é'.repeat(30), number: 7 }
  const expected = hexOf(codec.encode(good))
  for (const size of SIZES) {
    expect(() => codec.encode({ text: 'x'.repeat(size), number: 'none' })).toThrow()
    expect(hexOf(codec.encode(good))).toBe(expected)
  }
})

test('a conversion may encode and decode other messages, even with the same codec', () => {
  const schema = schemaOf(
    record('R', { before: 'string', json: { type: 'bytes', logicalType: 'nested' }, after: 'int' }),
  )
  const nested: LogicalConverter = () => ({
    kind: 'object',
    expected: 'another R, or null',
    read: (raw) => ((raw as Uint8Array).length === 0 ? null : codec.decode(raw as Uint8Array)),
    write: (value) => (value === null ? new Uint8Array(0) : codec.encode(value)),
  })
  const codec = createCodec<unknown>(schema, { logicalTypes: { nested } })
  let value: unknown = null
  for (let depth = 0; depth < 20; depth++) {
    value = { before: 'x'.repeat(depth * 50), json: value, after: depth }
  }
  const bytes = codec.encode(value)
  expect(codec.decode(bytes)).toEqual(value)
  expect(hexOf(codec.encode(value))).toBe(hexOf(bytes))
})

test('a message within another keeps to the limit of its own codec', () => {
  const inner = codecOf(record('Node', { next: ['null', 'Node'] }), { limits: { maxDepth: 2 } })
  const deep = { next: { next: { next: { next: null } } } }
  const outer = createCodec(schemaOf({ type: 'bytes', logicalType: 'nested' }), {
    logicalTypes: {
      nested: () => ({
        kind: 'object',
        expected: 'a Node',
        read: (raw) => inner.decode(raw as Uint8Array),
        write: (value) => inner.encode(value),
      }),
    },
  })
  expect(() => inner.encode(deep)).toThrow('at most 2 values within each other')
  expect(() => outer.encode(deep)).toThrow('expected a Node')
})
