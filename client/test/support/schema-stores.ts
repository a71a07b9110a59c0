import { startApp } from '../../../server/test/support/app.ts'
import { SchemaStore, type SchemaStoreOptions } from '../../src/cache/schema-store.ts'
import { RegistryClient } from '../../src/registry-client.ts'
import { skippingClock } from './skipping-clock.ts'

/** A schema without references. */
export const MONEY = '{"type":"record","name":"Money","namespace":"shop","fields":[]}'
/** One that refers to it. */
export const ORDER =
  '{"type":"record","name":"Order","namespace":"shop","fields":[{"name":"total","type":"Money"}]}'
/** How it does. */
export const toMoney = { name: 'shop.Money', subject: 'money', version: 1 }

/** A store before a real registry; counts the requests and can cut the line. */
export async function startStore(options: SchemaStoreOptions = {}) {
  const { app } = await startApp()
  const clock = skippingClock()
  const sent: string[] = []
  const line = { isCut: false }
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    sent.push(`${request.method} ${decodeURIComponent(pathname + search)}`)
    await Promise.resolve()
    if (line.isCut) throw new TypeError('fetch failed')
    return app.fetch(request)
  }
  const client = new RegistryClient({ url: 'http://registry', fetch, clock, retries: { count: 0 } })
  const newStore = () => new SchemaStore(client, { clock, ...options })
  return { store: newStore(), newStore, client, clock, sent, line }
}

/** A store before a registry that answers as told. */
export function cannedStore(
  answer: (path: string) => object | number,
  options: SchemaStoreOptions = {},
) {
  const sent: string[] = []
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    const path = decodeURIComponent(pathname)
    sent.push(path)
    const told = answer(path)
    if (typeof told === 'number') return new Response('{}', { status: told })
    return Response.json(told, { status: 'error_code' in told ? 404 : 200 })
  }
  const clock = skippingClock()
  const client = new RegistryClient({ url: 'http://registry', fetch, clock })
  return { store: new SchemaStore(client, { clock, ...options }), sent, clock }
}
