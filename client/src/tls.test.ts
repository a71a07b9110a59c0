import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { RegistryUnavailableError } from './errors/http-errors.ts'
import { InvalidArgumentError } from './errors/usage-errors.ts'
import { RegistryClient } from './registry-client.ts'
import { tlsDispatcher } from './tls.ts'
import type { TlsOptions } from './tls-options.ts'

const PASSPHRASE = 'opens'
let folder: string
let server: Server
const file = (name: string): string => join(folder, name)
const pem = (name: string): string => readFileSync(file(name), 'utf8')

/** An authority, a server of the name `registry`, and a client with a locked key. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'magicbyte-tls-'))
  openssl('req', '-x509', ...newKey('ca'), '-out', file('ca.crt'), '-subj', '/CN=authority')
  issue('server', 'registry', [])
  issue('client', 'consumer', ['-passout', `pass:${PASSPHRASE}`])
  const own = { key: pem('server.key'), cert: pem('server.crt') }
  server = createServer({ ...own, ca: pem('ca.crt'), requestCert: true }, (request, response) => {
    const { subject } = (request.socket as TLSSocket).getPeerCertificate()
    response.end(JSON.stringify([subject.CN]))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

function issue(name: string, host: string, lock: readonly string[]): void {
  const key = lock.length === 0 ? newKey(name) : [...newKey(name).slice(1), ...lock]
  openssl('req', ...key, '-out', file(`${name}.csr`), '-subj', `/CN=${host}`)
  writeFileSync(file('names'), `subjectAltName=DNS:${host}`)
  const authority = ['-CA', file('ca.crt'), '-CAkey', file('ca.key'), '-CAcreateserial']
  const out = ['-out', file(`${name}.crt`), '-extfile', file('names'), '-days', '2']
  openssl('x509', '-req', '-in', file(`${name}.csr`), ...authority, ...out)
}

function newKey(name: string): string[] {
  return [
    '-nodes',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-keyout',
    file(`${name}.key`),
  ]
}

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { stdio: 'pipe' })
}

async function clientWith(options: TlsOptions): Promise<RegistryClient> {
  const dispatcher = await tlsDispatcher(options)
  onTestFinished(() => dispatcher.close())
  const { port } = server.address() as AddressInfo
  const url = `https://127.0.0.1:${port}`
  return new RegistryClient({ url, dispatcher, retries: { count: 0 } })
}

describe('with a server that wants a certificate', () => {
  test('texts', async () => {
    const own = { cert: pem('client.crt'), key: pem('client.key'), passphrase: PASSPHRASE }
    const client = await clientWith({ ca: pem('ca.crt'), ...own, servername: 'registry' })
    expect(await client.listSubjects()).toEqual(['consumer'])
    expect(await client.lookUpSchema({ subject: 's', body: {} })).toEqual(['consumer'])
  })

  test('and files are shown to it', async () => {
    const client = await clientWith({
      caFile: file('ca.crt'),
      certFile: file('client.crt'),
      keyFile: file('client.key'),
      passphrase: PASSPHRASE,
      servername: 'registry',
    })
    expect(await client.listSubjects()).toEqual(['consumer'])
  })

  test.each<[rule: string, options: () => TlsOptions]>([
    ['none is refused', () => ({ ca: pem('ca.crt'), servername: 'registry' })],
    ['an unknown authority of the server is refused', () => ({ servername: 'registry' })],
    ['another name of the server is refused', () => ({ ca: pem('ca.crt'), servername: 'other' })],
  ])('%s', async (_rule, options) => {
    const client = await clientWith(options())
    await expect(client.listSubjects()).rejects.toThrow(RegistryUnavailableError)
  })

  test('the server is not checked where that is wanted', async () => {
    const own = { cert: pem('client.crt'), key: pem('client.key'), passphrase: PASSPHRASE }
    const client = await clientWith({ ...own, rejectUnauthorized: false })
    expect(await client.listSubjects()).toEqual(['consumer'])
  })
})

test('a file that cannot be read is named', async () => {
  const options = { caFile: '/nowhere/ca.pem' }
  await expect(tlsDispatcher(options)).rejects.toThrow(InvalidArgumentError)
  await expect(tlsDispatcher(options)).rejects.toThrow('caFile cannot be read: /nowhere/ca.pem')
})
