import { untilAborted } from '../http/abort.ts'

interface Flight<Value> {
  readonly result: Promise<Value>
  readonly abort: AbortController
  waiting: number
}

/**
 * Lets those who want the same thing at the same time share the work for it. One who gives up does
 * not end it for the others; the last one who gives up does.
 */
export class SingleFlight<Value> {
  readonly #flights = new Map<string, Flight<Value>>()

  /** Whether there is work to share. */
  has(key: string): boolean {
    return this.#flights.has(key)
  }

  /**
   * The outcome of the work for the key, which begins now unless it has begun already. Rejects with
   * the signal's reason when that aborts.
   */
  async run(
    key: string,
    work: (signal: AbortSignal) => Promise<Value>,
    signal?: AbortSignal,
  ): Promise<Value> {
    signal?.throwIfAborted()
    const flight = this.#flights.get(key) ?? this.#start(key, work)
    flight.waiting++
    try {
      return await untilAborted(flight.result, signal)
    } finally {
      flight.waiting--
      if (flight.waiting === 0) this.#end(key, flight, signal?.reason)
    }
  }

  /** Ends all work; those who wait get the reason. */
  abort(reason: unknown): void {
    for (const [key, flight] of this.#flights) this.#end(key, flight, reason)
  }

  #start(key: string, work: (signal: AbortSignal) => Promise<Value>): Flight<Value> {
    const abort = new AbortController()
    const flight = { result: untilAborted(work(abort.signal), abort.signal), abort, waiting: 0 }
    const over = (): void => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key)
    }
    flight.result.then(over, over)
    this.#flights.set(key, flight)
    return flight
  }

  /** Does nothing to work that is done. */
  #end(key: string, flight: Flight<Value>, reason: unknown): void {
    if (this.#flights.get(key) !== flight) return
    this.#flights.delete(key)
    flight.abort.abort(reason)
  }
}
