import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBody } from './body.ts'

const MAX = 1_000_000

function read(body: Uint8Array | string, maxBytes = MAX, headers = {}): Promise<unknown> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const request = new Request('http://x/', { method: 'POST', body: bytes, headers })
  return readBody(request, maxBytes)
}

test('a request without body has none', async () => {
  expect(await readBody(new Request('http://x/'), MAX)).toBeUndefined()
})

const nothing: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['blanks', ' \t\r\n'],
  ['null', 'null'],
  ['null and blanks', ' null\n'],
  ['a byte order mark', '\ufeff'],
]
test.each(nothing)('a body that is %s is none', async (_rule, body) => {
  expect(await read(body)).toBeUndefined()
})

test('any JSON value is read, in UTF-8 and in UTF-16 without byte order mark', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      const text = JSON.stringify({ value })
      const utf16 = Buffer.from(text, 'utf16le')
      for (const bytes of [Buffer.from(text), Buffer.from(utf16), Buffer.from(utf16).swap16()]) {
        expect(JSON.stringify(await read(bytes))).toBe(text)
      }
    }),
  )
})

test('whatever the bytes are, nothing but a refusal with 400 or 413 is thrown', async () => {
  const part = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    '\\',
    ':',
    ',',
    '1',
    'a',
    '\u0000',
    '\ufeff',
    '\ud800',
  )
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.array(part).map((parts) => Buffer.from(parts.join(''))),
  )
  await fc.assert(
    fc.asyncProperty(bytes, async (bytes) => {
      const refusal = await read(bytes, 50).then(
        () => undefined,
        (error: unknown) => error,
      )
      if (bytes.length > 50) expect(refusal).toMatchObject({ name: 'RegistryError', code: 413 })
      else if (refusal) expect(refusal).toMatchObject({ name: 'RegistryError', code: 400 })
    }),
    { numRuns: 500 },
  )
})

describe('a body that is too long is refused with 413', () => {
  const refused = (length: number | string) =>
    expect.objectContaining({ code: 413, message: `Request body is too large: ${length}>10` })

  test('by the length that is declared', async () => {
    await expect(read('"x"', 10, { 'content-length': '11' })).rejects.toThrow(refused(11))
  })

  test('by its true length where less is declared', async () => {
    const body = `"${'x'.repeat(20)}"`
    await expect(read(body, 10, { 'content-length': '3' })).rejects.toThrow(refused(22))
  })

  test('by what came so far where nothing is declared', async () => {
    await expect(read(`"${'x'.repeat(20)}"`, 10)).rejects.toThrow(refused(22))
    expect(await read('"12345678"', 10)).toBe('12345678')
  })

  test('counted in bytes, not in characters', async () => {
    await expect(read('"ööööö"', 10)).rejects.toThrow(refused(12))
    expect(await read('"öööö"', 10)).toBe('öööö')
  })
})

describe('a body that is too deep is refused with 400', () => {
  const refused = expect.objectContaining({
    code: 400,
    message: 'Document nesting depth exceeds the maximum allowed (1000)',
  })
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

  test('beyond 1,000 levels, closed or not', async () => {
    expect(await read(nested(1000))).toBeInstanceOf(Array)
    await expect(read(nested(1001))).rejects.toThrow(refused)
    await expect(read('{"a":'.repeat(1001))).rejects.toThrow(refused)
    await expect(read('['.repeat(500_000))).rejects.toThrow(refused)
  })

  test('not by many values beside each other, nor by brackets in text', async () => {
    expect(await read(`[${'[],'.repeat(2000)}1]`)).toHaveLength(2001)
    const text = '[{\\"\\\\'.repeat(2000)
    expect(await read(`"${text}"`)).toHaveLength(8000)
  })
})

const malformed: readonly (readonly [string, Uint8Array | string])[] = [
  ['cut short', '{"a":'],
  ['followed by another', '1 2'],
  ['no JSON', 'hello'],
  ['Latin-1', Buffer.from('"ö"', 'latin1')],
  ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0)],
  ['zeros', new Uint8Array(4)],
]
test.each(malformed)('a body that is %s is refused with 400', async (_rule, body) => {
  await expect(read(body)).rejects.toThrow(expect.objectContaining({ code: 400 }))
})
