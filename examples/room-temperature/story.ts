import { fromDeadLetter, SchemaRegistry } from '@magicbyte/client'
import type { Kafka } from 'kafkajs'
import { consume, type Received } from './consumer.ts'
import { messagesOf } from './messages.ts'
import { produce } from './producer.ts'
import {
  type RoomClimate,
  type RoomTemperature,
  roomClimate,
  roomTemperature,
} from './room-temperature.ts'
import { DEAD_LETTERS, TOPIC } from './topic.ts'
import { until } from './until.ts'

/** What the story is told on. */
export interface Stage {
  readonly kafka: Kafka
  readonly registryUrl: string
  readonly stopRegistry: () => Promise<void>
  readonly check: (what: string, actual: unknown, expected: unknown) => void
}

const ROOMS = ['attic', 'cellar', 'kitchen', 'library', 'office', 'studio']

/** Readings, an evolved schema, a message that nobody can read, and a registry that goes down. */
export async function tell({ kafka, registryUrl, stopRegistry, check }: Stage): Promise<void> {
  console.log('A topic with three partitions')
  await createTopics(kafka)

  console.log('A producer of the first version, a group of two consumers')
  const producing = new SchemaRegistry({ url: registryUrl })
  const consuming = new SchemaRegistry({ url: registryUrl })
  const received: Received<RoomTemperature>[] = []
  const members = await Promise.all(
    ['first', 'second'].map((member) =>
      consume(kafka, consuming, roomTemperature, {
        group: 'thermostats',
        member,
        onReading: (reading) => received.push(reading),
      }),
    ),
  )
  await produce(kafka, producing, roomTemperature, readings(60))
  await until('60 readings', () => received.length >= 60)
  check('every reading arrives as it was sent', values(received), values60())
  check(
    'the readings of a room stay in their order',
    ROOMS.map((room) => isInOrder(received, room)),
    ROOMS.map(() => true),
  )
  check(
    'the rooms are spread over partitions',
    new Set(received.map(({ partition }) => partition)).size > 1,
    true,
  )
  check(
    'each was written with schema id 1',
    new Set(received.map(({ schemaId }) => schemaId)),
    new Set([1]),
  )

  console.log('The schema evolves while both run')
  await produce(kafka, producing, roomClimate, climates(6))
  await until('6 more', () => received.length >= 66)
  check(
    'consumers of the first version read the second',
    received.slice(60).every(({ reading, schemaId }) => schemaId === 2 && !('humidity' in reading)),
    true,
  )
  const climate: Received<RoomClimate>[] = []
  const newer = await consume(kafka, consuming, roomClimate, {
    group: 'climate',
    member: 'third',
    onReading: (reading) => climate.push(reading),
  })
  await until('66 climates', () => climate.length >= 66)
  check(
    'consumers of the second version read the first, with the default',
    climate
      .filter(({ schemaId }) => schemaId === 1)
      .every(({ reading }) => reading.humidity === null),
    true,
  )

  console.log('A message that nobody can read')
  await sendRaw(kafka, 'attic', Buffer.from('{"room":"attic","celsius":21}'))
  await produce(kafka, producing, roomTemperature, readings(1))
  await until('the reading behind it', () => received.length >= 67 && climate.length >= 67)
  const letters = await messagesOf(kafka, DEAD_LETTERS, 2)
  const letter = fromDeadLetter(letters[0]!)
  check('it is kept as it was', String(letter?.message.value), '{"room":"attic","celsius":21}')
  check('with the reason', letter?.details.code, 'FRAMING')
  check('and each group has put it aside once', letters.length, 2)

  console.log('What is on the topic')
  const onTopic = await messagesOf(kafka, TOPIC, 68)
  const framed = onTopic.filter(({ value }) => value?.[0] === 0)
  check(
    '67 values begin with a zero and the id of their schema',
    framed.map(({ value }) => value!.readInt32BE(1)).sort(),
    [...Array(61).fill(1), ...Array(6).fill(2)],
  )
  check(
    'the keys are plain text',
    framed.every(({ key }) => ROOMS.includes(String(key))),
    true,
  )
  await Promise.all([...members, newer].map((member) => member.stop()))
  check('the groups have committed all they read', await committed(kafka, 'thermostats'), 68)

  console.log('A consumer that starts while the registry is down')
  const dump = JSON.parse(JSON.stringify(consuming.dump()))
  producing.close()
  consuming.close()
  await stopRegistry()
  const offline = new SchemaRegistry({ url: registryUrl, retries: { count: 0 } })
  offline.load(dump)
  const late: Received<RoomTemperature>[] = []
  const latecomer = await consume(kafka, offline, roomTemperature, {
    group: 'latecomers',
    member: 'fourth',
    onReading: (reading) => late.push(reading),
  })
  await until('all readings again', () => late.length >= 67)
  check('it reads everything with the schemas it was given', late.length, 67)
  await latecomer.stop()
  offline.close()
}

async function createTopics(kafka: Kafka): Promise<void> {
  const admin = kafka.admin()
  await admin.connect()
  await admin.createTopics({
    topics: [
      { topic: TOPIC, numPartitions: 3, replicationFactor: 1 },
      { topic: DEAD_LETTERS, numPartitions: 1, replicationFactor: 1 },
    ],
  })
  await admin.disconnect()
}

async function committed(kafka: Kafka, groupId: string): Promise<number> {
  const admin = kafka.admin()
  await admin.connect()
  const [offsets] = await admin.fetchOffsets({ groupId, topics: [TOPIC] })
  await admin.disconnect()
  return offsets!.partitions.reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0)
}

async function sendRaw(kafka: Kafka, key: string, value: Buffer): Promise<void> {
  const producer = kafka.producer()
  await producer.connect()
  await producer.send({ topic: TOPIC, acks: -1, messages: [{ key, value }] })
  await producer.disconnect()
}

function readings(count: number): RoomTemperature[] {
  return Array.from({ length: count }, (_, i) => ({
    room: ROOMS[i % ROOMS.length]!,
    measuredAt: new Date(1_764_102_000_000 + i * 60_000),
    celsius: 18 + (i % 7) / 2,
  }))
}

function climates(count: number): RoomClimate[] {
  return readings(count).map((reading, i) => ({ ...reading, humidity: 40 + i }))
}

function values(received: readonly Received<RoomTemperature>[]): string[] {
  return received
    .slice(0, 60)
    .map(({ reading }) => JSON.stringify(reading))
    .sort()
}

function values60(): string[] {
  return readings(60)
    .map((reading) => JSON.stringify(reading))
    .sort()
}

function isInOrder(received: readonly Received<RoomTemperature>[], room: string): boolean {
  const times = received
    .filter(({ reading }) => reading.room === room)
    .map(({ reading }) => reading.measuredAt.getTime())
  return times.every((time, i) => i === 0 || time > times[i - 1]!)
}
