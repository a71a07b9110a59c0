import { expect, expectTypeOf, test } from 'vitest'
import { type Bytes, toBytes } from './bytes.ts'

test('bytes are a Buffer over the same memory', () => {
  const memory = Uint8Array.of(1, 2, 3, 4)
  const bytes = toBytes(memory.subarray(1, 3))
  expect(Buffer.isBuffer(bytes)).toBe(true)
  memory[1] = 9
  expect([...bytes]).toEqual([9, 3])
})

test('to TypeScript they are a Buffer, and not whatever one likes', () => {
  expectTypeOf<Bytes>().not.toBeAny()
  expectTypeOf<Bytes>().toEqualTypeOf<Buffer>()
})
