/** What is to be called when a signal aborts. */
const followers = new WeakMap<AbortSignal, Set<() => void>>()

/**
 * Calls back when the signal aborts, unless the returned function is called before. A signal has one
 * listener, however many follow it: Node warns of more than ten, and a store has hundreds. For a
 * signal that has aborted already nothing happens.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const known = followers.get(signal)
  const all = known ?? new Set()
  if (!known) {
    followers.set(signal, all)
    signal.addEventListener('abort', () => all.forEach((follower) => void follower()), {
      once: true,
    })
  }
  const follower = (): void => callback()
  all.add(follower)
  return () => all.delete(follower)
}

/** An abort controller that several causes can trip, until it is released. */
export interface LinkedAbort {
  readonly signal: AbortSignal
  abort(reason: unknown): void
  /** Lets go of the signals it follows; none of them keeps it in memory afterwards. */
  release(): void
}

/**
 * Aborts with the reason of the first of the signals that aborts. `AbortSignal.any` would do, but
 * Node 20 has it only from 20.3 on, and with signals that live long it holds memory.
 */
export function linkAbort(...followed: readonly (AbortSignal | undefined)[]): LinkedAbort {
  const controller = new AbortController()
  const links: (() => void)[] = []
  for (const signal of followed) {
    if (!signal) continue
    if (signal.aborted) {
      controller.abort(signal.reason)
      break
    }
    links.push(onAbort(signal, () => controller.abort(signal.reason)))
  }
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    release: () => {
      for (const unlink of links) unlink()
    },
  }
}

/**
 * The outcome of a promise, or a rejection with the signal's reason as soon as that aborts: also
 * where whatever keeps the promise does not heed the signal.
 */
export async function untilAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return promise
  if (signal.aborted) {
    // Nobody waits for it any more, so that its failure is nobody's.
    promise.catch(() => undefined)
    throw signal.reason
  }
  let release: (() => void) | undefined
  const aborted = new Promise<never>((_resolve, reject) => {
    release = onAbort(signal, () => reject(signal.reason))
  })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    release?.()
  }
}
