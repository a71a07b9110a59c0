/** One line on a terminal that says how far long work has come. */
export interface ProgressBar {
  /** Shows that so much of the whole is done; the whole may grow while it is done. */
  readonly show: (what: string, done: number, total: number) => void
  /** Takes the line away, so that something else can be written. */
  readonly hide: () => void
}

/** Where a bar is drawn. */
export interface ProgressBarOptions {
  readonly write: (text: string) => unknown
  /** Whether there is a terminal, and somebody who wants to see it. */
  readonly isShown: boolean
  /** Milliseconds since any moment. */
  readonly now: () => number
}

/** Milliseconds between two drawings, and before the first: short work is done without a bar. */
const PAUSE = 100
const CELLS = 24

/** Makes a bar that is not shown yet. */
export function createProgressBar({ write, isShown, now }: ProgressBarOptions): ProgressBar {
  let drawnAt: number | undefined
  let isDrawn = false
  return {
    show(what, done, total) {
      if (!isShown) return
      drawnAt ??= now()
      if (now() - drawnAt < PAUSE) return
      drawnAt = now()
      isDrawn = true
      write(`\r\u001b[K${barText(done, total)} ${what}`)
    },
    hide() {
      if (!isDrawn) return
      isDrawn = false
      write('\r\u001b[K')
    },
  }
}

function barText(done: number, total: number): string {
  const part = total > 0 ? Math.min(done / total, 1) : 1
  const full = Math.floor(part * CELLS)
  return `[${'='.repeat(full)}${' '.repeat(CELLS - full)}] ${done}/${total}`
}
