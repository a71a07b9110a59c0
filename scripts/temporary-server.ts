import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '../server/src/config/load-config.ts'
import type { SettingName } from '../server/src/config/settings.ts'
import { createLogger } from '../server/src/log.ts'
import { type RunningServer, startServer } from '../server/src/start.ts'

/**
 * A server on a free port that holds nothing and logs nothing; other settings as given. Its
 * database is removed when it stops.
 */
export async function startTemporaryServer(
  settings: Partial<Record<SettingName, string>> = {},
): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'magicbyte-'))
  const flags = { port: '0', database: join(folder, 'registry.db'), ...settings }
  const { config } = await loadConfig({
    flags: new Map(Object.entries(flags) as [SettingName, string][]),
    env: {},
    readFile: () => '',
  })
  const logger = await createLogger({ level: 'silent', format: 'json' })
  const server = await startServer({ config, logger, version: 'temporary' })
  return {
    url: server.url,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true })
    },
  }
}
