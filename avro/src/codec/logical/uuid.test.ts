import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '../failure.ts'
import { uuidBytes, uuidText } from './uuid.ts'

const UUID = '00112233-4455-6677-8899-aabbccddeeff'

test('16 bytes are a UUID in their order', () => {
  const bytes = Uint8Array.from({ length: 16 }, (_, index) => index * 0x11)
  expect(uuidBytes.read(bytes)).toBe(UUID)
  expect(uuidBytes.write(UUID)).toEqual(bytes)
  expect(uuidBytes.write(UUID.toUpperCase())).toEqual(bytes)
})

test('all bytes are read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      expect(uuidBytes.write(uuidBytes.read(bytes))).toEqual(bytes)
    }),
  )
})

test('a text keeps its case, and is not checked when reading', () => {
  const mixed = '00112233-4455-6677-8899-AABBccddeeff'
  expect(uuidText.write(mixed)).toBe(mixed)
  expect(uuidText.read('other')).toBe('other')
})

test.each([
  ['no hyphens', UUID.replaceAll('-', '')],
  ['hyphens elsewhere', '001122334-455-6677-8899-aabbccddeeff'],
  ['a letter that is no digit', UUID.replace('f', 'g')],
  ['a digit too many', `${UUID}0`],
  ['braces', `{${UUID}}`],
  ['a line end', `${UUID}\n`],
  ['nothing', ''],
  ['bytes', new Uint8Array(16)],
  ['an object with a text', { toString: (): string => UUID }],
  ['null', null],
])('refuses to write %s', (_, value) => {
  expect(() => uuidText.write(value as string)).toThrow(Failure)
  expect(() => uuidBytes.write(value as string)).toThrow(Failure)
})
