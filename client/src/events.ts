/** Something the client did. */
export type ClientEvent = RequestEvent | CacheEvent | PartEvent

/** One attempt to send a request, when it is over. */
export interface RequestEvent {
  readonly type: 'request'
  readonly method: string
  /** Without credentials and query. */
  readonly url: string
  /** HTTP status; absent where there was no answer. */
  readonly status?: number
  /** From 1, over all URLs. */
  readonly attempt: number
  readonly durationMs: number
  /** Why there was no answer. */
  readonly error?: unknown
}

/** A look into a cache of schemas. */
export interface CacheEvent {
  readonly type: 'cache'
  /**
   * - `hit`: answered from memory.
   * - `miss`: the registry is asked.
   * - `join`: it is being asked already.
   * - `negative`: it said a moment ago that there is no such thing.
   * - `stale`: answered from memory, and asked again in the background.
   */
  readonly kind: 'hit' | 'miss' | 'join' | 'negative' | 'stale'
  readonly key: CacheKeyKind
}

/** What was looked for. */
export type CacheKeyKind = 'id' | 'guid' | 'version' | 'latest' | 'content'

/**
 * A key or a value was encoded or decoded, or could not be. Nulls and primitive formats are not
 * told. A schema that cannot be fetched is told once for all the records that need it.
 */
export interface PartEvent {
  readonly type: 'encode' | 'decode'
  readonly topic: string
  readonly isKey: boolean
  /** Undefined where it is not known, or a guid is. */
  readonly schemaId: number | undefined
  /** Of the part with its prefix; 0 where there are none. */
  readonly bytes: number
  /** Why there is no result. */
  readonly error?: unknown
}

/** Takes events. What it throws is reported as an uncaught error and does not reach the client. */
export type EventListener = (event: ClientEvent) => void

/** Where events go. An event is made only if somebody listens. */
export interface Events {
  request(make: () => Omit<RequestEvent, 'type'>): void
  cache(kind: CacheEvent['kind'], key: CacheKeyKind): void
  /** Whether anybody listens to events of this type: to be asked before one is made. */
  hears(type: PartEvent['type']): boolean
  part(event: PartEvent): void
}

/**
 * Events for a listener and, where the platform has them, for the diagnostics channels
 * `magicbyte:registry:request`, `:cache`, `:encode` and `:decode` (Node from 20.16 on).
 */
export function createEvents(listener?: EventListener): Events {
  const requests = channel('magicbyte:registry:request')
  const caches = channel('magicbyte:registry:cache')
  const parts = {
    encode: channel('magicbyte:registry:encode'),
    decode: channel('magicbyte:registry:decode'),
  }
  return {
    request(make) {
      if (!listener && !requests?.hasSubscribers) return
      publish({ type: 'request', ...make() }, listener, requests)
    },
    cache(kind, key) {
      if (!listener && !caches?.hasSubscribers) return
      publish({ type: 'cache', kind, key }, listener, caches)
    },
    hears(type) {
      return listener !== undefined || parts[type]?.hasSubscribers === true
    },
    part(event) {
      publish(event, listener, parts[event.type])
    },
  }
}

/** What this module needs of a channel of `node:diagnostics_channel`. */
interface Channel {
  readonly hasSubscribers: boolean
  publish(message: unknown): void
}

interface Platform {
  readonly process?: {
    getBuiltinModule?(name: string): { channel(name: string): Channel } | undefined
  }
}

// Not imported: the core also runs where there are no modules of Node.
function channel(name: string): Channel | undefined {
  const platform = globalThis as Platform
  return platform.process?.getBuiltinModule?.('node:diagnostics_channel')?.channel(name)
}

function publish(
  event: ClientEvent,
  listener: EventListener | undefined,
  subscribers: Channel | undefined,
): void {
  if (subscribers?.hasSubscribers) subscribers.publish(event)
  if (!listener) return
  try {
    listener(event)
  } catch (error) {
    // As diagnostics channels do: a fault of an observer is no fault of what it observes.
    queueMicrotask(() => {
      throw error
    })
  }
}
