import { InvalidArgumentError } from '../errors/usage-errors.ts'
import type { TopicSerde } from './topic-serde.ts'

/** The serde of any topic. */
export type AnyTopicSerde = TopicSerde<unknown, never, unknown, never>

/** Serdes by the topics they are for. */
export interface TopicMap {
  readonly [topic: string]: AnyTopicSerde
}

/** What the keys of a serde's topic are read as. */
export type KeyOf<Serde> =
  Serde extends TopicSerde<infer Key, infer _KI, infer _V, infer _VI> ? Key : never

/** What the keys of a serde's topic may be written as. */
export type KeyInputOf<Serde> =
  Serde extends TopicSerde<infer _K, infer Input, infer _V, infer _VI> ? Input : never

/** What the values of a serde's topic are read as. */
export type TopicValueOf<Serde> =
  Serde extends TopicSerde<infer _K, infer _KI, infer Value, infer _VI> ? Value : never

/** What the values of a serde's topic may be written as. */
export type TopicInputOf<Serde> =
  Serde extends TopicSerde<infer _K, infer _KI, infer _V, infer Input> ? Input : never

/** A serde of which only the types are forgotten. */
export type LooseTopicSerde = TopicSerde<unknown, unknown, unknown, unknown>

/**
 * The serde of a topic.
 * @throws InvalidArgumentError for a topic that has none
 */
export function serdeFor(topics: TopicMap, topic: string): LooseTopicSerde {
  const serde = Object.hasOwn(topics, topic) ? topics[topic] : undefined
  if (serde) return serde as unknown as LooseTopicSerde
  throw new InvalidArgumentError(`there is no serde for topic ${JSON.stringify(topic)}`, { topic })
}
