import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ServerConfig } from './config/settings.ts'
import { createApp } from './http/app.ts'
import { Health } from './http/health.ts'
import { HotSchemas } from './http/hot-schemas.ts'
import { createHttpServer, type RequestRecord } from './http/listener.ts'
import { type Logger, logRequest } from './log.ts'
import { Registry } from './service/registry.ts'
import type { RegistryOptions } from './service/work.ts'
import { lockDatabase } from './storage/lock.ts'
import { migrate } from './storage/migrate.ts'
import { migrations } from './storage/migrations.gen.ts'
import { openSqlite } from './storage/sqlite.ts'

/** The version of Confluent Schema Registry that the API is compatible with. */
export const COMPATIBLE_WITH = '8.5.0'

export interface RunningServer {
  /** Where it listens. */
  readonly url: string
  /**
   * Stops accepting, lets requests under way finish, for at most the drain timeout, and closes the
   * database.
   */
  stop(): Promise<void>
}

export interface StartOptions {
  readonly config: ServerConfig
  readonly logger: Logger
  /** Our own version. */
  readonly version: string
}

/**
 * Opens the database, brings it up to date and serves it. Rejected with a clear message when that
 * cannot be.
 */
export async function startServer({
  config,
  logger,
  version,
}: StartOptions): Promise<RunningServer> {
  const lock = lockDatabase(config.database)
  try {
    const db = openSqlite(config.database)
    await migrate(db, migrations)
    const registry = new Registry(db, registryOptions(config))
    const health = new Health(registry)
    const hot = new HotSchemas(config.responseCacheBytes)
    registry.onChange((touched) => hot.forget(touched))
    const app = createApp({ registry, health, hot }, appOptions({ config, logger, version }))
    const server = createHttpServer({ app, hot, health }, listenerOptions(config, logger))
    await listen(server, config)
    const url = urlOf(server)
    logger.info({ url, database: config.database, version }, 'serving')
    if (!isLoopback(config.host)) warnOpen(logger, config.host)
    return {
      url,
      async stop() {
        health.drain()
        await drain(server, config.drainTimeoutMs)
        await registry.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function registryOptions(config: ServerConfig): RegistryOptions {
  return {
    compatibilityLevel: config.compatibilityLevel,
    validateFields: config.validateFields,
    validateNewSchemas: config.validateNewSchemas,
    modeMutability: config.modeMutability,
    rejectEmptySubject: config.rejectEmptySubject,
    strictReferenceVersions: config.strictReferenceVersions,
    maxPairs: config.compatibilityMaxPairs,
    maxReferences: config.maxReferences,
    schemaCacheBytes: config.schemaCacheBytes,
  }
}

function appOptions({ config, logger, version }: StartOptions): Parameters<typeof createApp>[1] {
  return {
    identity: {
      compatibleWith: COMPATIBLE_WITH,
      version,
      clusterId: config.clusterId,
      clusterName: config.clusterName,
    },
    limits: {
      schemas: { default: config.schemaSearchDefaultLimit, max: config.schemaSearchMaxLimit },
      subjects: { default: config.subjectSearchDefaultLimit, max: config.subjectSearchMaxLimit },
      versions: {
        default: config.subjectVersionSearchDefaultLimit,
        max: config.subjectVersionSearchMaxLimit,
      },
      contexts: { default: config.contextSearchDefaultLimit, max: config.contextSearchMaxLimit },
    },
    maxBodyBytes: config.maxBodyBytes,
    incompatibleErrorCode: config.incompatibleErrorCode,
    legacyJavaShape: config.legacyJavaShape,
    requestTimeoutMs: config.requestTimeoutMs,
    onUnexpected: (error, { requestId }) =>
      logger.error({ err: error, request_id: requestId }, 'unexpected error'),
  }
}

function listenerOptions(
  config: ServerConfig,
  logger: Logger,
): Parameters<typeof createHttpServer>[1] {
  const { maxBodyBytes, legacyJavaShape, requestTimeoutMs, keepAliveTimeoutMs } = config
  return {
    maxBodyBytes,
    legacyJavaShape,
    requestTimeoutMs,
    keepAliveTimeoutMs,
    onDone: config.accessLog ? (done) => logDone(logger, done) : () => {},
  }
}

function logDone(logger: Logger, { route = '-', ...done }: RequestRecord): void {
  logRequest(logger, { ...done, route })
}

async function listen(server: Server, { host, port }: ServerConfig): Promise<void> {
  server.listen(port, host)
  await once(server, 'listening')
}

function urlOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

function warnOpen(logger: Logger, host: string): void {
  logger.warn(
    { host },
    'EVERYBODY WHO REACHES THIS ADDRESS MAY READ, WRITE AND DELETE SCHEMAS: there is no authentication. ' +
      'Listen on 127.0.0.1, or let a proxy in front decide who gets in.',
  )
}

/** Connections are closed as they fall idle, those still busy when time is up as they are. */
async function drain(server: Server, timeoutMs: number): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const sweep = setInterval(() => server.closeIdleConnections(), DRAIN_SWEEP_MS)
  const end = setTimeout(() => server.closeAllConnections(), timeoutMs)
  await closed
  clearInterval(sweep)
  clearTimeout(end)
}

const DRAIN_SWEEP_MS = 50
