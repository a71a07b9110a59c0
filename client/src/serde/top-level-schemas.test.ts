import { createCodec, parseSchema } from '@magicbyte/avro'
import { expect, test } from 'vitest'
import { typed, untyped, wiredRegistry } from '../../test/support/wired-registry.ts'

const COLOR = { type: 'enum', name: 'Color', symbols: ['RED', 'BLUE'] } as const
const HASH = { type: 'fixed', name: 'Hash', size: 2 } as const
const NOTHING = { type: 'record', name: 'Nothing', fields: [] } as const

test.each<[schema: unknown, value: unknown, data: string]>([
  ['null', null, ''],
  ['boolean', true, '01'],
  ['int', -1, '01'],
  ['long', 64n, '8001'],
  ['float', 1.5, '0000c03f'],
  ['double', 1.5, '000000000000f83f'],
  ['string', '', '00'],
  ['string', 'hello', '0a68656c6c6f'],
  ['bytes', Buffer.from('hello'), '68656c6c6f'],
  ['bytes', Buffer.alloc(0), ''],
  [{ type: 'bytes' }, Buffer.of(1), '01'],
  [{ type: 'bytes', logicalType: 'decimal', precision: 9, scale: 2 }, '12.34', '04d2'],
  [HASH, Buffer.of(1, 2), '0102'],
  [COLOR, 'BLUE', '02'],
  [NOTHING, {}, ''],
  [{ type: 'array', items: 'int' }, [1, 2], '04020400'],
  [{ type: 'map', values: 'int' }, { a: 1 }, '0202610200'],
  [['null', 'string'], 'x', '020278'],
  [['null', 'bytes'], Buffer.of(7), '020207'],
  [['null', 'string'], null, '00'],
])('a value of %j is framed and read, bytes without their length as in Java', async (...row) => {
  const [schema, value, data] = row
  const { registry } = await wiredRegistry({ autoRegisterSchemas: true })
  const topic = registry.topic('things', { value: untyped(schema) })
  // Null is a tombstone before it is a value.
  if (value === null) {
    expect(await topic.value.encode(value)).toBeNull()
    const { id } = await registry.schemas.register('things-value', untyped(schema))
    const bytes = Buffer.from(`000000000${id}${data}`, 'hex')
    expect(await topic.value.decode(bytes)).toBeNull()
    return
  }
  const bytes = await topic.value.encode(value)
  expect(bytes?.toString('hex')).toBe(`0000000001${data}`)
  expect(Buffer.isBuffer(bytes)).toBe(true)
  const read = await topic.value.decode(bytes)
  if (value instanceof Uint8Array) expect(Buffer.from(read as Uint8Array)).toEqual(value)
  else expect(read).toEqual(value)
  // Without a type as well.
  expect(await registry.topic('others', {}).value.decode(bytes)).toEqual(read)
})

test.each([['prefix'], ['header']] as const)(
  'bytes without their length are also read as what they are promoted to (%s)',
  async (schemaIdLocation) => {
    const { registry } = await wiredRegistry({ autoRegisterSchemas: true, schemaIdLocation })
    const writer = registry.topic('things', { value: untyped('bytes') })
    const reader = registry.topic('things', { value: untyped('string') })
    const message = await writer.encode({ value: Buffer.from('hello') })
    expect(message.value?.length).toBe(schemaIdLocation === 'prefix' ? 10 : 5)
    expect((await reader.decode(message)).value).toBe('hello')
  },
)

test('a string that is read as bytes keeps its length out of them', async () => {
  const { registry } = await wiredRegistry({ autoRegisterSchemas: true })
  const message = await registry.topic('t', { value: untyped('string') }).encode({ value: 'hi' })
  const read = await registry.topic('t', { value: untyped('bytes') }).decode(message)
  expect(Buffer.from(read.value as Uint8Array).toString()).toBe('hi')
})

test('bytes keep their length within a record', async () => {
  const schema = { type: 'record', name: 'Box', fields: [{ name: 'it', type: 'bytes' }] } as const
  const { registry } = await wiredRegistry({ autoRegisterSchemas: true })
  const topic = registry.topic('boxes', { value: typed<{ it: Uint8Array }>(schema) })
  const bytes = await topic.value.encode({ it: Buffer.from('hello') })
  const codec = createCodec(parseSchema(JSON.stringify(schema)).root)
  expect(bytes?.subarray(5)).toEqual(codec.encode({ it: Buffer.from('hello') }))
})

test('what is encoded is not changed by what is encoded after it', async () => {
  const { registry } = await wiredRegistry({ autoRegisterSchemas: true })
  const topic = registry.topic('things', { value: untyped('bytes') })
  const messages = []
  for (let i = 0; i < 50; i++) messages.push(await topic.encode({ value: Buffer.alloc(100, i) }))
  for (const [i, message] of messages.entries()) {
    expect((await topic.decode(message)).value).toEqual(new Uint8Array(100).fill(i))
  }
})
