import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from './support/app.ts'
import { run, serve } from './support/process.ts'

async function register(url: string, subject: string, schema: string): Promise<unknown> {
  const response = await fetch(`${url}/subjects/${subject}/versions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ schema }),
  })
  return response.json()
}

test('what was acknowledged survives a kill, and the next id goes on', async () => {
  const database = join(temporaryFolder(), 'registry.db')
  const first = await serve(['--database', database])
  expect(await register(first.url, 'a', '"string"')).toMatchObject({ id: 1, version: 1 })
  first.process.kill('SIGKILL')
  await first.exit

  const second = await serve(['--database', database])
  expect(await (await fetch(`${second.url}/subjects/a/versions/1`)).json()).toMatchObject({ id: 1 })
  expect(await register(second.url, 'b', '"int"')).toMatchObject({ id: 2 })
})

test('a second process on the same file is refused with a line that names it', async () => {
  const database = join(temporaryFolder(), 'registry.db')
  await serve(['--database', database])
  const { code, stderr } = await run(['--port', '0', '--database', database])
  expect(code).toBe(1)
  expect(stderr).toContain(database)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

test('SIGTERM lets a request under way finish, turns new ones away and ends with 0', async () => {
  const database = join(temporaryFolder(), 'registry.db')
  const server = await serve(['--database', database])
  const body = JSON.stringify({ schema: '"string"' })
  let send: (rest: string) => void = () => {}
  const slow = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(body.slice(0, 5)))
      send = (rest) => {
        controller.enqueue(new TextEncoder().encode(rest))
        controller.close()
      }
    },
  })
  const answer = fetch(`${server.url}/subjects/slow/versions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: slow,
    duplex: 'half',
  } as RequestInit)
  // The server is known to hold the request once it answers another one.
  await fetch(`${server.url}/subjects`)

  server.process.kill('SIGTERM')
  await untilLogged(server.stdout, 'draining')
  await expect(
    fetch(`${server.url}/subjects`, { headers: { connection: 'close' } }),
  ).rejects.toThrow()
  send(body.slice(5))
  expect((await answer).status).toBe(200)
  expect((await server.exit).code).toBe(0)
  expect(server.stdout()).toContain('"msg":"stopped"')
})

test('keep-alive connections are closed when draining, so that stopping does not wait for them', async () => {
  const server = await serve(['--database', join(temporaryFolder(), 'registry.db')])
  const agent = new Agent({ keepAlive: true })
  await new Promise<void>((resolve, reject) => {
    get(`${server.url}/subjects`, { agent }, (response) => {
      response.resume().on('end', resolve)
    }).on('error', reject)
  })
  server.process.kill('SIGTERM')
  expect((await server.exit).code).toBe(0)
  agent.destroy()
})

test('a database written by a newer version is refused and left as it is', async () => {
  const { default: Sqlite } = await import('better-sqlite3')
  const database = join(temporaryFolder(), 'registry.db')
  const db = new Sqlite(database)
  db.pragma('journal_mode = WAL')
  db.exec(
    "CREATE TABLE migrations (name TEXT PRIMARY KEY); INSERT INTO migrations VALUES ('9999_future.sql')",
  )
  db.close()
  const before = readFileSync(database)
  const { code, stderr } = await run(['--port', '0', '--database', database])
  expect(code).toBe(1)
  expect(stderr).toContain('newer Magicbyte')
  expect(readFileSync(database).equals(before)).toBe(true)
})

test('a file that is no database is refused with a clear line', async () => {
  const database = join(temporaryFolder(), 'registry.db')
  writeFileSync(
    database,
    'this is text, and long enough not to be taken for an empty file '.repeat(20),
  )
  const { code, stderr } = await run(['--port', '0', '--database', database])
  expect(code).toBe(1)
  expect(stderr).toContain(database)
  expect(stderr).not.toMatch(/\n\s+at /)
})

test('a port in use is told in one line', async () => {
  const first = await serve(['--database', join(temporaryFolder(), 'a.db')])
  const port = new URL(first.url).port
  const { code, stderr } = await run([
    '--port',
    port,
    '--database',
    join(temporaryFolder(), 'b.db'),
  ])
  expect(code).toBe(1)
  expect(stderr).toContain(port)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

test('the default bind is loopback, and a wider one is warned of', async () => {
  const narrow = await serve(['--database', join(temporaryFolder(), 'a.db')])
  expect(new URL(narrow.url).hostname).toBe('127.0.0.1')
  expect(narrow.stdout()).not.toContain('"level":"warn"')
  const wide = await serve(['--host', '0.0.0.0', '--database', join(temporaryFolder(), 'b.db')])
  await untilLogged(wide.stdout, 'there is no authentication')
})

test('requests are logged in one line each, without schemas; probes are not', async () => {
  const server = await serve(['--database', join(temporaryFolder(), 'registry.db')])
  await register(
    server.url,
    'secret-subject',
    '{"type":"record","name":"SecretRecord","fields":[]}',
  )
  await fetch(`${server.url}/health/ready`)
  await fetch(`${server.url}/subjects/none/versions`, { headers: { 'x-request-id': 'r-1' } })
  await untilLogged(server.stdout, 'r-1')
  const lines = server
    .stdout()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const requests = lines.filter(({ route }) => route)
  expect(requests).toHaveLength(2)
  expect(requests[0]).toMatchObject({ route: '/subjects/{subject}/versions', status: 200 })
  expect(requests.every(({ bytes }) => bytes > 50)).toBe(true)
  expect(requests[1]).toMatchObject({ request_id: 'r-1', status: 404, error_code: 40401 })
  expect(server.stdout()).not.toMatch(/SecretRecord|secret-subject/)
})

test('backup while serving, restore after: what was there comes back and ids go on', async () => {
  const folder = temporaryFolder()
  const database = join(folder, 'registry.db')
  const copy = join(folder, 'copy.db')
  const first = await serve(['--database', database])
  await register(first.url, 'a', '"string"')
  expect((await run(['backup', copy, '--database', database])).code).toBe(0)
  await register(first.url, 'b', '"int"')
  expect((await run(['restore', copy, '--database', database])).code).toBe(1)
  first.process.kill('SIGTERM')
  await first.exit
  expect((await run(['restore', copy, '--database', database])).code).toBe(0)
  expect(existsSync(copy)).toBe(true)

  const second = await serve(['--database', database])
  expect(await (await fetch(`${second.url}/subjects`)).json()).toEqual(['a'])
  expect(await register(second.url, 'c', '"long"')).toMatchObject({ id: 3 })
})

/** Waits for what the process will write, by its own next lines. */
async function untilLogged(stdout: () => string, text: string): Promise<void> {
  while (!stdout().includes(text)) await new Promise((resolve) => setImmediate(resolve))
}
