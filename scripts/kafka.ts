import { startKafkaBroker } from './java/kafka-broker.ts'

/*
 * node --conditions=magicbyte-source --import tsx scripts/kafka.ts [port]
 * Runs a Kafka broker, on port 9092 unless told otherwise, until Ctrl-C. Its topics go with it.
 */

const broker = await startKafkaBroker({ port: Number(process.argv[2] ?? 9092) })
process.stdout.write(`Kafka serves on ${broker.brokers[0]}. Ctrl-C stops it.\n`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void broker.stop())
}
