import { expect, test } from 'vitest'
import {
  rejection,
  settled,
  typed,
  untyped,
  wiredRegistry,
  wiredTo,
} from '../../test/support/wired-registry.ts'
import { DecodeError, FramingError } from '../errors/data-errors.ts'
import { RegistryUnavailableError } from '../errors/http-errors.ts'
import { isPoison } from '../errors/poison.ts'
import { SchemaNotFoundError, UnsupportedSchemaError } from '../errors/schema-errors.ts'

const LINE = {
  type: 'record',
  name: 'Line',
  fields: [{ name: 'qty', type: 'int' }],
} as const
const ORDER = {
  type: 'record',
  name: 'Order',
  namespace: 'shop',
  fields: [
    { name: 'id', type: 'string' },
    { name: 'lines', type: { type: 'array', items: LINE } },
  ],
} as const
const Order = typed<{ id: string; lines: { qty: number }[] }>(ORDER)

async function orders() {
  const wired = await wiredRegistry()
  const { id } = await wired.register('orders-value', ORDER)
  const topic = wired.registry.topic('orders', { key: 'string', value: Order })
  const bytes = await topic.value.encode({ id: 'o-1', lines: [{ qty: 3 }] })
  if (!bytes) throw new Error('there is a value')
  return { ...wired, id, topic, bytes }
}

test('data that end too early are poison, and the error says where', async () => {
  const { topic, bytes, id } = await orders()
  const about = { schemaId: id, subject: 'orders-value', topic: 'orders', isKey: false }
  const error = await rejection(
    topic.decode({ value: Buffer.concat([bytes.subarray(0, 10), Buffer.of(0xff)]) }),
  )
  expect(error).toBeInstanceOf(DecodeError)
  expect(error).toMatchObject({ ...about, code: 'DECODE', path: 'lines[0].qty', offset: 11 })
  expect(error).toHaveProperty('message', expect.stringContaining('value of orders, schema id 1'))
  expect(isPoison(error)).toBe(true)
})

test.each<[what: string, value: unknown]>([
  ['a text', 'AAAAAAE='],
  ['an ArrayBuffer', new ArrayBuffer(9)],
  ['a DataView', new DataView(new ArrayBuffer(9))],
  ['a list of numbers', [0, 0, 0, 0, 1, 2]],
  ['longer elements', new Uint16Array(9)],
  ['an object', {}],
])('%s instead of bytes is a mistake of the program, and no poison', async (_what, given) => {
  const { registry } = await orders()
  const value = given as Uint8Array
  for (const type of [Order, 'string', 'long', undefined] as const) {
    const topic = registry.topic('orders', { value: type })
    const error = await rejection(topic.decode({ value }))
    expect(error).toMatchObject({ code: 'INVALID_ARGUMENT', topic: 'orders', isKey: false })
    expect(() => topic.value.decodeSync(value)).toThrow('is a Uint8Array or null')
    expect(isPoison(error)).toBe(false)
  }
})

test('every beginning of a message is refused as poison', async () => {
  const { topic, bytes } = await orders()
  for (let length = 0; length < bytes.length; length++) {
    const error = await rejection(topic.decode({ value: bytes.subarray(0, length) }))
    expect(error).toBeInstanceOf(length < 5 ? FramingError : DecodeError)
    expect(isPoison(error)).toBe(true)
  }
})

test('bytes after the data are refused, unless they may be there', async () => {
  const { topic, bytes, connect, id } = await orders()
  const value = Buffer.concat([bytes, Buffer.of(0)])
  const error = await rejection(topic.decode({ value }))
  expect(error).toBeInstanceOf(DecodeError)
  expect(error).toMatchObject({ schemaId: id, offset: bytes.length, path: '' })
  expect(isPoison(error)).toBe(true)
  const lax = connect({ failOnTrailingData: false }).topic('orders', { value: Order })
  const expected = { id: 'o-1', lines: [{ qty: 3 }] }
  expect((await lax.decode({ value })).value).toEqual(expected)
  const headers = { __value_schema_id: Buffer.of(0, 0, 0, 0, id) }
  expect((await lax.decode({ value: value.subarray(5), headers })).value).toEqual(expected)
})

test('the same holds for keys, and the error says so', async () => {
  const { registry, register } = await orders()
  await register('orders-key', ORDER)
  const topic = registry.topic('orders', { key: untyped(ORDER), value: 'bytes' })
  const error = await rejection(topic.decode({ key: Buffer.of(0, 0, 0, 0, 1, 9) }))
  expect(error).toMatchObject({ code: 'DECODE', isKey: true, topic: 'orders', schemaId: 1 })
  const framing = await rejection(topic.decode({ key: Buffer.of(9) }))
  expect(framing).toMatchObject({ code: 'FRAMING', isKey: true, topic: 'orders', magicByte: 9 })
})

test('a Buffer within another and a Uint8Array are read', async () => {
  const { topic, bytes } = await orders()
  const expected = { id: 'o-1', lines: [{ qty: 3 }] }
  const shifted = Buffer.concat([Buffer.of(1, 2, 3), bytes, Buffer.of(4)]).subarray(3, -1)
  expect((await topic.decode({ value: shifted })).value).toEqual(expected)
  expect((await topic.decode({ value: Uint8Array.from(bytes) })).value).toEqual(expected)
})

test('an id that nobody knows is poison and is asked for twice at most', async () => {
  const { topic, sent } = await orders()
  sent.length = 0
  for (let i = 0; i < 3; i++) {
    const error = await rejection(topic.decode({ value: Buffer.of(0, 0, 0, 0, 99, 2) }))
    expect(error).toBeInstanceOf(SchemaNotFoundError)
    expect(error).toMatchObject({ schemaId: 99, topic: 'orders', isKey: false, retriable: false })
    expect(isPoison(error)).toBe(true)
  }
  expect(sent).toEqual(['GET /schemas/ids/99', 'GET /schemas/ids/99'])
})

test('so is a guid', async () => {
  const { topic } = await orders()
  const error = await rejection(topic.decode({ value: Buffer.alloc(20, 1) }))
  expect(error).toBeInstanceOf(SchemaNotFoundError)
  expect(error).toMatchObject({ schemaId: undefined, topic: 'orders' })
})

test('a schema that is no Avro is poison', async () => {
  const answer = () => Response.json({ schema: '{}', schemaType: 'JSON' })
  const { registry } = wiredTo(answer)
  const error = await rejection(registry.topic('t', {}).value.decode(Buffer.of(0, 0, 0, 0, 1)))
  expect(error).toBeInstanceOf(UnsupportedSchemaError)
  expect(error).toMatchObject({ schemaId: 1, topic: 't', isKey: false })
  expect(isPoison(error)).toBe(true)
})

test('a registry that is out of reach makes no poison, and is asked again', async () => {
  const { connect, bytes, line } = await orders()
  const topic = connect().topic('orders', { value: Order })
  line.isCut = true
  const error = await rejection(topic.decode({ value: bytes }))
  expect(error).toBeInstanceOf(RegistryUnavailableError)
  expect(error).toMatchObject({ retriable: true })
  expect(isPoison(error)).toBe(false)
  line.isCut = false
  await settled()
  expect((await topic.decode({ value: bytes })).value?.id).toBe('o-1')
})

test('a guid before the data is read as well', async () => {
  const { app, topic, bytes, registry } = await orders()
  const answer = await app.fetch(new Request('http://localhost/subjects/orders-value/versions/1'))
  const { guid } = (await answer.json()) as { guid: string }
  const frame = Buffer.from(`01${guid.replaceAll('-', '')}`, 'hex')
  const value = Buffer.concat([frame, bytes.subarray(5)])
  const expected = { id: 'o-1', lines: [{ qty: 3 }] }
  const decoded = await topic.decode({ value })
  expect(decoded.value).toEqual(expected)
  expect(decoded.schema).toMatchObject({ guid })
  expect((await registry.topic('x', {}).decode({ value })).value).toEqual(expected)
})
