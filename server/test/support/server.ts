import { connect } from 'node:net'
import { onTestFinished } from 'vitest'
import { startTemporaryServer } from '../../../scripts/temporary-server.ts'
import type { SettingName } from '../../src/config/settings.ts'
import type { RunningServer } from '../../src/start.ts'

/** A server on a free port and a new database; stopped when the test is over. */
export async function startTestServer(
  settings: Partial<Record<SettingName, string>> = {},
): Promise<RunningServer> {
  const server = await startTemporaryServer(settings)
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
