/// <reference lib="esnext.disposable" preserve="true" />
import type { SchemaDump } from './cache/schema-dump.ts'
import { SchemaStore, type SchemaStoreOptions } from './cache/schema-store.ts'
import { createEvents, type Events } from './events.ts'
import type { RegistryClientOptions } from './http/client-options.ts'
import { systemClock } from './http/clock.ts'
import { RegistryClient } from './registry-client.ts'
import { AssociatedSubject } from './serde/associated-subject.ts'
import { checkSerdeOptions } from './serde/check-serde-options.ts'
import type { PartContext } from './serde/part-context.ts'
import { PartSerde } from './serde/part-serde.ts'
import type { InputOf, PartType, ValueOf } from './serde/part-type.ts'
import type { SerdeOptions } from './serde/serde-options.ts'
import { TopicSerde } from './serde/topic-serde.ts'

/** Everything about a registry: how to speak with it, what to keep, how records look. */
export interface SchemaRegistryOptions
  extends RegistryClientOptions,
    SchemaStoreOptions,
    SerdeOptions {}

/** What the records of a topic are. Without a type, values are read as they were written. */
export interface TopicTypes {
  readonly key?: PartType | undefined
  readonly value?: PartType | undefined
}

/** The serde of a topic whose records are of given types. */
export type SerdeOf<Types extends TopicTypes> = TopicSerde<
  ValueOf<Types['key']>,
  InputOf<Types['key']>,
  ValueOf<Types['value']>,
  InputOf<Types['value']>
>

/**
 * A registry as producers and consumers see it: `topic` gives what turns records into bytes and
 * back. Make one for a program, and close it at the end.
 */
export class SchemaRegistry {
  /** Its operations, one method each. */
  readonly client: RegistryClient
  /** Schemas that were fetched. */
  readonly schemas: SchemaStore
  readonly #options: SchemaRegistryOptions
  readonly #events: Events

  /** @throws InvalidArgumentError */
  constructor(options: SchemaRegistryOptions) {
    this.#options = options
    this.#events = createEvents(options.onEvent)
    this.client = new RegistryClient(options)
    this.schemas = new SchemaStore(this.client, options)
  }

  /**
   * What turns the records of a topic into bytes and back. Nothing is fetched yet.
   * @throws InvalidArgumentError, InvalidSchemaError or OptionsMismatchError for types and options
   * that cannot be
   */
  topic<const Types extends TopicTypes>(
    name: string,
    types: Types,
    options: SerdeOptions = {},
  ): SerdeOf<Types> {
    const { latestTtlMs = 60_000, clock = systemClock } = this.#options
    const merged = { ...this.#options, ...options }
    checkSerdeOptions(merged)
    const now = () => clock.now()
    const part = (isKey: boolean): PartContext => {
      const association = { topic: name, isKey, client: this.client, now, ttlMs: latestTtlMs }
      return {
        topic: name,
        isKey,
        options: merged,
        schemas: this.schemas,
        client: this.client,
        associated: new AssociatedSubject(association),
        events: this.#events,
        now,
      }
    }
    return new TopicSerde(
      name,
      new PartSerde<ValueOf<Types['key']>, InputOf<Types['key']>>(part(true), types.key),
      new PartSerde<ValueOf<Types['value']>, InputOf<Types['value']>>(part(false), types.value),
    )
  }

  /** What is known about schemas now, to be written as JSON and loaded by another process. */
  dump(): SchemaDump {
    return this.schemas.dump()
  }

  /**
   * Adds what a dump knows, so that records can be read while the registry is down.
   * @throws InvalidArgumentError for what is no dump
   */
  load(dump: unknown): void {
    this.schemas.load(dump)
  }

  /**
   * Ends what is under way, and refuses later calls that would ask the registry, with a
   * ClosedError. What needs no more than is loaded still works.
   */
  close(): void {
    this.schemas.close()
    this.client.close()
  }

  /** Closes. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.close()
  }
}
