import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The record that codecs are measured with: 15 fields, 350 to 400 bytes. */
export const orderSchema: string = readFileSync(join(import.meta.dirname, 'order.avsc'), 'utf8')

/** Orders that differ in every field; longs as numbers or as bigints. */
export function orders(count: number, long: 'number' | 'bigint'): object[] {
  const toLong = long === 'bigint' ? BigInt : (value: number) => value
  return Array.from({ length: count }, (_, i) => ({
    id: `0190${hex(i, 4)}-7c3e-7d21-9b1a-3f5d8c2e6a41`,
    customer: `customer-${(i * 7919) % 100_000}`,
    placedAt: toLong(1_764_102_000_000 + i * 977),
    sequence: toLong(4_815_162_342 + i * 131),
    status: STATUSES[i % 4]!,
    isGift: i % 3 === 0,
    total: 129.95 + i,
    discount: i % 2 === 0 ? null : 5.5,
    note: i % 4 === 0 ? null : 'Please leave it with the neighbours at number 12 if nobody opens',
    weight: 2.5,
    shipTo: {
      street: `Rue de la Paix ${i}`,
      city: CITIES[i % 4]!,
      zip: String(10_000 + i),
      country: 'FR',
      latitude: 48.8698 + i / 1000,
      longitude: 2.3311,
    },
    lines: Array.from({ length: 2 + (i % 3) }, (_, j) => ({
      sku: `SKU-${i}-${j}`,
      quantity: 1 + j,
      price: 19.99,
      labels: j === 0 ? ['new'] : ['fragile', 'blue'],
    })),
    attributes: { channel: 'web', campaign: 'autumn-sale-2026', locale: 'fr-FR' },
    payment: i % 5 === 0 ? null : { brand: 'VISA', lastDigits: '4242', expiresAt: 202_912 },
    retries: i % 3,
  }))
}

const STATUSES = ['OPEN', 'PAID', 'SHIPPED', 'CANCELLED']
const CITIES = ['Paris', 'Lyon', 'Zürich', 'Wien']

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}
