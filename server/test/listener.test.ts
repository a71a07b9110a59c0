import { expect, test } from 'vitest'
import { exchangeBytes, startTestServer } from './support/server.ts'

async function register(url: string, schema: string, subject = 's'): Promise<number> {
  const response = await fetch(`${url}/subjects/${subject}/versions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ schema }),
  })
  expect(response.status).toBe(200)
  return ((await response.json()) as { id: number }).id
}

const read = async (response: Response) => ({
  status: response.status,
  type: response.headers.get('content-type'),
  length: response.headers.get('content-length'),
  body: await response.text(),
})

test('a schema by id is the same from the ready bytes as from the store', async () => {
  const { url } = await startTestServer()
  for (const schema of [
    '"string"',
    '{"type":"enum","name":"E","symbols":["A"],"doc":"größe 😀"}',
  ]) {
    const id = await register(url, schema, encodeURIComponent(`s${schema}`))
    const cold = await read(await fetch(`${url}/schemas/ids/${id}`))
    const hot = await read(await fetch(`${url}/schemas/ids/${id}`))
    expect(hot).toEqual(cold)
    expect(cold.length).toBe(String(Buffer.byteLength(cold.body)))
  }
})

test('ready bytes are forgotten when a change touches the schema', async () => {
  const { url } = await startTestServer()
  const id = await register(url, '"string"')
  const byId = async () => (await fetch(`${url}/schemas/ids/${id}`)).json()
  await byId()
  expect(await byId()).toMatchObject({ deleted: false })
  await fetch(`${url}/subjects/s`, { method: 'DELETE' })
  expect(await byId()).toMatchObject({ deleted: true })
  await byId()
  await fetch(`${url}/subjects/s?permanent=true`, { method: 'DELETE' })
  expect(await byId()).toMatchObject({ error_code: 40403 })
})

test.each<[rule: string, headers: Record<string, string>, expected: object]>([
  ['the vendor type without Accept', {}, { type: 'application/vnd.schemaregistry.v1+json' }],
  ['application/json on request', { accept: 'application/json' }, { type: 'application/json' }],
  ['406 for a type we have not', { accept: 'text/html' }, { status: 406 }],
  ['415 for a body type we do not read', { 'content-type': 'text/plain' }, { status: 415 }],
  [
    'the keys that old Java clients know',
    { 'user-agent': 'Java/11.0.2' },
    { body: '{"schema":"\\"string\\""}' },
  ],
])('ready bytes keep to negotiation: %s', async (_rule, headers, expected) => {
  const { url } = await startTestServer()
  const id = await register(url, '"string"')
  const ask = async () => read(await fetch(`${url}/schemas/ids/${id}`, { headers }))
  const cold = await ask()
  expect(cold).toMatchObject(expected)
  expect(await ask()).toEqual(cold)
})

test('HEAD states the length that GET has and sends no body', async () => {
  const { url } = await startTestServer()
  await register(url, `{"type":"enum","name":"E","symbols":["A"],"doc":"${'ü'.repeat(9000)}"}`)
  const get = await read(await fetch(`${url}/schemas/ids/1`))
  const head = await read(await fetch(`${url}/schemas/ids/1`, { method: 'HEAD' }))
  expect(head).toEqual({ ...get, body: '' })
})

test('a body declared too large is refused before it is sent', async () => {
  const { url } = await startTestServer({ maxBodyBytes: '1000' })
  const answer = await exchangeBytes(
    url,
    'POST /subjects/s/versions HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n' +
      'Content-Length: 1001\r\nExpect: 100-continue\r\n\r\n',
  )
  expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  expect(answer).toContain('{"error_code":413,"message":"Request body is too large: 1001>1000"}')
})

test('a body without a declared length is refused as soon as it is too large', async () => {
  const { url } = await startTestServer({ maxBodyBytes: '1000' })
  const response = await fetch(`${url}/subjects/s/versions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: new Blob(['x'.repeat(5000)]).stream(),
    duplex: 'half',
  } as RequestInit)
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({ error_code: 413 })
})

test.each<[rule: string, request: string, status: number]>([
  ['no Host', 'GET /subjects HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['no HTTP', 'rubbish\r\n\r\n', 400],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
    400,
  ],
  [
    'a length beside chunks',
    'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
  ['huge headers', `GET / HTTP/1.1\r\nHost: h\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  [
    'a long target',
    `GET /subjects/${'x'.repeat(9000)}/versions HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n`,
    414,
  ],
  [
    'a broken escape',
    'GET /subjects/%zz/versions HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
    400,
  ],
  [
    'raw bytes beyond ASCII',
    'GET /subjects/\u00fc/versions HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
    400,
  ],
])('what no client should send is refused in JSON: %s', async (_rule, request, status) => {
  const { url } = await startTestServer()
  const answer = await exchangeBytes(url, Buffer.from(request, 'latin1'))
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))).toMatchObject({
    error_code: status,
    message: expect.any(String),
  })
})

test('dots in a path are a subject like any other', async () => {
  const { url } = await startTestServer()
  const answer = await exchangeBytes(
    url,
    'GET /subjects/../versions HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
  )
  expect(answer).toContain("Subject '..' not found.")
})

test('a request id is echoed, and given where there is none or more than one', async () => {
  const { url } = await startTestServer()
  const idFor = async (headers: string) =>
    /x-request-id: (.*)\r/i.exec(
      await exchangeBytes(
        url,
        `GET /subjects HTTP/1.1\r\nHost: h\r\n${headers}Connection: close\r\n\r\n`,
      ),
    )?.[1]
  const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
  expect(await idFor('X-Request-ID: mine and only mine\r\n')).toBe('mine and only mine')
  expect(await idFor('')).toMatch(uuid)
  expect(await idFor('X-Request-ID: a\r\nX-Request-ID: b\r\n')).toMatch(uuid)
})

test('pipelined requests are answered in order', async () => {
  const { url } = await startTestServer()
  await register(url, '"string"')
  const get = (path: string, end = '') => `GET ${path} HTTP/1.1\r\nHost: h\r\n${end}\r\n`
  const answer = await exchangeBytes(
    url,
    get('/schemas/ids/1') + get('/subjects') + get('/schemas/ids/1', 'Connection: close\r\n'),
  )
  expect(answer.match(/HTTP\/1\.1 200/g)).toHaveLength(3)
  expect(answer.indexOf('["s"]')).toBeGreaterThan(answer.indexOf('"schemaType"'))
})
