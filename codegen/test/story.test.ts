import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { startTemporaryServer } from '../../scripts/temporary-server.ts'
import { type ProjectFolder, projectFolder } from './project-folder.ts'
import { inputOf } from './registry-project.ts'

const safe = (text: string) =>
  text.replace(
    '"default": null }\n',
    '"default": null },\n    { "name": "cents", "type": "long", "default": 0 }\n',
  )
const breaking = (text: string) =>
  text.replace('{ "type": "long", "logicalType": "timestamp-millis" }', '"string"')

const file = 'schemas/orders.avsc'
const change = (folder: ProjectFolder, by: (text: string) => string) => {
  const text = folder.read(file)
  expect(by(text)).not.toBe(text)
  folder.write({ [file]: by(text) })
}

async function registry() {
  const server = await startTemporaryServer()
  onTestFinished(() => server.stop())
  return { url: server.url, env: { SCHEMA_REGISTRY_URL: server.url } }
}

test('from an empty folder to a release, and to the project of a reader', async () => {
  const { url, env } = await registry()
  const shop = projectFolder({}, { env })
  for (const step of ['init', 'validate', 'lint', 'generate', 'push']) {
    expect(await shop.run(step)).toMatchObject({ code: 0 })
  }
  expect(shop.read('src/generated/topics.ts')).toContain('orders: { key')

  change(shop, safe)
  const against = ['--against', 'registry'] as const
  expect(await shop.run('compat', ...against)).toMatchObject({ code: 0, stdout: '' })
  expect((await shop.run('generate', '--check')).code).toBe(100)
  expect((await shop.run('generate')).code).toBe(0)
  expect((await shop.run('push', '-q')).stdout).toBe(`orders-value v2 (id 2) new: ${file}\n`)

  const released = shop.read(file)
  change(shop, breaking)
  const refused = await shop.run('compat', ...against)
  expect(refused.code).toBe(100)
  expect(refused.stdout).toContain(`${file}:8:65: error TYPE_MISMATCH long became string`)
  expect(refused.stdout).toContain('BACKWARD fails against orders-value v2 (id 2)')
  expect(await shop.run('push')).toMatchObject({ code: 100, stdout: refused.stdout })
  expect((await shop.run('registry', 'versions', 'orders-value')).stdout).toBe('1\n2\n')

  shop.write({
    [file]: released,
    'magicbyte.state.json': {
      compatibility: 'FORWARD',
      subjects: { 'orders-value': { schema: file, compatibility: 'FULL' } },
    },
  })
  const planned = await shop.run('plan', '-q', '-o', 'plan.json')
  expect(planned.stdout.split('\n')).toHaveLength(3)
  expect((await shop.run('apply', 'plan.json')).stderr).toBe('2 of 2 things were done now\n')
  expect((await shop.run('plan', '--detailed-exitcode')).code).toBe(0)
  const config = await shop.run('registry', 'config', 'orders-value')
  expect(config.stdout).toBe('compatibilityLevel FULL\n')

  const billing = projectFolder({}, { env })
  const pulled = await billing.run('pull', 'orders-*', '--registry', url)
  expect(pulled.stdout).toBe('orders-value v2 (id 2) written: schemas/orders-value.avsc\n')
  expect(await billing.run('pull', '--frozen')).toMatchObject({ code: 0, stdout: '' })
  expect((await billing.run('generate', '--out', 'gen')).code).toBe(0)
  const check = ['generate', '--out', 'gen', '--check']
  expect(await billing.run(...check)).toMatchObject({ code: 0, stdout: '' })
  const generated = 'gen/example/orders/index.ts'
  billing.write({ [generated]: `${billing.read(generated)}// by hand\n` })
  const stale = await billing.run(...check)
  expect(stale.code).toBe(100)
  expect(stale.stdout).toContain('\n-// by hand\n')
})

test('messages go through pipes', async () => {
  const { env } = await registry()
  const json = '{"id":"0b9ac12e-5b6f-4f5c-9d50-0a5e5d2e5a52","placedAt":5,"note":null}'
  const shop = projectFolder({}, { env, stdin: inputOf(json)! })
  await shop.run('init', '-q')
  await shop.run('push', '-q')
  const encoded = await shop.run('encode', '--subject', 'orders-value', '-q')
  expect(encoded).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^0000000001[0-9a-f]+\n$/),
  })
  const reader = projectFolder({}, { env, stdin: inputOf(encoded.stdout)! })
  expect(await reader.run('decode')).toEqual({ code: 0, stdout: `${json}\n`, stderr: '' })
})

const commands: readonly (readonly string[])[] = [
  ['push'],
  ['pull', 'orders-value'],
  ['compat', '--against', 'registry'],
  ['plan'],
  ['registry', 'subjects'],
  ['encode', '--id', '1', '--data', '{}'],
  ['doctor'],
]

const secret = 'correct-horse'
const state = { subjects: { 'orders-value': { schema: file } } }

test.each(commands)('%s %s ends with 2 where nobody answers', async (...argv) => {
  const server = await startTemporaryServer()
  await server.stop()
  const shop = projectFolder({ 'magicbyte.state.json': state }, { env: environment(server.url) })
  await shop.run('init', '-q')
  const { code, stdout, stderr } = await shop.run(...argv)
  expect([code, stdout + stderr]).toEqual([2, expect.stringContaining('cannot be reached')])
  expect(stdout + stderr).not.toContain(secret)
})

test.each(commands)('%s %s ends with 2 where the credentials are refused', async (...argv) => {
  const { url, sent } = await refusingServer()
  const shop = projectFolder({ 'magicbyte.state.json': state }, { env: environment(url) })
  await shop.run('init', '-q')
  for (const more of [[], ['--debug']]) {
    const { code, stdout, stderr } = await shop.run(...argv, ...more)
    expect([code, stdout + stderr]).toEqual([2, expect.stringContaining('401')])
    expect(stdout + stderr).not.toContain(secret)
    expect(stdout + stderr).not.toContain(basic)
  }
  expect(new Set(sent)).toEqual(new Set([`Basic ${basic}`]))
})

const basic = Buffer.from(`ada:${secret}`).toString('base64')

function environment(url: string) {
  return { SCHEMA_REGISTRY_URL: url, SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO: `ada:${secret}` }
}

/** Refuses everyone, and repeats what it was sent, which a registry should not do. */
async function refusingServer() {
  const sent: (string | undefined)[] = []
  const server = createServer(({ headers: { authorization } }, response) => {
    sent.push(authorization)
    response.writeHead(401, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify({ error_code: 401, message: `Unauthorized: ${authorization} (${secret})` }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sent }
}
