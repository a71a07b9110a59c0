import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  rejection,
  typed,
  untyped,
  wiredRegistry,
  wiredTo,
} from '../../test/support/wired-registry.ts'
import { isPoison } from '../errors/poison.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import { type SubjectNameStrategy, siblingSubject, subjectName } from './subject-name.ts'

// Keys with schemas are what some of this is about.
beforeEach(() => void vi.spyOn(process, 'emitWarning').mockReturnValue(undefined))
afterEach(() => vi.restoreAllMocks())

const ORDER = {
  type: 'record',
  name: 'shop.Order',
  fields: [{ name: 'id', type: 'string' }],
} as const
const Order = typed<{ id: string }>(ORDER)
const order = { id: 'o-1' }

test.each<
  [strategy: SubjectNameStrategy, isKey: boolean, context: string | undefined, subject: string]
>([
  ['topic', false, undefined, 'orders-value'],
  ['topic', true, undefined, 'orders-key'],
  ['record', false, undefined, 'shop.Order'],
  ['record', true, undefined, 'shop.Order'],
  ['topic-record', false, undefined, 'orders-shop.Order'],
  ['associated', true, undefined, 'orders-key'],
  [
    ({ topic, isKey, recordName }) => `${topic} ${isKey} ${recordName}`,
    true,
    undefined,
    'orders true shop.Order',
  ],
  ['topic', false, 'eu', ':.eu:orders-value'],
  ['topic', false, '.eu', ':.eu:orders-value'],
  ['topic', false, '.', 'orders-value'],
  ['topic', false, '', 'orders-value'],
  ['record', false, 'eu', ':.eu:shop.Order'],
  [() => ':.us:mine', false, 'eu', ':.us:mine'],
])('strategy %s, key: %s, context %s: %s', (strategy, isKey, context, subject) => {
  const request = { topic: 'orders', isKey, recordName: 'shop.Order' }
  expect(subjectName(strategy, request, context)).toBe(subject)
})

test('a schema without a name has no subject by its name, and there are no other strategies', () => {
  const request = { topic: 'orders', isKey: false, recordName: undefined }
  for (const strategy of ['record', 'topic-record', 'TopicNameStrategy' as 'topic'] as const) {
    expect(() => subjectName(strategy, request, undefined)).toThrow(InvalidArgumentError)
  }
})

test('subjects mean others of their context', () => {
  expect(siblingSubject('money', 'orders-value')).toBe('money')
  expect(siblingSubject('money', ':.eu:orders-value')).toBe(':.eu:money')
  expect(siblingSubject(':.us:money', ':.eu:orders-value')).toBe(':.us:money')
})

test.each<[options: object, key: string, value: string]>([
  [{}, 'orders-key', 'orders-value'],
  [{ subjectNameStrategy: 'record' }, 'shop.Id', 'shop.Order'],
  [{ subjectNameStrategy: 'topic-record' }, 'orders-shop.Id', 'orders-shop.Order'],
  [{ subjectNameStrategy: 'record', keySubjectNameStrategy: 'topic' }, 'orders-key', 'shop.Order'],
  [{ keySubjectNameStrategy: 'record' }, 'shop.Id', 'orders-value'],
  [{ subjectNameStrategy: 'associated' }, 'orders-key', 'orders-value'],
  [{ context: 'eu' }, ':.eu:orders-key', ':.eu:orders-value'],
  [
    { context: (topic: string) => `of-${topic}` },
    ':.of-orders:orders-key',
    ':.of-orders:orders-value',
  ],
  [
    { subjectNameStrategy: ({ isKey }: { isKey: boolean }) => `:.us:${isKey}` },
    ':.us:true',
    ':.us:false',
  ],
])('with %j records are written under their subjects and read', async (options, key, value) => {
  const { connect, call } = await wiredRegistry({ ...options, schemaIdLocation: 'prefix' })
  const id = { ...ORDER, name: 'shop.Id' } as const
  const types = { key: typed<{ id: string }>(id), value: Order }
  // Ids count in their context: these are taken in the default one.
  for (const schema of ['int', 'long']) {
    const body = { schema: JSON.stringify(schema) }
    await call('POST', '/subjects/taken/versions', body)
    await call('PUT', '/config/taken', { compatibility: 'NONE' })
  }
  const writer = connect({ autoRegisterSchemas: true }).topic('orders', types)
  const message = await writer.encode({ key: order, value: order })
  const { body } = await call('GET', '/subjects?subjectPrefix=:*:')
  expect(body.filter((subject: string) => subject !== 'taken')).toEqual([key, value].toSorted())
  const reader = connect().topic('orders', types)
  expect(await reader.decode(message)).toMatchObject({ key: order, value: order })
  expect(reader.decodeSync(message)).toMatchObject({ key: order, value: order })
  const again = connect().topic('orders', types)
  expect(await again.decodeBatch([message])).toMatchObject([{ ok: true, key: order, value: order }])
})

test('in a context, an id is asked for with a subject of that', async () => {
  const { connect, sent } = await wiredRegistry({ context: 'eu', autoRegisterSchemas: true })
  const message = await connect().topic('orders', { value: Order }).encode({ value: order })
  sent.length = 0
  expect((await connect().topic('orders', { value: Order }).decode(message)).value).toEqual(order)
  expect((await connect().topic('orders', {}).decode(message)).value).toEqual(order)
  const named = { subjectNameStrategy: 'record' } as const
  expect((await connect(named).topic('orders', {}).decode(message)).value).toEqual(order)
  const asked = 'GET /schemas/ids/1?subject=:.eu:orders-value'
  expect(sent).toEqual([asked, asked, asked])
  const error = await rejection(connect({ context: 'us' }).topic('orders', {}).decode(message))
  expect(error).toMatchObject({ schemaId: 1, subject: ':.us:orders-value', topic: 'orders' })
  expect(isPoison(error)).toBe(true)
})

test('an associated subject is asked for once, and anew when it is old', async () => {
  const { app } = await wiredRegistry()
  let subject = 'first'
  const answer = (request: Request) =>
    request.url.includes('/associations/') ? Response.json([{ subject }]) : app.fetch(request)
  const options = { subjectNameStrategy: 'associated', autoRegisterSchemas: true } as const
  const { registry, sent, clock } = wiredTo(answer, options)
  const topic = registry.topic('orders', { value: Order })
  const { signal } = new AbortController()
  await Promise.all(Array.from({ length: 20 }, () => topic.encode({ value: order }, { signal })))
  const asked = 'GET /associations/resources/-/orders?resourceType=topic&associationType=value'
  expect(sent).toEqual([asked, 'POST /subjects/first/versions'])
  clock.skip(59_999)
  await topic.warm()
  expect(sent).toHaveLength(2)
  clock.skip(1)
  subject = 'second'
  await topic.warm()
  expect(sent.slice(2)).toEqual([asked, 'POST /subjects/second/versions'])
})

test.each([
  ['no such route', () => Response.json({ error_code: 404, message: 'x' }, { status: 404 })],
  ['no associations', () => Response.json([])],
  ['no subject in the answer', () => Response.json([{}])],
  ['another answer', () => Response.json({ associations: [] })],
])('%s: the subject is as the topic says', async (_what, associations) => {
  const { app, call } = await wiredRegistry()
  const { registry } = wiredTo(
    (request) => (request.url.includes('/associations/') ? associations() : app.fetch(request)),
    { subjectNameStrategy: 'associated', autoRegisterSchemas: true },
  )
  await registry.topic('orders', { value: Order }).encode({ value: order })
  expect((await call('GET', '/subjects')).body).toEqual(['orders-value'])
})

test('a failure to tell the associated subject is a failure, and not for ever', async () => {
  const { registry, line } = await wiredRegistry({
    subjectNameStrategy: 'associated',
    autoRegisterSchemas: true,
  })
  const topic = registry.topic('orders', { value: Order })
  line.isCut = true
  expect(await rejection(topic.encode({ value: order }))).toMatchObject({ retriable: true })
  line.isCut = false
  expect((await topic.encode({ value: order })).value).not.toBeNull()
})

test('a strategy that needs a name is refused for a schema without one', async () => {
  const { registry } = await wiredRegistry({
    subjectNameStrategy: 'record',
    autoRegisterSchemas: true,
  })
  const topic = registry.topic('names', { value: untyped('string') })
  expect(await rejection(topic.encode({ value: 'x' }))).toBeInstanceOf(InvalidArgumentError)
})
