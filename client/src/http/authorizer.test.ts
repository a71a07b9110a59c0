import { describe, expect, test } from 'vitest'
import { skippingClock } from '../../test/support/skipping-clock.ts'
import { AuthError, RegistryUnavailableError } from '../errors/http-errors.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import { RegistryClient } from '../registry-client.ts'
import type { OAuthOptions } from './auth-options.ts'
import type { RegistryClientOptions } from './client-options.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** A client for `http://registry`, which shows the headers of its requests and accepts all. */
function setUp(options: Partial<RegistryClientOptions>, url = 'http://registry') {
  const headers: Headers[] = []
  const fetch = (request: Request): Response => {
    headers.push(request.headers)
    return new Response('[]')
  }
  return { client: new RegistryClient({ url, fetch, ...options }), headers }
}

type Auth = Partial<RegistryClientOptions>
const basic = { username: 'us:er', password: 'pässword' }

test.each<[rule: string, options: Auth, url: string, expected: Record<string, string | null>]>([
  ['nobody asks', {}, 'http://registry', { authorization: null }],
  [
    'a user',
    { auth: basic },
    'http://registry',
    { authorization: `Basic ${base64('us:er:pässword')}` },
  ],
  ['a user in the URL', {}, 'http://u:p@registry', { authorization: `Basic ${base64('u:p')}` }],
  [
    'options before the URL',
    { auth: { token: 't' } },
    'http://u:p@registry',
    { authorization: 'Bearer t' },
  ],
  [
    'a function that gives a token',
    { auth: { token: async () => 't' } },
    'http://registry',
    { authorization: 'Bearer t' },
  ],
  [
    'what a cloud asks for',
    { auth: { token: 't', logicalCluster: 'lsrc-1', identityPoolId: 'pool-1' } },
    'http://registry',
    { 'target-sr-cluster': 'lsrc-1', 'confluent-identity-pool-id': 'pool-1' },
  ],
  [
    'own headers before all others',
    { auth: basic, headers: { Authorization: 'Own', 'X-Team': 'a' } },
    'http://registry',
    { authorization: 'Own', 'x-team': 'a' },
  ],
  [
    'own headers from a function',
    { headers: async () => ({ 'x-team': 'b' }) },
    'http://registry',
    { 'x-team': 'b' },
  ],
  ['a user agent', { userAgent: 'mine/1' }, 'http://registry', { 'user-agent': 'mine/1' }],
])('%s', async (_rule, options, url, expected) => {
  const { client, headers } = setUp(options, url)
  await client.listSubjects()
  for (const [name, value] of Object.entries(expected)) expect(headers[0]?.get(name)).toBe(value)
})

test('a header that cannot be sent is named, and its value is not shown', async () => {
  const { client, headers } = setUp({ headers: { 'x-key': 'secret\nvalue' } })
  const error = await client.listSubjects().catch((e) => e)
  expect(error).toBeInstanceOf(InvalidArgumentError)
  expect(error.message).toBe('headers: name or value of "x-key" is invalid')
  expect(headers).toEqual([])
})

test('an error of a function is the caller’s own', async () => {
  const own = new Error('vault')
  const { client } = setUp({ auth: { token: () => Promise.reject(own) } })
  await expect(client.listSubjects()).rejects.toBe(own)
})

describe('tokens of an authorization server', () => {
  const HOUR = 3600

  /** Tokens are t1, t2 …; the registry accepts those that `accepts` does. */
  function setUpOAuth(
    options: Partial<OAuthOptions> = {},
    accepts: (token: string) => boolean = () => true,
    answer: (count: number) => Response = (count) =>
      Response.json({ access_token: `t${count}`, expires_in: HOUR }),
  ) {
    const clock = skippingClock()
    const asked: Request[] = []
    const used: string[] = []
    const fetch = async (request: Request): Promise<Response> => {
      if (new URL(request.url).hostname === 'issuer') {
        asked.push(request.clone())
        await Promise.resolve()
        return answer(asked.length)
      }
      const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? ''
      used.push(token)
      return accepts(token) ? new Response('[]') : new Response('{}', { status: 401 })
    }
    const oauth = { tokenUrl: 'http://issuer/token?tenant=x', clientId: 'i d', clientSecret: 's&' }
    const client = new RegistryClient({
      url: 'http://registry',
      fetch,
      clock,
      retries: { count: 1 },
      auth: { oauth: { ...oauth, ...options } },
    })
    return { client, clock, asked, used }
  }

  test('are asked for once, however many need one', async () => {
    const { client, asked, used } = setUpOAuth()
    await Promise.all(Array.from({ length: 20 }, () => client.listSubjects()))
    expect(asked).toHaveLength(1)
    expect(new Set(used)).toEqual(new Set(['t1']))
  })

  test('are asked for with id and secret in the header', async () => {
    const { client, asked } = setUpOAuth({ scope: 'a b', logicalCluster: 'lsrc-1' })
    await client.listSubjects()
    expect(asked[0]?.method).toBe('POST')
    expect(asked[0]?.headers.get('authorization')).toBe(`Basic ${base64('i+d:s%26')}`)
    expect(await asked[0]?.text()).toBe('grant_type=client_credentials&scope=a+b')
  })

  test('or in the body', async () => {
    const { client, asked } = setUpOAuth({ credentialsIn: 'body' })
    await client.listSubjects()
    expect(asked[0]?.headers.get('authorization')).toBeNull()
    const form = 'grant_type=client_credentials&client_id=i+d&client_secret=s%26'
    expect(await asked[0]?.text()).toBe(form)
  })

  test('are renewed five minutes before they expire', async () => {
    const { client, clock, used } = setUpOAuth()
    await client.listSubjects()
    clock.skip((HOUR - 301) * 1000)
    await client.listSubjects()
    clock.skip(2000)
    await client.listSubjects()
    expect(used).toEqual(['t1', 't1', 't2'])
  })

  test('that live shortly are renewed when 80 % are over', async () => {
    const answer = (count: number) => Response.json({ access_token: `t${count}`, expires_in: '60' })
    const { client, clock, used } = setUpOAuth({}, () => true, answer)
    await client.listSubjects()
    clock.skip(47_000)
    await client.listSubjects()
    clock.skip(2000)
    await client.listSubjects()
    expect(used).toEqual(['t1', 't1', 't2'])
  })

  test('serve until they expire while no new one can be had', async () => {
    const answer = (count: number) =>
      count === 1
        ? Response.json({ access_token: 't1', expires_in: HOUR })
        : new Response('', { status: 503 })
    const { client, clock, used } = setUpOAuth({}, () => true, answer)
    await client.listSubjects()
    clock.skip((HOUR - 10) * 1000)
    await client.listSubjects()
    expect(used).toEqual(['t1', 't1'])
    clock.skip(10_000)
    await expect(client.listSubjects()).rejects.toThrow(RegistryUnavailableError)
  })

  test('that are not accepted are replaced once', async () => {
    const { client, asked, used } = setUpOAuth({}, (token) => token === 't2')
    await client.listSubjects()
    expect(used).toEqual(['t1', 't2'])
    await client.listSubjects()
    expect(asked).toHaveLength(2)
  })

  test('and no more than once', async () => {
    const { client, used } = setUpOAuth({}, () => false)
    await expect(client.listSubjects()).rejects.toThrow(AuthError)
    expect(used).toEqual(['t1', 't2'])
  })

  test.each<[string, Response, typeof AuthError | typeof RegistryUnavailableError]>([
    ['a refusal is final', new Response('{"error":"invalid_client"}', { status: 401 }), AuthError],
    ['so is an answer without a token', Response.json({}), AuthError],
    ['and one that is no JSON', new Response('<html>'), AuthError],
    [
      'a server that fails may work later',
      new Response('', { status: 500 }),
      RegistryUnavailableError,
    ],
  ])('%s', async (_rule, response, error) => {
    const { client, used } = setUpOAuth({}, undefined, () => response.clone())
    const failure = await client.listSubjects().catch((e) => e)
    expect(failure).toBeInstanceOf(error)
    expect(failure.url).toBe('http://issuer/token')
    expect(used).toEqual([])
  })

  test.each(['issuer', 'ftp://issuer', 'http://u:secret@issuer'])(
    '%s is no URL for that',
    (tokenUrl) => {
      const construct = () => setUpOAuth({ tokenUrl })
      expect(construct).toThrow(InvalidArgumentError)
      expect(construct).not.toThrow('secret')
    },
  )
})
