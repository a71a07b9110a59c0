import { createCodec, DecodeError, parseSchema } from '@magicbyte/avro'
import { isPoison, SchemaRegistry } from '@magicbyte/client'

/*
 * What every runtime has to manage with the installed packages. It is compiled to the module format
 * of each and uses nothing but what all of them have: neither `node:` nor Buffer nor a console.
 */

const READING = JSON.stringify({
  type: 'record',
  name: 'Reading',
  namespace: 'rooms',
  fields: [
    { name: 'count', type: 'long' },
    { name: 'room', type: 'string' },
    { name: 'raw', type: 'bytes' },
    { name: 'note', type: ['null', 'string'] },
    { name: 'measure', type: ['int', 'double'] },
    { name: 'at', type: { type: 'long', logicalType: 'timestamp-millis' } },
    { name: 'day', type: { type: 'int', logicalType: 'date' } },
    { name: 'price', type: { type: 'bytes', logicalType: 'decimal', precision: 9, scale: 2 } },
    { name: 'id', type: { type: 'string', logicalType: 'uuid' } },
  ],
})

const value = {
  count: 9_007_199_254_740_993n,
  room: 'Küche 厨房 🧂 '.repeat(20),
  raw: new Uint8Array([0, 127, 128, 255]),
  note: null,
  measure: { $type: 'double', value: 21.5 },
  at: new Date(1_700_000_000_123),
  day: '2024-02-29',
  price: '-12345.67',
  id: '0f0e0d0c-0b0a-4908-8706-050403020100',
}

/** Writes and reads records without and with a registry. Throws an Error that names what is wrong. */
export async function run(): Promise<string> {
  codecRoundTrip()
  await topicRoundTrip()
  return 'codec and topic round trips are right'
}

function codecRoundTrip(): void {
  const codec = createCodec(parseSchema(READING).root)
  const bytes = codec.encode(value)
  same('codec', codec.decode(bytes), value)
  try {
    codec.decode(bytes.subarray(0, bytes.length - 1))
  } catch (error) {
    if (error instanceof DecodeError) return
    throw error
  }
  throw new Error('codec: bytes that were cut off are read')
}

async function topicRoundTrip(): Promise<void> {
  const url = 'http://registry.example'
  const registry = new SchemaRegistry({ url, fetch: answer, autoRegisterSchemas: true })
  const topic = registry.topic('readings', { key: 'string', value: { schema: READING } })
  const message = await topic.encode({ key: 'attic', value, partition: 3 })
  same('partition', message.partition, 3)
  same('magic byte and id', [...message.value!.subarray(0, 5)], [0, 0, 0, 0, 1])
  const { key, value: decoded } = await topic.decode(message)
  same('key', key, 'attic')
  same('topic', decoded, value)
  const reading = new SchemaRegistry({ url, fetch: answer })
  const untyped = await reading.topic('readings', { key: 'string' }).decode(message)
  reading.close()
  same('topic without a type', untyped.value, value)
  await poison((bytes) => topic.decode({ key: null, value: bytes }))
  registry.close()
}

async function poison(decode: (bytes: Uint8Array) => Promise<unknown>): Promise<void> {
  const examples = { 'no frame': [1, 2, 3], 'unknown id': [0, 0, 0, 0, 9, 0], cut: [0, 0, 0, 0, 1] }
  for (const [name, bytes] of Object.entries(examples)) {
    const error = await decode(new Uint8Array(bytes)).then(
      () => undefined,
      (error: unknown) => error,
    )
    if (!isPoison(error)) throw new Error(`${name} is no poison: ${error}`)
  }
  if (isPoison(new Error('other'))) throw new Error('any error is poison')
}

/** A registry that knows one schema. */
async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (request.method === 'POST' && pathname === '/subjects/readings-value/versions') {
    const { schema } = (await request.json()) as { readonly schema: string }
    return Response.json({ id: 1, version: 1, subject: 'readings-value', schema })
  }
  if (pathname === '/schemas/ids/1') return Response.json({ schema: READING })
  return Response.json({ error_code: 40403, message: 'Schema not found' }, { status: 404 })
}

function same(what: string, actual: unknown, expected: unknown): void {
  if (text(actual) !== text(expected)) {
    throw new Error(`${what}: ${text(actual)} instead of ${text(expected)}`)
  }
}

function text(value: unknown): string {
  return JSON.stringify(value, (_name, item: unknown) => {
    if (typeof item === 'bigint') return `${item}n`
    return item instanceof Uint8Array ? [...item] : item
  })
}
