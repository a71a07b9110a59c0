import { createRequire } from 'node:module'
import { join } from 'node:path'
import { SchemaRegistry } from '@magicbyte/client'
import { avscBaseline } from './avsc-baseline.ts'
import type { Contestant, Prepared } from './contestant.ts'
import { type Long, nextOrders, type Payload, payload } from './payloads.ts'

/** Ours in all its ways, and other clients if they are installed (`bench/serde/peers`). */
export const contestants: readonly Contestant[] = [
  ours('orders, synchronous', { payload: 'orders' }),
  ours('orders, asynchronous', { payload: 'orders', isAsync: true }),
  ours('orders, bigint', { payload: 'orders', long: 'bigint' }),
  olderReader('orders, reader one version back'),
  ours('texts', { payload: 'texts' }),
  ours('list of 1000 records', { payload: 'list' }),
  kafkajs('@kafkajs/confluent-schema-registry'),
  confluent('@confluentinc/schemaregistry'),
  avroJs('avro-js, without a registry'),
]

interface OwnOptions {
  readonly payload: string
  readonly long?: Long
  readonly isAsync?: boolean
}

function ours(
  name: string,
  { payload: of, long = 'number', isAsync = false }: OwnOptions,
): Contestant {
  return {
    name: `ours: ${name}`,
    async prepare(url) {
      const used = payload(of, long)
      const { value } = topic(url, of, used.schema, long)
      await value.warm()
      const id = (await value.decodePart(await value.encode(used.values[0]))).schema!.id!
      return {
        ...shared(used, long, id),
        isAsync,
        encode: isAsync ? (order) => value.encode(order) : (order) => value.encodeSync(order),
        decode: isAsync ? (bytes) => value.decode(bytes) : (bytes) => value.decodeSync(bytes),
      }
    },
  }
}

function olderReader(name: string): Contestant {
  return {
    name: `ours: ${name}`,
    async prepare(url) {
      const written = nextOrders()
      const writer = topic(url, 'orders', written.schema, 'number').value
      const { id } = (await writer.decodePart(await writer.encode(written.values[0]))).schema!
      const reader = topic(url, 'orders', payload('orders', 'number').schema, 'number').value
      await reader.warm({ schemas: [id!] })
      return { ...shared(written, 'number', id!), decode: (bytes) => reader.decodeSync(bytes) }
    },
  }
}

function topic(url: string, name: string, schema: string, long: Long) {
  const codec = { long, logicalTypes: 'raw' } as const
  const registry = new SchemaRegistry({ url, autoRegisterSchemas: true, codec })
  return registry.topic(name, { value: { schema } })
}

function kafkajs(name: string): Contestant {
  return {
    name,
    async prepare(url) {
      const used = payload('orders', 'number')
      const { SchemaRegistry: Peer, SchemaType } = peer(name)
      const registry = new Peer({ host: url })
      const { id } = await registry.register(
        { type: SchemaType.AVRO, schema: used.schema },
        { subject: 'kafkajs-value' },
      )
      return {
        ...shared(used, 'number', id),
        isAsync: true,
        encode: (order) => registry.encode(id, order),
        decode: (bytes) => registry.decode(bytes),
      }
    },
  }
}

function confluent(name: string): Contestant {
  return {
    name,
    async prepare(url) {
      const used = payload('orders', 'number')
      const { AvroDeserializer, AvroSerializer, SchemaRegistryClient, SerdeType } = peer(name)
      const client = new SchemaRegistryClient({ baseURLs: [url] })
      const id = await client.register('confluent-value', { schema: used.schema })
      const options = { useLatestVersion: true, subjectNameStrategyType: 'TOPIC' }
      const serializer = new AvroSerializer(client, SerdeType.VALUE, options)
      const deserializer = new AvroDeserializer(client, SerdeType.VALUE, {
        subjectNameStrategyType: 'TOPIC',
      })
      return {
        ...shared(used, 'number', id),
        isAsync: true,
        encode: (order) => serializer.serialize('confluent', order),
        decode: (bytes) => deserializer.deserialize('confluent', bytes),
      }
    },
  }
}

function avroJs(name: string): Contestant {
  return {
    name,
    async prepare() {
      const used = payload('orders', 'number')
      const { parse } = peer('avro-js')
      // It marks every branch of a union.
      const wrapped = { ...used, values: used.values.map(wrap) }
      const type = parse(JSON.parse(used.schema), { wrapUnions: true })
      const { messages } = shared(used, 'number', 1)
      const baseline = avscBaseline(used.schema, 'number', prefix(1))
      return {
        payload: wrapped,
        messages,
        baseline: { ...baseline, encode: encodeUnwrapped(used, wrapped, baseline) },
        encode: (order) => Buffer.concat([prefix(1), type.toBuffer(order)]),
        decode: (bytes) => type.fromBuffer(bytes.subarray(5)),
      }
    },
  }
}

function encodeUnwrapped(
  used: Payload,
  wrapped: Payload,
  baseline: Prepared['baseline'],
): (value: object) => Buffer {
  const originals = new Map(wrapped.values.map((value, i) => [value, used.values[i]!]))
  return (value) => baseline.encode(originals.get(value)!)
}

function wrap(order: object): object {
  const { discount, note, payment, ...others } = order as Record<string, unknown>
  const branch = (name: string, value: unknown) => (value === null ? null : { [name]: value })
  return {
    ...others,
    discount: branch('double', discount),
    note: branch('string', note),
    payment: branch('magicbyte.bench.Card', payment),
  }
}

function shared(
  used: Payload,
  long: Long,
  id: number,
): Pick<Prepared, 'payload' | 'messages' | 'baseline'> {
  const baseline = avscBaseline(used.schema, long, prefix(id))
  return { payload: used, baseline, messages: used.values.map((value) => baseline.encode(value)) }
}

function prefix(id: number): Buffer {
  const bytes = Buffer.alloc(5)
  bytes.writeInt32BE(id, 1)
  return bytes
}

/** Other clients have a folder of their own, as nothing but this needs them. */
// biome-ignore lint/suspicious/noExplicitAny: their types are not installed where they are not
function peer(name: string): any {
  return createRequire(join(import.meta.dirname, 'peers', 'package.json'))(name)
}
