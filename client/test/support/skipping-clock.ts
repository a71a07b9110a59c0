import type { Clock } from '../../src/http/clock.ts'

/** A clock whose pauses are over at once. */
export interface SkippingClock extends Clock {
  /** The pauses so far, in milliseconds. */
  readonly pauses: readonly number[]
  /** Lets time pass. */
  skip(milliseconds: number): void
}

/** Milliseconds from which on a sleep counts as a time limit. */
const LIMIT = 5000

/**
 * Sleeps shorter than 5000 ms are over at once and move the time on. Longer ones are taken for time
 * limits: they end when `skip` moves the time past them, or when they are called off.
 */
export function skippingClock(start = 1_700_000_000_000): SkippingClock {
  let time = start
  const pauses: number[] = []
  const limits = new Set<{ readonly end: number; readonly over: () => void }>()
  return {
    pauses,
    now: () => time,
    skip(milliseconds) {
      time += milliseconds
      for (const limit of limits) if (limit.end <= time) limit.over()
    },
    async sleep(milliseconds, signal) {
      signal.throwIfAborted()
      if (milliseconds < LIMIT) {
        pauses.push(milliseconds)
        time += milliseconds
        return
      }
      await new Promise<void>((resolve, reject) => {
        const limit = { end: time + milliseconds, over: resolve }
        limits.add(limit)
        signal.addEventListener('abort', () => {
          limits.delete(limit)
          reject(signal.reason)
        })
      })
    },
  }
}
