import type { AvroType } from '@magicbyte/avro'
import { afterEach, beforeEach, expect, expectTypeOf, test } from 'vitest'
import { startApp } from '../../../server/test/support/app.ts'
import { SchemaRegistry } from '../schema-registry.ts'

interface Reading {
  room: string
  celsius: number
  at: Date
}

const readingSchema = JSON.stringify({
  type: 'record',
  name: 'Reading',
  namespace: 'rooms',
  fields: [
    { name: 'room', type: 'string' },
    { name: 'celsius', type: 'double' },
    { name: 'at', type: { type: 'long', logicalType: 'timestamp-millis' } },
  ],
})
const Reading = {
  name: 'rooms.Reading',
  schema: readingSchema,
  fingerprint: '',
  options: {},
} as AvroType<Reading>

let app: Awaited<ReturnType<typeof startApp>>
let registry: SchemaRegistry
beforeEach(async () => {
  app = await startApp()
  registry = new SchemaRegistry({
    url: 'http://localhost',
    fetch: app.app.fetch,
    autoRegisterSchemas: true,
  })
})
afterEach(() => registry.close())

test('smoke', async () => {
  const topic = registry.topic('readings', { key: 'string', value: Reading })
  const value = { room: 'attic', celsius: 21.5, at: new Date(5) }
  const message = await topic.encode({ key: 'attic', value, partition: 3 })
  expect(message.partition).toBe(3)
  const decoded = await topic.decode(message)
  expectTypeOf(decoded.value).toEqualTypeOf<Reading | null>()
  expect(decoded).toMatchObject({
    key: 'attic',
    value,
    schema: { id: 1, subject: 'readings-value', version: 1 },
  })
  expect(topic.decodeSync(message).value).toEqual(value)
})
