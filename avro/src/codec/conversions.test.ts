import { describe, expect, test } from 'vitest'
import { bytesOf, codecOf, evolve, hexOf, record, schemaOf, thrownBy } from '../../test/codec-of.ts'
import { createCodec } from './codec.ts'
import { Failure, within } from './failure.ts'
import type { LogicalConversion, LogicalConverter } from './logical-conversion.ts'

const TIMESTAMP = { type: 'long', logicalType: 'timestamp-millis' }

/** Temperatures in degrees, written in tenths. */
const degrees: LogicalConversion<number, number> = {
  kind: 'number',
  expected: 'degrees from -1000 to 1000',
  read(raw) {
    if (raw === 9999) throw new RangeError('broken sensor')
    return raw / 10
  },
  write(value) {
    if (typeof value !== 'number' || Math.abs(value) > 1000) throw new TypeError('too hot')
    return Math.round(value * 10)
  },
}
const converters = { degrees: () => degrees as LogicalConversion }

describe('a conversion of one’s own', () => {
  const schema = record('R', { t: { type: 'int', logicalType: 'degrees' } })
  const codec = codecOf(schema, { logicalTypes: converters })

  test('is applied both ways', () => {
    expect(hexOf(codec.encode({ t: 21.5 }))).toBe('ae03')
    expect(codec.decode(bytesOf('ae03'))).toEqual({ t: 21.5 })
  })

  test('is not applied where the underlying values are asked for', () => {
    for (const logicalTypes of ['raw', 'native', {}, { degrees: 'raw' }] as const) {
      expect(codecOf(schema, { logicalTypes }).decode(bytesOf('ae03'))).toEqual({ t: 215 })
    }
    const fields = { 'R.t': { logicalTypes: 'raw' } } as const
    expect(codecOf(schema, { logicalTypes: converters, fields }).decode(bytesOf('ae03'))).toEqual({
      t: 215,
    })
  })

  test('says what was expected when it throws, and keeps the cause', () => {
    const encoding = thrownBy(() => codec.encode({ t: 5000 }))
    expect(encoding).toMatchObject({
      name: 'EncodeError',
      path: 't',
      expected: 'degrees from -1000 to 1000',
      actual: 'number 5000',
      cause: new TypeError('too hot'),
    })
    const decoding = thrownBy(() => codec.decode(bytesOf('9e9c01')))
    expect(decoding).toMatchObject({
      name: 'DecodeError',
      path: 't',
      offset: 0,
      expected: 'degrees from -1000 to 1000',
      actual: 'number 9999',
      cause: new RangeError('broken sensor'),
    })
  })

  test('is applied to defaults and after promotion', () => {
    const { t } = { t: { type: 'float', logicalType: 'degrees' } }
    const options = { logicalTypes: converters }
    const writer = record('R', { t: 'int' })
    expect(evolve({ writer, reader: record('R', { t }), options }, { t: 215 })).toEqual({ t: 21.5 })
    const withDefault = record('R', { t: { type: t, default: 5 } })
    expect(evolve({ writer: record('R', {}), reader: withDefault, options }, {})).toEqual({
      t: 0.5,
    })
    expect(codecOf(withDefault, options).decode(codecOf(withDefault, options).encode({}))).toEqual({
      t: 0.5,
    })
  })
})

test('a failure within a converted value tells its place, both ways', () => {
  const failing = (): never => {
    throw within('inner', new Failure('sense', 'none'))
  }
  const conversion = { kind: 'object', expected: 'x', read: failing, write: failing } as const
  const codec = createCodec(schemaOf(record('R', { a: { type: 'int', logicalType: 'odd' } })), {
    logicalTypes: { odd: () => conversion },
  })
  expect(thrownBy(() => codec.encode({ a: 1 } as never))).toMatchObject({ path: 'a.inner' })
  expect(thrownBy(() => codec.decode(bytesOf('02')))).toMatchObject({ path: 'a.inner', offset: 0 })
})

describe('a converter', () => {
  test('is told the schema and the logical type if it is a valid one', () => {
    const seen: unknown[] = []
    const converter: LogicalConverter = (schema, logicalType) => {
      seen.push([schema.type, logicalType])
      return undefined
    }
    const logicalTypes = { decimal: converter, constructor: converter, other: converter }
    const decimal = { logicalType: 'decimal', precision: 4 }
    codecOf(
      record('R', {
        a: { type: 'bytes', ...decimal },
        b: { type: 'int', ...decimal },
        c: { type: 'string', logicalType: 'other' },
        d: { type: 'string', logicalType: 'toString' },
        e: { type: 'string', logicalType: ['other'] },
      }),
      { logicalTypes },
    ).encode({ a: new Uint8Array(1), b: 1, c: '', d: '', e: '' })
    expect(seen).toEqual([
      ['bytes', { name: 'decimal', precision: 4, scale: 0 }],
      ['int', undefined],
      ['string', undefined],
    ])
  })

  test('decides how the longs below it are held', () => {
    const read = (raw: unknown) => typeof raw
    for (const long of ['bigint', 'number', 'string'] as const) {
      const conversion: LogicalConversion = {
        kind: 'string',
        expected: '',
        long,
        read,
        write: () => 1,
      }
      const logicalTypes = { 'timestamp-millis': () => conversion }
      const codec = createCodec(schemaOf(TIMESTAMP), { logicalTypes })
      expect(codec.decode(bytesOf('02'))).toBe(long)
    }
  })

  test('may convert arrays, maps and records', () => {
    const set: LogicalConversion = {
      kind: 'object',
      expected: 'a Set',
      read: (raw) => new Set(raw as unknown[]),
      write: (value) => [...(value as Set<unknown>)],
    }
    const map: LogicalConversion = {
      kind: 'object',
      expected: 'a Map',
      read: (raw) => new Map(Object.entries(raw as object)),
      write: (value) => Object.fromEntries(value as Map<string, unknown>),
    }
    const point: LogicalConversion = {
      kind: 'array',
      expected: 'a pair',
      read: (raw) => Object.values(raw as object),
      write: (value) => ({ x: (value as number[])[0], y: (value as number[])[1] }),
    }
    const schema = record('R', {
      s: { type: 'array', items: TIMESTAMP, logicalType: 'set' },
      m: { type: 'map', values: 'long', logicalType: 'map' },
      p: ['null', record('P', { x: 'int', y: 'int' }, { logicalType: 'point' })],
      u: ['P', record('Q', { x: 'int' })],
    })
    const logicalTypes = { set: () => set, map: () => map, point: () => point }
    const codec = codecOf(schema, { logicalTypes })
    const value = {
      s: new Set([new Date(1)]),
      m: new Map([['a', 1n]]),
      p: [1, 2],
      u: [3, 4],
    }
    expect(codec.decode(codec.encode(value))).toEqual(value)
    expect(
      evolve(
        { writer: schema, reader: schema, options: { logicalTypes } },
        {
          s: [1],
          m: { a: 1 },
          p: { x: 1, y: 2 },
          u: { P: { x: 3, y: 4 } },
        },
      ),
    ).toEqual(value)
  })
})

test('a logical type that does not suit its type is nothing but an attribute', () => {
  const codec = codecOf(
    record('R', {
      a: { type: 'string', logicalType: 'date' },
      b: { type: 'bytes', logicalType: 'decimal', precision: 0 },
      c: { type: 'fixed', name: 'F', size: 3, logicalType: 'uuid' },
    }),
  )
  const value = { a: 'x', b: new Uint8Array([1]), c: new Uint8Array(3) }
  expect(codec.decode(codec.encode(value))).toEqual(value)
})
