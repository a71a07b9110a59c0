import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '../server/src/config/load-config.ts'
import { createLogger } from '../server/src/log.ts'
import { startServer } from '../server/src/start.ts'
import { createPage } from './demo/page.ts'
import { tellStory } from './demo/story.ts'

/*
 * npm run demo
 * Shows over HTTP what a registry does, on one of its own: on a free port, with a database that is
 * removed afterwards. Exits with 1 when a step does not do what it says.
 */

const { isTTY, columns = 100 } = process.stdout
const page = createPage({
  write: (text) => process.stdout.write(text),
  colours: isTTY === true && !process.env.NO_COLOR,
  columns,
})

const folder = mkdtempSync(join(tmpdir(), 'magicbyte-demo-'))
const { config } = await loadConfig({
  flags: new Map([
    ['port', '0'],
    ['database', join(folder, 'registry.db')],
  ]),
  env: {},
  readFile: () => '',
})
const logger = await createLogger({ level: 'silent', format: 'json' })
const server = await startServer({ config, logger, version: 'demo' })
try {
  page.line(`A registry of its own serves on ${server.url}.`)
  await tellStory(server.url, page)
  page.line('\nEvery step did what it says. Start a registry that stays: npm start')
} catch (error) {
  page.bad(`This step went wrong: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
} finally {
  await server.stop()
  rmSync(folder, { recursive: true })
}
