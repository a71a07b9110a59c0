import { isDeepStrictEqual } from 'node:util'
import { canonicalVectors } from './vectors/canonical-vectors.ts'
import { compatLevels } from './vectors/compat-levels.ts'
import { compatPairs } from './vectors/compat-pairs.ts'
import { guidVectors } from './vectors/guid-vectors.ts'
import { checkIdlFolder, listIdlFolders } from './vectors/idl-vectors.ts'
import { listJsonFiles, readItems } from './vectors/json-files.ts'
import { resolutionVectors } from './vectors/resolution-vectors.ts'
import { schemaValidity } from './vectors/schema-validity.ts'
import { checkTrickySchemas, listTrickyFolders } from './vectors/tricky-schemas.ts'
import { type Check, recognize, type VectorItem } from './vectors/vector-kind.ts'

// Checks the vector files below the given folders and prints every difference.
// Exits with 1 when there is a difference, and with 2 when there is no vector file.

const kinds = [
  compatPairs,
  compatLevels,
  schemaValidity,
  canonicalVectors,
  guidVectors,
  resolutionVectors,
]

process.exitCode = await main(process.argv.slice(2))

async function main(paths: readonly string[]): Promise<number> {
  const counts = [
    ...listJsonFiles(paths).flatMap((file) => testFile(file) ?? []),
    ...listIdlFolders(paths).map(testIdlFolder),
    ...(await Promise.all(listTrickyFolders(paths).map(testTrickyFolder))),
  ]
  if (counts.length === 0) {
    console.error('No vector files found. Usage: npm run test:vectors -- DIR [DIR...]')
    return 2
  }
  const total = counts.reduce(add)
  console.log(summary(total))
  return total.failed > 0 ? 1 : 0
}

interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

function testFile(file: string): Count | undefined {
  const items = readItems(file)
  const kind = items && recognize(kinds, items)
  if (!items || !kind) {
    console.log(`${file}: not a vector file, ignored`)
    return undefined
  }
  const checks = items.flatMap((item) => kind.check(item).map((check) => testOne(item, check)))
  const count = checks.reduce(add, { passed: 0, failed: 0, skipped: 0 })
  console.log(`${file}: ${kind.name}, ${items.length} items, ${summary(count)}`)
  return count
}

function testIdlFolder(folder: string): Count {
  const { passed, failed, failures } = checkIdlFolder(folder)
  for (const failure of failures) console.log(`FAILED ${failure}`)
  const count = { passed, failed, skipped: 0 }
  console.log(`${folder}: Avro IDL, ${summary(count)}`)
  return count
}

async function testTrickyFolder(folder: string): Promise<Count> {
  const checks = await checkTrickySchemas(folder)
  const count = checks.map((check) => testOne({ id: folder }, check)).reduce(add)
  console.log(`${folder}: schemas to generate code from, ${summary(count)}`)
  return count
}

function testOne(item: VectorItem, check: Check): Count {
  if ('skipped' in check) return { passed: 0, failed: 0, skipped: 1 }
  if (isDeepStrictEqual(check.actual, check.expected)) return { passed: 1, failed: 0, skipped: 0 }
  console.log(`FAILED ${String(item.id ?? item.name)} ${check.column}`)
  console.log(`  expected ${JSON.stringify(check.expected)}`)
  console.log(`  got      ${JSON.stringify(check.actual)}`)
  return { passed: 0, failed: 1, skipped: 0 }
}

function add(a: Count, b: Count): Count {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }
}

function summary({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
