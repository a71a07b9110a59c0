import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Kafka, logLevel } from 'kafkajs'
import { freePorts } from './free-port.ts'
import { findJava } from './java-home.ts'
import { type LoggedProcess, startLoggedProcess } from './logged-process.ts'
import { fetchJars } from './maven.ts'
import { runCommand } from './run-command.ts'

/** What a broker is started with. */
export interface KafkaBrokerOptions {
  /** The port of 127.0.0.1 that clients use; by default a free one. */
  port?: number
  /**
   * Where the topics are kept, made if it is not there. A broker that is started again with the
   * folder of an earlier one has its topics. By default a folder that is removed with the broker.
   */
  dataFolder?: string
}

/** A broker that serves. */
export interface KafkaBroker {
  port: number
  /** What clients take for their brokers: one `host:port`. */
  brokers: [string]
  /** Ends the process; its data folder goes too unless it was given. Further calls do nothing. */
  stop(): Promise<void>
}

/** Heap and threads small, compiled fast rather than well: for tests, not for benchmarks. */
const javaOptions = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']

const startTimeout = 60_000
const stopTimeout = 10_000
const attempts = 3

/**
 * Starts an Apache Kafka broker of one node (KRaft, no authentication) and waits until it answers
 * clients, one minute at most. Topics are made by clients only, with one replica. An error shows
 * the end of the broker's log.
 */
export async function startKafkaBroker(options: KafkaBrokerOptions = {}): Promise<KafkaBroker> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start(options)
    } catch (error) {
      // Another process may take a free port before the broker does.
      const portTaken = error instanceof Error && error.message.includes('Address already in use')
      if (!portTaken || options.port !== undefined || attempt === attempts) throw error
    }
  }
}

async function start(options: KafkaBrokerOptions): Promise<KafkaBroker> {
  const [{ java }, classPath, ports] = await Promise.all([
    findJava(),
    fetchJars('kafka'),
    freePorts(2),
  ])
  const [freePort = 0, controllerPort = 0] = ports
  const port = options.port ?? freePort
  const folder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'magicbyte-kafka-'))
  await mkdir(folder, { recursive: true })
  let broker: LoggedProcess | undefined
  const stop = async () => {
    await broker?.stop({ timeout: stopTimeout })
    if (options.dataFolder === undefined) await rm(folder, { recursive: true, force: true })
  }
  try {
    const configFile = join(folder, 'server.properties')
    await writeFile(configFile, configOf({ port, controllerPort, folder }))
    const javaArgs = [
      ...javaOptions,
      // Log4j's own default configuration, which prints errors only unless told so.
      '-Dorg.apache.logging.log4j.level=INFO',
      ...['-cp', classPath],
    ]
    const tool = [...javaArgs, 'kafka.tools.StorageTool']
    const clusterId = (await readClusterId(folder)) ?? (await format(java, { tool, configFile }))
    broker = startLoggedProcess(java, [...javaArgs, 'kafka.Kafka', configFile], {
      logFile: join(folder, 'broker.log'),
    })
    await untilServing(broker, { address: `127.0.0.1:${port}`, clusterId })
  } catch (error) {
    await stop()
    throw error
  }
  return { port, brokers: [`127.0.0.1:${port}`], stop }
}

function dataOf(folder: string): string {
  return join(folder, 'data')
}

function configOf(options: { port: number; controllerPort: number; folder: string }): string {
  const { port, controllerPort, folder } = options
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    // A backslash is an escape in a properties file.
    'log.dirs': dataOf(folder).replaceAll('\\', '/'),
    'auto.create.topics.enable': false,
    'group.initial.rebalance.delay.ms': 0,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 1,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'share.coordinator.state.topic.num.partitions': 1,
    'num.network.threads': 2,
    'num.io.threads': 2,
    'background.threads': 2,
    'log.cleaner.dedupe.buffer.size': 2 * 1024 * 1024,
  }
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
}

/** The cluster that a data folder was formatted for, if it was. */
async function readClusterId(folder: string): Promise<string | undefined> {
  const file = join(dataOf(folder), 'meta.properties')
  if (!existsSync(file)) return undefined
  return /^cluster\.id=(.+)$/m.exec(await readFile(file, 'utf8'))?.[1]
}

async function format(
  java: string,
  { tool, configFile }: { tool: readonly string[]; configFile: string },
): Promise<string> {
  const clusterId = randomBytes(16).toString('base64url')
  await runCommand(java, [...tool, 'format', `--cluster-id=${clusterId}`, '--config', configFile], {
    missing: `No ${java}`,
  })
  return clusterId
}

/** Where a broker is to answer, and as part of which cluster: the port may be another broker's. */
interface Expected {
  address: string
  clusterId: string
}

/** A broker accepts connections before it takes topics; it is in the metadata once it does both. */
async function untilServing(broker: LoggedProcess, expected: Expected): Promise<void> {
  const deadline = Date.now() + startTimeout
  while (!(await isServing(expected))) {
    if (broker.ended) throw new Error(`The Kafka broker ended:\n${await broker.logEnd()}`)
    if (Date.now() > deadline) {
      throw new Error(`The Kafka broker does not answer:\n${await broker.logEnd()}`)
    }
    await delay(100)
  }
}

async function isServing({ address, clusterId }: Expected): Promise<boolean> {
  const admin = new Kafka({
    brokers: [address],
    logLevel: logLevel.NOTHING,
    retry: { retries: 0 },
    connectionTimeout: 1000,
    requestTimeout: 5000,
  }).admin()
  try {
    await admin.connect()
    const cluster = await admin.describeCluster()
    return cluster.clusterId === clusterId && cluster.brokers.length > 0
  } catch {
    return false
  } finally {
    await admin.disconnect()
  }
}
