/**
 * Whether what is so many milliseconds old still counts. A negative age says that the clock was set
 * back meanwhile, by seconds or by years: then nothing counts any more.
 */
export function isFresh(ageMs: number, ttlMs: number): boolean {
  return ageMs >= 0 && ageMs < ttlMs
}
