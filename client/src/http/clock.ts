import { onAbort } from './abort.ts'

/** Time as the client sees it; tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Ends after so many milliseconds, or rejects with the signal's reason when that aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    signal.throwIfAborted()
    await new Promise<void>((resolve, reject) => {
      const release = onAbort(signal, () => {
        clearTimeout(timer)
        reject(signal.reason)
      })
      const timer = setTimeout(() => {
        release()
        resolve()
      }, milliseconds)
    })
  },
}
