import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { untyped, wiredTo } from '../../test/support/wired-registry.ts'
import type { PartType } from './part-type.ts'
import type { SerdeOptions } from './serde-options.ts'

const warn = vi.fn()
beforeEach(() => void vi.spyOn(process, 'emitWarning').mockImplementation(warn))
afterEach(() => {
  vi.restoreAllMocks()
  warn.mockReset()
})

const schema = untyped('string')

test.each<[what: string, key: PartType | undefined, options: SerdeOptions, warns: boolean]>([
  ['keys with a schema', schema, {}, true],
  ['keys of several types', [untyped({ type: 'record', name: 'A', fields: [] })], {}, true],
  ['keys with the latest schema', schema, { useLatestVersion: true }, true],
  ['a schema id for values', schema, { useSchemaId: 7 }, true],
  ['another schema id for values', schema, { useSchemaId: { value: 7 } }, true],
  [
    'a schema id that registering goes before',
    schema,
    { useSchemaId: { key: 7 }, autoRegisterSchemas: true },
    true,
  ],
  ['a schema id for keys', schema, { useSchemaId: { key: 7 } }, false],
  ['the schema in a header', schema, { schemaIdLocation: 'header' }, false],
  ['primitive keys', 'string', {}, false],
  ['keys that nothing is said about', undefined, {}, false],
])('a warning that keys move, or none: %s', async (_what, key, options, warns) => {
  const { registry } = wiredTo(() => Response.error())
  const types = { ...(key !== undefined && { key }), value: schema }
  const topic = registry.topic('orders', types, options)
  const failing = () => topic.key.encode({ $type: 'A' }).catch(() => undefined)
  await failing()
  await failing()
  expect(warn.mock.calls).toEqual(
    warns
      ? [[expect.stringContaining('the keys of orders'), { code: 'MAGICBYTE_MOVING_KEYS' }]]
      : [],
  )
})

test('who only reads is not warned', async () => {
  const { registry } = wiredTo(() => Response.error())
  const { key } = registry.topic('orders', { key: schema, value: schema })
  await key.decode(Uint8Array.of(0, 0, 0, 0, 1, 0)).catch(() => undefined)
  expect(warn).not.toHaveBeenCalled()
})
