/// <reference lib="esnext.disposable" preserve="true" />
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CompatibilityLevel } from '@magicbyte/avro'
import { InvalidArgumentError } from './errors/usage-errors.ts'
import type { FetchFunction } from './http/exchange.ts'
import { SchemaRegistry, type SchemaRegistryOptions } from './schema-registry.ts'

/** How a registry for tests behaves. */
export interface TestRegistryOptions {
  /** For subjects without a level of their own. `BACKWARD` by default, as in production. */
  readonly compatibilityLevel?: CompatibilityLevel
  /** Its clock, in milliseconds since 1970. */
  readonly now?: () => number
}

/**
 * A registry of its own for a test. It is an option object itself:
 * `new SchemaRegistry({ ...(await startTestRegistry()) })`.
 */
export interface TestRegistry {
  /** Stands for the registry in messages; nothing listens there. */
  readonly url: string
  /** Answers requests as the server does. */
  readonly fetch: FetchFunction
  /**
   * A client that registers what it writes, if the options do not say otherwise; `close` closes it.
   */
  client(options?: Partial<SchemaRegistryOptions>): SchemaRegistry
  /** Closes the registry and its clients, and removes what it stored. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** What is needed of `@magicbyte/server`. */
export interface ServerModule {
  openSqlite(file: string): unknown
  migrate(db: never, migrations: never): Promise<unknown>
  readonly migrations: unknown
  readonly Registry: new (db: never, options: never, now?: () => number) => RunningRegistry
  readonly Health: new (registry: never) => unknown
  readonly HotSchemas: new (bytes: number) => { forget(touched: readonly unknown[]): void }
  createApp(parts: never, options: never): { readonly fetch: FetchFunction }
}

interface RunningRegistry {
  onChange(listener: (touched: readonly unknown[]) => void): void
  close(): Promise<void>
}

/**
 * Starts the real registry within the process: no socket, no container. It stores in a temporary
 * folder. Needs `@magicbyte/server` to be installed.
 * @throws InvalidArgumentError if it is not
 */
export async function startTestRegistry(options: TestRegistryOptions = {}): Promise<TestRegistry> {
  const server = await loadServer()
  const folder = await mkdtemp(join(tmpdir(), 'magicbyte-test-'))
  const removeFolder = (): Promise<void> => rm(folder, { recursive: true, force: true })
  let running: { readonly registry: RunningRegistry; readonly fetch: FetchFunction }
  try {
    running = await start(server, join(folder, 'registry.db'), options)
  } catch (error) {
    await removeFolder()
    throw error
  }
  const clients: SchemaRegistry[] = []
  const close = async (): Promise<void> => {
    for (const client of clients) client.close()
    await running.registry.close()
    await removeFolder()
  }
  const address = { url: 'http://registry.localhost', fetch: running.fetch }
  return {
    ...address,
    client(given = {}) {
      const client = new SchemaRegistry({ autoRegisterSchemas: true, ...address, ...given })
      clients.push(client)
      return client
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

async function loadServer(): Promise<ServerModule> {
  // By a variable, so that programs are type-checked and bundled without the server.
  const name = '@magicbyte/server'
  try {
    return (await import(/* @vite-ignore */ name)) as ServerModule
  } catch (cause) {
    throw new InvalidArgumentError(`a registry for tests needs ${name} to be installed`, { cause })
  }
}

async function start(
  server: ServerModule,
  file: string,
  { compatibilityLevel = 'BACKWARD', now }: TestRegistryOptions,
): Promise<{ readonly registry: RunningRegistry; readonly fetch: FetchFunction }> {
  const db = server.openSqlite(file)
  await server.migrate(db as never, server.migrations as never)
  const options = { ...REGISTRY, compatibilityLevel }
  const registry = new server.Registry(db as never, options as never, now)
  const health = new server.Health(registry as never)
  const hot = new server.HotSchemas(1_000_000)
  registry.onChange((touched) => hot.forget(touched))
  const { fetch } = server.createApp({ registry, health, hot } as never, APP as never)
  return { registry, fetch: (request) => fetch(request) }
}

const REGISTRY = {
  validateFields: false,
  validateNewSchemas: true,
  modeMutability: true,
  rejectEmptySubject: false,
  strictReferenceVersions: false,
  maxPairs: 1_000_000,
  maxReferences: 1000,
  schemaCacheBytes: 1_000_000,
}

const UNLIMITED = { default: 2 ** 31 - 1, max: 2 ** 31 - 1 }

const APP = {
  identity: { compatibleWith: '8.5.0', version: 'test', clusterId: '', clusterName: 'test' },
  limits: {
    schemas: { default: 1000, max: 1000 },
    subjects: UNLIMITED,
    versions: UNLIMITED,
    contexts: UNLIMITED,
  },
  maxBodyBytes: 2 * 1024 * 1024,
  incompatibleErrorCode: 40901,
  legacyJavaShape: true,
  requestTimeoutMs: 0,
  onUnexpected: (error: unknown) => {
    throw error
  },
}
