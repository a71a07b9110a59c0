import { InvalidArgumentError } from '../errors/usage-errors.ts'
import { linkAbort, untilAborted } from './abort.ts'
import { readBoundedBody } from './bounded-body.ts'
import type { Clock } from './clock.ts'

/** Sends a request: the global `fetch`, the `fetch` of a server in the same process, or any like it. */
export type FetchFunction = (request: Request) => Response | Promise<Response>

/** Header values by names. */
export type HeaderValues = Readonly<Record<string, string>>

/** What a request needs besides itself. */
export interface ExchangeOptions {
  readonly fetch: FetchFunction
  /** Handed to `fetch` as it is; for Node an agent of undici. */
  readonly dispatcher: object | undefined
  readonly clock: Clock
  readonly timeoutMs: number
  readonly maxBytes: number
  readonly signal: AbortSignal
}

/** A request whose parts are ready to be sent. */
export interface Message {
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly body?: string | undefined
}

/** An answer, read to its end. */
export interface Answer {
  /** HTTP status; 0 for a redirect that the platform hides. */
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
}

/**
 * Sends a request once and reads the whole answer, both within `timeoutMs`. Redirects are not
 * followed, since credentials would go along. Rejects with the signal's reason when that aborts,
 * with a RegistryAnswerError for a body of more than `maxBytes`, else with what `fetch` says.
 */
export async function exchange(message: Message, options: ExchangeOptions): Promise<Answer> {
  const { clock, timeoutMs, maxBytes } = options
  const abort = linkAbort(options.signal)
  const timer = new AbortController()
  clock.sleep(timeoutMs, timer.signal).then(
    () => abort.abort(new Error(`no answer within ${timeoutMs} ms`)),
    () => undefined,
  )
  try {
    const { signal } = abort
    signal.throwIfAborted()
    const sent = Promise.resolve(options.fetch(toRequest(message, options.dispatcher, signal)))
    const response = await untilAborted(sent, signal)
    const bytes = await readBoundedBody(response, { maxBytes, signal })
    return { status: response.status, headers: response.headers, bytes }
  } finally {
    timer.abort()
    abort.release()
  }
}

/**
 * Headers of a request; those given later replace those given before.
 * @throws InvalidArgumentError for what cannot be sent; it does not show the value
 */
export function toHeaders(...lists: readonly HeaderValues[]): Headers {
  const headers = new Headers()
  for (const [name, value] of lists.flatMap((list) => Object.entries(list))) {
    try {
      headers.set(name, value)
    } catch {
      throw new InvalidArgumentError(`headers: name or value of ${JSON.stringify(name)} is invalid`)
    }
  }
  return headers
}

function toRequest(message: Message, dispatcher: object | undefined, signal: AbortSignal): Request {
  const { method, headers, body } = message
  return new Request(message.url, {
    method,
    headers,
    redirect: 'manual',
    signal,
    ...(body !== undefined && { body }),
    ...(dispatcher !== undefined && { dispatcher: dispatcher as NonNullable<Dispatcher> }),
  })
}

type Dispatcher = NonNullable<ConstructorParameters<typeof Request>[1]>['dispatcher']
