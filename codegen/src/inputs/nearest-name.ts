/**
 * The candidate most like a word, if there is one so like it that a slip of the hand may be the
 * reason: at most a third of its letters differ. Simple names are compared where the word has no
 * namespace of its own.
 */
export function nearestName(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  const wanted = word.toLowerCase()
  const simple = wanted.slice(wanted.lastIndexOf('.') + 1)
  if (wanted.length > MAX_LENGTH) return undefined
  for (const candidate of candidates) {
    const full = candidate.toLowerCase()
    if (full.length > MAX_LENGTH) continue
    const own = full.slice(full.lastIndexOf('.') + 1)
    const limit = Math.min(bestDistance, Math.floor(Math.max(simple.length, 3) / 3) + 1)
    // The same simple name in another namespace is likelier than a slip.
    const near = distance(simple, own, limit) + (full === wanted || own === simple ? 0 : 0.5)
    if (near < limit) {
      best = candidate
      bestDistance = near
    }
  }
  return best
}

const MAX_LENGTH = 500

/** Letters to change, add, drop or swap with their neighbour; `limit` if that many or more. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1)
      }
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return Math.min(last[b.length]!, limit)
}
