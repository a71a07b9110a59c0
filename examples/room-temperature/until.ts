import { setTimeout as delay } from 'node:timers/promises'

/** Waits until something holds; a minute at most. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + 60_000
  while (!holds()) {
    if (Date.now() > end) throw new Error(`waited a minute for ${what}`)
    await delay(50)
  }
}
