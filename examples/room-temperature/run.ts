import { isDeepStrictEqual } from 'node:util'
import { Kafka, logLevel } from 'kafkajs'
import { startKafkaBroker } from '../../scripts/java/kafka-broker.ts'
import { startTemporaryServer } from '../../scripts/temporary-server.ts'
import { tell } from './story.ts'

/*
 * Starts a Kafka broker and a registry, tells the story on them, and checks what it shows:
 * npm run example
 */
const broker = await startKafkaBroker()
const server = await startTemporaryServer()
const kafka = new Kafka({ brokers: broker.brokers, logLevel: logLevel.NOTHING })
let passed = 0
let failed = 0

function check(what: string, actual: unknown, expected: unknown): void {
  const isRight = isDeepStrictEqual(actual, expected)
  if (isRight) passed++
  else failed++
  console.log(`  ${isRight ? 'ok  ' : 'FAIL'} ${what}`)
  if (!isRight) console.log('       expected', expected, '\n       got     ', actual)
}

try {
  await tell({ kafka, registryUrl: server.url, stopRegistry: () => server.stop(), check })
} finally {
  await server.stop().catch(() => undefined)
  await broker.stop()
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
