import { expect, test } from 'vitest'
import { untyped, wiredRegistry } from '../../test/support/wired-registry.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'

test.each<[options: object, message: string]>([
  [{ schemaIdLocation: 'headers' }, 'schemaIdLocation is none of prefix, header'],
  [{ emptyAs: 'nothing' }, 'emptyAs is none of error, null'],
  [{ codec: { long: 'BigInt' } }, 'codec.long is none of bigint, number, string'],
  [{ codec: { unions: 'avsc' } }, 'codec.unions is none of tagged, wrapped, plain'],
  [{ codec: { bytes: 'buffer' } }, 'codec.bytes is none of copy, view'],
  [{ codec: { logicalTypes: 'none' } }, 'codec.logicalTypes is none of native, raw'],
  ...[0, -1, 1.5, Number.NaN, 2 ** 31, '7'].flatMap((id): [object, string][] => [
    [{ useSchemaId: id }, 'useSchemaId is no positive integer'],
    [{ useSchemaId: { key: id } }, 'useSchemaId is no positive integer'],
    [{ useSchemaId: { value: id } }, 'useSchemaId is no positive integer'],
  ]),
])('%j: %s', async (options, message) => {
  const { registry } = await wiredRegistry()
  const open = () => registry.topic('orders', { value: untyped('string') }, options)
  expect(open).toThrow(InvalidArgumentError)
  expect(open).toThrow(message)
})

test.each<[options: object]>([
  [{}],
  [{ schemaIdLocation: 'prefix', emptyAs: 'null', useSchemaId: 2 ** 31 - 1 }],
  [{ schemaIdLocation: undefined, emptyAs: undefined, useSchemaId: undefined, codec: undefined }],
  [{ useSchemaId: { key: 1, value: undefined }, codec: { logicalTypes: { date: 'raw' } } }],
  [{ codec: { long: undefined, unions: undefined, bytes: undefined, logicalTypes: undefined } }],
])('%j are options', async (options) => {
  const { registry } = await wiredRegistry()
  expect(() => registry.topic('orders', { value: untyped('string') }, options)).not.toThrow()
})
