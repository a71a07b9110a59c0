import { expect, test } from 'vitest'
import {
  rejection,
  settled,
  untyped,
  wiredRegistry,
  wiredTo,
} from '../../test/support/wired-registry.ts'
import { DecodeError, IncompatibleReaderError } from '../errors/data-errors.ts'
import { isPoison } from '../errors/poison.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'

const field = (name: string, type: unknown, rest: object = {}) => ({ name, type, ...rest })
const record = (...fields: object[]) => ({ type: 'record', name: 'Order', fields }) as const
const ID = field('id', 'string')

/** What one program writes with a schema and another reads with one of its own. */
async function passed(writer: object, reader: object, value: object, options: object = {}) {
  const { connect, call } = await wiredRegistry()
  await call('PUT', '/config', { compatibility: 'NONE' })
  const from = connect({ autoRegisterSchemas: true }).topic('orders', { value: untyped(writer) })
  const message = await from.encode({ value })
  const to = connect(options).topic('orders', { value: untyped(reader) })
  return { message, to, call }
}

test.each<[rule: string, writer: object, reader: object, written: object, read: object]>([
  [
    'what the writer did not have yet is there by its default',
    record(ID),
    record(
      ID,
      field('note', ['null', 'string'], { default: null }),
      field('n', 'int', { default: 7 }),
    ),
    { id: 'o-1' },
    { id: 'o-1', note: null, n: 7 },
  ],
  [
    'what the reader does not know yet is left out',
    record(field('big', { type: 'array', items: 'long' }), ID),
    record(ID),
    { big: [1n, 2n], id: 'o-1' },
    { id: 'o-1' },
  ],
  [
    'fields are found by the aliases of the reader',
    record(field('key', 'string')),
    record(field('id', 'string', { aliases: ['key'] })),
    { key: 'o-1' },
    { id: 'o-1' },
  ],
  [
    'types are found by the aliases of the reader',
    { ...record(ID), name: 'Purchase' },
    { ...record(ID), aliases: ['Purchase'] },
    { id: 'o-1' },
    { id: 'o-1' },
  ],
  [
    'numbers are widened',
    record(field('a', 'int'), field('b', 'long'), field('c', 'float')),
    record(field('a', 'long'), field('b', 'double'), field('c', 'double')),
    { a: 1, b: 2n, c: 1.5 },
    { a: 1n, b: 2, c: 1.5 },
  ],
  [
    'an unknown symbol becomes the default one',
    record(field('c', { type: 'enum', name: 'C', symbols: ['A', 'B'] })),
    record(field('c', { type: 'enum', name: 'C', symbols: ['A'], default: 'A' })),
    { c: 'B' },
    { c: 'A' },
  ],
  [
    'fields may come in another order',
    record(field('a', 'int'), field('b', 'string')),
    record(field('b', 'string'), field('a', 'int')),
    { a: 1, b: 'x' },
    { a: 1, b: 'x' },
  ],
  [
    'logical types are the reader’s',
    record(field('at', 'long')),
    record(field('at', { type: 'long', logicalType: 'timestamp-millis' })),
    { at: 5n },
    { at: new Date(5) },
  ],
])('%s', async (_rule, writer, reader, written, read) => {
  const { message, to } = await passed(writer, reader, written)
  const decoded = await to.decode(message)
  expect(decoded.value).toEqual(read)
  expect(decoded.schema).toMatchObject({ id: 1, subject: 'orders-value', version: 1 })
  expect(to.decodeSync(message)).toEqual(decoded)
})

test.each<[what: string, reader: object, where: string]>([
  ['a field without default', record(ID, field('note', 'string')), '/fields/1'],
  ['another type', record(field('id', 'int')), '/fields/0/type'],
  ['another name', { ...record(ID), name: 'Purchase' }, '/name'],
])('a reader with %s is incompatible, which is no poison', async (_what, reader, where) => {
  const { message, to } = await passed(record(ID), reader, { id: 'o-1' })
  for (let i = 0; i < 2; i++) {
    const error = await rejection(to.decode(message))
    expect(error).toBeInstanceOf(IncompatibleReaderError)
    expect(error).toMatchObject({
      schemaId: 1,
      subject: 'orders-value',
      topic: 'orders',
      isKey: false,
    })
    const { differences } = error as IncompatibleReaderError
    expect(differences.map(({ path }) => path)).toEqual([where])
    expect(isPoison(error)).toBe(false)
  }
})

test('a field that may be several of the writer’s is incompatible, too', async () => {
  const reader = record(field('id', 'string', { aliases: ['key'] }))
  const writer = record(ID, field('key', 'string'))
  const { message, to } = await passed(writer, reader, { id: 'a', key: 'b' })
  const error = await rejection(to.decode(message))
  expect(error).toBeInstanceOf(IncompatibleReaderError)
  expect(error).toHaveProperty('message', expect.stringContaining('field id of Order'))
  expect(error).not.toHaveProperty('message', expect.stringContaining('"fields"'))
})

test('a lenient reader reads as far as it goes', async () => {
  const writer = record(field('id', ['int', 'string']))
  const reader = record(field('id', 'string'))
  const strict = await passed(writer, reader, { id: 'o-1' })
  expect(await rejection(strict.to.decode(strict.message))).toBeInstanceOf(IncompatibleReaderError)
  const lenient = await passed(writer, reader, { id: 'o-1' }, { lenientReaders: true })
  expect((await lenient.to.decode(lenient.message)).value).toEqual({ id: 'o-1' })
  const number = await passed(writer, reader, { id: 1 }, { lenientReaders: true })
  expect(await rejection(number.to.decode(number.message))).toBeInstanceOf(DecodeError)
})

test('without types, values are read as they were written', async () => {
  const { connect, register } = await wiredRegistry()
  await register('orders-value', record(ID))
  await register('orders-value', record(ID, field('n', 'long', { default: 0 })))
  const writer = connect()
  const first = await writer
    .topic('orders', { value: untyped(record(ID)) })
    .encode({ value: { id: 'a' } })
  const second = await writer
    .topic('orders', {}, { useLatestVersion: true })
    .encode({ value: { id: 'b', n: 1n } })
  const reader = connect({ codec: { long: 'number' } }).topic('orders', {})
  expect(await reader.decode(first)).toMatchObject({ value: { id: 'a' }, schema: { version: 1 } })
  expect(await reader.decode(second)).toMatchObject({
    value: { id: 'b', n: 1 },
    schema: { version: 2 },
  })
})

test('without types, the latest version can be the reader’s', async () => {
  const { connect, register, clock, sent, line } = await wiredRegistry()
  await register('orders-value', record(ID))
  const message = await connect()
    .topic('orders', { value: untyped(record(ID)) })
    .encode({ value: { id: 'a' } })
  await register('orders-value', record(ID, field('n', 'int', { default: 1 })))
  const reader = connect({ useLatestVersion: true }).topic('orders', {})
  expect((await reader.decode(message)).value).toEqual({ id: 'a', n: 1 })
  const other = Buffer.of(0, 0, 0, 0, 2, 2, 0x62, 6)
  expect((await reader.decode({ value: other })).value).toEqual({ id: 'b', n: 3 })
  await register('orders-value', record(ID, field('m', 'int', { default: 2 })))
  sent.length = 0
  clock.skip(59_000)
  expect(reader.decodeSync(message).value).toEqual({ id: 'a', n: 1 })
  await settled()
  expect(sent).toEqual([])
  line.isCut = true
  clock.skip(1000)
  expect(reader.decodeSync(message).value).toEqual({ id: 'a', n: 1 })
  await settled()
  line.isCut = false
  for (let i = 0; i < 3; i++) {
    clock.skip(5000)
    reader.decodeSync(message)
    await settled()
  }
  expect(reader.decodeSync(message).value).toEqual({ id: 'a', m: 2 })
  expect(reader.decodeSync({ value: other }).value).toEqual({ id: 'b', m: 2 })
})

test('a missing latest version is a mistake of the program, not of the record', async () => {
  const { connect, register } = await wiredRegistry()
  await register('elsewhere', record(ID))
  const value = Buffer.of(0, 0, 0, 0, 1, 2, 0x61)
  const reader = connect({ useLatestVersion: true }).topic('orders', {})
  const error = await rejection(reader.decode({ value }))
  expect(error).toBeInstanceOf(InvalidArgumentError)
  expect(isPoison(error)).toBe(false)
  expect((await connect().topic('orders', {}).decode({ value })).value).toEqual({ id: 'a' })
})

test('neither is one that is no Avro', async () => {
  const { registry } = wiredTo((request) =>
    request.url.includes('/versions/latest')
      ? Response.json({ id: 2, version: 1, schemaType: 'JSON', schema: '{}' })
      : Response.json({ schema: '"string"' }),
  )
  const reader = registry.topic('orders', {}, { useLatestVersion: true })
  const error = await rejection(reader.decode({ value: Buffer.of(0, 0, 0, 0, 1, 0) }))
  expect(error).toBeInstanceOf(InvalidArgumentError)
  expect(isPoison(error)).toBe(false)
})
