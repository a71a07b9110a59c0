import { expect, test } from 'vitest'
import { fromDeadLetter, toDeadLetter } from './dead-letter.ts'
import { DecodeError, FramingError } from './errors/data-errors.ts'
import { SchemaNotFoundError } from './errors/schema-errors.ts'

const from = { topic: 'orders', partition: 3, offset: '17' }
const raw = { key: Buffer.from('k'), value: Buffer.from([0, 0, 0, 0, 7, 1]) }

test('bytes and headers stay as they are', () => {
  const headers = { trace: Buffer.from([255, 0]), twice: ['a', 'b'] }
  const letter = toDeadLetter({ ...raw, headers }, new FramingError('odd'), from)
  expect(letter.key).toBe(raw.key)
  expect(letter.value).toBe(raw.value)
  expect(letter.headers).toEqual({
    ...headers,
    'dlq.error.code': 'FRAMING',
    'dlq.error.message': 'odd',
    'dlq.topic': 'orders',
    'dlq.partition': '3',
    'dlq.offset': '17',
  })
})

test('what was put aside comes back, and why', () => {
  const error = new SchemaNotFoundError('no such id', { schemaId: 7 })
  const about = { ...from, timestamp: 1_700_000_000_000, source: 'billing' }
  const letter = toDeadLetter({ ...raw, headers: { trace: 'x' } }, error, about)
  expect(fromDeadLetter(letter)).toEqual({
    message: { ...raw, headers: { trace: 'x' } },
    details: {
      code: 'SCHEMA_NOT_FOUND',
      message: 'no such id',
      schemaId: 7,
      topic: 'orders',
      partition: 3,
      offset: '17',
      timestamp: '1700000000000',
      source: 'billing',
    },
  })
})

test('headers come back as Kafka gives them', () => {
  const { headers } = toDeadLetter(raw, new FramingError('öd'), from)
  const bytes = Object.entries(headers).map(([name, value]) => [name, Buffer.from(String(value))])
  for (const form of [
    Object.fromEntries(bytes),
    new Map(bytes.map(([name, value]) => [Buffer.from(name as string), value])),
    bytes.map(([name, value]) => ({ [name as string]: value })),
  ]) {
    const found = fromDeadLetter({ ...raw, headers: form })
    expect(found?.details).toMatchObject({ code: 'FRAMING', message: 'öd', topic: 'orders' })
    expect(found?.message.headers).toEqual({})
  }
})

test('an ordinary record is no dead letter', () => {
  expect(fromDeadLetter({ ...raw, headers: { 'dlq.topic': 'x' } })).toBeUndefined()
})

test('the message of an error about data shows none of it', () => {
  const error = new DecodeError('expected a date, got "secret"', { path: 'secret', offset: 9 })
  const { headers } = toDeadLetter(raw, error, from)
  expect(headers['dlq.error.message']).toBe('the value is none of its schema at byte 9')
})

test('nor does that of an error from elsewhere', () => {
  const { headers } = toDeadLetter(raw, new TypeError('secret'), from)
  expect(headers['dlq.error.code']).toBe('OTHER')
  expect(JSON.stringify(headers)).not.toContain('secret')
})

test('a long message is cut', () => {
  const { headers } = toDeadLetter(raw, new FramingError('x'.repeat(9999)), from)
  expect(headers['dlq.error.message']).toHaveLength(500)
})

test('details of an earlier failure do not outlive a later one', () => {
  const first = toDeadLetter(raw, new SchemaNotFoundError('x', { schemaId: 7 }), from)
  const again = toDeadLetter(first, new FramingError('y'), { ...from, topic: 'orders.dlq' })
  expect(again.headers).not.toHaveProperty(['dlq.schema.id'])
  expect(fromDeadLetter(again)?.details).toMatchObject({ topic: 'orders.dlq', code: 'FRAMING' })
})

test('a header called __proto__ is a header', () => {
  const headers = JSON.parse('{"__proto__":"x"}')
  const letter = toDeadLetter({ ...raw, headers }, new FramingError('y'), from)
  expect(Object.entries(letter.headers)).toContainEqual(['__proto__', 'x'])
})

test('a tombstone stays one', () => {
  expect(toDeadLetter({ key: raw.key, value: null }, new FramingError('x'), from).value).toBeNull()
})
