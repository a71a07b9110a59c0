import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ErrorCode, RegistryError } from './errors.ts'
import { MAX_INT, parseVersion, type VersionRequest, versionNumber } from './version.ts'

const readable: readonly (readonly [string, string, number | 'latest'])[] = [
  ['a number', '7', 7],
  ['the lowest', '1', 1],
  ['the highest', '2147483647', MAX_INT],
  ['a sign', '+7', 7],
  ['leading zeros', '0007', 7],
  ['spaces around', ' 7\t', 7],
  ['latest', 'latest', 'latest'],
  ['latest in any letter case', ' LATest ', 'latest'],
  ['-1 for latest', '-1', 'latest'],
  ['-1 with zeros', '-001', 'latest'],
]
test.each(readable)('a version may be %s', (_rule, text, expected) => {
  expect(parseVersion(text)).toBe(expected)
})

const refused: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['blanks', ' '],
  ['zero', '0'],
  ['minus zero', '-0'],
  ['less than -1', '-2'],
  ['more than 2147483647', '2147483648'],
  ['far more', '9'.repeat(400)],
  ['decimals', '1.0'],
  ['an exponent', '1e3'],
  ['hexadecimal', '0x1'],
  ['two signs', '+-1'],
  ['a space inside', '1 2'],
  ['digits of another script', '\u0661'],
  ['a word', 'newest'],
  ['Infinity', 'Infinity'],
  ['a name of Object', '__proto__'],
]
test.each(refused)('a version may not be %s', (_rule, text) => {
  const message = `The specified version '${text}' is not a valid version id. Allowed values are between [1, 2^31-1] and the string "latest"`
  expect(() => parseVersion(text)).toThrow(new RegistryError(ErrorCode.INVALID_VERSION, message))
})

test('every number from 1 to 2147483647 is read as it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: MAX_INT }), (number) => {
      expect(parseVersion(String(number))).toBe(number)
    }),
  )
})

test('anything else is refused with 42202, and nothing else is thrown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const version = attempt(text)
      if (version instanceof RegistryError) expect(version.code).toBe(ErrorCode.INVALID_VERSION)
      else if (version !== 'latest') expect(version).toBeGreaterThanOrEqual(1)
    }),
  )
})

function attempt(text: string): VersionRequest | RegistryError {
  try {
    return parseVersion(text)
  } catch (error) {
    if (error instanceof RegistryError) return error
    throw error
  }
}

test('messages call latest -1', () => {
  expect(versionNumber('latest')).toBe(-1)
  expect(versionNumber(7)).toBe(7)
})
