import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { send } from '../support/raw.ts'
import { ORDER } from '../support/sample-schemas.ts'

const ORDERS = '/subjects/orders/versions'
const MAX = 2 * 1024 * 1024

/** Registers what these bytes say, and gives the answer. */
async function post(app: TestApp, body: Uint8Array | ReadableStream | string, headers = {}) {
  const { status, text } = await send(app, 'POST', ORDERS, { headers, body })
  return { status, body: JSON.parse(text) }
}

describe('a body', () => {
  const requests: readonly (readonly [string, string, string])[] = [
    ['POST', ORDERS, 'register.request'],
    ['POST', '/subjects/orders', 'lookUpSchemaUnderSubject.request'],
    ['POST', '/compatibility/subjects/orders/versions', 'testCompatibility.request'],
    ['POST', '/compatibility/subjects/orders/versions/1', 'testCompatibility.request'],
    ['POST', `${ORDERS}/1/tags`, 'modifyTags.request'],
    ['PUT', '/config', 'updateTopLevelConfig.request'],
    ['PUT', '/config/orders', 'updateSubjectLevelConfig.request'],
    ['PUT', '/mode', 'updateTopLevelMode.request'],
    ['PUT', '/mode/orders', 'updateMode.request'],
  ]
  test.each(requests)('must be there: %s %s', async (method, path, name) => {
    const app = await startApp()
    const missing = refusal(422, `${name} must not be null (was null)`)
    expect(await app.call(method, path)).toMatchObject(missing)
    for (const body of ['', ' \n\t', 'null', ' null ']) {
      const { status, text } = await send(app, method, path, { body })
      expect({ status, body: JSON.parse(text) }, JSON.stringify(body)).toEqual(missing)
    }
  })

  const malformed: readonly (readonly [string, string])[] = [
    ['an object cut short', '{"schema":'],
    ['something behind the object', '{} {}'],
    ['single quotes', "{'schema':'x'}"],
    ['a comment', '{/* */}'],
    ['a comma too many', '{"schema":"x",}'],
    ['NaN', '{"version":NaN}'],
    ['a line break in text', '{"schema":"a\nb"}'],
    ['an unknown escape', '{"schema":"\\x41"}'],
    ['a word', 'schema'],
    ['a form', 'schema=x'],
  ]
  test.each(malformed)('must be JSON: %s', async (_rule, body) => {
    const answer = await post(await startApp(), body)
    expect(answer).toMatchObject(refusal(400, expect.stringMatching(/\w/)))
  })

  test.each(['"text"', '1', 'true', '[]', '[{"schema":"\\"int\\""}]'])(
    'must be an object: %s',
    async (body) => {
      const answer = await post(await startApp(), body)
      expect(answer).toMatchObject(refusal(400, expect.stringMatching(/\w/)))
    },
  )

  test('may name a member twice: the last counts', async () => {
    const body = '{"schema":"\\"int\\"","schema":"\\"long\\"","version":7,"version":0}'
    expect(await post(await startApp(), body)).toMatchObject(ok({ schema: '"long"' }))
  })

  test('has members in their letter case', async () => {
    const answer = await post(await startApp(), '{"SCHEMA":"\\"int\\"","Schema":"\\"int\\""}')
    expect(answer).toMatchObject(refusal(42201, 'Empty schema'))
  })

  test('may have members called like those of Object', async () => {
    const body =
      '{"__proto__":{"schema":"\\"int\\""},"constructor":1,"toString":null,"schema":"\\"long\\""}'
    expect(await post(await startApp(), body)).toMatchObject(ok({ schema: '"long"' }))
    const bare = await post(await startApp(), '{"__proto__":{"schema":"\\"int\\""}}')
    expect(bare).toMatchObject(refusal(42201, 'Empty schema'))
  })
})

describe('the members of a registration', () => {
  const wrong: readonly (readonly [string, readonly unknown[]])[] = [
    ['schema', [{}, [], ['"int"']]],
    ['schemaType', [{}, []]],
    ['version', [{}, [], true, 'x', '1.5', 2147483648, -2147483649, 1e300]],
    ['id', [{}, [], false, 'x', 2147483648, -2147483649]],
    ['references', [{}, 'x', 1, true, ['x'], [1], [[]]]],
    ['metadata', [[], 'x', 1, true]],
    ['ruleSet', [[], 'x', 1, true]],
    ['schemaTagsToAdd', [{}, 'x', 1, [1], ['x'], [null], [{}]]],
    ['schemaTagsToRemove', [{}, 'x', 1, [1], ['x'], [null], [{}]]],
    ['propagateSchemaTags', [{}, [], 'x', 'yes']],
  ]
  test.each(wrong)('must be of their type: %s', async (member, values) => {
    const { call } = await startApp()
    for (const value of values) {
      const answer = await call('POST', ORDERS, { schema: ORDER, [member]: value })
      expect(answer, JSON.stringify(value)).toMatchObject(refusal(400, expect.stringMatching(/\w/)))
    }
    expect(await call('GET', '/subjects')).toMatchObject(ok([]))
  })

  test.each(wrong)('may be null, which is as good as absent: %s', async (member) => {
    const { call } = await startApp()
    const body = { schema: ORDER, references: [], [member]: null }
    const expected = member === 'schema' ? refusal(42201, 'Empty schema') : ok({ id: 1 })
    expect(await call('POST', ORDERS, body)).toMatchObject(expected)
  })

  const references: readonly (readonly [string, unknown])[] = [
    ['a name that is an object', { name: {}, subject: 's', version: 1 }],
    ['a subject that is a list', { name: 'n', subject: [], version: 1 }],
    ['a version that is a boolean', { name: 'n', subject: 's', version: true }],
    ['a version that is no number', { name: 'n', subject: 's', version: 'x' }],
    ['a version beyond 32 bits', { name: 'n', subject: 's', version: 2147483648 }],
  ]
  test.each(references)('must be of their type in references: %s', async (_rule, reference) => {
    const { call } = await startApp()
    const answer = await call('POST', ORDERS, { schema: ORDER, references: [reference] })
    expect(answer).toMatchObject(refusal(400, expect.stringMatching(/\w/)))
  })

  test('are at most 10,000 in a list', async () => {
    const { call } = await startApp()
    const references = Array.from({ length: 10_001 }, () => null)
    const answer = await call('POST', ORDERS, { schema: ORDER, references })
    expect(answer).toMatchObject(refusal(400, expect.stringMatching(/\w/)))
  })
})

describe('the bytes of a body', () => {
  const text = JSON.stringify({ schema: '{"type":"string","note":"größe 😀"}' })
  const utf8 = new TextEncoder().encode(text)
  const utf16 = Buffer.from(text, 'utf16le')

  const readable: readonly (readonly [string, Uint8Array])[] = [
    ['UTF-8', utf8],
    ['UTF-8 with a byte order mark', Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), utf8])],
    ['UTF-16, little end first', utf16],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
  ]
  test.each(readable)('are read as %s', async (_rule, bytes) => {
    const app = await startApp()
    expect(await post(app, bytes)).toMatchObject(ok({ id: 1 }))
    const { body } = await app.call('GET', '/schemas/ids/1/schema')
    expect(body.note).toBe('größe 😀')
  })

  const refused: readonly (readonly [string, Uint8Array])[] = [
    ['Latin-1', Buffer.from('{"schema":"größe"}', 'latin1')],
    ['UTF-8 cut short', utf8.slice(0, utf8.indexOf(0xf0) + 2)],
    ['an overlong character', Buffer.from([0x22, 0xc0, 0x80, 0x22])],
    ['half a surrogate pair', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['UTF-16 with half a character', utf16.subarray(0, 11)],
  ]
  test.each(refused)('are refused when they are no text: %s', async (_rule, bytes) => {
    const answer = await post(await startApp(), bytes)
    expect(answer).toMatchObject(refusal(400, 'Invalid UTF-8 in the request body'))
  })

  const binary: readonly (readonly [string, Uint8Array])[] = [
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0)],
    ['zeros', new Uint8Array(8)],
    ['one zero', Uint8Array.of(0)],
    ['a byte order mark alone', Uint8Array.of(0xff, 0xfe)],
  ]
  test.each(binary)('are refused when they are no JSON: %s', async (_rule, bytes) => {
    const answer = await post(await startApp(), bytes, { 'content-encoding': 'gzip' })
    expect(answer).toMatchObject(refusal(400, expect.stringMatching(/\w/)))
  })
})

describe('the size of a body', () => {
  const sized = (bytes: number) => `{"schema":"\\"int\\"","x":"${'x'.repeat(bytes - 27)}"}`

  test('is at most 2 MiB', async () => {
    const app = await startApp()
    expect(sized(MAX)).toHaveLength(MAX)
    expect(await post(app, sized(MAX))).toMatchObject(ok({ id: 1 }))
    const refused = refusal(413, `Request body is too large: ${MAX + 1}>${MAX}`)
    expect(await post(app, sized(MAX + 1))).toMatchObject(refused)
    expect(await app.call('POST', ORDERS, sized(MAX + 1))).toMatchObject(refused)
  })

  test('is told by its Content-Length before it is read', async () => {
    const app = await startApp()
    const endless = new ReadableStream({ pull: () => new Promise(() => {}) })
    const answer = await post(app, endless, { 'content-length': String(MAX + 1) })
    expect(answer).toMatchObject(refusal(413, `Request body is too large: ${MAX + 1}>${MAX}`))
  })

  test('is counted while it is read where no Content-Length tells it', async () => {
    const app = await startApp()
    let sent = 0
    const chunk = new Uint8Array(65_536).fill(0x20)
    const endless = new ReadableStream({
      pull(controller) {
        sent += chunk.length
        controller.enqueue(chunk)
      },
    })
    const answer = await post(app, endless)
    expect(answer).toMatchObject(
      refusal(413, expect.stringMatching(/^Request body is too large: /)),
    )
    expect(sent).toBeLessThan(2 * MAX)
  })

  test('is what the operator says', async () => {
    const app = await startApp({ app: { maxBodyBytes: 100 } })
    expect(await post(app, sized(100))).toMatchObject(ok({ id: 1 }))
    const refused = refusal(413, 'Request body is too large: 101>100')
    expect(await post(app, sized(101))).toMatchObject(refused)
  })
})

describe('the depth of a body', () => {
  const nested = (levels: number, [open, close]: string) =>
    `{"schema":"\\"int\\"","x":${open?.repeat(levels - 1)}${close?.repeat(levels - 1)}}`

  test('is at most 1,000, in members nobody knows as well', async () => {
    const app = await startApp()
    expect(await post(app, nested(1000, '[]'))).toMatchObject(ok({ id: 1 }))
    const message = 'Document nesting depth exceeds the maximum allowed (1000)'
    for (const levels of [1001, 100_000]) {
      expect(await post(app, nested(levels, '[]'))).toMatchObject(refusal(400, message))
    }
    const objects = `${'{"x":'.repeat(1001)}1${'}'.repeat(1001)}`
    expect(await post(app, objects)).toMatchObject(refusal(400, message))
    expect(await post(app, '['.repeat(1001))).toMatchObject(refusal(400, message))
  })

  test('does not count brackets in text', async () => {
    const app = await startApp()
    const brackets = '[{\\"\\\\'.repeat(2000)
    const body = `{"schema":"\\"int\\"","x":"${brackets}"}`
    expect(await post(app, body)).toMatchObject(ok({ id: 1 }))
  })

  test('says nothing about a schema, which is text: one too deep is 42201', async () => {
    const { call } = await startApp()
    const schema = `${'{"type":"array","items":'.repeat(20_000)}"int"${'}'.repeat(20_000)}`
    const answer = await call('POST', ORDERS, { schema })
    const message = expect.stringMatching(/^Invalid schema of type AVRO, details: /)
    expect(answer).toMatchObject(refusal(42201, message))
  })
})

describe('half a surrogate pair, which UTF-8 has no bytes for,', () => {
  const rows: readonly (readonly [string, object])[] = [
    ['in a schema', { schema: '{"type":"string","note":"\ud800"}' }],
    ['escaped in a schema', { schema: '{"type":"string","note":"\\ud800"}' }],
    ['in metadata', { schema: '"int"', metadata: { properties: { '\udfff': '\ud800' } } }],
    ['in a rule', { schema: '"int"', ruleSet: { domainRules: [{ name: 'a', type: '\ud800' }] } }],
    [
      'in the name of a reference',
      { schema: '"int"', references: [{ name: '\ud800', subject: 'other', version: 1 }] },
    ],
  ]
  test.each(rows)('%s is refused, or kept as it was answered', async (_rule, body) => {
    const { call } = await startApp()
    await call('POST', '/subjects/other/versions', { schema: '"long"' })
    const answered = await call('POST', ORDERS, body)
    if (answered.status === 200) {
      expect((await call('GET', `${ORDERS}/1`)).body).toMatchObject(answered.body)
      expect(await call('POST', ORDERS, body)).toMatchObject(ok(answered.body))
    } else {
      expect(answered.body.error_code).toSatisfy((code) => code === 400 || code === 42201)
    }
  })
})

test('answers write characters beyond the basic plane as two escapes, all others as they are', async () => {
  const app = await startApp()
  await app.call('POST', ORDERS, { schema: '{"type":"string","note":"größe 漢 😀"}' })
  const { text } = await send(app, 'GET', '/schemas/ids/1')
  expect(text).toContain('größe 漢 \\uD83D\\uDE00')
})
