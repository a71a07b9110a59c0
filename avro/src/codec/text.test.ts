import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOf, codecOf, hexOf } from '../../test/codec-of.ts'

const codec = codecOf('string')

/** What the platform makes of a text, by its own means. */
function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function lengthAndUtf8(text: string): string {
  const bytes = utf8(text)
  return hexOf(codecOf('bytes').encode(bytes))
}

const LENGTHS = [
  0, 1, 2, 3, 4, 5, 8, 11, 12, 13, 16, 21, 22, 31, 32, 33, 42, 43, 63, 64, 65, 127,
].concat([128, 129, 2730, 2731, 4095, 4096, 8191, 8192, 8193, 16_383, 16_384, 70_000])

describe.each([
  ['ASCII', 'a'],
  ['2-byte', 'é'],
  ['3-byte', '日'],
  ['4-byte', '😀'],
])('texts of %s characters', (_, character) => {
  test.each(LENGTHS)('%i of them', (length) => {
    const text = character.repeat(length)
    const bytes = codec.encode(text)
    expect(hexOf(bytes)).toBe(lengthAndUtf8(text))
    expect(codec.decode(bytes)).toBe(text)
  })

  test.each([1, 11, 12, 31, 32, 33, 63, 64, 8192])('the last one after %i of ASCII', (length) => {
    const text = 'a'.repeat(length) + character
    const bytes = codec.encode(text)
    expect(hexOf(bytes)).toBe(lengthAndUtf8(text))
    expect(codec.decode(bytes)).toBe(text)
  })
})

describe('half a surrogate pair becomes U+FFFD', () => {
  test.each([
    ['a high one alone', '\uD800'],
    ['a low one alone', '\uDC00'],
    ['in the wrong order', '\uDC00\uD800'],
    ['before ASCII', '\uD83Da'],
    ['at the end', 'a\uD83D'],
    ['before a pair', '\uD83D😀'],
  ])('%s', (_, text) => {
    for (const padding of ['', 'x'.repeat(10), 'x'.repeat(31), 'x'.repeat(64), 'é'.repeat(5000)]) {
      const whole = padding + text + padding
      expect(codec.decode(codec.encode(whole))).toBe(whole.toWellFormed())
      expect(hexOf(codec.encode(whole))).toBe(lengthAndUtf8(whole.toWellFormed()))
    }
  })
})

describe('what is not UTF-8 becomes U+FFFD', () => {
  test.each([
    ['a byte that continues nothing', '80', '\uFFFD'],
    ['a byte that UTF-8 does not have', 'ff', '\uFFFD'],
    ['a sequence cut short', 'e697', '\uFFFD'],
    ['a sequence cut short by ASCII', 'e69741', '\uFFFDA'],
    ['an overlong sequence', 'c080', '\uFFFD\uFFFD'],
    ['half a surrogate pair', 'eda080', '\uFFFD\uFFFD\uFFFD'],
    ['beyond U+10FFFF', 'f4908080', '\uFFFD\uFFFD\uFFFD\uFFFD'],
  ])('%s', (_, hex, text) => {
    for (const count of [0, 3, 12, 13, 100]) {
      const bytes = new Uint8Array([...utf8('x'.repeat(count)), ...bytesOf(hex)])
      const message = codecOf('bytes').encode(bytes)
      expect(codec.decode(message)).toBe('x'.repeat(count) + text)
    }
  })
})

test('a byte order mark is kept, and so is U+0000', () => {
  for (const text of ['\uFEFF', '\uFEFFabc', `\uFEFF${'é'.repeat(50)}`, '\0', 'a\0b']) {
    expect(codec.decode(codec.encode(text))).toBe(text)
  }
})

test('any text is read back, its length and bytes being those of UTF-8', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'binary-ascii', maxLength: 40 }),
    fc
      .tuple(fc.string({ unit: 'binary', maxLength: 5 }), fc.nat(400))
      .map(([text, count]) => text.repeat(count)),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const bytes = codec.encode(text)
      expect(hexOf(bytes)).toBe(lengthAndUtf8(text))
      expect(codec.decode(bytes)).toBe(text)
    }),
    { numRuns: 100 },
  )
})

test('any bytes are read as the platform reads them', () => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(codec.decode(codecOf('bytes').encode(bytes))).toBe(decoder.decode(bytes))
    }),
    { numRuns: 500 },
  )
})
