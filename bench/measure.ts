/** A comparison, by its ratio in each of several rounds. */
export interface Result {
  readonly what: string
  readonly ratios: readonly number[]
}

export const ROUNDS = 7

/**
 * CPU time of `subject` divided by that of `baseline`, in rounds that alternate which goes first.
 * Each runs `times` times a round, after one round that does not count.
 */
export function compareCpu(
  what: string,
  { subject, baseline, times }: { subject: () => unknown; baseline: () => unknown; times: number },
): Result {
  const ratios: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const subjectFirst = round % 2 === 0
    const first = cpuOf(subjectFirst ? subject : baseline, times)
    const second = cpuOf(subjectFirst ? baseline : subject, times)
    if (round > 0) ratios.push(subjectFirst ? first / second : second / first)
  }
  return { what, ratios }
}

/** Microseconds. */
function cpuOf(work: () => unknown, times: number): number {
  const start = process.cpuUsage()
  for (let i = 0; i < times; i++) work()
  const { user, system } = process.cpuUsage(start)
  return user + system
}
