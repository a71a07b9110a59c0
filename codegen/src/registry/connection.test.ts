import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { projectFolder } from '../../test/project-folder.ts'

interface Seen {
  readonly url: string
  readonly authorization: string | null
}

/** Answers every request with a list or with an error, and remembers who asked. */
function recorder(status = 200, body: unknown = []) {
  const seen: Seen[] = []
  const fetch = (request: Request) => {
    seen.push({ url: request.url, authorization: request.headers.get('authorization') })
    return Response.json(body, { status })
  }
  return { seen, fetch }
}

const basic = (info: string) => `Basic ${Buffer.from(info).toString('base64')}`
const SUBJECTS = ['registry', 'subjects'] as const

test.each<
  [string, Record<string, unknown>, Record<string, string>, string[], string, string | null]
>([
  [
    'the variable gives the URL',
    {},
    { SCHEMA_REGISTRY_URL: 'http://a.example' },
    [],
    'http://a.example',
    null,
  ],
  [
    'the config gives the URL',
    { 'magicbyte.config.json': { registry: { url: 'http://b.example' } } },
    {},
    [],
    'http://b.example',
    null,
  ],
  [
    'the variable comes before the config',
    { 'magicbyte.config.json': { registry: { url: 'http://b.example' } } },
    { SCHEMA_REGISTRY_URL: 'http://a.example' },
    [],
    'http://a.example',
    null,
  ],
  [
    'the flag comes first',
    {},
    { SCHEMA_REGISTRY_URL: 'http://a.example' },
    ['--registry', 'http://c.example/base/'],
    'http://c.example/base',
    null,
  ],
  [
    'the variable gives user and password',
    {},
    { SCHEMA_REGISTRY_URL: 'http://a.example', SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO: 'ada:a:b' },
    [],
    'http://a.example',
    basic('ada:a:b'),
  ],
  [
    'a variable gives a token',
    {},
    { SCHEMA_REGISTRY_URL: 'http://a.example', SCHEMA_REGISTRY_BEARER_AUTH_TOKEN: 't0k' },
    [],
    'http://a.example',
    'Bearer t0k',
  ],
  [
    'the config names the variable',
    {
      'magicbyte.config.json': {
        registry: { url: 'http://b.example', auth: { env: 'MINE', scheme: 'bearer' } },
      },
    },
    { MINE: 'own', SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO: 'ada:a' },
    [],
    'http://b.example',
    'Bearer own',
  ],
  [
    'a file of properties gives all',
    {
      'client.properties':
        '# ours\nschema.registry.url = http\\://p.example\nbasic.auth.user.info=eve:x\n' +
        'basic.auth.credentials.source=USER_INFO\nbootstrap.servers=localhost:9092\n',
    },
    {},
    ['--registry-config', 'client.properties'],
    'http://p.example',
    basic('eve:x'),
  ],
  [
    'a JSON file does too, but the flag gives another URL',
    { 'client.json': { 'schema.registry.url': 'http://p.example', 'bearer.auth.token': 'j' } },
    {},
    ['--registry-config', 'client.json', '--registry', 'http://c.example'],
    'http://c.example',
    'Bearer j',
  ],
])('%s', async (_, files, env, options, url, authorization) => {
  const { seen, fetch } = recorder()
  const folder = projectFolder(files, { env, fetch })
  const result = await folder.run(...SUBJECTS, '-q', ...options)
  expect(result).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(seen).toEqual([{ url: `${url}/subjects`, authorization }])
})

test.each<[string, Record<string, unknown>, Record<string, string>, string[], string]>([
  ['no registry at all', {}, {}, [], 'No registry is given'],
  ['no URL', {}, { SCHEMA_REGISTRY_URL: 'nope' }, [], 'URL 1 is no URL'],
  [
    'credentials in the flag',
    {},
    {},
    ['--registry', 'http://ada:s3cret@a.example'],
    '--registry must not hold credentials',
  ],
  [
    'a variable that is not set',
    { 'magicbyte.config.json': { registry: { url: 'http://b.example', auth: { env: 'MINE' } } } },
    {},
    [],
    'The variable MINE, which registry.auth.env names, is not set',
  ],
  [
    'a variable without a colon',
    {},
    { SCHEMA_REGISTRY_URL: 'http://a', SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO: 's3cret' },
    [],
    'is not of the form user:password',
  ],
  ['a missing file', {}, {}, ['--registry-config', 'no'], 'The file no cannot be read'],
  [
    'a broken file',
    { 'x.json': '{"basic.auth.user.info": s3cret' },
    {},
    ['--registry-config', 'x.json'],
    'The file x.json is no JSON',
  ],
])('%s is told without secrets', async (_, files, env, options, message) => {
  const { seen, fetch } = recorder()
  const result = await projectFolder(files, { env, fetch }).run(...SUBJECTS, ...options)
  expect(result.code).toBe(1)
  expect(result.stderr).toContain(message)
  expect(result.stderr).not.toContain('s3cret')
  expect(seen).toEqual([])
})

test.each<[string, number, unknown, number, string]>([
  ['401 ends with 2', 401, { error_code: 401, message: 'Who?' }, 2, 'credentials come from'],
  ['403 ends with 2', 403, { error_code: 40301, message: 'No.' }, 2, 'credentials come from'],
  ['404 without a code is another URL', 404, '<html>', 2, 'is this the URL of a registry?'],
  ['no list is no registry', 200, 'x', 2, 'is this the URL of a registry?'],
  ['a refusal ends with 1', 422, { error_code: 42208, message: 'No.\u001b[1m' }, 1, 'No. [1m'],
])('%s', async (_, status, body, code, message) => {
  const env = {
    SCHEMA_REGISTRY_URL: 'http://ada:s3cret@a.example',
    SCHEMA_REGISTRY_BEARER_AUTH_TOKEN: 't0k3n',
  }
  const { fetch } = recorder(status, body)
  const result = await projectFolder({}, { env, fetch }).run(...SUBJECTS)
  expect(result.code).toBe(code)
  expect(result.stderr).toContain(message)
  expect(result.stderr).not.toMatch(/s3cret|t0k3n/)
})

test('a port where nobody listens ends with 2', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  const env = { SCHEMA_REGISTRY_URL: `http://127.0.0.1:${port}` }
  const result = await projectFolder({}, { env }).run(...SUBJECTS)
  expect(result.code).toBe(2)
  expect(result.stderr).toContain('The registry cannot be reached')
})

test('a registry behind a socket is reached with the global fetch', async () => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end('["a","b"]')
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const env = { SCHEMA_REGISTRY_URL: `http://127.0.0.1:${port}` }
  expect(await projectFolder({}, { env }).run(...SUBJECTS, '-q')).toEqual({
    code: 0,
    stdout: 'a\nb\n',
    stderr: '',
  })
})
