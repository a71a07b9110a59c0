import { expect, test } from 'vitest'
import { logicalTypeOf } from '../../logical-type.ts'
import { parseSchema } from '../../parse.ts'
import type { LogicalConversion } from '../logical-conversion.ts'
import { nativeConversion } from './native-conversions.ts'

test.each([
  ['big-decimal', { type: 'bytes' }, Uint8Array.of(2, 15, 2), '1.5'],
  ['date', { type: 'int' }, 0, '1970-01-01'],
  ['decimal', { type: 'bytes', precision: 4, scale: 1 }, Uint8Array.of(15), '1.5'],
  ['decimal', { ...fixed(2), precision: 4, scale: 1 }, Uint8Array.of(0, 15), '1.5'],
  ['duration', fixed(12), new Uint8Array(12), { months: 0, days: 0, millis: 0 }],
  ['local-timestamp-millis', { type: 'long' }, 1n, '1970-01-01T00:00:00.001'],
  ['local-timestamp-micros', { type: 'long' }, 1n, '1970-01-01T00:00:00.000001'],
  ['local-timestamp-nanos', { type: 'long' }, 1n, '1970-01-01T00:00:00.000000001'],
  ['time-millis', { type: 'int' }, 5, 5],
  ['timestamp-millis', { type: 'long' }, 1, new Date(1)],
  ['uuid', { type: 'string' }, nilUuid(), nilUuid()],
  ['uuid', fixed(16), new Uint8Array(16), nilUuid()],
])('%s on %o has a conversion', (logicalType, schema, raw, value) => {
  const conversion = conversionOf({ ...schema, logicalType })
  expect(conversion?.read(raw)).toEqual(value)
  expect(conversion?.write(value)).toEqual(raw)
})

test.each([
  ['time-micros', { type: 'long' }],
  ['timestamp-micros', { type: 'long' }],
  ['timestamp-nanos', { type: 'long' }],
  ['map', { type: 'array', items: recordOf({ key: 'string', value: 'int' }) }],
  ['variant', recordOf({ metadata: 'bytes', value: 'bytes' })],
  ['decimal', { type: 'bytes', precision: 2 ** 31 - 1, scale: 2 ** 31 - 1 }],
])('%s on %o has the underlying values', (logicalType, schema) => {
  expect(conversionOf({ ...schema, logicalType })).toBeUndefined()
})

function conversionOf(schema: object): LogicalConversion | undefined {
  const { root } = parseSchema(JSON.stringify(schema))
  const logicalType = logicalTypeOf(root)
  if (!logicalType) throw new Error('the schema has no logical type')
  return nativeConversion(root, logicalType)
}

function fixed(size: number) {
  return { type: 'fixed', name: 'F', size }
}

function recordOf(fields: Readonly<Record<string, string>>) {
  return {
    type: 'record',
    name: 'R',
    fields: Object.entries(fields).map(([name, type]) => ({ name, type })),
  }
}

function nilUuid() {
  return '00000000-0000-0000-0000-000000000000'
}
