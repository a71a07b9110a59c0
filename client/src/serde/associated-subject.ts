import { isFresh } from '../cache/freshness.ts'
import { SingleFlight } from '../cache/single-flight.ts'
import { RegistryHttpError } from '../errors/http-errors.ts'
import type { RegistryOperations } from '../http/operations.ts'

/** Whose subject is asked for, where, and how long an answer counts. */
export interface AssociatedSubjectOptions {
  readonly topic: string
  readonly isKey: boolean
  readonly client: Pick<RegistryOperations, 'listAssociationsByResourceName'>
  readonly now: () => number
  readonly ttlMs: number
}

/**
 * The subject that a registry associates with the keys or values of a topic (Confluent's
 * AssociatedNameStrategy). It is asked for once for all who want it, and anew when it is old.
 */
export class AssociatedSubject {
  readonly #options: AssociatedSubjectOptions
  readonly #flights = new SingleFlight<string | undefined>()
  #kept: { readonly subject: string | undefined; readonly at: number } | undefined

  constructor(options: AssociatedSubjectOptions) {
    this.#options = options
  }

  /** Undefined where there is no such association, or the registry has none at all. */
  async find(signal: AbortSignal | undefined): Promise<string | undefined> {
    const { now, ttlMs } = this.#options
    if (this.#kept && isFresh(now() - this.#kept.at, ttlMs)) return this.#kept.subject
    const subject = await this.#flights.run('', (shared) => this.#ask(shared), signal)
    this.#kept = { subject, at: now() }
    return subject
  }

  async #ask(signal: AbortSignal): Promise<string | undefined> {
    const { client, topic, isKey } = this.#options
    try {
      const request = {
        resourceNamespace: '-',
        resourceName: topic,
        resourceType: 'topic',
        associationType: [isKey ? 'key' : 'value'],
      }
      const associations: unknown = await client.listAssociationsByResourceName(request, { signal })
      const [first] = Array.isArray(associations) ? associations : []
      const subject: unknown = first?.subject
      return typeof subject === 'string' ? subject : undefined
    } catch (error) {
      if (error instanceof RegistryHttpError && error.status === 404) return undefined
      throw error
    }
  }
}
