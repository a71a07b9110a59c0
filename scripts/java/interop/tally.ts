/** Counts comparisons and shows the first that fail. */
export class Tally {
  passed = 0
  failed = 0

  /** Counts one comparison; the detail is made only if it failed. */
  count(isRight: boolean, detail: () => string): void {
    if (isRight) {
      this.passed++
      return
    }
    if (++this.failed <= MAX_SHOWN) console.log(`  FAILED ${detail().slice(0, 2000)}`)
  }
}

const MAX_SHOWN = 20
