import avro from 'avsc'
import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { startRegistry } from '../test/support/orders.ts'
import { avscType } from './avsc.ts'

const record = (fields: readonly object[]): string =>
  JSON.stringify({ type: 'record', name: 'Order', namespace: 'shop', fields })

const orderSchema = record([
  { name: 'id', type: 'string' },
  { name: 'total', type: 'long' },
  { name: 'paid', type: ['null', 'long'], default: null },
  { name: 'at', type: { type: 'long', logicalType: 'timestamp-millis' }, default: 0 },
  { name: 'amount', type: ['int', 'double'], default: 0 },
  { name: 'tags', type: { type: 'map', values: 'string' }, default: {} },
])

interface Order {
  id: string
  total: number
  paid: number | null
  at: number
  amount: { int: number } | { double: number }
  tags: Record<string, string>
}

const order: Order = {
  id: 'o',
  total: 3,
  paid: 7,
  at: 5,
  amount: { double: 1.5 },
  tags: { a: 'b' },
}

test('values have the shapes of avsc, on their way out and back', async () => {
  const { registry } = await startRegistry()
  const orders = registry.topic('orders', { value: avscType<Order>(orderSchema) })
  const bytes = (await orders.value.encode(order))!
  const reference = avro.Type.forSchema(JSON.parse(orderSchema))
  expect(bytes.subarray(5)).toEqual(reference.toBuffer(order))
  const value = await orders.value.decode(bytes)
  expectTypeOf(value).toEqualTypeOf<Order | null>()
  expect(value).toEqual(order)
})

test('avsc fills in defaults', async () => {
  const { encode, decode } = avscType(orderSchema)
  expect(decode(encode({ id: 'o', total: 3 }))).toMatchObject({ paid: null, amount: { int: 0 } })
})

test('a type that avsc has already serves by its schema', () => {
  const existing = avro.Type.forSchema(JSON.parse(orderSchema))
  const { encode, type } = avscType(JSON.stringify(existing.schema({ exportAttrs: true })))
  expect(encode(order)).toEqual(existing.toBuffer(order))
  expect(type.equals(existing)).toBe(true)
})

test('what was written with another schema is resolved to the same shapes', async () => {
  const { registry } = await startRegistry()
  const older = record([
    { name: 'id', type: 'string' },
    { name: 'total', type: 'int' },
    { name: 'amount', type: 'double' },
    { name: 'gone', type: 'boolean' },
  ])
  const written = registry.topic('older', { value: { schema: older } })
  const bytes = await written.value.encode({ id: 'o', total: 3, amount: 1.5, gone: true })
  const read = registry.topic('orders', { value: avscType<Order>(orderSchema) })
  expect(await read.value.decode(bytes)).toEqual({
    id: 'o',
    total: 3,
    paid: null,
    at: 0,
    amount: { double: 1.5 },
    tags: {},
  })
})

test('a value that does not fit is refused with its place', () => {
  const { encode } = avscType(orderSchema)
  expect(() => encode({ ...order, tags: { a: 5 } })).toThrow(
    expect.objectContaining({ name: 'EncodeError', path: 'tags.a', expected: 'string' }),
  )
  expect(() => encode(5)).toThrow(expect.objectContaining({ name: 'EncodeError', path: '' }))
})

describe('bytes that avsc would not survive or would take', () => {
  test.each<[what: string, schema: string, bytes: number[]]>([
    ['an array of a billion nulls', '{"type":"array","items":"null"}', [128, 168, 214, 185, 7, 0]],
    ['a length beyond the end', '"string"', [128, 1]],
    ['a truncated double', '"double"', [1, 2]],
    ['a varint that does not end', '"long"', new Array(20).fill(255)],
    ['a symbol that is none', '{"type":"enum","name":"E","symbols":["A"]}', [4]],
    ['a branch that is none', '["null","int"]', [6]],
    ['bytes behind the value', '"int"', [2, 2]],
    ['a long that a number cannot hold', '"long"', [254, 255, 255, 255, 255, 255, 255, 255, 127]],
  ])('%s', (_what, schema, bytes) => {
    const { decode } = avscType(schema)
    expect(() => decode(Uint8Array.from(bytes))).toThrow(
      expect.objectContaining({ name: 'DecodeError' }),
    )
  })
})

test('any bytes are read, or refused with a DecodeError', () => {
  const { decode } = avscType(orderSchema)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      try {
        decode(bytes)
      } catch (error) {
        expect(error).toMatchObject({ name: 'DecodeError' })
      }
    }),
  )
})

test('longs as bigint are exact', () => {
  const { encode, decode } = avscType(record([{ name: 'n', type: 'long' }]), { long: 'bigint' })
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (n) => {
      expect(decode(encode({ n }))).toEqual({ n })
    }),
  )
})

test.each<[rule: string, value: unknown]>([
  ['a number is no bigint', 5],
  ['nor is one beyond 64 bits', 2n ** 63n],
])('%s', (_rule, n) => {
  const { encode } = avscType(record([{ name: 'n', type: 'long' }]), { long: 'bigint' })
  expect(() => encode({ n })).toThrow(expect.objectContaining({ path: 'n' }))
})

test('longs as bigint have defaults', () => {
  const schema = record([{ name: 'n', type: 'long', default: 5 }])
  const { encode, decode } = avscType(schema, { long: 'bigint' })
  expect(decode(encode({}))).toEqual({ n: 5n })
})

test.each([[['null', 'long']], [['int', { type: 'long' }]]])(
  'a bigint in union %j is refused at once',
  (type) => {
    expect(() => avscType(record([{ name: 'u', type }]), { long: 'bigint' })).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    )
  },
)

test('an invalid schema is refused by the rules of the registry', () => {
  expect(() => avscType('{"type":"record","name":"A"}')).toThrow(
    expect.objectContaining({ name: 'InvalidSchemaError' }),
  )
})
