#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { runCli } from './cli.ts'
import type { LoadedConfig } from './config/load-config.ts'
import { createLogger } from './log.ts'
import { startServer } from './start.ts'
import { backupDatabase } from './storage/backup.ts'
import { migrations } from './storage/migrations.gen.ts'
import { restoreDatabase } from './storage/restore.ts'

/** The binary `magicbyte-server`: the only file that touches the process. */
process.exitCode = await runCli(process.argv.slice(2), {
  version: ownVersion(),
  env: process.env,
  readFile: (path) => readFileSync(path, 'utf8'),
  serve,
  backup: backupDatabase,
  restore: (file, database) => restoreDatabase(file, database, { migrations }),
  fetch,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})

/** Serves until a signal asks to stop; a second signal ends the process at once. */
async function serve({ config, warnings, notes }: LoadedConfig): Promise<void> {
  const logger = await createLogger({ level: config.logLevel, format: config.logFormat })
  for (const warning of warnings) logger.warn(warning)
  for (const note of notes) logger.info(note)
  const server = await startServer({ config, logger, version: ownVersion() })
  const signal = await new Promise<string>((resolve) => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
  logger.info({ signal }, 'draining')
  await server.stop()
  logger.info('stopped')
}

function ownVersion(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}
