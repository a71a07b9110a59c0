import { expect, expectTypeOf, test } from 'vitest'
import { rejection, typed, untyped, wiredRegistry } from '../../test/support/wired-registry.ts'
import { EncodeError, IncompatibleReaderError } from '../errors/data-errors.ts'
import { isPoison } from '../errors/poison.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'

const record = <Name extends string>(name: Name, field: string) =>
  ({ type: 'record', name, fields: [{ name: field, type: 'string' }] }) as const
const PLACED = record('shop.Placed', 'id')
const CANCELLED = record('shop.Cancelled', 'reason')
const Placed = typed<{ id: string }, 'shop.Placed'>(PLACED)
const Cancelled = typed<{ reason: string }, 'shop.Cancelled'>(CANCELLED)
const options = { autoRegisterSchemas: true, subjectNameStrategy: 'topic-record' } as const
const placed = { $type: 'shop.Placed', id: 'o-1' } as const
const cancelled = { $type: 'shop.Cancelled', reason: 'late' } as const

test.each([[{}], [{ codec: { strict: true } }]])(
  'values of several types are told apart by $type, both ways (%j)',
  async (more) => {
    const { connect, call } = await wiredRegistry({ ...options, ...more })
    const types = { value: [Placed, Cancelled] } as const
    const writer = connect().topic('orders', types)
    const messages = [
      await writer.encode({ value: placed }),
      await writer.encode({ value: cancelled }),
    ]
    expect((await call('GET', '/subjects')).body).toEqual([
      'orders-shop.Cancelled',
      'orders-shop.Placed',
    ])
    const reader = connect().topic('orders', types)
    const read = await Promise.all(messages.map((message) => reader.decode(message)))
    expect(read.map(({ value }) => value)).toEqual([placed, cancelled])
    for (const { value } of read) {
      expectTypeOf(value).toEqualTypeOf<
        | ({ readonly $type: 'shop.Placed' } & { id: string })
        | ({ readonly $type: 'shop.Cancelled' } & { reason: string })
        | null
      >()
    }
  },
)

test('a list of one type marks as well', async () => {
  const { registry } = await wiredRegistry(options)
  const topic = registry.topic('orders', { value: [Placed] })
  const message = await topic.encode({ value: placed })
  const { value } = await topic.decode(message)
  expectTypeOf(value).toEqualTypeOf<({ readonly $type: 'shop.Placed' } & { id: string }) | null>()
  expect(value).toEqual(placed)
})

test.each([
  ['of none of them', { $type: 'shop.Paid', id: 'o-1' }],
  ['without a mark', { id: 'o-1' }],
  ['with an inherited mark', Object.create(placed)],
  ['that is no object', 'o-1'],
])('a value %s is refused', async (_what, value) => {
  const { registry, sent } = await wiredRegistry(options)
  const topic = registry.topic('orders', { value: [Placed, Cancelled] })
  const error = await rejection(topic.encode({ value: value as typeof placed }))
  expect(error).toBeInstanceOf(EncodeError)
  expect(error).toMatchObject({ topic: 'orders', isKey: false, path: '$type' })
  expect(error).toHaveProperty(
    'message',
    expect.stringContaining('"shop.Placed" | "shop.Cancelled"'),
  )
  expect(sent).toEqual([])
})

test('what is none of the types is not read, but no poison', async () => {
  const { connect } = await wiredRegistry(options)
  const paid = untyped(record('shop.Paid', 'id'))
  const message = await connect()
    .topic('orders', { value: paid })
    .encode({ value: { id: 'o-1' } })
  const topic = connect().topic('orders', { value: [Placed, Cancelled] })
  const error = await rejection(topic.decode(message))
  expect(error).toBeInstanceOf(IncompatibleReaderError)
  expect(error).toMatchObject({ schemaId: 1, topic: 'orders', differences: [] })
  expect(error).toHaveProperty('message', expect.stringContaining('shop.Paid was written'))
  expect(isPoison(error)).toBe(false)
})

test('each of them is read with its own schema, by its name or an alias', async () => {
  const { connect } = await wiredRegistry(options)
  const older = untyped({ ...record('shop.Placed', 'id'), name: 'shop.Ordered' })
  const message = await connect()
    .topic('orders', { value: older })
    .encode({ value: { id: 'o-1' } })
  const newer = {
    ...PLACED,
    aliases: ['Ordered'],
    fields: [...PLACED.fields, { name: 'note', type: 'string', default: '-' }],
  } as const
  const topic = connect().topic('orders', {
    value: [Cancelled, typed<{ id: string; note: string }>(newer)],
  })
  expect((await topic.decode(message)).value).toEqual({ ...placed, note: '-' })
})

test('schemas without generated types are told apart as well', async () => {
  const { registry } = await wiredRegistry(options)
  const topic = registry.topic('orders', { value: [untyped(PLACED), untyped(CANCELLED)] })
  const message = await topic.encode({ value: cancelled })
  const { value } = await topic.decode(message)
  expectTypeOf(value).toEqualTypeOf<unknown>()
  expect(value).toEqual(cancelled)
})

test('a list is of records with different names', async () => {
  const { registry } = await wiredRegistry(options)
  const color = untyped({ type: 'enum', name: 'Color', symbols: ['RED'] })
  const lists = [[], [Placed, Placed], [Placed, untyped('string')], [Placed, color], [color]]
  for (const value of lists) {
    expect(() => registry.topic('orders', { value })).toThrow(InvalidArgumentError)
  }
})
