import { expect, test } from 'vitest'
import {
  rejection,
  settled,
  typed,
  untyped,
  wiredRegistry,
} from '../../test/support/wired-registry.ts'
import { EncodeError, FramingError } from '../errors/data-errors.ts'
import type { ClientEvent } from '../events.ts'

interface Reading {
  room: string
  celsius: number
  at: Date
}

const Reading = typed<Reading>({
  type: 'record',
  name: 'rooms.Reading',
  fields: [
    { name: 'room', type: 'string' },
    { name: 'celsius', type: 'double' },
    { name: 'at', type: { type: 'long', logicalType: 'timestamp-millis' } },
  ],
} as { readonly name: string })
const reading = { room: 'attic', celsius: 21.5, at: new Date(5) }

async function readings(options: object = {}) {
  const wired = await wiredRegistry({ autoRegisterSchemas: true, ...options })
  const topic = wired.registry.topic('readings', { key: 'string', value: Reading })
  return { ...wired, topic }
}

test('a record becomes a message and a record again, with its schema', async () => {
  const { topic } = await readings()
  const message = await topic.encode({ key: 'attic', value: reading, partition: 3 })
  expect(message).toEqual({ key: Buffer.from('attic'), value: expect.any(Buffer), partition: 3 })
  const { guid } = (await topic.decode(message)).schema ?? {}
  expect(guid).toMatch(/^[0-9a-f-]{36}$/)
  expect(await topic.decode(message)).toEqual({
    key: 'attic',
    value: reading,
    keySchema: undefined,
    schema: { id: 1, guid, subject: 'readings-value', version: 1 },
  })
  expect(topic.decodeSync(message).value).toEqual(reading)
  expect(topic.encodeSync({ key: 'attic', value: reading, partition: 3 })).toEqual(message)
})

test('null is null, both ways, and asks for nothing', async () => {
  const { topic, sent } = await readings()
  expect(await topic.encode({ key: null, value: null })).toEqual({ key: null, value: null })
  expect(await topic.encode({ value: null })).toEqual({ key: null, value: null })
  expect(await topic.value.encode(null)).toBeNull()
  const nothing = { key: null, value: null, keySchema: undefined, schema: undefined }
  for (const message of [{ key: null, value: null }, {}, { key: undefined, value: undefined }]) {
    expect(await topic.decode(message as object)).toEqual(nothing)
  }
  expect(await topic.value.decode(undefined)).toBeNull()
  expect(sent).toEqual([])
})

test('undefined is no value', async () => {
  const { topic, sent } = await readings()
  const encoding = topic.encode({ value: undefined as unknown as Reading })
  const error = await rejection(encoding)
  expect(error).toBeInstanceOf(EncodeError)
  expect(error).toHaveProperty('message', expect.stringContaining('null is a tombstone'))
  expect(await rejection(topic.key.encode(undefined as unknown as string))).toBeInstanceOf(
    EncodeError,
  )
  expect(sent).toEqual([])
})

test('no bytes are an error that says what to do, or null', async () => {
  const { topic, connect } = await readings()
  const value = Buffer.alloc(0)
  const error = await rejection(topic.decode({ value }))
  expect(error).toBeInstanceOf(FramingError)
  expect(error).toHaveProperty('message', expect.stringContaining('emptyAs: "null"'))
  const lax = connect({ emptyAs: 'null' }).topic('readings', { key: 'string', value: Reading })
  const decoded = await lax.decode({ key: Buffer.alloc(0), value })
  expect(decoded).toMatchObject({ key: '', value: null })
  expect(lax.value.decodeSync(value)).toBeNull()
  expect(await lax.decodeBatch([{ value }])).toMatchObject([{ ok: true, value: null }])
})

test('what key and value need is fetched at the same time, both ways', async () => {
  const { connect, hold, line, sent } = await wiredRegistry({ schemaIdLocation: 'header' })
  const types = { key: untyped('string'), value: Reading }
  const writing = connect({ autoRegisterSchemas: true }).topic('readings', types)
  const releaseWriter = hold()
  const encoding = writing.encode({ key: 'attic', value: reading })
  await settled()
  expect(line.waiting).toBe(2)
  releaseWriter()
  const message = await encoding
  const reader = connect().topic('readings', {})
  const releaseReader = hold()
  const decoding = reader.decode(message)
  await settled()
  expect(line.waiting).toBe(2)
  releaseReader()
  expect(await decoding).toMatchObject({ key: 'attic', value: reading })
  sent.length = 0
  await writing.encode({ key: 'cellar', value: null })
  await reader.decode(message)
  expect(sent).toEqual([])
})

test('what cannot be fetched for a key or a value rejects, and nothing is left over', async () => {
  const { connect, line } = await wiredRegistry({ schemaIdLocation: 'header' })
  const topic = connect().topic('readings', { key: untyped('string'), value: Reading })
  line.isCut = true
  const error = await rejection(topic.encode({ key: 'attic', value: reading }))
  expect(error).toMatchObject({ code: 'REGISTRY_UNAVAILABLE' })
  const bytes = Buffer.of(0, 0, 0, 0, 7, 0)
  const unread = await rejection(topic.decode({ key: bytes, value: bytes }))
  expect(unread).toMatchObject({ code: 'REGISTRY_UNAVAILABLE' })
  await settled()
})

test('a value that does not fit says where', async () => {
  const { topic } = await readings()
  const value = { ...reading, celsius: 'warm' as unknown as number }
  const error = await rejection(topic.encode({ value }))
  expect(error).toBeInstanceOf(EncodeError)
  expect(error).toMatchObject({ topic: 'readings', isKey: false, schemaId: 1, path: 'celsius' })
  expect(error).toHaveProperty('message', expect.stringMatching(/expected .*, got string "warm"/))
})

test('options of a topic go before those of the registry', async () => {
  const { registry, call } = await readings()
  const topic = registry.topic('readings', { value: Reading }, { subjectNameStrategy: 'record' })
  await topic.encode({ value: reading })
  expect((await call('GET', '/subjects')).body).toEqual(['rooms.Reading'])
})

test('what was encoded and decoded is told to who listens', async () => {
  const events: ClientEvent[] = []
  const onEvent = (event: ClientEvent) => {
    if (event.type === 'encode' || event.type === 'decode') events.push(event)
  }
  const { topic } = await readings({ onEvent })
  const message = await topic.encode({ key: 'attic', value: reading })
  await topic.decode(message)
  await rejection(topic.decode({ value: Buffer.of(9) }))
  await rejection(topic.decode({ value: Buffer.of(0, 0, 0, 0, 99) }))
  const bytes = message.value?.length
  const about = { topic: 'readings', isKey: false }
  expect(events).toEqual([
    { type: 'encode', ...about, schemaId: 1, bytes },
    { type: 'decode', ...about, schemaId: 1, bytes },
    { type: 'decode', ...about, schemaId: undefined, bytes: 1, error: expect.any(FramingError) },
    { type: 'decode', ...about, schemaId: 99, bytes: 0, error: expect.any(Error) },
  ])
})
