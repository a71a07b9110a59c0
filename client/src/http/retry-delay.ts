/** How to repeat what failed for a passing reason. */
export interface RetryOptions {
  /** Rounds after the first; in a round every URL is tried once. 3 by default. */
  readonly count?: number | undefined
  /** The longest pause before the second round, in milliseconds; it doubles each time. 200. */
  readonly waitMs?: number | undefined
  /** The longest pause of all, in milliseconds. 5000 by default. */
  readonly maxWaitMs?: number | undefined
}

/** Nothing left out. */
export type RetryPolicy = { readonly [Name in keyof RetryOptions]-?: number }

/** What holds for what is left out. */
export const DEFAULT_RETRIES: RetryPolicy = { count: 3, waitMs: 200, maxWaitMs: 5000 }

/**
 * Milliseconds to wait after the round (from 0) that failed: evenly spread between nothing and a
 * bound that doubles ("full jitter"), so that clients that failed together do not return together.
 */
export function retryDelay(
  round: number,
  { waitMs, maxWaitMs }: RetryPolicy,
  random: () => number,
): number {
  return random() * Math.min(maxWaitMs, waitMs * 2 ** Math.min(round, 30))
}

/**
 * Milliseconds that a `Retry-After` header asks for, given as seconds or as an HTTP date; undefined
 * where it is neither.
 */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined
  const text = value.trim()
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  // Only dates: Date.parse would take `1.5` or `-3` for one, too.
  const date = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
