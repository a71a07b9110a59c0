import { deepEqual, equal, rejects } from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Admin, Kafka, logLevel, Partitioners } from 'kafkajs'
import { type KafkaBroker, startKafkaBroker } from '../kafka-broker.ts'

/** A Kafka broker by its name and what must hold. */
export const kafkaBrokerChecks: readonly [name: string, check: () => Promise<void>][] = [
  ['a broker takes messages and gives them back to a consumer group', checkMessages],
  ['a broker that is started again with its data folder has its topics', checkRestart],
  ['a broker whose port is taken fails with the end of its log', checkTakenPort],
]

const partitions = 3

async function checkMessages(): Promise<void> {
  const broker = await startKafkaBroker()
  try {
    const kafka = clientOf(broker)
    await withAdmin(kafka, createTopic)
    await produce(kafka, ['a', 'b', 'c', 'd'])
    deepEqual((await consume(kafka, 4)).sort(), ['0:a', '0:d', '1:b', '2:c'])
  } finally {
    await broker.stop()
  }
  await rejects(opened(broker.port), /ECONNREFUSED/)
}

async function checkRestart(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'magicbyte-self-check-'))
  try {
    const first = await startKafkaBroker({ dataFolder })
    await withAdmin(clientOf(first), createTopic).finally(first.stop)
    const second = await startKafkaBroker({ dataFolder, port: first.port })
    equal(second.port, first.port)
    const topics = await withAdmin(clientOf(second), (admin) => admin.listTopics()).finally(
      second.stop,
    )
    deepEqual(topics, ['orders'])
    equal(existsSync(dataFolder), true)
  } finally {
    rmSync(dataFolder, { recursive: true })
  }
}

async function checkTakenPort(): Promise<void> {
  const broker = await startKafkaBroker()
  try {
    const second = startKafkaBroker({ port: broker.port })
    second.then((started) => started.stop()).catch(() => undefined)
    await rejects(second, /Address already in use/)
  } finally {
    await broker.stop()
  }
}

function clientOf({ brokers }: KafkaBroker): Kafka {
  return new Kafka({ brokers, logLevel: logLevel.NOTHING })
}

async function withAdmin<T>(kafka: Kafka, use: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin()
  await admin.connect()
  try {
    return await use(admin)
  } finally {
    await admin.disconnect()
  }
}

async function createTopic(admin: Admin): Promise<void> {
  const topic = { topic: 'orders', numPartitions: partitions, replicationFactor: 1 }
  await admin.createTopics({ topics: [topic], waitForLeaders: true })
}

async function produce(kafka: Kafka, keys: readonly string[]): Promise<void> {
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner })
  await producer.connect()
  const messages = keys.map((key, index) => ({
    key,
    value: `value of ${key}`,
    partition: index % partitions,
  }))
  await producer.send({ topic: 'orders', acks: -1, messages })
  await producer.disconnect()
}

async function consume(kafka: Kafka, count: number): Promise<string[]> {
  const consumer = kafka.consumer({ groupId: 'self-check' })
  await consumer.connect()
  await consumer.subscribe({ topics: ['orders'], fromBeginning: true })
  const received: string[] = []
  await new Promise<void>((resolve, reject) => {
    consumer
      .run({
        async eachMessage({ partition, message }) {
          equal(`${message.value}`, `value of ${message.key}`)
          received.push(`${partition}:${message.key}`)
          if (received.length === count) resolve()
        },
      })
      .catch(reject)
  })
  await consumer.disconnect()
  return received
}

function opened(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
      .once('error', reject)
      .once('connect', () => {
        socket.destroy()
        resolve()
      })
  })
}
