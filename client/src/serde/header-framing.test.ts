import { expect, test } from 'vitest'
import { rejection, typed, wiredRegistry, wiredTo } from '../../test/support/wired-registry.ts'
import { RegistryAnswerError } from '../errors/http-errors.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import type { RecordHeaders } from './record-headers.ts'
import { guidHeader, idPrefix } from './wire-format.ts'

const ORDER = { type: 'record', name: 'Order', fields: [{ name: 'id', type: 'string' }] } as const
const EMPTY = { type: 'record', name: 'Empty', fields: [] } as const
const Order = typed<{ id: string }>(ORDER)
const order = { id: 'o-1' }
const DATA = '066f2d31'

async function headerRegistry() {
  const options = { schemaIdLocation: 'header', autoRegisterSchemas: true } as const
  const wired = await wiredRegistry(options)
  const { guid } = await wired.register('orders-value', ORDER)
  return { ...wired, guid }
}

test('the schema is named by its guid in a header, and the data stand alone', async () => {
  const { registry, guid } = await headerRegistry()
  const topic = registry.topic('orders', { key: Order, value: Order })
  const headers = Object.freeze({ trace: 'x', __value_schema_id: 'old' })
  const message = await topic.encode({ key: order, value: order, headers })
  expect(message.key?.toString('hex')).toBe(DATA)
  expect(message.value?.toString('hex')).toBe(DATA)
  expect(message.headers).toEqual({
    trace: 'x',
    __key_schema_id: guidHeader(guid),
    __value_schema_id: guidHeader(guid),
  })
  expect(headers).toEqual({ trace: 'x', __value_schema_id: 'old' })
  expect(topic.encodeSync({ key: order, value: order, headers })).toEqual(message)
})

test.each<[form: string, headers: RecordHeaders | undefined]>([
  ['none', undefined],
  ['an object', { trace: 'x' }],
  ['a Map', new Map([['trace', 'x']])],
  ['a list', [{ trace: 'x' }]],
])('headers of any form: %s', async (_form, headers) => {
  const { registry, guid, sent } = await headerRegistry()
  const writer = registry.topic('orders', { value: Order })
  const message: { value: Buffer | null; headers?: RecordHeaders } = await writer.encode({
    value: order,
    ...(headers && { headers }),
  })
  sent.length = 0
  for (const types of [{ value: Order }, {}]) {
    const decoded = await registry.topic('orders', types).decode(message)
    expect(decoded.value).toEqual(order)
    expect(decoded.schema?.guid).toBe(guid)
  }
  // The writer knew it already.
  expect(sent).toEqual([])
})

test('another program finds the schema by its guid', async () => {
  const { connect, guid, sent } = await headerRegistry()
  const message = await connect().topic('orders', { value: Order }).encode({ value: order })
  sent.length = 0
  const topic = connect().topic('orders', { value: Order })
  expect((await topic.decode(message)).value).toEqual(order)
  expect(sent).toEqual([`GET /schemas/guids/${guid}`])
})

test('a tombstone has no header, and neither has a primitive key', async () => {
  const { registry } = await headerRegistry()
  const topic = registry.topic('orders', { key: 'string', value: Order })
  expect(await topic.encode({ key: 'o-1', value: null })).toEqual({
    key: Buffer.from('o-1'),
    value: null,
  })
})

test('a header goes before what stands in the data', async () => {
  const { registry, register } = await headerRegistry()
  const { id } = await register('others', { ...ORDER, name: 'Other' })
  const topic = registry.topic('orders', {})
  const value = Buffer.from(DATA, 'hex')
  const headers = { __value_schema_id: [Buffer.from(idPrefix(99)), Buffer.from(idPrefix(id))] }
  const decoded = await topic.decode({ value, headers })
  expect(decoded.value).toEqual(order)
  expect(decoded.schema?.id).toBe(id)
  // The data begin as a frame would.
  const { id: textId } = await register('texts', 'string')
  const framed = Buffer.from([0x0a, 0, 0, 0, 0, 1])
  const text = await topic.decode({
    value: framed,
    headers: { __value_schema_id: Buffer.from(idPrefix(textId)).toString('latin1') },
  })
  expect(text.value).toBe('\0\0\0\0\u0001')
  // The header of the key says nothing about the value.
  const prefixed = Buffer.concat([idPrefix(1), value])
  const keyHeader = { __key_schema_id: Buffer.from(idPrefix(99)) }
  expect((await topic.decode({ value: prefixed, headers: keyHeader })).value).toEqual(order)
})

test('records of several schemas in turn are each read with their own', async () => {
  const { registry, register } = await headerRegistry()
  const ids = [await register('texts', 'string'), await register('numbers', 'int')]
  const topic = registry.topic('orders', {})
  const header = Buffer.alloc(5)
  const value = Buffer.from('0278', 'hex')
  const read = async (index: number) => {
    // The same memory each time, as clients with a pool of it have it.
    header.writeInt32BE(ids[index]!.id, 1)
    const headers = { __value_schema_id: header }
    const bytes = index === 0 ? value : value.subarray(0, 1)
    return (await topic.decode({ value: bytes, headers })).value
  }
  expect([await read(0), await read(0), await read(1), await read(0)]).toEqual(['x', 'x', 1, 'x'])
})

test('a record that is passed on loses the names of the schemas it was read with', async () => {
  const { registry, connect, register } = await headerRegistry()
  await register('copies-value', ORDER)
  const read = await registry.topic('orders', { value: Order }).encode({ value: order })
  const { headers } = read as { headers?: RecordHeaders }
  const passedOn = { key: null, headers: { ...headers, __key_schema_id: 'x', trace: 'y' } }
  const prefixed = connect({ schemaIdLocation: 'prefix' }).topic('copies', { value: Order })
  const copy = await prefixed.encode({ ...passedOn, value: order })
  expect(copy.headers).toEqual({ trace: 'y' })
  expect((await prefixed.decode(copy)).value).toEqual(order)
  expect(prefixed.encodeSync({ ...passedOn, value: null }).headers).toEqual({ trace: 'y' })
  const named = connect().topic('copies', { value: Order })
  const again = await named.encode({ ...passedOn, value: order })
  expect(Object.keys(again.headers)).toEqual(['trace', '__value_schema_id'])
})

test('a header that names no schema is an error', async () => {
  const { registry } = await headerRegistry()
  const topic = registry.topic('orders', { value: Order })
  const value = Buffer.concat([idPrefix(1), Buffer.from(DATA, 'hex')])
  for (const header of ['', 'x', Buffer.from([...idPrefix(1), 0])]) {
    const decoding = topic.decode({ value, headers: { __value_schema_id: header } })
    expect(await rejection(decoding)).toMatchObject({ code: 'FRAMING', topic: 'orders' })
  }
  const headers = { __value_schema_id: null }
  expect((await topic.decode({ value, headers })).value).toEqual(order)
})

test('data of no bytes are data: of a record without fields', async () => {
  const { connect } = await headerRegistry()
  const Empty = typed<object>(EMPTY)
  const message = await connect().topic('empties', { value: Empty }).encode({ value: {} })
  expect(message.value?.length).toBe(0)
  const { headers } = message as { headers?: RecordHeaders }
  const topic = connect().topic('empties', { value: Empty })
  expect(await topic.decodeBatch([message])).toMatchObject([{ ok: true, value: {} }])
  expect(topic.decodeSync(message).value).toEqual({})
  expect(topic.value.decodeSync(message.value, { headers })).toEqual({})
  const asNull = connect().topic('empties', { value: Empty }, { emptyAs: 'null' })
  expect((await asNull.decode(message)).value).toBeNull()
})

test('one part alone needs the headers of its record', async () => {
  const { registry, guid } = await headerRegistry()
  const topic = registry.topic('orders', { value: Order })
  await topic.warm()
  expect(() => topic.value.encodeSync(order)).toThrow(InvalidArgumentError)
  const headers = {}
  topic.value.encodeSync(order, { headers })
  expect(headers).toEqual({ __value_schema_id: guidHeader(guid) })
})

test.each([[undefined], ['orders'], ['']])('a registry with guid %j cannot do it', async (guid) => {
  const answer = () => Response.json({ id: 1, schema: JSON.stringify(ORDER), guid })
  const { registry } = wiredTo(answer, { schemaIdLocation: 'header' })
  const topic = registry.topic('orders', { value: Order })
  expect(await rejection(topic.encode({ value: order }))).toBeInstanceOf(RegistryAnswerError)
})
