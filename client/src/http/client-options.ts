import type { EventListener } from '../events.ts'
import type { AuthOptions } from './auth-options.ts'
import type { Clock } from './clock.ts'
import type { FetchFunction, HeaderValues } from './exchange.ts'
import type { RetryOptions } from './retry-delay.ts'

/** Where a registry is and how to speak with it. */
export interface RegistryClientOptions {
  /**
   * One URL or several, also as a list with commas. They are to be nodes of one registry: the
   * first is used as long as it answers, then the next. Credentials in a URL serve as basic auth.
   */
  readonly url: string | readonly string[]
  /** Instead of the global `fetch`: for example the `fetch` of a server in the same process. */
  readonly fetch?: FetchFunction | undefined
  /** Takes precedence over credentials in a URL. */
  readonly auth?: AuthOptions | undefined
  /** Further headers, or a function that gives them for every request; they replace the usual. */
  readonly headers?: HeaderValues | (() => HeaderValues | Promise<HeaderValues>) | undefined
  /** How long one attempt may take, its answer included, in milliseconds. 5000 by default. */
  readonly timeoutMs?: number | undefined
  /** How long a call may take with all its attempts and pauses, in milliseconds. 30000 by default. */
  readonly deadlineMs?: number | undefined
  readonly retries?: RetryOptions | undefined
  /** Begin with any of the URLs, so that many clients spread over them. */
  readonly randomizeUrl?: boolean | undefined
  /** Handed to `fetch`; for Node an agent of undici, for example that of `tlsDispatcher`. */
  readonly dispatcher?: object | undefined
  /** The `User-Agent` where the platform lets it be set. */
  readonly userAgent?: string | undefined
  /** The largest answer that is read, in bytes. 16 MiB by default. */
  readonly maxAnswerBytes?: number | undefined
  /** Told of every attempt. */
  readonly onEvent?: EventListener | undefined
  /** For tests. */
  readonly clock?: Clock | undefined
  /** A number from 0 to below 1; for tests. */
  readonly random?: (() => number) | undefined
}
