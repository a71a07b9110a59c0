import { orderSchema, orders } from './orders.ts'

/** Values to be measured with, and their schema. */
export interface Payload {
  readonly schema: string
  readonly values: readonly object[]
  /** Values a round; the heavier, the fewer. */
  readonly times: number
}

/** How longs are held. */
export type Long = 'number' | 'bigint'

/** The payloads by name. */
export function payload(name: string, long: Long): Payload {
  switch (name) {
    case 'orders':
      return { schema: orderSchema, values: orders(200, long), times: 20_000 }
    case 'texts':
      return { schema: textSchema, values: texts(200), times: 10_000 }
    case 'list':
      return { schema: listSchema, values: [{ readings: readings(1000) }], times: 60 }
    default:
      throw new Error(`no payload ${name}`)
  }
}

/** The order with one field more, as the next version of a producer may write it. */
export function nextOrders(): Payload {
  const schema = JSON.parse(orderSchema) as { fields: object[] }
  schema.fields.splice(6, 0, { name: 'channel', type: 'string', default: 'web' })
  return {
    schema: JSON.stringify(schema),
    values: orders(200, 'number').map((order) => ({ ...order, channel: 'shop' })),
    times: 20_000,
  }
}

const TEXTS = ['title', 'summary', 'body', 'author', 'language', 'source', 'place', 'comment']

const textSchema = JSON.stringify({
  type: 'record',
  name: 'Article',
  fields: TEXTS.map((name) => ({ name, type: 'string' })),
})

/** About 3 kB of text each, one in seven with other letters than those of ASCII. */
function texts(count: number): object[] {
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(
      TEXTS.map((name, j) => {
        const word = (i + j) % 7 === 0 ? 'Zürich, Genève — ' : 'the quick brown fox '
        return [name, word.repeat(1 + ((i * 7 + j * 13) % 40))]
      }),
    ),
  )
}

const listSchema = JSON.stringify({
  type: 'record',
  name: 'Readings',
  fields: [
    {
      name: 'readings',
      type: {
        type: 'array',
        items: {
          type: 'record',
          name: 'Reading',
          fields: [
            { name: 'sensor', type: 'string' },
            { name: 'at', type: 'int' },
            { name: 'celsius', type: 'double' },
            { name: 'isValid', type: 'boolean' },
          ],
        },
      },
    },
  ],
})

function readings(count: number): object[] {
  return Array.from({ length: count }, (_, i) => ({
    sensor: `sensor-${i % 50}`,
    at: 1_764_102_000 + i,
    celsius: 20 + (i % 100) / 10,
    isValid: i % 10 !== 0,
  }))
}
