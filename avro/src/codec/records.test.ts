import { describe, expect, test } from 'vitest'
import { codecOf, evolve, hexOf, record, schemaOf } from '../../test/codec-of.ts'
import { createCodec, createDecoder } from './codec.ts'

/** Names that mean something on every object. */
const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']

describe.each(INHERITED)('a field called %s', (name) => {
  const codec = codecOf(record('R', { [name]: 'int', other: 'string' }))
  const own = JSON.parse(`{ "${name}": 7, "other": "x" }`)

  test('is read into a member of its own', () => {
    const read = codec.decode(codec.encode(own)) as object
    expect(Object.keys(read)).toEqual([name, 'other'])
    expect(JSON.stringify(read)).toBe(JSON.stringify(own))
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
  })

  test('is missing where it is only inherited', () => {
    expect(() => codec.encode({ other: 'x' })).toThrow('got undefined')
    const withObject = codecOf(record('R', { [name]: { type: 'map', values: 'int' } }))
    expect(() => withObject.encode({})).toThrow('got undefined')
  })

  test('gets its default where it is missing', () => {
    const withDefault = codecOf(record('R', { [name]: { type: 'int', default: 9 } }))
    const expected = JSON.parse(`{ "${name}": 9 }`)
    const read = withDefault.decode(withDefault.encode({})) as object
    expect(JSON.stringify(read)).toBe(JSON.stringify(expected))
    const resolved = evolve(
      {
        writer: record('R', { other: 'string' }),
        reader: record('R', { [name]: { type: 'int', default: 9 } }),
      },
      { other: 'x' },
    )
    expect(JSON.stringify(resolved)).toBe(JSON.stringify(expected))
  })

  test('is told from unknown members when they are refused', () => {
    const strict = codecOf(record('R', { a: 'int' }), { strict: true })
    const value = JSON.parse(`{ "a": 1, "${name}": 7 }`)
    expect(() => strict.encode(value)).toThrow('expected no such member')
    expect(hexOf(codecOf(record('R', { a: 'int' })).encode(value))).toBe('02')
  })

  test('is a key like any other in a map', () => {
    const map = codecOf({ type: 'map', values: { type: 'map', values: 'int' } })
    const value = JSON.parse(`{ "${name}": { "admin": 1 }, "z": { "${name}": 2 } }`)
    const read = map.decode(map.encode(value)) as Record<string, unknown>
    expect(Object.keys(read)).toEqual([name, 'z'])
    expect(JSON.stringify(read)).toBe(JSON.stringify(value))
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
    expect((read as { admin?: number }).admin).toBeUndefined()
  })

  test('is a symbol like any other of an enum', () => {
    const other = codecOf({ type: 'enum', name: 'E', symbols: ['A'] })
    expect(() => other.encode(name)).toThrow('a symbol of E')
    const codec = codecOf({ type: 'enum', name: 'E', symbols: ['A', name] })
    expect(codec.decode(codec.encode(name))).toBe(name)
  })
})

describe.each([0, 1, 2, 3, 5, 8, 12, 13, 14, 24, 25, 26, 50, 100])(
  'a record of %i fields',
  (count) => {
    const names = Array.from({ length: count }, (_, index) => `f${index}`)
    const codec = codecOf(record('R', Object.fromEntries(names.map((name) => [name, 'int']))))
    const value = Object.fromEntries(names.map((name, index) => [name, index % 64]))

    test('is read with its members in their order', () => {
      const read = codec.decode(codec.encode(value)) as object
      expect(read).toEqual(value)
      expect(Object.keys(read)).toEqual(names)
      expect(read.constructor).toBe(Object)
    })

    test('says which field fails', () => {
      const bytes = codec.encode(value)
      for (const [index, name] of names.entries()) {
        expect(() => codec.decode(bytes.subarray(0, index))).toThrow(`at byte ${index} at ${name}:`)
        expect(() => codec.encode({ ...value, [name]: 'x' })).toThrow(`at ${name}: expected an int`)
      }
    })
  },
)

interface Values {
  readonly array: number[]
  readonly map: { b?: number }
  readonly record: { b: string }
  readonly bytes: Uint8Array
  readonly date: Date
}

describe('defaults', () => {
  const inner = record('Inner', { a: { type: 'int', default: 1 }, b: 'string' })
  const cases: readonly (readonly [unknown, unknown, unknown])[] = [
    ['null', null, null],
    ['boolean', true, true],
    ['int', -5, -5],
    ['long', 2 ** 40, 2n ** 40n],
    ['float', 1.5, 1.5],
    ['double', 0.1, 0.1],
    ['string', 'é\u2028"`', 'é\u2028"`'],
    ['bytes', '\u0000\u00ff', new Uint8Array([0, 255])],
    [{ type: 'fixed', name: 'F', size: 2 }, 'ÿa', new Uint8Array([255, 97])],
    [{ type: 'enum', name: 'E', symbols: ['A', 'B'] }, 'B', 'B'],
    [{ type: 'array', items: 'int' }, [], []],
    [{ type: 'array', items: 'int' }, [1, 2], [1, 2]],
    [{ type: 'map', values: 'int' }, {}, {}],
    [
      { type: 'map', values: 'int' },
      { a: 1, constructor: 2 },
      { a: 1, constructor: 2 },
    ],
    [inner, { b: 'x' }, { a: 1, b: 'x' }],
    [['null', 'int'], null, null],
    [['int', 'null'], 3, 3],
    [['null', 'string'], 'second branch', 'second branch'],
    [['int', 'double'], 3, { $type: 'int', value: 3 }],
    [
      ['null', inner, record('Other', { b: 'string' })],
      { b: 'x' },
      { $type: 'Inner', a: 1, b: 'x' },
    ],
    [{ type: 'int', logicalType: 'date' }, 1, '1970-01-02'],
    [{ type: 'long', logicalType: 'timestamp-millis' }, 1, new Date(1)],
    [{ type: 'bytes', logicalType: 'decimal', precision: 4, scale: 2 }, '\u0001', '0.01'],
  ]

  test.each(cases)('of %j: %j', (type, value, read) => {
    const withDefault = record('R', { before: 'int', f: { type, default: value }, after: 'int' })
    const expected = { before: 1, f: read, after: 2 }
    const codec = codecOf(withDefault)
    expect(codec.decode(codec.encode({ before: 1, after: 2 }))).toEqual(expected)
    expect(codec.decode(codec.encode({ before: 1, f: undefined, after: 2 }))).toEqual(expected)

    const writer = record('R', { before: 'int', after: 'int' })
    const resolved = evolve({ writer, reader: withDefault }, { before: 1, after: 2 }) as object
    expect(resolved).toEqual(expected)
    expect(Object.keys(resolved)).toEqual(['before', 'f', 'after'])
  })

  test.each(['copy', 'view'] as const)('are fresh each time, also as a %s', (bytes) => {
    const reader = schemaOf(
      record('R', {
        array: { type: { type: 'array', items: 'int' }, default: [1] },
        map: { type: { type: 'map', values: 'int' }, default: { a: 1 } },
        record: { type: inner, default: { b: 'x' } },
        bytes: { type: 'bytes', default: 'ab' },
        date: { type: { type: 'long', logicalType: 'timestamp-millis' }, default: 5 },
      }),
    )
    const writer = schemaOf(record('R', {}))
    const { decode } = createDecoder(writer, reader, { bytes })
    const first = decode(new Uint8Array(0)) as Values
    const expected = structuredClone(first)
    first.array.push(2)
    first.map.b = 2
    first.record.b = 'y'
    first.bytes.fill(0)
    first.date.setTime(0)
    expect(decode(new Uint8Array(0))).toEqual(expected)
  })

  test('that are none of their type have to be given, and fail a reader when they are met', () => {
    const bad = record('R', { a: { type: 'int', default: 'x' } })
    expect(codecOf(bad).decode(codecOf(bad).encode({ a: 1 }))).toEqual({ a: 1 })
    expect(() => codecOf(bad).encode({})).toThrow('at a: expected an integer of 32 bits')
    const list = (items: unknown) => ({ type: 'array', items })
    const schemas = { writer: list(record('R', {})), reader: list(bad) }
    expect(evolve(schemas, [])).toEqual([])
    expect(() => evolve(schemas, [{}])).toThrow('as default of R.a')
  })

  test('that lean on others without end or measure are none', () => {
    let nested: object = record('R0', { x: { type: 'null', default: null } })
    for (let depth = 1; depth <= 40; depth++) {
      nested = record(`R${depth}`, {
        a: { type: nested, default: {} },
        b: { type: `R${depth - 1}`, default: {} },
      })
    }
    const schemas = [
      record('Top', { f: { type: nested, default: {} } }),
      record('Top', {
        f: { type: record('Self', { s: { type: 'Self', default: {} } }), default: {} },
      }),
      record('Top', { f: { type: { type: 'fixed', name: 'F', size: 2 ** 30 }, default: '' } }),
    ]
    for (const schema of schemas) {
      expect(() => codecOf(schema).encode({})).toThrow('cannot encode at f')
      expect(() => evolve({ writer: record('Top', {}), reader: schema }, {})).toThrow(
        'default of Top.f',
      )
    }
  })
})

describe('members beyond the fields', () => {
  const schema = record('R', { a: { type: 'int', default: 1 } })

  test('are ignored, or refused with their place', () => {
    expect(hexOf(codecOf(schema).encode({ a: 2, b: 3 }))).toBe('04')
    const strict = codecOf({ type: 'array', items: schema }, { strict: true })
    expect(() => strict.encode([{ a: 2, b: 3 }])).toThrow('at [0].b: expected no such member')
    expect(() => strict.encode([{ a: 2, b: undefined }])).toThrow('at [0].b')
    expect(hexOf(strict.encode([{}]))).toBe('020200')
  })

  test('may be a tag', () => {
    const strict = codecOf(['null', schema, record('S', { b: 'int' })], { strict: true })
    expect(hexOf(strict.encode({ $type: 'R', a: 1 }))).toBe('0202')
    expect(() => strict.encode({ $type: 'R', a: 1, b: 1 })).toThrow('at b')
    expect(() => strict.encode({ $type: 'R', a: 1, $types: 1 })).toThrow('at $types')
  })
})

test('members may be inherited from a class, and objects may have no prototype', () => {
  class Point {
    get x(): number {
      return 1
    }
  }
  const codec = codecOf(record('P', { x: 'int' }))
  expect(hexOf(codec.encode(new Point()))).toBe('02')
  expect(hexOf(codec.encode(Object.assign(Object.create(null), { x: 1 })))).toBe('02')
})

test('bytes are copied, or views of the message when that is asked for', () => {
  const schema = schemaOf(record('R', { b: 'bytes', f: { type: 'fixed', name: 'F', size: 1 } }))
  const message = createCodec(schema).encode({ b: new Uint8Array([1]), f: new Uint8Array([2]) })
  const copied = createCodec(schema).decode(message) as Record<'b' | 'f', Uint8Array>
  const viewed = createCodec(schema, { bytes: 'view' }).decode(message) as typeof copied
  expect([...copied.b, ...copied.f, ...viewed.b, ...viewed.f]).toEqual([1, 2, 1, 2])
  message.fill(9)
  expect([...copied.b, ...copied.f, ...viewed.b, ...viewed.f]).toEqual([1, 2, 9, 9])
})
