import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { startApp } from '../../server/test/support/app.ts'
import { RegistryAnswerError, RegistryHttpError } from './errors/http-errors.ts'
import { ClosedError, InvalidArgumentError } from './errors/usage-errors.ts'
import type { RegistryOperations } from './http/operations.ts'
import { RegistryClient } from './registry-client.ts'

const INT = '{"type":"int"}'

interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId?: string }>>>>
}

const document = new URL('../../openapi.yaml', import.meta.url)
const contract = parse(readFileSync(document, 'utf8')) as Contract
const operations = Object.entries(contract.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, { operationId = '' }]) => {
    return { operationId, method: method.toUpperCase(), path }
  }),
)

/** Keeps requests and answers them with `{}`. */
function recorder() {
  const requests: Request[] = []
  const fetch = (request: Request): Response => {
    requests.push(request)
    return new Response('{}')
  }
  return { requests, client: new RegistryClient({ url: 'http://registry', fetch }) }
}

describe('every operation of openapi.yaml', () => {
  test.each(operations)(
    '$operationId sends $method $path',
    async ({ operationId, method, path }) => {
      const { client, requests } = recorder()
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
      const request = Object.fromEntries(names.map((name) => [name, `its ${name}`]))
      const call = client[operationId as keyof RegistryOperations] as (
        r: object,
      ) => Promise<unknown>
      await call(request)
      const expected = path.replace(/\{(\w+)\}/g, 'its%20$1')
      expect(requests.map((r) => `${r.method} ${r.url}`)).toEqual([
        `${method} http://registry${expected}`,
      ])
    },
  )

  test('there are as many of them as methods', () => {
    const { client } = recorder()
    const methods = Object.getOwnPropertyNames(client)
    expect(methods.sort()).toEqual(operations.map(({ operationId }) => operationId).sort())
  })
})

test.each([
  ['a slash', 'a/b', 'a%2Fb'],
  ['colons', ':.eu:orders-value', '%3A.eu%3Aorders-value'],
  ['a percent sign', '100%', '100%25'],
  ['an escape', 'a%2Fb', 'a%252Fb'],
  ['a plus sign', 'a+b', 'a%2Bb'],
  ['a question mark', 'a?b', 'a%3Fb'],
  ['a number sign', 'a#b', 'a%23b'],
  ['a semicolon', 'a;b', 'a%3Bb'],
  ['a blank', 'a b', 'a%20b'],
  ['letters of any script', 'заказы🎉', '%D0%B7%D0%B0%D0%BA%D0%B0%D0%B7%D1%8B%F0%9F%8E%89'],
  ['dots among others', '..a', '..a'],
])('a subject with %s is one segment', async (_what, subject, segment) => {
  const { client, requests } = recorder()
  await client.listVersions({ subject })
  expect(requests[0]?.url).toBe(`http://registry/subjects/${segment}/versions`)
})

test.each(['', '.', '..', '\ud800'])(
  'the subject %j would lead elsewhere: refused',
  async (subject) => {
    const { client, requests } = recorder()
    await expect(client.deleteSubject({ subject })).rejects.toThrow(InvalidArgumentError)
    expect(requests).toEqual([])
  },
)

test('query parameters are sent as they are, lists several times, absent ones not at all', async () => {
  const { client, requests } = recorder()
  const key = ['a', 'b&c']
  await client.getVersionByMetadata({ subject: 's', key, value: [], deleted: true })
  await client.listSubjects({ subjectPrefix: ':*:', limit: 0 })
  expect(requests.map(({ url }) => new URL(url).search)).toEqual([
    '?key=a&key=b%26c&deleted=true',
    '?subjectPrefix=%3A*%3A&limit=0',
  ])
})

test('a request says what it holds, what it accepts and that it knows new members', async () => {
  const { client, requests } = recorder()
  await client.registerSchema({ subject: 's', normalize: true, body: { schema: INT } })
  const { headers } = requests[0]!
  expect(headers.get('content-type')).toBe('application/vnd.schemaregistry.v1+json')
  expect(headers.get('accept')).toMatch(/^application\/vnd\.schemaregistry\.v1\+json/)
  expect(headers.get('confluent-accept-unknown-properties')).toBe('true')
  expect(await requests[0]?.json()).toEqual({ schema: INT })
})

test('a body is JSON only where there is one', async () => {
  const { client, requests } = recorder()
  await client.deleteSubject({ subject: 's' })
  expect(requests[0]?.headers.get('content-type')).toBeNull()
})

describe('with a real registry', () => {
  test('schemas are registered, found and deleted', async () => {
    const { app } = await startApp()
    await using client = new RegistryClient({ url: 'http://registry', fetch: app.fetch })
    const subject = ':.eu:a/b c'
    const registered = await client.registerSchema({ subject, body: { schema: '"int"' } })
    expect(registered).toMatchObject({ id: 1, version: 1 })
    expect(await client.listSubjects()).toEqual([subject])
    expect(await client.getVersion({ subject, version: 'latest' })).toMatchObject({ id: 1 })
    expect(await client.getSchemaTextById({ id: 1, subject })).toBe('"int"')
    expect(await client.deleteVersion({ subject, version: 1 })).toBe(1)
    expect(await client.deleteSubject({ subject, permanent: true })).toEqual([1])
    expect(await client.deleteContext({ context: 'eu' })).toBeUndefined()
  })

  test('a refusal says status, code and what was asked', async () => {
    const { app } = await startApp()
    const client = new RegistryClient({ url: 'http://u:secret@registry/', fetch: app.fetch })
    const error = await client.getSchemaById({ id: 7, subject: 'hidden' }).catch((e) => e)
    expect(error).toBeInstanceOf(RegistryHttpError)
    expect(error).toMatchObject({
      status: 404,
      errorCode: 40403,
      method: 'GET',
      url: 'http://registry/schemas/ids/7',
      attempts: 1,
      retriable: false,
      message: 'GET http://registry/schemas/ids/7: 404 (40403) Schema 7 not found',
    })
    expect(JSON.stringify(error)).not.toMatch(/secret|hidden/)
  })
})

test('members that are missing or unknown are no fault', async () => {
  const fetch = () => new Response('{"id":3,"later":{}}')
  const client = new RegistryClient({ url: 'http://registry', fetch })
  expect(await client.registerSchema({ subject: 's', body: {} })).toEqual({ id: 3, later: {} })
})

test('an answer that is no JSON is no answer of a registry, and is not shown', async () => {
  const fetch = () => new Response('<html>secret</html>')
  const client = new RegistryClient({ url: 'http://registry', fetch })
  const error = await client.listSubjects().catch((e) => e)
  expect(error).toBeInstanceOf(RegistryAnswerError)
  expect(error.message).toBe('GET http://registry/subjects: the answer is no JSON')
})

test('closing ends what is under way and what comes later', async () => {
  const fetch = () => new Promise<Response>(() => undefined)
  const client = new RegistryClient({ url: 'http://registry', fetch })
  const pending = client.listSubjects()
  client.close()
  await expect(pending).rejects.toThrow(ClosedError)
  await expect(client.listSubjects()).rejects.toThrow(ClosedError)
})
