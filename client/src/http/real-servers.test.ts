import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { startTemporaryServer } from '../../../scripts/temporary-server.ts'
import { RegistryAnswerError, RegistryUnavailableError } from '../errors/http-errors.ts'
import { RegistryClient } from '../registry-client.ts'

/** A server on a free port that answers so; says how many requests came. */
async function serve(answer: RequestListener): Promise<{ url: string; requests: () => number }> {
  let requests = 0
  const server = createServer((request, response) => {
    requests++
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => stop(server))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, requests: () => requests }
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

/** A URL where nobody listens any more. */
async function deadUrl(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await stop(server)
  return `http://127.0.0.1:${port}`
}

const noRetries = { count: 0 }

test('a server that is gone is passed over', async () => {
  const alive = await serve((_request, response) => response.end('[]'))
  const client = new RegistryClient({ url: [await deadUrl(), alive.url], retries: noRetries })
  expect(await client.listSubjects()).toEqual([])
})

test('a server that says nothing is passed over', async () => {
  const silent = await serve(() => undefined)
  const alive = await serve((_request, response) => response.end('[]'))
  const url = [silent.url, alive.url]
  const client = new RegistryClient({ url, timeoutMs: 200, retries: noRetries })
  expect(await client.listSubjects()).toEqual([])
  expect(silent.requests()).toBe(1)
})

test('so is one that stops in the middle of its answer', async () => {
  const stuck = await serve((_request, response) => response.write('['))
  const cut = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': 100 }).write('[', () => response.destroy())
  })
  const alive = await serve((_request, response) => response.end('["s"]'))
  const url = [stuck.url, cut.url, alive.url]
  const client = new RegistryClient({ url, timeoutMs: 200, retries: noRetries })
  expect(await client.listSubjects()).toEqual(['s'])
  expect([stuck.requests(), cut.requests(), alive.requests()]).toEqual([1, 1, 1])
})

test('the deadline ends a call although attempts might go on', async () => {
  const silent = await serve(() => undefined)
  const client = new RegistryClient({ url: silent.url, timeoutMs: 60_000, deadlineMs: 200 })
  const error = await client.listSubjects().catch((e) => e)
  expect(error).toBeInstanceOf(RegistryUnavailableError)
  expect(error.message).toBe(`GET ${silent.url}/subjects: no answer within 200 ms`)
})

test('without a connection the code of the error is told', async () => {
  const url = await deadUrl()
  const client = new RegistryClient({ url, retries: noRetries })
  await expect(client.listSubjects()).rejects.toThrow(`GET ${url}/subjects: connect ECONNREFUSED`)
})

test('an endless answer is given up', async () => {
  const endless = await serve((_request, response) => {
    const more = (): void => void response.write('x'.repeat(64 * 1024), () => more())
    more()
  })
  const client = new RegistryClient({ url: endless.url, maxAnswerBytes: 1024 * 1024 })
  await expect(client.listSubjects()).rejects.toThrow(RegistryAnswerError)
})

test('credentials do not follow a redirect', async () => {
  const elsewhere = await serve((_request, response) => response.end('[]'))
  const origin = await serve((_request, response) => {
    response.writeHead(307, { location: `${elsewhere.url}/subjects` }).end()
  })
  const client = new RegistryClient({ url: origin.url.replace('http://', 'http://u:p@') })
  const message = `${origin.url}/subjects: redirected to ${elsewhere.url}; redirects are not followed`
  await expect(client.listSubjects()).rejects.toThrow(message)
  expect(elsewhere.requests()).toBe(0)
})

test('a base path is kept', async () => {
  const urls: (string | undefined)[] = []
  const proxy = await serve((request, response) => {
    urls.push(request.url)
    response.end('[]')
  })
  const client = new RegistryClient({ url: `${proxy.url}/apis/registry/` })
  await client.listVersions({ subject: 'a/b' })
  expect(urls).toEqual(['/apis/registry/subjects/a%2Fb/versions'])
})

test('subjects of all kinds arrive at our server as they are', async () => {
  const server = await startTemporaryServer()
  onTestFinished(() => server.stop())
  const client = new RegistryClient({ url: server.url })
  const subjects = [':.eu:orders', 'a/b', 'a+b %2F?#;&=', 'заказы🎉', '...', "!'()*~"]
  for (const subject of subjects) {
    await client.registerSchema({ subject, body: { schema: '"int"' } })
  }
  expect((await client.listSubjects()).toSorted()).toEqual(subjects.toSorted())
  expect(await client.getReadiness()).toMatchObject({ status: 'UP' })
  expect(await client.getOpenapiDocument()).toMatch(/^openapi: 3/)
  const png = await client.getDocsAsset({ asset: 'favicon-32x32.png' })
  expect([...png.subarray(1, 4)]).toEqual([...Buffer.from('PNG')])
})
