import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { ORDER, ORDER_WITH_NOTE } from '../support/sample-schemas.ts'
import { register, softDelete } from '../support/steps.ts'

/** Three versions of `orders`, the second softly deleted, and a subject deleted as a whole. */
async function shop(): Promise<TestApp> {
  const app = await startApp({ now: () => 5 })
  await register(app, 'orders', ORDER)
  await register(app, 'orders', ORDER_WITH_NOTE)
  await register(app, 'orders', ORDER_WITH_NOTE.replace('""', '"none"'))
  await softDelete(app, 'orders/versions/2')
  await register(app, 'old', ORDER)
  await softDelete(app, 'old')
  await register(app, ':.eu:orders', ORDER)
  return app
}

describe('the list of subjects', () => {
  const lists: readonly (readonly [string, string, readonly string[]])[] = [
    ['every context', '', [':.eu:orders', 'orders']],
    ['the default context', '?subjectPrefix=', ['orders']],
    ['one context', '?subjectPrefix=:.eu:', [':.eu:orders']],
    ['contexts that begin so', '?subjectPrefix=:.e', [':.eu:orders']],
    ['a prefix in one context', '?subjectPrefix=:.eu:x', []],
    ['a prefix in every context', '?subjectPrefix=:*:o', [':.eu:orders', 'orders']],
    ['deleted ones as well', '?deleted=true', [':.eu:orders', 'old', 'orders']],
    ['only those deleted as a whole', '?deletedOnly=true', ['old']],
    ['only those, whatever else is said', '?deletedOnly=true&deleted=true', ['old']],
    ['a part', '?deleted=true&offset=1&limit=1', ['old']],
  ]
  test.each(lists)('covers %s', async (_rule, query, expected) => {
    const { call } = await shop()
    expect(await call('GET', `/subjects${query}`)).toMatchObject(ok(expected))
  })

  test('is in the order of code units, names with their context', async () => {
    const app = await startApp()
    for (const name of ['b', 'B', 'a-10', 'a-2', 'ä', '-', '~', ':.c:a']) {
      await register(app, name, ORDER)
    }
    const { body } = await app.call('GET', '/subjects')
    expect(body).toEqual(['-', ':.c:a', 'B', 'a-10', 'a-2', 'b', '~', 'ä'])
  })

  test('tells letter case apart in prefixes, and knows no wildcards', async () => {
    const app = await startApp()
    for (const name of ['order', 'Order', 'o_der', 'o%der']) await register(app, name, ORDER)
    const { call } = app
    expect(await call('GET', '/subjects?subjectPrefix=O')).toMatchObject(ok(['Order']))
    expect(await call('GET', '/subjects?subjectPrefix=o_')).toMatchObject(ok(['o_der']))
    expect(await call('GET', '/subjects?subjectPrefix=o%25')).toMatchObject(ok(['o%der']))
  })
})

describe('the versions of a subject', () => {
  const lists: readonly (readonly [string, string, readonly number[]])[] = [
    ['those not deleted', '', [1, 3]],
    ['all', '?deleted=true', [1, 2, 3]],
    ['those deleted', '?deletedOnly=true', [2]],
    ['all, the deleted ones negative', '?deletedAsNegative=true', [1, -2, 3]],
    ['the same, whatever else is said', '?deletedAsNegative=true&deletedOnly=true', [1, -2, 3]],
    ['a part', '?deleted=true&offset=1&limit=1', [2]],
    ['nothing behind the end', '?offset=9', []],
  ]
  test.each(lists)('are %s', async (_rule, query, expected) => {
    const { call } = await shop()
    expect(await call('GET', `/subjects/orders/versions${query}`)).toMatchObject(ok(expected))
  })

  test('are 40401 where there are none to be shown', async () => {
    const { call } = await shop()
    const none = (name: string) => refusal(40401, `Subject '${name}' not found.`)
    expect(await call('GET', '/subjects/new/versions')).toMatchObject(none('new'))
    expect(await call('GET', '/subjects/old/versions')).toMatchObject(none('old'))
    const negative = await call('GET', '/subjects/old/versions?deletedAsNegative=true')
    expect(negative).toMatchObject(none('old'))
    expect(await call('GET', '/subjects/old/versions?deletedOnly=true')).toMatchObject(ok([1]))
  })

  test('are not looked for in other contexts', async () => {
    const app = await startApp()
    await register(app, ':.eu:orders', ORDER)
    const none = refusal(40401, "Subject 'orders' not found.")
    expect(await app.call('GET', '/subjects/orders/versions')).toMatchObject(none)
  })
})

describe('a version', () => {
  test('is shown whole', async () => {
    const app = await startApp({ now: () => 1_700_000_000_000 })
    const { guid, schema } = await register(app, 'orders', ORDER)
    const { body } = await app.call('GET', '/subjects/orders/versions/1')
    expect(body).toEqual({
      subject: 'orders',
      version: 1,
      id: 1,
      guid,
      schemaType: 'AVRO',
      schema,
      ts: 1_700_000_000_000,
      deleted: false,
    })
  })

  const latest: readonly (readonly [string, string])[] = [
    ['latest', 'latest'],
    ['latest in any letter case', 'LaTest'],
    ['-1', '-1'],
    ['its number with a sign and zeros', '+03'],
    ['its number with spaces around', '%203%20'],
  ]
  test.each(latest)('may be asked for as %s', async (_rule, version) => {
    const { call } = await shop()
    const answer = await call('GET', `/subjects/orders/versions/${version}`)
    expect(answer).toMatchObject(ok({ version: 3 }))
  })

  const invalid: readonly (readonly [string, string])[] = [
    ['zero', '0'],
    ['less than -1', '-2'],
    ['a word', 'newest'],
    ['decimals', '1.0'],
    ['hexadecimal', '0x1'],
    ['more than 2147483647', '2147483648'],
    ['digits of another script', '\u0661'],
    ['a name of Object', '__proto__'],
  ]
  test.each(invalid)(
    'is 42202 when asked for as %s, whether the subject is there or not',
    async (_rule, version) => {
      const { call } = await startApp()
      const message = `The specified version '${version}' is not a valid version id. Allowed values are between [1, 2^31-1] and the string "latest"`
      const path = `/subjects/orders/versions/${encodeURIComponent(version)}`
      for (const [method, rest] of [
        ['GET', ''],
        ['GET', '/schema'],
        ['GET', '/referencedby'],
        ['DELETE', ''],
      ] as const) {
        expect(await call(method, path + rest)).toMatchObject(refusal(42202, message))
      }
    },
  )

  const missing: readonly (readonly [string, string, number, string])[] = [
    ['an unknown subject', 'new/versions/1', 40401, "Subject 'new' not found."],
    ['the latest of an unknown subject', 'new/versions/latest', 40401, "Subject 'new' not found."],
    ['a subject that is deleted', 'old/versions/1', 40401, "Subject 'old' not found."],
    ['an unknown version', 'orders/versions/9', 40402, 'Version 9 not found.'],
    ['a deleted version', 'orders/versions/2', 40402, 'Version 2 not found.'],
    [
      'the latest of a deleted subject, deleted ones included',
      'old/versions/latest?deleted=true',
      40402,
      'Version -1 not found.',
    ],
    ['the text of an unknown version', 'orders/versions/9/schema', 40402, 'Version 9 not found.'],
    [
      'who refers to an unknown one',
      'orders/versions/9/referencedby',
      40402,
      'Version 9 not found.',
    ],
  ]
  test.each(missing)('is 404: %s', async (_rule, path, code, message) => {
    const { call } = await shop()
    expect(await call('GET', `/subjects/${path}`)).toMatchObject(refusal(code, message))
  })

  test('is shown on request although it is deleted', async () => {
    const { call } = await shop()
    const answer = await call('GET', '/subjects/orders/versions/2?deleted=true')
    expect(answer).toMatchObject(ok({ version: 2, deleted: true, ts: 5 }))
    const text = await call('GET', '/subjects/orders/versions/2/schema?deleted=true')
    expect(text).toMatchObject(ok({ type: 'record', name: 'Order' }))
  })

  test('of an unqualified subject is looked for in the other contexts, in order of their names', async () => {
    const app = await startApp()
    await register(app, ':.us:orders', ORDER)
    await register(app, ':.eu:orders', ORDER)
    const { call } = app
    const found = ok({ subject: ':.eu:orders' })
    expect(await call('GET', '/subjects/orders/versions/latest')).toMatchObject(found)
    const text = await call('GET', '/subjects/orders/versions/1/schema')
    expect(text).toMatchObject(ok({ name: 'Order' }))
    const none = refusal(40401, "Subject ':.au:orders' not found.")
    expect(await call('GET', '/subjects/:.au:orders/versions/1')).toMatchObject(none)
  })
})

describe('pages', () => {
  const readable: readonly (readonly [string, string, readonly number[]])[] = [
    ['no limit', 'limit=', [1, 3]],
    ['a limit of zero is none', 'limit=0', [1, 3]],
    ['a negative limit is none', 'limit=-1', [1, 3]],
    ['a sign and zeros are fine', 'offset=%2B01', [3]],
    ['the first of several counts', 'limit=1&limit=2', [1]],
    ['names have their letter case', 'Limit=1', [1, 3]],
  ]
  test.each(readable)('%s', async (_rule, query, expected) => {
    const { call } = await shop()
    expect(await call('GET', `/subjects/orders/versions?${query}`)).toMatchObject(ok(expected))
  })

  const lists = [
    '/subjects',
    '/schemas',
    '/contexts',
    '/subjects/orders/versions',
    '/subjects/orders/versions/1/referencedby',
    '/schemas/ids/1/subjects',
    '/schemas/ids/1/versions',
  ]
  test.each(lists)('of %s begin at 0, with numbers of 32 bits', async (path) => {
    const { call } = await shop()
    const message = 'offset must not be negative (was -1)'
    expect(await call('GET', `${path}?offset=-1`)).toMatchObject(refusal(422, message))
    for (const query of [
      'offset=one',
      'limit=1.5',
      'limit=2147483648',
      'offset=0x1',
      'limit=%201',
    ]) {
      const answer = await call('GET', `${path}?${query}`)
      expect(answer, query).toMatchObject(refusal(404, 'HTTP 404 Not Found'))
    }
    expect((await call('GET', `${path}?offset=2147483647&limit=2147483647`)).body).toEqual([])
  })

  test('are as long as the operator lets them be: a greater limit counts as none', async () => {
    const limit = { default: 2, max: 3 }
    const app = await startApp({
      app: { limits: { schemas: limit, subjects: limit, versions: limit, contexts: limit } },
    })
    for (const name of ['a', 'b', 'c', 'd']) await register(app, name, ORDER)
    const length = async (query: string) => (await app.call('GET', `/subjects${query}`)).body.length
    expect(await length('')).toBe(2)
    expect(await length('?limit=3')).toBe(3)
    expect(await length('?limit=4')).toBe(2)
  })
})
