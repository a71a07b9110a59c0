import {
  type Attributes,
  type Meter,
  metrics,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api'
import { isSchemaRegistryError } from './errors/schema-registry-error.ts'
import type { CacheEvent, ClientEvent, EventListener, PartEvent, RequestEvent } from './events.ts'

/** Where to report to: by default, to what is registered globally. */
export interface InstrumentOptions {
  readonly tracer?: Tracer | undefined
  readonly meter?: Meter | undefined
  /** Is told the events as well. */
  readonly onEvent?: EventListener | undefined
}

/** Name of the instrumentation. */
const SCOPE = '@magicbyte/client'

/**
 * An `onEvent` option that reports to OpenTelemetry: each attempt to send a request as a client
 * span, below the span that is active when it ends, and in the histogram
 * `http.client.request.duration` (seconds); looks into the cache in
 * `schema_registry.cache.lookups`; keys and values in `schema_registry.serde.parts`, by direction
 * and, where they failed, by `error.type`. Names follow the semantic conventions for HTTP. Neither
 * topics' data nor schemas are reported.
 */
export function instrument({
  tracer = trace.getTracer(SCOPE),
  meter = metrics.getMeter(SCOPE),
  onEvent,
}: InstrumentOptions = {}): EventListener {
  const durations = meter.createHistogram('http.client.request.duration', {
    description: 'Duration of requests to the schema registry.',
    unit: 's',
  })
  const lookups = meter.createCounter('schema_registry.cache.lookups', {
    description: 'Looks into the cache of schemas.',
    unit: '{lookup}',
  })
  const parts = meter.createCounter('schema_registry.serde.parts', {
    description: 'Keys and values that were encoded or decoded, or could not be.',
    unit: '{part}',
  })
  return (event: ClientEvent) => {
    if (event.type === 'cache') lookups.add(1, cacheAttributes(event))
    else if (event.type === 'request') {
      durations.record(event.durationMs / 1000, requestAttributes(event))
      reportSpan(tracer, event)
    } else parts.add(1, partAttributes(event))
    onEvent?.(event)
  }
}

/** The span is over when it is told. */
function reportSpan(tracer: Tracer, event: RequestEvent): void {
  const end = Date.now()
  const span = tracer.startSpan(event.method, {
    kind: SpanKind.CLIENT,
    startTime: end - event.durationMs,
    attributes: {
      ...requestAttributes(event),
      'url.full': event.url,
      ...(event.attempt > 1 && { 'http.request.resend_count': event.attempt - 1 }),
    },
  })
  if (isFailure(event)) span.setStatus({ code: SpanStatusCode.ERROR })
  span.end(end)
}

function requestAttributes(event: RequestEvent): Attributes {
  const { method, url, status, error } = event
  const { hostname, port, protocol } = new URL(url)
  return {
    'http.request.method': method,
    'server.address': hostname,
    'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
    ...(status !== undefined && { 'http.response.status_code': status }),
    ...(isFailure(event) && { 'error.type': status === undefined ? typeOf(error) : `${status}` }),
  }
}

function isFailure({ status }: RequestEvent): boolean {
  return status === undefined || status >= 400
}

function cacheAttributes({ kind, key }: CacheEvent): Attributes {
  return { 'schema_registry.cache.result': kind, 'schema_registry.cache.key': key }
}

function partAttributes({ type, topic, isKey, error }: PartEvent): Attributes {
  return {
    'schema_registry.serde.operation': type,
    'schema_registry.serde.part': isKey ? 'key' : 'value',
    'messaging.destination.name': topic,
    ...(error !== undefined && { 'error.type': typeOf(error) }),
  }
}

/** Few different ones, and nothing of what was in an error's message. */
function typeOf(error: unknown): string {
  if (isSchemaRegistryError(error)) return error.code
  return error instanceof Error ? error.name : '_OTHER'
}
