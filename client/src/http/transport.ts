import { RegistryUnavailableError } from '../errors/http-errors.ts'
import { ClosedError, InvalidArgumentError } from '../errors/usage-errors.ts'
import { createEvents, type Events } from '../events.ts'
import { linkAbort, untilAborted } from './abort.ts'
import { type Authorizer, createAuthorizer } from './authorizer.ts'
import type { RegistryClientOptions } from './client-options.ts'
import { systemClock } from './clock.ts'
import {
  type Answer,
  type ExchangeOptions,
  exchange,
  type HeaderValues,
  toHeaders,
} from './exchange.ts'
import { type Failure, type FinalError, toFailure, toLost } from './failure.ts'
import { parseRegistryUrls, type RegistryUrl } from './registry-urls.ts'
import {
  DEFAULT_RETRIES,
  parseRetryAfter,
  type RetryOptions,
  type RetryPolicy,
  retryDelay,
} from './retry-delay.ts'

/** A request to a registry, whichever of its URLs it goes to. */
export interface TransportRequest {
  readonly method: string
  /** Below the URL, percent-encoded, without query. */
  readonly path: string
  /** Empty, or with its question mark. */
  readonly query: string
  readonly headers: HeaderValues
  readonly body?: string | undefined
  /**
   * What may be done when it failed for a passing reason: send it again; send it again if it
   * cannot have taken effect; nothing.
   */
  readonly repeat: 'always' | 'unheard' | 'never'
  readonly signal?: AbortSignal | undefined
}

/** What became of a request. */
export interface TransportAnswer extends Answer {
  /** Without query. */
  readonly url: string
}

/** One call while it lasts. */
interface Call {
  readonly request: TransportRequest
  readonly signal: AbortSignal
  attempts: number
  failure: Failure | undefined
}

/**
 * Sends requests to the URL that answered last, and to the next one when it fails for a reason that
 * may pass: no connection, no answer in time, 408, 425, 429, 500, 502, 503, 504. When all have
 * failed it pauses and begins again. A pause is random, no shorter than `Retry-After` asks, and left
 * out with all that follows where the deadline comes first.
 */
export class Transport {
  readonly #urls: readonly RegistryUrl[]
  readonly #options: RegistryClientOptions
  readonly #exchange: ExchangeOptions
  readonly #retries: RetryPolicy
  readonly #deadlineMs: number
  readonly #random: () => number
  readonly #authorizer: Authorizer | undefined
  readonly #events: Events
  readonly #closing = new AbortController()
  #current = 0

  /** @throws InvalidArgumentError */
  constructor(options: RegistryClientOptions) {
    const { random = Math.random, randomizeUrl = false } = options
    this.#options = options
    this.#urls = parseRegistryUrls(options.url)
    this.#retries = checkedRetries(options.retries)
    this.#deadlineMs = positive('deadlineMs', options.deadlineMs ?? 30_000)
    this.#random = random
    if (randomizeUrl) this.#current = Math.floor(random() * this.#urls.length)
    this.#exchange = {
      // Looked up at each call, so that one put in place later, as by tests, is used.
      fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
      dispatcher: options.dispatcher,
      clock: options.clock ?? systemClock,
      timeoutMs: positive('timeoutMs', options.timeoutMs ?? 5000),
      maxBytes: positive('maxAnswerBytes', options.maxAnswerBytes ?? 16 * 1024 * 1024),
      signal: this.#closing.signal,
    }
    this.#authorizer = createAuthorizer(options.auth, this.#exchange)
    this.#events = createEvents(options.onEvent)
  }

  /**
   * The answer of the first attempt that succeeds.
   * @throws RegistryHttpError, AuthError where the registry refuses, or fails to the end
   * @throws RegistryUnavailableError where no attempt was answered
   * @throws RegistryAnswerError for an answer that is too large
   * @throws ClosedError; also the reason of the request's signal
   */
  async send(request: TransportRequest): Promise<TransportAnswer> {
    const abort = linkAbort(this.#closing.signal, request.signal)
    const call: Call = { request, signal: abort.signal, attempts: 0, failure: undefined }
    const deadline = new Error(`no answer within ${this.#deadlineMs} ms`)
    const timer = new AbortController()
    const { clock } = this.#exchange
    const end = clock.now() + this.#deadlineMs
    clock.sleep(this.#deadlineMs, timer.signal).then(
      () => abort.abort(deadline),
      () => undefined,
    )
    try {
      abort.signal.throwIfAborted()
      return await this.#rounds(call, end)
    } catch (error) {
      if (error !== deadline) throw error
      throw this.#late(call, deadline)
    } finally {
      timer.abort()
      abort.release()
    }
  }

  /** Ends what is under way, and refuses what comes later, with a ClosedError. */
  close(): void {
    this.#closing.abort(new ClosedError('the registry client is closed'))
  }

  async #rounds(call: Call, end: number): Promise<TransportAnswer> {
    const { clock } = this.#exchange
    for (let round = 0; ; round++) {
      let asked = 0
      const first = this.#current
      for (let i = 0; i < this.#urls.length; i++) {
        const at = (first + i) % this.#urls.length
        const outcome = await this.#attempt(call, this.#urls[at]!)
        if (!('error' in outcome)) {
          this.#current = at
          return outcome
        }
        if (this.#current === at) this.#current = (at + 1) % this.#urls.length
        call.failure = telling(call.failure, outcome)
        if (!mayRepeat(call.request, outcome)) throw outcome.error(call.attempts)
        asked = Math.max(asked, parseRetryAfter(outcome.retryAfter, clock.now()) ?? 0)
      }
      if (round >= this.#retries.count) throw call.failure?.error(call.attempts)
      const pause = Math.max(asked, retryDelay(round, this.#retries, this.#random))
      if (clock.now() + pause >= end) throw call.failure?.error(call.attempts)
      await clock.sleep(pause, call.signal)
    }
  }

  #late({ request, attempts, failure }: Call, cause: Error): Error {
    if (failure) return failure.error(attempts)
    const { method, path } = request
    const url = this.#urls[this.#current]!.base + path
    const context = { method, url, attempts, cause }
    return new RegistryUnavailableError(`${method} ${url}: ${cause.message}`, context)
  }

  /** One attempt; a second one with a new token where the first token is not accepted. */
  async #attempt(call: Call, url: RegistryUrl): Promise<TransportAnswer | Failure> {
    for (let renewed = false; ; renewed = true) {
      const identity = await this.#identity(call, url)
      if ('error' in identity) return identity
      const answer = await this.#sendOnce(call, url, identity.headers)
      if ('error' in answer || (answer.status >= 200 && answer.status < 300)) return answer
      const refused = answer.status === 401 && !renewed
      if (refused && this.#authorizer?.renew(identity.headers)) continue
      const failure = toFailure(answer, { method: call.request.method, url: answer.url })
      return passing(failure, call)
    }
  }

  async #identity(
    { signal }: Call,
    url: RegistryUrl,
  ): Promise<{ readonly headers: HeaderValues } | Failure> {
    if (!this.#authorizer) {
      return { headers: url.authorization ? { authorization: url.authorization } : {} }
    }
    try {
      return { headers: await this.#authorizer.headers(signal) }
    } catch (error) {
      if (!(error instanceof RegistryUnavailableError)) throw error
      return { error: () => error, unheard: true, retryAfter: null }
    }
  }

  async #sendOnce(
    call: Call,
    { base }: RegistryUrl,
    identity: HeaderValues,
  ): Promise<TransportAnswer | Failure> {
    const { method, path, query, body } = call.request
    const url = base + path
    const headers = toHeaders(call.request.headers, identity, await this.#ownHeaders(call))
    const { clock } = this.#exchange
    const attempt = ++call.attempts
    const started = clock.now()
    const report = (outcome: { status: number } | { error: unknown }): void =>
      this.#events.request(() => {
        return { method, url, attempt, durationMs: clock.now() - started, ...outcome }
      })
    try {
      const message = { method, url: url + query, headers, body }
      const answer = await exchange(message, { ...this.#exchange, signal: call.signal })
      report({ status: answer.status })
      return { ...answer, url }
    } catch (error) {
      report({ error })
      call.signal.throwIfAborted()
      return passing(toLost(error, { method, url }), call)
    }
  }

  async #ownHeaders({ signal }: Call): Promise<HeaderValues> {
    const { userAgent, headers = {} } = this.#options
    const own = typeof headers === 'function' ? async () => headers() : undefined
    return {
      ...(userAgent !== undefined && { 'user-agent': userAgent }),
      ...(own ? await untilAborted(own(), signal) : headers),
    }
  }
}

function passing(failure: Failure | FinalError, call: Call): Failure {
  if ('final' in failure) throw failure.final(call.attempts)
  return failure
}

/** What a call that failed in several ways is reported as: rather what a registry said. */
function telling(before: Failure | undefined, now: Failure): Failure {
  return before?.answered && !now.answered ? before : now
}

function mayRepeat({ repeat }: TransportRequest, { unheard }: Failure): boolean {
  return repeat === 'always' || (repeat === 'unheard' && unheard)
}

function checkedRetries({
  count = DEFAULT_RETRIES.count,
  waitMs = DEFAULT_RETRIES.waitMs,
  maxWaitMs = DEFAULT_RETRIES.maxWaitMs,
}: RetryOptions = {}): RetryPolicy {
  const retries = { count, waitMs, maxWaitMs }
  for (const [name, value] of Object.entries(retries)) {
    if (!(value >= 0 && value <= MAX_MS)) {
      throw new InvalidArgumentError(`retries.${name} is no number from 0 to ${MAX_MS}`)
    }
  }
  return retries
}

/** The longest time that timers take. */
const MAX_MS = 2 ** 31 - 1

function positive(name: string, value: number): number {
  if (value > 0 && value <= MAX_MS) return value
  throw new InvalidArgumentError(`${name} is no number above 0, up to ${MAX_MS}`)
}
