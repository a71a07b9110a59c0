import type { AvroType } from '@magicbyte/avro'
import { onTestFinished } from 'vitest'
import { startApp, type TestApp } from '../../../server/test/support/app.ts'
import { SchemaRegistry, type SchemaRegistryOptions } from '../../src/schema-registry.ts'

/** A value of topic `orders`. */
export interface Order {
  id: string
  total: bigint
}

/** A value of topic `readings`. */
export interface Reading {
  celsius: number
}

/** The type of `orders`. */
export const Order = avroType<Order>('shop.Order', [
  { name: 'id', type: 'string' },
  { name: 'total', type: 'long' },
])

/** The type of `readings`. */
export const Reading = avroType<Reading>('rooms.Reading', [{ name: 'celsius', type: 'double' }])

/** A registry with a server of its own, closed when the test is over. */
export async function startRegistry(
  options: Partial<SchemaRegistryOptions> = {},
): Promise<{ registry: SchemaRegistry; app: TestApp }> {
  const app = await startApp()
  const registry = new SchemaRegistry({
    url: 'http://localhost',
    fetch: app.app.fetch,
    autoRegisterSchemas: true,
    ...options,
  })
  onTestFinished(() => registry.close())
  return { registry, app }
}

/** Serdes of both topics. */
export function shopTopics(registry: SchemaRegistry) {
  return {
    orders: registry.topic('orders', { key: 'string', value: Order }),
    readings: registry.topic('readings', { key: 'string', value: Reading }),
  }
}

function avroType<Value>(name: string, fields: readonly object[]): AvroType<Value> {
  const schema = JSON.stringify({ type: 'record', name, fields })
  return { name, schema, fingerprint: '', options: {} }
}
