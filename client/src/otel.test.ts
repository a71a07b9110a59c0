import type { Attributes, Meter, Span, SpanOptions, Tracer } from '@opentelemetry/api'
import { SpanKind, SpanStatusCode } from '@opentelemetry/api'
import { expect, test } from 'vitest'
import { Order, startRegistry } from '../test/support/orders.ts'
import type { ClientEvent } from './events.ts'
import { instrument } from './otel.ts'

const order = { id: 'o-1', total: 3n }

/** A meter and a tracer that keep what they are told. */
function recorder() {
  const spans: { name: string; options: SpanOptions; status?: unknown; end?: unknown }[] = []
  const points: { name: string; value: number; attributes: Attributes }[] = []
  const tracer = {
    startSpan(name: string, options: SpanOptions) {
      const span: (typeof spans)[number] = { name, options }
      spans.push(span)
      return {
        setStatus: (status: unknown) => Object.assign(span, { status }),
        end: (end: unknown) => Object.assign(span, { end }),
      } as unknown as Span
    },
  } as unknown as Tracer
  const record = (name: string) => (value: number, attributes: Attributes) =>
    points.push({ name, value, attributes })
  const meter = {
    createHistogram: (name: string) => ({ record: record(name) }),
    createCounter: (name: string) => ({ add: record(name) }),
  } as unknown as Meter
  const counted = (name: string) => points.filter((point) => point.name === name)
  return { spans, counted, tracer, meter }
}

test('requests are spans and durations', async () => {
  const { tracer, meter, spans, counted } = recorder()
  const { registry } = await startRegistry({ onEvent: instrument({ tracer, meter }) })
  await registry.client.listSubjects()
  const attributes = {
    'http.request.method': 'GET',
    'http.response.status_code': 200,
    'server.address': 'localhost',
    'server.port': 80,
  }
  expect(spans).toEqual([
    {
      name: 'GET',
      options: {
        kind: SpanKind.CLIENT,
        startTime: expect.any(Number),
        attributes: { ...attributes, 'url.full': 'http://localhost/subjects' },
      },
      end: expect.any(Number),
    },
  ])
  expect(counted('http.client.request.duration')).toEqual([
    { name: 'http.client.request.duration', value: expect.any(Number), attributes },
  ])
})

test('a refused request is an error', async () => {
  const { tracer, meter, spans } = recorder()
  const { registry } = await startRegistry({ onEvent: instrument({ tracer, meter }) })
  await registry.client.listVersions({ subject: 'none' }).catch(() => undefined)
  expect(spans).toMatchObject([
    {
      options: { attributes: { 'http.response.status_code': 404, 'error.type': '404' } },
      status: { code: SpanStatusCode.ERROR },
    },
  ])
})

test('a request without answer is told by the kind of its error, and how often it was sent', () => {
  const { tracer, meter, spans } = recorder()
  instrument({ tracer, meter })({
    type: 'request',
    method: 'POST',
    url: 'https://registry.example/subjects/s',
    attempt: 3,
    durationMs: 1500,
    error: new TypeError('secret'),
  })
  expect(spans[0]?.options.attributes).toEqual({
    'http.request.method': 'POST',
    'http.request.resend_count': 2,
    'server.address': 'registry.example',
    'server.port': 443,
    'url.full': 'https://registry.example/subjects/s',
    'error.type': 'TypeError',
  })
  const { startTime } = spans[0]!.options
  expect(Number(spans[0]!.end) - Number(startTime)).toBe(1500)
})

test('parts are counted, those that failed by their error', async () => {
  const { tracer, meter, counted } = recorder()
  const { registry } = await startRegistry({ onEvent: instrument({ tracer, meter }) })
  const { value } = registry.topic('orders', { value: Order })
  const bytes = await value.encode(order)
  await value.decode(bytes)
  await value.decode(Buffer.from('{"a":1}')).catch(() => undefined)
  await value.decode(Buffer.from([0, 0, 0, 0, 99, 1])).catch(() => undefined)
  const shared = {
    'messaging.destination.name': 'orders',
    'schema_registry.serde.part': 'value',
  }
  const decode = { ...shared, 'schema_registry.serde.operation': 'decode' }
  expect(counted('schema_registry.serde.parts').map(({ attributes }) => attributes)).toEqual([
    { ...shared, 'schema_registry.serde.operation': 'encode' },
    decode,
    { ...decode, 'error.type': 'FRAMING' },
    { ...decode, 'error.type': 'SCHEMA_NOT_FOUND' },
  ])
})

test('looks into the cache are counted', async () => {
  const { tracer, meter, counted } = recorder()
  const { registry } = await startRegistry({ onEvent: instrument({ tracer, meter }) })
  await registry.client.registerSchema({ subject: 's', body: { schema: '"int"' } })
  await registry.schemas.byId(1)
  await registry.schemas.byId(1)
  const results = counted('schema_registry.cache.lookups').map(({ attributes }) => attributes)
  expect(results).toEqual(
    expect.arrayContaining([
      { 'schema_registry.cache.key': 'id', 'schema_registry.cache.result': 'miss' },
      { 'schema_registry.cache.key': 'id', 'schema_registry.cache.result': 'hit' },
    ]),
  )
})

test('another listener hears the events as well', async () => {
  const events: ClientEvent[] = []
  const onEvent = instrument({ ...recorder(), onEvent: (event) => events.push(event) })
  const { registry } = await startRegistry({ onEvent })
  await registry.client.listSubjects()
  expect(events.map(({ type }) => type)).toEqual(['request'])
})

test('without any provider it does nothing', async () => {
  const { registry } = await startRegistry({ onEvent: instrument() })
  expect(await registry.client.listSubjects()).toEqual([])
})
