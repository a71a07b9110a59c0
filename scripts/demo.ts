import { createPage } from './demo/page.ts'
import { tellStory } from './demo/story.ts'
import { startTemporaryServer } from './temporary-server.ts'

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

const server = await startTemporaryServer()
try {
  page.line(`A registry of its own serves on ${server.url}.`)
  await tellStory(server.url, page)
  page.line('\nEvery step did what it says. Start a registry that stays: npm start')
} catch (error) {
  page.bad(`This step went wrong: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
} finally {
  await server.stop()
}
