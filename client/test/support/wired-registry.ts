import type { AvroType, CodecOptions } from '@magicbyte/avro'
import { onTestFinished } from 'vitest'
import { startApp } from '../../../server/test/support/app.ts'
import { SchemaRegistry, type SchemaRegistryOptions } from '../../src/schema-registry.ts'
import { skippingClock } from './skipping-clock.ts'

/** A server of its own behind a line that is watched and can be cut, and clients of it. */
export async function wiredRegistry(options: Partial<SchemaRegistryOptions> = {}) {
  const { app, call } = await startApp()
  const wired = wiredTo(app.fetch, options)
  /** Registers a schema as another program would. */
  const register = async (subject: string, schema: unknown, references: object[] = []) => {
    const path = `/subjects/${encodeURIComponent(subject)}/versions`
    const body = { schema: JSON.stringify(schema), references }
    const answer = await call('POST', path, body)
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return answer.body as { readonly id: number; readonly version: number; readonly guid: string }
  }
  return { ...wired, app, call, register }
}

/** As `wiredRegistry`, with something else at the other end of the line. */
export function wiredTo(
  answer: (request: Request) => Response | Promise<Response>,
  options: Partial<SchemaRegistryOptions> = {},
) {
  const clock = skippingClock()
  const sent: string[] = []
  const line = { isCut: false, gate: Promise.resolve(), waiting: 0 }
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    sent.push(`${request.method} ${decodeURIComponent(pathname + search)}`)
    line.waiting++
    await line.gate
    line.waiting--
    request.signal.throwIfAborted()
    if (line.isCut) throw new TypeError('fetch failed')
    return answer(request)
  }
  const connect = (more: Partial<SchemaRegistryOptions> = {}): SchemaRegistry => {
    const base = { url: 'http://localhost', fetch, clock, retries: { count: 0 } }
    const registry = new SchemaRegistry({ ...base, ...options, ...more })
    onTestFinished(() => registry.close())
    return registry
  }
  /** Keeps requests waiting until the returned function is called. */
  const hold = (): (() => void) => {
    let release = (): void => {}
    line.gate = new Promise((resolve) => {
      release = resolve
    })
    return release
  }
  return { registry: connect(), connect, sent, line, hold, clock }
}

/** A type as generated code has it; its values are what the caller says. */
export function typed<Value, Name extends string = string>(
  schema: { readonly name: Name },
  options: CodecOptions = {},
): AvroType<Value, Value, Name> {
  return { name: schema.name, schema: JSON.stringify(schema), fingerprint: '', options }
}

/** A schema without a type. */
export function untyped(schema: unknown): { readonly schema: string } {
  return { schema: JSON.stringify(schema) }
}

/** Lets everything that waits for nothing but other promises come to its end. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  await new Promise((resolve) => setImmediate(resolve))
}

/** What an operation rejects with. */
export async function rejection(operation: Promise<unknown>): Promise<unknown> {
  try {
    await operation
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
