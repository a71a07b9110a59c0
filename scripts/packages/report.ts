/** Runs checks one after the other and prints a line for each. */
export interface Report {
  /** What `work` returns is printed behind the name; a check whose work throws has failed. */
  check(name: string, work: () => string | Promise<string>): Promise<void>
  /** Something that cannot be checked here. It does not count. */
  skip(name: string, reason: string): void
  /** Prints how many passed and failed. True if none failed. */
  finish(): boolean
}

/** A report without checks so far. */
export function createReport(): Report {
  let passed = 0
  let failed = 0
  return {
    async check(name, work) {
      try {
        const detail = await work()
        passed++
        console.log(`ok    ${name}${detail && `: ${detail}`}`)
      } catch (error) {
        failed++
        const message = error instanceof Error ? error.message : String(error)
        console.log(`FAIL  ${name}: ${message.trim().replaceAll('\n', '\n      ')}`)
      }
    },
    skip(name, reason) {
      console.log(`skip  ${name}: ${reason}`)
    },
    finish() {
      console.log(`${passed} passed, ${failed} failed`)
      return failed === 0
    },
  }
}
