import type { MSKEvent, MSKRecord, SelfManagedKafkaEvent } from 'aws-lambda'
import { expect, expectTypeOf, test } from 'vitest'
import { type Order, shopTopics, startRegistry } from '../test/support/orders.ts'
import { batchItemFailures, decodeKafkaEvent, type KafkaEventRecord } from './lambda.ts'

const order = { id: 'o-1', total: 3n }
const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64')

function record(value: string | null, more: Partial<KafkaEventRecord> = {}): MSKRecord {
  return {
    topic: 'orders',
    partition: 0,
    offset: 15,
    timestamp: 1545084650987,
    timestampType: 'CREATE_TIME',
    key: base64('k'),
    value,
    headers: [{ trace: [...Buffer.from('x')] }],
    ...more,
  } as MSKRecord
}

function msk(records: MSKEvent['records']): MSKEvent {
  return {
    eventSource: 'aws:kafka',
    eventSourceArn: 'arn:aws:kafka:us-east-1:123456789012:cluster/a/b',
    bootstrapServers: 'localhost:9092',
    records,
  }
}

async function setUp() {
  const { registry } = await startRegistry()
  const topics = shopTopics(registry)
  return { registry, topics, encoded: (await topics.orders.value.encode(order))! }
}

test('records with the id before the data are decoded', async () => {
  const { topics, encoded } = await setUp()
  const raw = record(base64(encoded))
  const [result] = await decodeKafkaEvent(msk({ 'orders-0': [raw] }), topics)
  expect(result).toEqual({
    ok: true,
    topic: 'orders',
    partition: 0,
    offset: 15,
    key: 'k',
    value: order,
    keySchema: undefined,
    schema: { id: 1, subject: 'orders-value', version: 1, guid: expect.any(String) },
    raw,
  })
})

test('records of a mapping that took the id off are decoded by what it tells', async () => {
  const { topics, encoded } = await setUp()
  const metadata = { dataFormat: 'AVRO', schemaId: '1' }
  const raw = record(base64(encoded.subarray(5)), { valueSchemaMetadata: metadata })
  const [result] = await decodeKafkaEvent(msk({ 'orders-0': [raw] }), topics)
  expect(result).toMatchObject({ ok: true, key: 'k', value: order, schema: { id: 1 } })
})

test('so are keys', async () => {
  const { registry } = await startRegistry({ useSchemaId: { key: 1 } })
  const keys = registry.topic('keyed', { key: { schema: '"string"' }, value: 'string' })
  const bytes = (await keys.key.encode('a'))!
  const raw = record(base64('v'), {
    topic: 'keyed',
    key: base64(bytes.subarray(5)),
    keySchemaMetadata: { dataFormat: 'AVRO', schemaId: '1' },
  })
  const [result] = await decodeKafkaEvent(msk({ 'keyed-0': [raw] }), { keyed: keys })
  expect(result).toMatchObject({ ok: true, key: 'a', value: 'v', keySchema: { id: 1 } })
})

test('headers name the schema in header framing', async () => {
  const { registry } = await startRegistry({ schemaIdLocation: 'header' })
  const topics = shopTopics(registry)
  const sent = (await topics.orders.encode({ value: order, headers: {} })) as unknown as {
    value: Buffer
    headers: Record<string, Buffer>
  }
  const headers = Object.entries(sent.headers).map(([name, value]) => ({ [name]: [...value] }))
  const raw = record(base64(sent.value), { headers })
  const [result] = await decodeKafkaEvent(msk({ 'orders-0': [raw] }), topics)
  expect(result).toMatchObject({ ok: true, value: order })
})

test.each<[rule: string, more: Partial<KafkaEventRecord>, outcome: object]>([
  ['null is a tombstone', { value: null }, { ok: true, value: null }],
  ['bytes without a frame fail', { value: base64('{"a":1}') }, { error: { code: 'FRAMING' } }],
  ['what is no base64 fails', { value: '%' }, { error: { code: 'INVALID_ARGUMENT' } }],
  ['a topic without serde fails', { topic: 'others' }, { error: { code: 'INVALID_ARGUMENT' } }],
  [
    'JSON of the mapping has to be asked for',
    { valueSchemaMetadata: { dataFormat: 'JSON', schemaId: '1' } },
    { error: { code: 'INVALID_ARGUMENT' } },
  ],
  [
    'Protobuf is not supported',
    { valueSchemaMetadata: { dataFormat: 'PROTOBUF', schemaId: '1' } },
    { error: { code: 'UNSUPPORTED_SCHEMA' } },
  ],
  [
    'ids of another registry are refused',
    { valueSchemaMetadata: { dataFormat: 'AVRO', schemaId: 'a-b' } },
    { error: { code: 'INVALID_ARGUMENT' } },
  ],
])('%s', async (_rule, more, outcome) => {
  const { topics, encoded } = await setUp()
  const raw = record(base64(encoded), more)
  const event = msk({ 'orders-0': [raw, record(base64(encoded))] })
  const results = await decodeKafkaEvent(event, topics)
  expect(results).toMatchObject([outcome, { ok: true, value: order }])
})

test('JSON of the mapping is parsed and asks no registry', async () => {
  const { topics } = await setUp()
  const metadata = { dataFormat: 'JSON', schemaId: '1' }
  const event = msk({
    'orders-0': [
      record(base64('{"id":"o-1","total":3}'), { valueSchemaMetadata: metadata }),
      record(base64('no JSON'), { valueSchemaMetadata: metadata }),
      record(null),
    ],
  })
  const results = await decodeKafkaEvent(event, topics, { eventRecordFormat: 'JSON' })
  expect(results).toMatchObject([
    { ok: true, key: 'k', value: { id: 'o-1', total: 3 } },
    { ok: false, error: { code: 'DECODE' } },
    { ok: true, value: null },
  ])
  const [first] = results
  if (first?.ok) expectTypeOf(first.value).toBeUnknown()
})

test('records of several topics and partitions keep their order', async () => {
  const { topics, encoded } = await setUp()
  const reading = (await topics.readings.value.encode({ celsius: 4 }))!
  const event = msk({
    'orders-1': [record(base64(encoded), { partition: 1 }), record('%', { partition: 1 })],
    'readings-0': [record(base64(reading), { topic: 'readings' })],
    'orders-0': [record(null)],
  })
  expect(await decodeKafkaEvent(event, topics)).toMatchObject([
    { topic: 'orders', partition: 1, value: order },
    { topic: 'orders', partition: 1, ok: false },
    { topic: 'readings', partition: 0, value: { celsius: 4 } },
    { topic: 'orders', partition: 0, value: null },
  ])
})

test('what is no event is refused', async () => {
  const { topics } = await setUp()
  await expect(decodeKafkaEvent({} as MSKEvent, topics)).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
  })
})

test.each([[null], ['text'], [5]])('an event with the record %j is refused', async (odd) => {
  const { topics } = await setUp()
  const event = msk({ 'orders-0': [odd as unknown as MSKRecord] })
  await expect(decodeKafkaEvent(event, topics)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
})

test('Lambda goes on from the first record of each partition that failed', () => {
  const at = (partition: number, offset: number) => ({ topic: 'orders', partition, offset })
  expect(batchItemFailures([at(0, 17), at(1, 4), at(0, 16)])).toEqual({
    batchItemFailures: [
      { itemIdentifier: { partition: 'orders-0', offset: 16 } },
      { itemIdentifier: { partition: 'orders-1', offset: 4 } },
    ],
  })
})

test('nothing failed where the list is empty', () => {
  expect(batchItemFailures([])).toEqual({ batchItemFailures: [] })
})

test('types are those of the event and of the topics', async () => {
  const { topics } = await setUp()
  const event = { records: {} } as SelfManagedKafkaEvent
  for (const result of await decodeKafkaEvent(event, topics)) {
    expectTypeOf(result.topic).toEqualTypeOf<'orders' | 'readings'>()
    if (!result.ok) expectTypeOf(result.error).toBeUnknown()
    else if (result.topic === 'orders') expectTypeOf(result.value).toEqualTypeOf<Order | null>()
  }
  type Raw = Awaited<ReturnType<typeof decodeAll>>[number]['raw']
  const decodeAll = () => decodeKafkaEvent(event, topics)
  expectTypeOf<Raw>().toEqualTypeOf<SelfManagedKafkaEvent['records'][string][number]>()
  // @ts-expect-error there is no such format
  await decodeKafkaEvent(event, topics, { eventRecordFormat: 'AVRO' })
})
