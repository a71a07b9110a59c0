import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp } from '../support/app.ts'
import { send } from '../support/raw.ts'
import { CUSTOMER, ORDER } from '../support/sample-schemas.ts'
import { configure, hardDelete, register, softDelete, switchMode } from '../support/steps.ts'

describe('the list of contexts', () => {
  test('begins with the default one, the others follow by name', async () => {
    const app = await startApp()
    const { call } = app
    expect(await call('GET', '/contexts')).toMatchObject(ok(['.']))
    for (const context of ['.us', '.eu', '.eu-2', '.EU']) {
      await register(app, `:${context}:orders`, ORDER)
    }
    const all = ['.', '.EU', '.eu', '.eu-2', '.us']
    expect(await call('GET', '/contexts')).toMatchObject(ok(all))
    expect(await call('GET', '/contexts?contextPrefix=.eu')).toMatchObject(ok(['.eu', '.eu-2']))
    expect(await call('GET', '/contexts?contextPrefix=.eu&limit=1')).toMatchObject(ok(['.eu']))
  })

  test('names a context from its first schema on, even when that is gone', async () => {
    const app = await startApp()
    await configure(app, ':.us:', { compatibility: 'NONE' })
    await switchMode(app, ':.au:', 'IMPORT')
    await register(app, ':.eu:orders', ORDER)
    await hardDelete(app, ':.eu:orders')
    expect(await app.call('GET', '/contexts')).toMatchObject(ok(['.', '.eu']))
  })

  test('does not name a context in which a registration was refused', async () => {
    const app = await startApp()
    await switchMode(app, ':.eu:', 'READONLY')
    const { call } = app
    await call('POST', '/subjects/:.eu:orders/versions', { schema: ORDER })
    await call('POST', '/subjects/:.us:orders/versions', { schema: '{' })
    expect(await call('GET', '/contexts')).toMatchObject(ok(['.']))
  })
})

describe('deleting a context', () => {
  test('takes it off the list, its settings stay', async () => {
    const app = await startApp()
    await register(app, ':.eu:orders', ORDER)
    await configure(app, ':.eu:', { compatibility: 'FULL' })
    await hardDelete(app, ':.eu:orders')
    expect(await send(app, 'DELETE', '/contexts/.eu')).toMatchObject({ status: 204, text: '' })
    const { call } = app
    expect(await call('GET', '/contexts')).toMatchObject(ok(['.']))
    expect(await call('GET', '/config/:.eu:')).toMatchObject(ok({ compatibilityLevel: 'FULL' }))
  })

  test('is refused with 42211 while it has schemas, softly deleted ones included', async () => {
    const app = await startApp()
    await register(app, ':.eu:orders', ORDER)
    const { call } = app
    const notEmpty = refusal(42211, "The specified context ':.eu:' is not empty.")
    for (const name of ['.eu', 'eu', ':.eu:']) {
      expect(await call('DELETE', `/contexts/${name}`)).toMatchObject(notEmpty)
    }
    await softDelete(app, ':.eu:orders')
    expect(await call('DELETE', '/contexts/.eu')).toMatchObject(notEmpty)
  })

  test.each(['.nowhere', '.__GLOBAL', '__proto__'])(
    'that is unknown is granted: %s',
    async (name) => {
      const app = await startApp()
      expect((await send(app, 'DELETE', `/contexts/${name}`)).status).toBe(204)
    },
  )

  test('is not possible for the default one', async () => {
    const app = await startApp()
    for (const name of ['.', ':.:']) {
      expect((await send(app, 'DELETE', `/contexts/${name}`)).status).toBe(405)
    }
  })

  test('is all there is to do with one context: reading it is 405', async () => {
    const { call } = await startApp()
    const message = 'HTTP 405 Method Not Allowed'
    expect(await call('GET', '/contexts/.eu')).toMatchObject(refusal(405, message))
  })
})

describe('a path that begins with a context', () => {
  const spellings: readonly (readonly [string, string])[] = [
    ['with a dot', '.eu'],
    ['without', 'eu'],
    ['between colons', ':.eu:'],
    ['between colons without a dot', ':eu:'],
    ['with colons escaped', '%3A.eu%3A'],
    ['with a letter escaped', '.%65u'],
  ]
  test.each(spellings)('may name it %s', async (_rule, name) => {
    const app = await startApp()
    const { status } = await app.call('POST', `/contexts/${name}/subjects/orders/versions`, {
      schema: ORDER,
    })
    expect(status).toBe(200)
    expect(await app.call('GET', '/subjects')).toMatchObject(ok([':.eu:orders']))
  })

  test('means the default context where it names that', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    for (const name of ['.', ':.:']) {
      const { text } = await send(app, 'GET', `/contexts/${name}/subjects/orders/versions`)
      expect(text).toBe('[1]')
    }
  })

  test('is refused with 400 where the name has a colon inside', async () => {
    const { call } = await startApp()
    for (const name of ['a:b', ':a:b:', 'a%3Ab']) {
      const message = `Context name '${decodeURIComponent(name)}' cannot contain a colon`
      const answer = await call('GET', `/contexts/${name}/subjects`)
      expect(answer).toMatchObject(refusal(400, message))
    }
  })

  test('leads to the same as a qualified subject, on every route', async () => {
    const app = await startApp()
    await register(app, 'other', CUSTOMER)
    await register(app, ':.eu:orders', ORDER)
    const { call } = app
    const same: readonly (readonly [string, string])[] = [
      ['/subjects', '/subjects?subjectPrefix=:.eu:'],
      ['/subjects?subjectPrefix=ord', '/subjects?subjectPrefix=:.eu:ord'],
      ['/subjects/orders/versions', '/subjects/:.eu:orders/versions'],
      ['/subjects/orders/versions/1', '/subjects/:.eu:orders/versions/1'],
      ['/schemas', '/schemas?subjectPrefix=:.eu:'],
      ['/schemas/ids/1', '/schemas/ids/1?subject=:.eu:'],
      ['/schemas/ids/1?subject=orders', '/schemas/ids/1?subject=:.eu:orders'],
      ['/schemas/ids/1/versions', '/schemas/ids/1/versions?subject=:.eu:'],
      ['/mode?defaultToGlobal=true', '/mode/:.eu:?defaultToGlobal=true'],
      ['/config/orders', '/config/:.eu:orders'],
      ['/contexts', '/contexts'],
      ['/schemas/types', '/schemas/types'],
    ]
    for (const [path, qualified] of same) {
      const expected = await call('GET', qualified)
      const { status, body } = await call('GET', `/contexts/.eu${path}`)
      expect({ status, body }, path).toEqual({ status: expected.status, body: expected.body })
    }
  })

  test('does not touch a subject that is qualified already', async () => {
    const app = await startApp()
    await register(app, ':.us:orders', ORDER)
    const answer = await app.call('GET', '/contexts/.eu/subjects/:.us:orders/versions')
    expect(answer).toMatchObject(ok([1]))
  })

  test('sets config and mode of the context', async () => {
    const { call } = await startApp()
    await call('PUT', '/contexts/.eu/config', { compatibility: 'FULL' })
    await call('PUT', '/contexts/.eu/mode', { mode: 'READONLY' })
    expect(await call('GET', '/config/:.eu:')).toMatchObject(ok({ compatibilityLevel: 'FULL' }))
    expect(await call('GET', '/mode/:.eu:')).toMatchObject(ok({ mode: 'READONLY' }))
    expect(await call('GET', '/config')).toMatchObject(ok({ compatibilityLevel: 'BACKWARD' }))
  })

  test('checks compatibility in the context', async () => {
    const app = await startApp()
    await register(app, ':.eu:orders', ORDER)
    const path = '/contexts/.eu/compatibility/subjects/orders/versions/latest'
    const answer = await app.call('POST', path, { schema: '"int"' })
    expect(answer).toMatchObject(ok({ is_compatible: false }))
  })

  test('can name no context that takes no schemas', async () => {
    const { call } = await startApp()
    const answer = await call('POST', '/contexts/__GLOBAL/subjects/orders/versions', {
      schema: ORDER,
    })
    const message = "The specified subject ':.__GLOBAL:orders' is not a valid."
    // Only the very name `.__GLOBAL` is special.
    expect(answer).toMatchObject(refusal(42208, message))
  })
})

describe('a subject', () => {
  test.each([':.:orders', 'orders'])('of the default context may be written %s', async (name) => {
    const app = await startApp()
    await register(app, name, ORDER)
    expect(await app.call('GET', '/subjects')).toMatchObject(ok(['orders']))
  })

  const names = [':', '::', ':orders', ':eu:orders', ':*:orders', 'a:b:c', ' ', '.eu']
  test.each(names)('without a context may have any other name: %j', async (name) => {
    const app = await startApp()
    await register(app, name, ORDER)
    const { call } = app
    expect(await call('GET', '/subjects')).toMatchObject(ok([name]))
    const path = `/subjects/${encodeURIComponent(name)}/versions`
    expect(await call('GET', path)).toMatchObject(ok([1]))
  })

  test('is listed under a name that leads back to it, whatever it was called when it was registered', async () => {
    const app = await startApp()
    const { call } = app
    for (const name of [':.eu:orders', ':.::.eu:orders', ':.::.:orders', ':.eu::.us:orders']) {
      const path = `/subjects/${encodeURIComponent(name)}/versions`
      await call('POST', path, { schema: ORDER })
    }
    const subjects: string[] = (await call('GET', '/subjects')).body
    expect(subjects).toContain(':.eu:orders')
    expect(new Set(subjects).size).toBe(subjects.length)
    for (const name of subjects) {
      const path = `/subjects/${encodeURIComponent(name)}/versions`
      expect(await call('GET', path), name).toMatchObject(ok([1]))
    }
  })
})
