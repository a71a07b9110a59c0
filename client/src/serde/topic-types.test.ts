import type { AvroType } from '@magicbyte/avro'
import type { Message as KafkaMessage } from 'kafkajs'
import { expectTypeOf, test } from 'vitest'
import type { SchemaRegistry } from '../schema-registry.ts'
import type { PartSerde } from './part-serde.ts'
import type { RecordHeaders } from './record-headers.ts'
import type { DecodedRecord, DecodeResult } from './topic-serde.ts'

interface Order {
  id: string
  at: Date
}
interface OrderInput {
  id: string
  at: Date | number
}
interface Cancelled {
  reason: string
}
declare const Order: AvroType<Order, OrderInput, 'shop.Order'>
declare const Cancelled: AvroType<Cancelled, Cancelled, 'shop.Cancelled'>
declare const registry: SchemaRegistry
declare const text: { readonly schema: string }

/** What is within is checked by the compiler and never run. */
function compiled(_examples: () => unknown): void {}

type MarkedOrder = { readonly $type: 'shop.Order' } & Order
type MarkedCancelled = { readonly $type: 'shop.Cancelled' } & Cancelled

test('values are read as their type says, and never as any', () => {
  compiled(async () => {
    const topic = registry.topic('orders', { key: 'string', value: Order })
    const decoded = await topic.decode({ value: null })
    expectTypeOf(decoded).toEqualTypeOf<DecodedRecord<string, Order>>()
    expectTypeOf(decoded.value).toEqualTypeOf<Order | null>()
    expectTypeOf(decoded.key).toEqualTypeOf<string | null>()
    expectTypeOf(topic.decodeSync({})).toEqualTypeOf(decoded)
    expectTypeOf(await topic.value.decode(null)).toEqualTypeOf<Order | null>()
    expectTypeOf(topic.value.decodeSync(null)).toEqualTypeOf<Order | null>()
    expectTypeOf(topic.value).toEqualTypeOf<PartSerde<Order, OrderInput>>()
    const results = await topic.decodeBatch([])
    expectTypeOf(results).toEqualTypeOf<DecodeResult<string, Order>[]>()
    for (const result of results) {
      if (result.ok) expectTypeOf(result.value).toEqualTypeOf<Order | null>()
      else expectTypeOf(result.error).toEqualTypeOf<unknown>()
    }
    expectTypeOf(decoded.schema?.id).toEqualTypeOf<number | undefined>()
  })
})

test('without a type they are unknown', () => {
  compiled(async () => {
    const nothing = await registry.topic('orders', {}).decode({})
    expectTypeOf(nothing.value).toEqualTypeOf<unknown>()
    expectTypeOf(nothing.key).toEqualTypeOf<unknown>()
    const texts = await registry.topic('orders', { key: text, value: [text, Order] }).decode({})
    expectTypeOf(texts.value).toEqualTypeOf<unknown>()
    expectTypeOf(texts.key).toEqualTypeOf<unknown>()
    // @ts-expect-error what is unknown has no members
    nothing.value?.id
  })
})

test('keys of primitive formats are what these hold', () => {
  compiled(async () => {
    const key = async <Format extends 'string' | 'bytes' | 'int' | 'long' | 'double'>(
      format: Format,
    ) => registry.topic('orders', { key: format })
    expectTypeOf((await (await key('string')).decode({})).key).toEqualTypeOf<string | null>()
    expectTypeOf((await (await key('bytes')).decode({})).key).toEqualTypeOf<Uint8Array | null>()
    expectTypeOf((await (await key('int')).decode({})).key).toEqualTypeOf<number | null>()
    expectTypeOf((await (await key('long')).decode({})).key).toEqualTypeOf<bigint | null>()
    expectTypeOf((await (await key('double')).decode({})).key).toEqualTypeOf<number | null>()
    // @ts-expect-error there is no such format
    registry.topic('orders', { key: 'float' })
  })
})

test('of several types each is told by its mark', () => {
  compiled(async () => {
    const topic = registry.topic('orders', { value: [Order, Cancelled] })
    const { value } = await topic.decode({})
    expectTypeOf(value).toEqualTypeOf<MarkedOrder | MarkedCancelled | null>()
    if (value?.$type === 'shop.Order') expectTypeOf(value.at).toEqualTypeOf<Date>()
    await topic.encode({ value: { $type: 'shop.Order', id: 'o-1', at: 5 } })
    await topic.encode({ value: { $type: 'shop.Cancelled', reason: 'late' } })
    // @ts-expect-error there is no such type
    await topic.encode({ value: { $type: 'shop.Paid', id: 'o-1', at: 5 } })
    // @ts-expect-error the mark is missing
    await topic.encode({ value: { id: 'o-1', at: 5 } })
    // @ts-expect-error the mark is another type's
    await topic.encode({ value: { $type: 'shop.Cancelled', id: 'o-1', at: 5 } })
  })
})

test('only values of the type are written', () => {
  compiled(async () => {
    const topic = registry.topic('orders', { key: 'string', value: Order })
    const value = { id: 'o-1', at: new Date(5) }
    await topic.encode({ key: 'o-1', value })
    await topic.encode({ value: { id: 'o-1', at: 5 } })
    await topic.encode({ key: null, value: null })
    topic.encodeSync({ value })
    await topic.value.encode(value)
    // @ts-expect-error a field is missing
    await topic.encode({ value: { id: 'o-1' } })
    // @ts-expect-error a field is of another type
    await topic.encode({ value: { id: 1, at: 5 } })
    // @ts-expect-error the key is of another type
    await topic.encode({ key: 1, value })
    // @ts-expect-error a value is needed, be it null
    await topic.encode({ key: 'o-1' })
    // @ts-expect-error undefined is no tombstone
    await topic.encode({ value: undefined })
    // @ts-expect-error a value of another topic
    topic.encodeSync({ value: { reason: 'late' } })
    // @ts-expect-error a value of another type
    await topic.value.encode({ reason: 'late' })
  })
})

test('a message is one of kafkajs’s, and keeps what else it has', () => {
  compiled(async () => {
    const topic = registry.topic('orders', { key: 'string', value: Order })
    const message = await topic.encode({
      key: 'o-1',
      value: { id: 'o-1', at: 5 },
      partition: 3,
      headers: { trace: 'x' },
    })
    expectTypeOf(message).toExtend<KafkaMessage>()
    expectTypeOf(message.partition).toEqualTypeOf<number>()
    expectTypeOf(message.headers.trace).toEqualTypeOf<string>()
    expectTypeOf(message.value).toEqualTypeOf<Buffer | null>()
    expectTypeOf(message.key).toEqualTypeOf<Buffer | null>()
    expectTypeOf(topic.encodeSync({ value: null })).toExtend<KafkaMessage>()
    // @ts-expect-error it was not there before
    message.timestamp
  })
})

test('what may be left out may be undefined as well', () => {
  compiled(async () => {
    const topic = registry.topic('orders', { key: undefined, value: Order }, some)
    await topic.warm({ schemas: some.schemas, signal: some.signal })
    await topic.decode({ key: some.bytes, value: some.bytes, headers: some.headers })
    await topic.encode({ key: some.key, value: null }, { signal: some.signal })
  })
})

/** As a program has them that collects its settings first. */
declare const some: {
  readonly codec:
    | {
        readonly long: 'number' | undefined
        readonly strict: boolean | undefined
        readonly limits: { readonly maxDepth: number | undefined } | undefined
      }
    | undefined
  readonly useSchemaId: { readonly key: number | undefined; readonly value: number | undefined }
  readonly schemas: readonly number[] | undefined
  readonly signal: AbortSignal | undefined
  readonly bytes: Uint8Array | undefined
  readonly headers: { readonly trace: Buffer } | undefined
  readonly key: undefined
}

test('headers of Kafka clients are taken as they are', () => {
  expectTypeOf<NonNullable<KafkaMessage['headers']>>().toExtend<RecordHeaders>()
  expectTypeOf<Map<Buffer, Buffer>>().toExtend<RecordHeaders>()
  expectTypeOf<Map<string, string>>().toExtend<RecordHeaders>()
  expectTypeOf<{ [name: string]: Buffer }[]>().toExtend<RecordHeaders>()
})
