import { expect, test } from 'vitest'
import {
  rejection,
  settled,
  typed,
  untyped,
  wiredRegistry,
  wiredTo,
} from '../../test/support/wired-registry.ts'
import { isPoison } from '../errors/poison.ts'

const ORDER = { type: 'record', name: 'Order', fields: [{ name: 'id', type: 'string' }] } as const
const Order = typed<{ id: string }>(ORDER)
const LATER = { ...ORDER, fields: [...ORDER.fields, { name: 'n', type: 'int', default: 0 }] }

const framed = (id: number, hex: string) =>
  Buffer.from([0, 0, 0, 0, id, ...Buffer.from(hex, 'hex')])

async function orders() {
  const wired = await wiredRegistry()
  await wired.register('orders-value', ORDER)
  await wired.register('orders-value', LATER)
  return { ...wired, topic: wired.connect().topic('orders', { key: 'string', value: Order }) }
}

test('each message has its result, in order, whatever became of the others', async () => {
  const { topic, register } = await orders()
  await register('others', { ...ORDER, name: 'Other' })
  const key = Buffer.from('k')
  const results = await topic.decodeBatch([
    { key, value: framed(1, '026131') },
    { key, value: framed(1, '0261') },
    { key, value: Buffer.from('{"id":"a"}') },
    { key, value: framed(2, '026200') },
    { key, value: null },
    { key, value: framed(99, '0261') },
    { key, value: framed(3, '0261') },
    { key: null, value: framed(1, '0263') },
    {},
  ])
  expect(results.map((result) => (result.ok ? result.value : codeOf(result.error)))).toEqual([
    'DECODE',
    { id: 'a' },
    'FRAMING',
    { id: 'b' },
    null,
    'SCHEMA_NOT_FOUND',
    'INCOMPATIBLE_READER',
    { id: 'c' },
    null,
  ])
  expect(results[1]).toMatchObject({ ok: true, key: 'k', schema: { id: 1, version: 1 } })
  expect(results[7]).toMatchObject({ ok: true, key: null })
  const verdicts = results.map((result) => !result.ok && isPoison(result.error))
  expect(verdicts).toEqual([true, false, true, false, false, true, false, false, false])
})

test('what cannot be fetched fails, what is there is read', async () => {
  const { topic, line } = await orders()
  await topic.decode({ value: framed(1, '0261') })
  line.isCut = true
  const [read, unread, unread2] = await topic.decodeBatch([
    { value: framed(1, '0261') },
    { value: framed(2, '026200') },
    { value: framed(2, '026300') },
  ])
  expect(read).toMatchObject({ ok: true, value: { id: 'a' } })
  expect(unread).toMatchObject({
    ok: false,
    error: { code: 'REGISTRY_UNAVAILABLE', retriable: true },
  })
  expect(unread2).toEqual(unread)
  line.isCut = false
  expect(await topic.decodeBatch([{ value: framed(2, '026200') }])).toMatchObject([{ ok: true }])
})

test('a key that is bad is bad, also where the value’s schema cannot be fetched', async () => {
  const { connect, line } = await orders()
  const topic = connect().topic('orders', { key: 'int', value: Order })
  line.isCut = true
  const [result] = await topic.decodeBatch([{ key: Buffer.of(1), value: framed(1, '0261') }])
  expect(result).toMatchObject({ ok: false, error: { code: 'DECODE', isKey: true } })
})

test('a schema is fetched once, however many messages and parts need it', async () => {
  const { connect, sent } = await orders()
  const topic = connect().topic('orders', {})
  const message = { key: framed(1, '0261'), value: framed(1, '0262') }
  const results = await topic.decodeBatch(Array.from({ length: 100 }, () => message))
  expect(results).toHaveLength(100)
  expect(results.every(({ ok }) => ok)).toBe(true)
  expect(sent).toEqual(['GET /schemas/ids/1'])
})

test('an unknown id is asked for no more than twice, however many messages name it', async () => {
  const { topic, sent } = await orders()
  const results = await topic.decodeBatch(
    Array.from({ length: 100 }, () => ({ value: framed(99, '') })),
  )
  expect(results.every(({ ok }) => !ok)).toBe(true)
  expect(sent).toEqual(Array(2).fill('GET /schemas/ids/99'))
})

test.each<[how: 'decodeBatch' | 'decode']>([['decodeBatch'], ['decode']])(
  '%s asks for 20 schemas at the same time',
  async (how) => {
    const { connect, register, hold, line, sent } = await wiredRegistry()
    const messages = []
    for (let i = 0; i < 20; i++) {
      const { id } = await register(`s${i}`, { ...ORDER, name: `Order${i}` })
      messages.push({ value: framed(id, '0261') })
    }
    const topic = connect().topic('orders', {})
    const release = hold()
    const decoding =
      how === 'decodeBatch'
        ? topic.decodeBatch(messages)
        : Promise.all(messages.map((message) => topic.decode(message)))
    await settled()
    expect(line.waiting).toBe(20)
    release()
    expect(await decoding).toMatchObject(Array(20).fill({ value: { id: 'a' } }))
    expect(sent).toHaveLength(20)
  },
)

test('a batch of made-up ids does not flood the registry', async () => {
  const { connect, hold, line } = await wiredRegistry()
  const topic = connect({ lagRetryMs: 0 }).topic('orders', {})
  const messages = Array.from({ length: 120 }, (_, i) => ({ value: framed(i + 1, '') }))
  const release = hold()
  const decoding = topic.decodeBatch(messages)
  await settled()
  expect(line.waiting).toBe(50)
  release()
  const results = await decoding
  expect(results.map((result) => result.ok || codeOf(result.error))).toEqual(
    Array(120).fill('SCHEMA_NOT_FOUND'),
  )
})

test('of more schemas than are kept ready, the first are fetched once more', async () => {
  const { registry, sent } = wiredTo(() =>
    sent.length > 1003 ? new Response('', { status: 503 }) : Response.json({ schema: '"string"' }),
  )
  const messages = Array.from({ length: 1001 }, (_, index) => {
    const value = framed(0, '0261')
    value.writeInt32BE(index + 1, 1)
    return { value }
  })
  const results = await registry.topic('orders', {}).decodeBatch(messages)
  const outcomes = results.map((result) => (result.ok ? result.value : codeOf(result.error)))
  expect(outcomes).toEqual(['a', 'a', 'REGISTRY_HTTP', ...Array(998).fill('a')])
})

test('a batch that is aborted is rejected with the reason, and not read as bad', async () => {
  const { connect, hold } = await orders()
  const topic = connect().topic('orders', {})
  const abort = new AbortController()
  const release = hold()
  const decoding = topic.decodeBatch([{ value: framed(1, '0261') }], { signal: abort.signal })
  abort.abort(new Error('enough'))
  expect(await rejection(decoding)).toEqual(new Error('enough'))
  release()
})

test('what is no bytes does not keep the others from being read', async () => {
  const { topic } = await orders()
  const text = 'AAAAAAE=' as unknown as Uint8Array
  const results = await topic.decodeBatch([
    { value: text },
    { key: text, value: framed(1, '0261') },
    { value: framed(1, '0261') },
  ])
  expect(results).toMatchObject([
    { ok: false, error: { code: 'INVALID_ARGUMENT', topic: 'orders', isKey: false } },
    { ok: false, error: { code: 'INVALID_ARGUMENT', topic: 'orders', isKey: true } },
    { ok: true, value: { id: 'a' } },
  ])
  expect(results.some((result) => !result.ok && isPoison(result.error))).toBe(false)
})

test('an empty batch is none', async () => {
  const { topic, sent } = await orders()
  expect(await topic.decodeBatch([])).toEqual([])
  expect(sent).toEqual([])
})

test('keys are read in a batch as well', async () => {
  const { connect, register } = await orders()
  const { id } = await register('orders-key', 'string')
  const topic = connect({ useSchemaId: { key: id } }).topic('orders', {
    key: untyped('string'),
    value: Order,
  })
  const [result] = await topic.decodeBatch([{ key: framed(id, '0278'), value: framed(1, '0261') }])
  expect(result).toMatchObject({ ok: true, key: 'x', keySchema: { id }, value: { id: 'a' } })
})

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : error
}
