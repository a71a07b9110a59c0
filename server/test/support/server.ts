import { connect } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { loadConfig } from '../../src/config/load-config.ts'
import type { SettingName } from '../../src/config/settings.ts'
import { createLogger } from '../../src/log.ts'
import { type RunningServer, startServer } from '../../src/start.ts'
import { temporaryFolder } from './app.ts'

/** A server on a free port and a new database; stopped when the test is over. */
export async function startTestServer(
  settings: Partial<Record<SettingName, string>> = {},
): Promise<RunningServer> {
  const { config } = await loadConfig({
    flags: new Map(
      Object.entries({
        port: '0',
        database: join(temporaryFolder(), 'registry.db'),
        ...settings,
      }) as [SettingName, string][],
    ),
    env: {},
    readFile: () => '',
  })
  const logger = await createLogger({ level: 'silent', format: 'json' })
  const server = await startServer({ config, logger, version: 'test' })
  onTestFinished(() => server.stop())
  return server
}

/** Sends bytes over a socket and gives all that comes back until the server ends the connection. */
export function exchangeBytes(url: string, text: string | Uint8Array): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    let received = ''
    socket.setEncoding('latin1')
    socket.on('data', (chunk) => {
      received += chunk
    })
    socket.on('end', () => {
      socket.end()
      resolve(received)
    })
    socket.on('error', reject)
    socket.write(text)
  })
}
