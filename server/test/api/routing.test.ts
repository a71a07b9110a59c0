import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp } from '../support/app.ts'
import { send } from '../support/raw.ts'
import { ORDER } from '../support/sample-schemas.ts'
import { register } from '../support/steps.ts'

const NOT_FOUND = refusal(404, 'HTTP 404 Not Found')
const NOT_ALLOWED = refusal(405, 'HTTP 405 Method Not Allowed')

describe('a path', () => {
  const routes: readonly (readonly [string, string, object])[] = [
    ['may end in a slash', '/subjects/orders/versions/', ok([1])],
    ['may begin with several', '//subjects/orders/versions', ok([1])],
    ['has its letter case', '/Subjects', NOT_FOUND],
    ['must be known', '/nowhere', NOT_FOUND],
    ['must be known whole', '/subjects/orders/versions/1/more', NOT_FOUND],
    ['loses its matrix parameters', '/subjects/orders;v=1/versions;x', ok([1])],
    ['may be written as a whole URL', 'http://registry/subjects/orders/versions', ok([1])],
    ['may be written with escapes', '/%73ubjects/%6Frders/versions', ok([1])],
  ]
  test.each(routes)('%s', async (_rule, target, expected) => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const { status, text } = await send(app, 'GET', target)
    expect({ status, body: JSON.parse(text) }).toEqual(expected)
  })

  const refused: readonly (readonly [string, string, number, string])[] = [
    ['an empty segment', '/subjects//versions', 400, 'Ambiguous URI empty segment'],
    ['two slashes at the end', '/subjects//', 400, 'Ambiguous URI empty segment'],
    [
      'a segment of matrix parameters alone',
      '/subjects/;x=1/versions',
      400,
      'Ambiguous URI empty segment',
    ],
    ['an escaped dot', '/subjects/%2e/versions', 400, 'Ambiguous URI path segment'],
    ['escaped dots', '/subjects/.%2E/versions', 400, 'Ambiguous URI path segment'],
    ['a backslash', '/subjects/a\\b/versions', 400, 'Suspicious Path Character'],
    ['an escaped backslash', '/subjects/a%5Cb/versions', 400, 'Suspicious Path Character'],
    ['a character beyond ASCII', '/subjects/größe/versions', 400, 'Illegal Path Character'],
    ['DEL', '/subjects/\u007f/versions', 400, 'Illegal Path Character'],
    ['an escape that is none', '/subjects/%zz/versions', 400, 'Bad URI encoding'],
    ['an escape cut short', '/subjects/a%/versions', 400, 'Bad URI encoding'],
    ['bytes that are no UTF-8', '/subjects/%FF/versions', 400, 'Bad URI encoding'],
    ['UTF-8 cut short', '/subjects/%C3%28/versions', 400, 'Bad URI encoding'],
    ['an overlong slash', '/subjects/%C0%AF/versions', 400, 'Bad URI encoding'],
    ['half a surrogate pair', '/subjects/%ED%A0%80/versions', 400, 'Bad URI encoding'],
    [
      'an escaped zero',
      '/subjects/a%00/versions',
      42208,
      "The specified subject 'a\u0000' is not a valid.",
    ],
    [
      'an escaped line break',
      '/subjects/%0Aa/versions',
      42208,
      "The specified subject '\na' is not a valid.",
    ],
    [
      'an escaped control character of C1',
      '/subjects/%C2%9F/versions',
      42208,
      "The specified subject '\u009f' is not a valid.",
    ],
    ['more than 8,192 characters', `/subjects/${'x'.repeat(8192)}`, 414, 'URI Too Long'],
    ['as many in its query', `/subjects?x=${'x'.repeat(8192)}`, 414, 'URI Too Long'],
  ]
  test.each(refused)('is refused for %s', async (_rule, target, code, message) => {
    const app = await startApp()
    const { status, text, headers } = await send(app, 'GET', target)
    expect({ status, body: JSON.parse(text) }).toEqual(refusal(code, message))
    expect(headers.get('content-type')).toBe('application/vnd.schemaregistry.v1+json')
    expect(headers.get('x-request-id')).toMatch(/\w/)
  })
})

describe('a subject in a path', () => {
  const names = [
    'a/b',
    '/',
    'a//b',
    '100%',
    '?',
    '#',
    'a b',
    '{x}',
    ';',
    'a;b',
    'a+b',
    '😀',
    'größe',
    '&',
    '=',
    "'",
    '"',
    '*',
    ':',
    'versions',
    '__proto__',
    'constructor',
    'prototype',
    'hasOwnProperty',
  ]
  test.each(names)('may have any name: %j', async (name) => {
    const app = await startApp()
    await register(app, name, ORDER)
    const { call } = app
    const path = `/subjects/${encodeURIComponent(name)}/versions`
    expect(await call('GET', `${path}/1`)).toMatchObject(ok({ subject: name, version: 1 }))
    expect(await call('GET', '/subjects')).toMatchObject(ok([name]))
    const byId = await call('GET', `/schemas/ids/1?subject=${encodeURIComponent(name)}`)
    expect(byId).toMatchObject(ok({ subject: name }))
  })

  test.each(['.', '..'])('may be %s, which leads nowhere else', async (name) => {
    const app = await startApp()
    const body = JSON.stringify({ schema: ORDER })
    const target = `/subjects/${name}/versions`
    expect((await send(app, 'POST', target, { body })).status).toBe(200)
    expect((await send(app, 'GET', target)).text).toBe('[1]')
    expect(await app.call('GET', '/subjects')).toMatchObject(ok([name]))
    expect((await send(app, 'GET', '/subjects/../config')).status).toBe(404)
  })

  test('may be as long as the path lets it', async () => {
    const app = await startApp()
    const name = 'x'.repeat(8000)
    await register(app, name, ORDER)
    expect(await app.call('GET', `/subjects/${name}/versions`)).toMatchObject(ok([1]))
  })

  test('is not the same in another normal form of Unicode', async () => {
    const app = await startApp()
    await register(app, 'gr\u00f6\u00dfe', ORDER)
    const { status } = await app.call(
      'GET',
      `/subjects/${encodeURIComponent('gro\u0308\u00dfe')}/versions`,
    )
    expect(status).toBe(404)
  })
})

describe('a query', () => {
  const flags: readonly (readonly [string, string, boolean])[] = [
    ['true', 'deleted=true', true],
    ['true in any letter case', 'deleted=TrUe', true],
    ['true with an escape', 'deleted=%74rue', true],
    ['the first of several', 'deleted=true&deleted=false', true],
    ['the last of several', 'deleted=false&deleted=true', false],
    ['1', 'deleted=1', false],
    ['yes', 'deleted=yes', false],
    ['nothing', 'deleted=', false],
    ['no value', 'deleted', false],
    ['true and a space', 'deleted=true%20', false],
    ['another letter case of its name', 'Deleted=true', false],
    ['true beside a broken escape', 'x=%zz&deleted=true', true],
    ['true behind a member of Object', '__proto__=1&constructor=2&deleted=true', true],
  ]
  test.each(flags)('sets a flag by %s or not', async (_rule, query, set) => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await app.call('DELETE', '/subjects/orders')
    const { body } = await app.call('GET', `/subjects?${query}`)
    expect(body).toEqual(set ? ['orders'] : [])
  })

  test('with a broken escape matches nothing, the other parameters stay in force', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    for (const query of ['subjectPrefix=%zz', 'subjectPrefix=o%', 'subjectPrefix=%FF']) {
      expect(await app.call('GET', `/subjects?${query}`), query).toMatchObject(ok([]))
      const one = await app.call('GET', `/subjects?x${query}&subjectPrefix=ord`)
      expect(one, query).toMatchObject(ok(['orders']))
    }
  })
})

describe('a method', () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['GET', '/subjects/orders'],
    ['PUT', '/subjects'],
    ['POST', '/config'],
    ['POST', '/schemas/ids/1'],
    ['DELETE', '/'],
    ['PATCH', '/subjects'],
    ['PROPFIND', '/subjects'],
  ]
  test.each(wrong)('that a path has not got is 405: %s %s', async (method, path) => {
    const app = await startApp()
    const { status, text } = await send(app, method, path)
    expect({ status, body: JSON.parse(text) }).toEqual(NOT_ALLOWED)
  })

  test('OPTIONS tells those of a known path', async () => {
    const app = await startApp()
    const { status, text, headers } = await send(app, 'OPTIONS', '/subjects/orders/versions')
    expect(status).toBe(200)
    expect(text.split(', ').sort()).toEqual(['GET', 'HEAD', 'OPTIONS', 'POST'])
    expect(headers.get('allow')).toBe(text)
    expect(headers.get('content-type')).toMatch(/^text\/plain/)
    expect((await send(app, 'OPTIONS', '/nowhere')).status).toBe(404)
  })

  test('HEAD answers as GET does, without the body but with its length', async () => {
    const app = await startApp()
    const long = JSON.stringify({ type: 'string', doc: 'x'.repeat(20_000) })
    await register(app, 'orders', long)
    for (const path of ['/subjects', '/schemas/ids/1', '/schemas/ids/9', '/nowhere', '/']) {
      const get = await send(app, 'GET', path)
      const head = await send(app, 'HEAD', path)
      expect(head).toMatchObject({ status: get.status, text: '' })
      const length = String(Buffer.byteLength(get.text))
      expect(head.headers.get('content-length'), path).toBe(length)
    }
  })
})

describe('what clients ask before anything else', () => {
  test('the root is an empty object, however it is asked for', async () => {
    const app = await startApp()
    const { call } = app
    expect((await call('GET', '/')).body).toEqual({})
    expect((await call('POST', '/', { any: 'thing' })).body).toEqual({})
    expect((await send(app, 'GET', '/contexts/.')).text).toBe('{}')
  })

  test('the metadata tells versions and cluster', async () => {
    const { call } = await startApp()
    expect((await call('GET', '/v1/metadata/id')).body).toEqual({
      scope: {
        path: [],
        clusters: { 'kafka-cluster': '', 'schema-registry-cluster': 'registry' },
      },
    })
    const version = { version: '8.5.0', commitId: 'test' }
    expect((await call('GET', '/v1/metadata/version')).body).toEqual(version)
    expect((await call('GET', '/v1/metadata/deployment')).body).toEqual({ attributes: [] })
  })

  test('nothing has associations, whatever it is called', async () => {
    const { call } = await startApp()
    const query = '?resourceType=topic&associationType=value&offset=0&limit=-1'
    for (const path of [
      'resources/-/orders',
      'resources/kafka/__proto__',
      'resources/1',
      'subjects/orders-value',
    ]) {
      expect(await call('GET', `/associations/${path}${query}`)).toMatchObject(ok([]))
    }
  })
})
