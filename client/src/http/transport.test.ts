import { describe, expect, test } from 'vitest'
import { skippingClock } from '../../test/support/skipping-clock.ts'
import {
  AuthError,
  RegistryAnswerError,
  RegistryHttpError,
  RegistryUnavailableError,
} from '../errors/http-errors.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import type { ClientEvent } from '../events.ts'
import { RegistryClient } from '../registry-client.ts'
import type { RegistryClientOptions } from './client-options.ts'

type Reply = number | Error | Response | 'silence'

/** A client for hosts a, b, c; a host answers with its replies one after the other, the last again. */
function setUp(
  replies: Readonly<Record<string, readonly Reply[]>>,
  options: Partial<RegistryClientOptions> = {},
) {
  const clock = skippingClock()
  const sent: string[] = []
  const requests: Request[] = []
  const left = new Map(Object.entries(replies).map(([host, list]) => [host, [...list]]))
  const fetch = async (request: Request): Promise<Response> => {
    const { hostname } = new URL(request.url)
    sent.push(hostname)
    requests.push(request)
    const list = left.get(hostname)!
    const reply = list.length > 1 ? list.shift()! : list[0]!
    if (reply === 'silence') return new Promise(() => undefined)
    if (reply instanceof Error) throw reply
    if (reply instanceof Response) return reply.clone()
    const body = reply < 300 ? '[]' : '{"error_code":1,"message":"no"}'
    return new Response(body, { status: reply })
  }
  const url = Object.keys(replies).map((host) => `http://${host}`)
  const client = new RegistryClient({ url, fetch, clock, random: () => 0.5, ...options })
  return { client, clock, sent, requests }
}

const cut = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('cut'), { code }) })
const later = (status: number, retryAfter: string): Response =>
  new Response('{}', { status, headers: { 'retry-after': retryAfter } })

describe('what fails for a passing reason is tried at the next URL', () => {
  test.each<[Reply]>([
    [408],
    [425],
    [429],
    [500],
    [502],
    [503],
    [504],
    [cut('ECONNRESET')],
    [cut('ECONNREFUSED')],
  ])('%s', async (reply) => {
    const { client, clock, sent } = setUp({ a: [reply], b: [200] })
    await client.listSubjects()
    expect(sent).toEqual(['a', 'b'])
    expect(clock.pauses).toEqual([])
  })

  test('and the one that answered is asked first from then on', async () => {
    const { client, sent } = setUp({ a: [500, 200], b: [200] })
    await client.listSubjects()
    await client.listSubjects()
    expect(sent).toEqual(['a', 'b', 'b'])
  })
})

test.each([400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 501])(
  '%i is an answer: nobody else is asked',
  async (status) => {
    const { client, sent } = setUp({ a: [status], b: [200] })
    const error = await client.listSubjects().catch((e) => e)
    expect(error).toBeInstanceOf(RegistryHttpError)
    expect(error).toMatchObject({ status, errorCode: 1, attempts: 1, retriable: false })
    expect(error instanceof AuthError).toBe(status === 401 || status === 403)
    expect(sent).toEqual(['a'])
  },
)

test('pauses double, are random and bounded, and end after the last round', async () => {
  const retries = { count: 4, waitMs: 200, maxWaitMs: 1000 }
  const { client, clock, sent } = setUp({ a: [503], b: [cut('ECONNRESET')] }, { retries })
  const error = await client.listSubjects().catch((e) => e)
  expect(sent.join('')).toBe('ababababab')
  expect(clock.pauses).toEqual([100, 200, 400, 500])
  expect(error).toBeInstanceOf(RegistryHttpError)
  expect(error).toMatchObject({ status: 503, attempts: 10, retriable: true })
})

test('without any answer the registry is unavailable, and the last cause is kept', async () => {
  const cause = cut('ECONNREFUSED')
  const { client } = setUp({ a: [cause] }, { retries: { count: 1 } })
  const error = await client.listSubjects().catch((e) => e)
  expect(error).toBeInstanceOf(RegistryUnavailableError)
  expect(error).toMatchObject({ attempts: 2, retriable: true, cause })
  expect(error.message).toBe('GET http://a/subjects: ECONNREFUSED cut')
})

describe('Retry-After', () => {
  test('is waited for', async () => {
    const { client, clock } = setUp({ a: [later(429, '3'), 200] })
    await client.listSubjects()
    expect(clock.pauses).toEqual([3000])
  })

  test('can be a date', async () => {
    const date = new Date(1_700_000_002_000).toUTCString()
    const { client, clock } = setUp({ a: [later(503, date), 200] })
    await client.listSubjects()
    expect(clock.pauses).toEqual([2000])
  })

  test('beyond the deadline ends the call at once', async () => {
    const { client, clock, sent } = setUp({ a: [later(503, '31'), 200] })
    await expect(client.listSubjects()).rejects.toMatchObject({ status: 503, attempts: 1 })
    expect(clock.pauses).toEqual([])
    expect(sent).toEqual(['a'])
  })
})

describe('time limits', () => {
  test('an attempt without an answer is given up after timeoutMs', async () => {
    const { client, clock, sent } = setUp({ a: ['silence'], b: [200] }, { timeoutMs: 6000 })
    const answer = client.listSubjects()
    await expect.poll(() => sent).toEqual(['a'])
    clock.skip(6000)
    expect(await answer).toEqual([])
    expect(sent).toEqual(['a', 'b'])
  })

  test('deadlineMs holds for all attempts together', async () => {
    const options = { timeoutMs: 20_000, deadlineMs: 30_000 }
    const { client, clock, sent } = setUp({ a: ['silence'], b: ['silence'] }, options)
    const error = client.listSubjects().catch((e) => e)
    await expect.poll(() => sent).toEqual(['a'])
    clock.skip(20_000)
    await expect.poll(() => sent).toEqual(['a', 'b'])
    clock.skip(10_000)
    expect(await error).toBeInstanceOf(RegistryUnavailableError)
    expect(await error).toMatchObject({ attempts: 2 })
  })

  test('both hold while a body is read', async () => {
    const endless = new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }))
    const { client, clock, sent } = setUp({ a: [endless], b: [200] })
    const answer = client.listSubjects()
    await expect.poll(() => sent).toEqual(['a'])
    clock.skip(5000)
    expect(await answer).toEqual([])
  })
})

test('an answer that is too large is given up, not read and not repeated', async () => {
  const { client, sent } = setUp({ a: [new Response('x'.repeat(101))] }, { maxAnswerBytes: 100 })
  await expect(client.listSubjects()).rejects.toThrow(RegistryAnswerError)
  expect(sent).toEqual(['a'])
})

describe('a caller who gives up gets the reason of the signal', () => {
  test('before anything is sent', async () => {
    const { client, sent } = setUp({ a: [200] })
    const reason = new Error('enough')
    await expect(client.listSubjects({}, { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    )
    expect(sent).toEqual([])
  })

  test('while an answer is awaited', async () => {
    const { client, sent, requests } = setUp({ a: ['silence'] })
    const abort = new AbortController()
    const answer = client.listSubjects({}, { signal: abort.signal }).catch((e) => e)
    await expect.poll(() => sent).toEqual(['a'])
    const reason = new Error('enough')
    abort.abort(reason)
    expect(await answer).toBe(reason)
    expect(requests[0]?.signal.aborted).toBe(true)
  })
})

describe('a request whose answer was lost is repeated only where that is safe', () => {
  const version = { subject: 's', version: 3 }
  const calls: readonly [string, (client: RegistryClient) => Promise<unknown>, number][] = [
    ['reading', (c) => c.getVersion(version), 2],
    ['registering', (c) => c.registerSchema({ subject: 's', body: {} }), 2],
    ['changing a config', (c) => c.updateGlobalConfig({ body: { compatibility: 'FULL' } }), 2],
    ['deleting a subject', (c) => c.deleteSubject({ subject: 's' }), 2],
    ['deleting a version by its number', (c) => c.deleteVersion(version), 2],
    ['deleting the latest', (c) => c.deleteVersion({ ...version, version: 'latest' }), 1],
    ['deleting the latest as -1', (c) => c.deleteVersion({ ...version, version: -1 }), 1],
    ['editing tags', (c) => c.editTags({ ...version, body: {} }), 1],
    ['asking for readiness', (c) => c.getReadiness(), 1],
  ]
  test.each(calls)('%s', async (_what, call, attempts) => {
    const { client } = setUp({ a: [cut('ECONNRESET')] }, { retries: { count: 1 } })
    await expect(call(client)).rejects.toMatchObject({ attempts })
  })

  test.each<[Reply]>([[429], [503], [cut('ECONNREFUSED')]])(
    'but what was not heard (%s) is always said again',
    async (reply) => {
      const { client } = setUp({ a: [reply, 200] })
      await client.deleteVersion({ ...version, version: 'latest' })
    },
  )

  test('what is lost in the end is told as lost, whatever was said before', async () => {
    const { client } = setUp({ a: [503, cut('ECONNRESET')] })
    const error = client.deleteVersion({ ...version, version: 'latest' })
    await expect(error).rejects.toThrow(RegistryUnavailableError)
  })

  test('a DELETE that did its work at first may end as 404 of a later attempt', async () => {
    const { client } = setUp({ a: [cut('ECONNRESET'), 404] })
    const error = client.deleteSubject({ subject: 's' })
    await expect(error).rejects.toMatchObject({ status: 404, attempts: 2 })
  })
})

test.each<[string, string, RegExp]>([
  ['another host', 'https://elsewhere/subjects?token=1', /redirected to https:\/\/elsewhere;/],
  ['the same host', '/elsewhere', /redirected to http:\/\/a;/],
  ['nowhere', 'http://', /redirected; /],
])('a redirect to %s is not followed', async (_where, location, message) => {
  const redirect = new Response(null, { status: 302, headers: { location } })
  const { client, sent } = setUp({ a: [redirect] })
  await expect(client.listSubjects()).rejects.toThrow(message)
  expect(sent).toEqual(['a'])
})

test('randomizeUrl begins anywhere', async () => {
  const { client, sent } = setUp({ a: [200], b: [200], c: [200] }, { randomizeUrl: true })
  await client.listSubjects()
  expect(sent).toEqual(['b'])
})

test('every attempt is told of, without the query', async () => {
  const events: ClientEvent[] = []
  const refused = cut('ECONNREFUSED')
  const { client } = setUp({ a: [refused], b: [200] }, { onEvent: (event) => events.push(event) })
  await client.listSubjects({ subjectPrefix: 'hidden' })
  const request = { type: 'request', method: 'GET', durationMs: 0 }
  expect(events).toEqual([
    { ...request, url: 'http://a/subjects', attempt: 1, error: refused },
    { ...request, url: 'http://b/subjects', attempt: 2, status: 200 },
  ])
})

test('retries that are undefined are the usual ones', async () => {
  const retries = { count: undefined, waitMs: undefined, maxWaitMs: undefined }
  const { client, sent } = setUp({ a: [503, 503, 503, 200] }, { retries })
  await client.listSubjects()
  expect(sent).toEqual(['a', 'a', 'a', 'a'])
})

test.each<[string, Partial<RegistryClientOptions>]>([
  ['no time for an attempt', { timeoutMs: 0 }],
  ['no time at all', { deadlineMs: Number.NaN }],
  ['more time than a timer takes', { timeoutMs: 2 ** 31 }],
  ['a negative number of retries', { retries: { count: -1 } }],
  ['a basic auth without a password', { auth: { username: 'u' } as never }],
])('refuses %s', (_what, options) => {
  expect(() => setUp({ a: [200] }, options)).toThrow(InvalidArgumentError)
})
