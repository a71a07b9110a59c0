import type { Hono } from 'hono'
import type { Registry } from '../service/registry.ts'
import { reply, toJson } from './reply.ts'

/** How long a verdict on writing holds, in milliseconds. */
const WRITE_VERDICT_HOLDS = 5_000

/** What the probes are told. */
export class Health {
  readonly #registry: Registry
  readonly #now: () => number
  #writable = true
  #checkedAt = Number.NEGATIVE_INFINITY
  #checking = false
  #draining = false

  constructor(registry: Registry, now: () => number = Date.now) {
    this.#registry = registry
    this.#now = now
  }

  /** From now on the server is not ready. */
  drain(): void {
    this.#draining = true
  }

  get draining(): boolean {
    return this.#draining
  }

  async read(): Promise<boolean> {
    try {
      await this.#registry.checkReadable()
      return true
    } catch {
      return false
    }
  }

  /**
   * The last known verdict: a busy or broken store must not hold up a probe, so a verdict that is
   * old is renewed behind its back.
   */
  write(): boolean {
    if (!this.#checking && this.#now() - this.#checkedAt > WRITE_VERDICT_HOLDS) void this.#renew()
    return this.#writable
  }

  async #renew(): Promise<void> {
    this.#checking = true
    try {
      await this.#registry.checkWritable()
      this.#writable = true
    } catch {
      this.#writable = false
    } finally {
      this.#checking = false
      this.#checkedAt = this.#now()
    }
  }
}

/** Probes: without negotiation and log. */
export function mountHealth(hono: Hono, health: Health): void {
  const up = () => json(200, { status: 'UP' })
  hono.get('/health/live', up)
  hono.get('/health/started', up)
  const ready = async (require: string | undefined): Promise<Response> => {
    const read = await health.read()
    const write = health.write()
    const ok = read && !health.draining && (write || require !== 'write')
    return json(ok ? 200 : 503, { status: ok ? 'UP' : 'DOWN', read, write: write && read })
  }
  for (const path of ['/health/ready', ...READY_ALIASES]) {
    hono.get(path, (c) => ready(c.req.query('require')))
  }
}

/** Names that probes written for other registries ask. */
export const READY_ALIASES = ['/_health', '/status/ready']

export function isProbe(path: string): boolean {
  return path.startsWith('/health/') || READY_ALIASES.includes(path)
}

function json(status: number, value: unknown): Response {
  return reply(status, toJson(value), { 'Content-Type': 'application/json' })
}
