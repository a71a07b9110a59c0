import { avroPeerChecks } from './self-check/avro-peer-checks.ts'
import { kafkaBrokerChecks } from './self-check/kafka-broker-checks.ts'

/*
 * node --conditions=magicbyte-source --import tsx scripts/java/self-check.ts
 * Shows that Avro for Java and a Kafka broker, as started by the files here, do what they promise.
 */

let passed = 0
let failed = 0
for (const [name, check] of [...avroPeerChecks, ...kafkaBrokerChecks]) {
  const started = performance.now()
  try {
    await check()
    passed++
    process.stdout.write(`ok      ${name} (${Math.round(performance.now() - started)} ms)\n`)
  } catch (error) {
    failed++
    process.stdout.write(`FAILED  ${name}\n${error instanceof Error ? error.stack : error}\n`)
  }
}
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
