import { readFileSync } from 'node:fs'
import { type Case, replay } from './cases/replay.ts'
import { startTemporaryServer } from './temporary-server.ts'

/*
 * npm run test:cases -- FILE [FILE...] Replays files of cases (a JSON object a line) over HTTP,
 * each case on a server of its own that holds nothing. Cases that docs/differences.md lists are
 * expected to fail. Exits with 1 when a case fails, with 2 without a file.
 */

/** Cases about editions that drop what we store. */
const SKIPPED_TAGS = ['community-ruleset']

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('usage: npm run test:cases -- FILE [FILE...]')
  process.exit(2)
}

const differences = readDifferences()
let passed = 0
let failed = 0
let skipped = 0
let different = 0

for (const file of files) {
  for (const testCase of readCases(file)) {
    if (testCase.tags?.some((tag) => SKIPPED_TAGS.includes(tag))) skipped++
    else report(testCase, await run(testCase))
  }
}

if (skipped > 0) console.log(`skipped: ${skipped} cases tagged ${SKIPPED_TAGS.join(', ')}`)
if (different > 0) console.log(`differences documented in docs/differences.md: ${different} cases`)
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(failed === 0 ? 0 : 1)

function report(testCase: Case, problems: readonly string[]): void {
  const isDifference = differences.has(testCase.id)
  if (isDifference && problems.length > 0) {
    different++
    passed++
  } else if (isDifference) {
    failed++
    console.log(`FAIL ${testCase.id}: listed in docs/differences.md, but passes`)
  } else if (problems.length > 0) {
    failed++
    console.log(`FAIL ${testCase.id}\n     ${problems.join('\n     ')}`)
  } else passed++
}

async function run(testCase: Case): Promise<string[]> {
  const server = await startTemporaryServer()
  try {
    return await replay(testCase, server.url)
  } catch (error) {
    return [`broken off: ${error instanceof Error ? (error.cause ?? error) : error}`]
  } finally {
    await server.stop()
  }
}

function readCases(file: string): Case[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Case)
}

/** The ids in the first column of the tables of docs/differences.md, in backquotes. */
function readDifferences(): ReadonlySet<string> {
  const text = readFileSync(new URL('../docs/differences.md', import.meta.url), 'utf8')
  return new Set([...text.matchAll(/^\| `([\w-]+)`/gm)].map(([, id]) => id!))
}
