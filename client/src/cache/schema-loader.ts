import type { SchemaReference } from '@magicbyte/avro'
import { SchemaNotFoundError } from '../errors/schema-errors.ts'
import type { Clock } from '../http/clock.ts'
import type { RegistryOperations } from '../http/operations.ts'
import type { SchemaContentRequest } from './content-key.ts'
import { orNotFound } from './not-found.ts'
import { loadReferences } from './references.ts'
import {
  parseRegistered,
  type RegisteredSchema,
  readId,
  readIdentity,
  readSource,
  type SchemaSource,
  type StoredSchema,
} from './registered-schema.ts'
import type { SchemaCache } from './schema-cache.ts'

/** The operations of a registry that a store of schemas needs. */
export type SchemaStoreClient = Pick<
  RegistryOperations,
  'getSchemaById' | 'getSchemaByGuid' | 'getVersion' | 'lookUpSchema' | 'registerSchema'
>

/** A version as the registry answered it, without what it refers to. */
export interface VersionSource extends SchemaSource {
  /** Not looked at yet. */
  readonly answer: object
}

/** What a loader works with. */
export interface SchemaLoaderOptions {
  readonly client: SchemaStoreClient
  readonly clock: Clock
  /** After how long an unknown id is asked for once more, in milliseconds. */
  readonly lagRetryMs: number
  readonly maxReferences: number
  readonly sources: SchemaCache<VersionSource>
}

interface Loading {
  readonly signal: AbortSignal
  /** It was missing before, so that there is no delay to wait for. */
  readonly wasMissing?: boolean
}

/** Asks a registry for schemas and for all they refer to. Keeps the versions referred to only. */
export class SchemaLoader {
  readonly #options: SchemaLoaderOptions

  constructor(options: SchemaLoaderOptions) {
    this.#options = options
  }

  async byId(id: number, subject: string | undefined, loading: Loading): Promise<RegisteredSchema> {
    const { client } = this.#options
    const { signal } = loading
    const request = { id, ...(subject !== undefined && { subject }) }
    const about = `schema with id ${id}`
    const ask = () =>
      orNotFound(client.getSchemaById(request, { signal }), about, { schemaId: id, subject })
    const answer = await this.#askTwice(ask, loading)
    return { ...(await this.#stored(answer, { about, subject, signal })), id }
  }

  async byGuid(guid: string, loading: Loading): Promise<StoredSchema> {
    const { client } = this.#options
    const { signal } = loading
    const about = `schema with guid ${guid}`
    const ask = () => orNotFound(client.getSchemaByGuid({ guid }, { signal }), about)
    const answer = await this.#askTwice(ask, loading)
    return { ...(await this.#stored(answer, { about, subject: undefined, signal })), guid }
  }

  async version(subject: string, version: number, { signal }: Loading): Promise<RegisteredSchema> {
    const about = `version ${version} of ${subject}`
    const { answer } = await this.#source(subject, version, signal)
    return this.#registered(answer, { about, subject, signal })
  }

  async latest(subject: string, { signal }: Loading): Promise<RegisteredSchema> {
    const about = `version of ${subject}`
    const asked = this.#options.client.getVersion({ subject, version: 'latest' }, { signal })
    const answer = await orNotFound(asked, about, { subject })
    return this.#registered(answer, { about, subject, signal })
  }

  async lookUp(
    subject: string,
    content: SchemaContentRequest,
    { signal, normalize }: Loading & { readonly normalize: boolean },
  ): Promise<RegisteredSchema> {
    const about = `such schema under ${subject}`
    const request = { subject, body: bodyOf(content), ...(normalize && { normalize }) }
    const asked = this.#options.client.lookUpSchema(request, { signal })
    const answer = await orNotFound(asked, about, { subject })
    return this.#registered(answer, { about, subject, signal })
  }

  async register(
    subject: string,
    content: SchemaContentRequest,
    { signal, normalize }: Loading & { readonly normalize: boolean },
  ): Promise<RegisteredSchema> {
    const { schema, references = [] } = content
    const request = { subject, body: bodyOf(content), ...(normalize && { normalize }) }
    const answer = await this.#options.client.registerSchema(request, { signal })
    // Some registries answer with nothing but the id.
    const complete = { schema, references, subject, ...answer }
    return this.#registered(complete, { about: `schema for ${subject}`, subject, signal })
  }

  async #registered(answer: object, about: About): Promise<RegisteredSchema> {
    const id = readId(answer, about.about)
    return { ...(await this.#stored(answer, about)), id }
  }

  async #stored(answer: object, { about, subject, signal }: About): Promise<StoredSchema> {
    const { schema, references } = readSource(answer, about)
    const identity = readIdentity(answer)
    const referenceTexts = await loadReferences(references, {
      subject: identity.subject ?? subject,
      maxReferences: this.#options.maxReferences,
      load: (name, version) => this.#source(name, version, signal),
    })
    const parsed = parseRegistered(schema, referenceTexts, about)
    return { ...identity, schema, references, referenceTexts, parsed }
  }

  /** Also a version that is softly deleted: others may refer to it still. */
  #source(subject: string, version: number, signal: AbortSignal): Promise<VersionSource> {
    const { client, sources } = this.#options
    const about = `version ${version} of ${subject}`
    const load = async (shared: AbortSignal): Promise<VersionSource> => {
      const asked = client.getVersion({ subject, version, deleted: true }, { signal: shared })
      const answer = await orNotFound(asked, about, { subject })
      return { ...readSource(answer, about), answer }
    }
    return sources.get(`${version} ${subject}`, load, signal)
  }

  /** Registries copy from each other with a delay, so that a new id may be known a bit later. */
  async #askTwice<Answer>(
    ask: () => Promise<Answer>,
    { signal, wasMissing = false }: Loading,
  ): Promise<Answer> {
    try {
      return await ask()
    } catch (error) {
      if (wasMissing || !(error instanceof SchemaNotFoundError)) throw error
      await this.#options.clock.sleep(this.#options.lagRetryMs, signal)
      return ask()
    }
  }
}

interface About {
  /** For messages. */
  readonly about: string
  readonly subject: string | undefined
  readonly signal: AbortSignal
}

function bodyOf({ schema, references = [] }: SchemaContentRequest): {
  readonly schema: string
  readonly references?: readonly SchemaReference[]
} {
  return { schema, ...(references.length > 0 && { references }) }
}
