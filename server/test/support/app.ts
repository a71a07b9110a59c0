import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type App, type AppOptions, createApp } from '../../src/http/app.ts'
import { Health } from '../../src/http/health.ts'
import { HotSchemas } from '../../src/http/hot-schemas.ts'
import { UNLIMITED } from '../../src/http/pages.ts'
import { Registry } from '../../src/service/registry.ts'
import type { RegistryOptions } from '../../src/service/work.ts'
import { migrate } from '../../src/storage/migrate.ts'
import { migrations } from '../../src/storage/migrations.gen.ts'
import { openSqlite } from '../../src/storage/sqlite.ts'
import { validateResponse } from './openapi.ts'

export interface TestApp {
  readonly app: App
  readonly registry: Registry
  /** Where the database is. */
  readonly file: string
  /** Sends a request; the answer is checked against openapi.yaml. */
  call(method: string, path: string, body?: unknown, headers?: Headers): Promise<TestAnswer>
}

export type Headers = Readonly<Record<string, string>>

export interface TestAnswer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests say what they expect of it
  readonly body: any
  readonly headers: Response['headers']
}

export interface TestOptions {
  readonly registry?: Partial<RegistryOptions>
  readonly app?: Partial<AppOptions>
  /** An existing database. */
  readonly file?: string
  readonly now?: () => number
}

/** A registry of its own with a new database file, without a socket; closed when the test is over. */
export async function startApp(options: TestOptions = {}): Promise<TestApp> {
  const file = options.file ?? join(temporaryFolder(), 'registry.db')
  const db = openSqlite(file)
  await migrate(db, migrations)
  const registry = new Registry(db, { ...REGISTRY_OPTIONS, ...options.registry }, options.now)
  const health = new Health(registry)
  const hot = new HotSchemas(1_000_000)
  registry.onChange((touched) => hot.forget(touched))
  const app = createApp({ registry, health, hot }, { ...APP_OPTIONS, ...options.app })
  onTestFinished(() => registry.close())
  return { app, registry, file, call: (...request) => call(app, ...request) }
}

/** Removed when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'magicbyte-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function call(
  app: App,
  method: string,
  path: string,
  body?: unknown,
  headers: Headers = {},
): Promise<TestAnswer> {
  const request = new Request(`http://registry${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const response = await app.fetch(request)
  const text = await response.text()
  const answer = {
    status: response.status,
    body: text === '' ? undefined : parse(text),
    headers: response.headers,
  }
  const findings = undocumented(app, request, answer)
  if (findings.length > 0) throw new Error(`${method} ${path}: ${findings.join('; ')}`)
  return answer
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Answers of requests that reached an operation are as openapi.yaml says. */
function undocumented(app: App, request: Request, { status, body }: TestAnswer): string[] {
  const route = app.routeOf(request)
  return route ? validateResponse(request.method, route, status, body) : []
}

const REGISTRY_OPTIONS: RegistryOptions = {
  compatibilityLevel: 'BACKWARD',
  validateFields: false,
  validateNewSchemas: true,
  modeMutability: true,
  rejectEmptySubject: false,
  strictReferenceVersions: false,
  maxPairs: 1_000_000,
  maxReferences: 1_000,
  schemaCacheBytes: 1_000_000,
}

const APP_OPTIONS: AppOptions = {
  identity: { compatibleWith: '8.5.0', version: 'test', clusterId: '', clusterName: 'registry' },
  limits: {
    schemas: { default: 1000, max: 1000 },
    subjects: UNLIMITED,
    versions: UNLIMITED,
    contexts: UNLIMITED,
  },
  maxBodyBytes: 2 * 1024 * 1024,
  incompatibleErrorCode: 40901,
  legacyJavaShape: true,
  requestTimeoutMs: 60_000,
  onUnexpected: (error) => {
    throw error
  },
}
