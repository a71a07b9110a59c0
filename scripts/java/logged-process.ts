import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'

/** A process that was started here, whose output goes to a file. */
export interface LoggedProcess {
  readonly ended: boolean
  /** The last 4000 characters that it printed. */
  logEnd(): Promise<string>
  /** Asks it to end by SIGTERM, ends it by SIGKILL after `timeout` ms, waits until it has ended. */
  stop(options: { timeout: number }): Promise<void>
}

/** Starts a command that runs until it is stopped, this process exits, or it ends by itself. */
export function startLoggedProcess(
  command: string,
  args: readonly string[],
  { logFile }: { logFile: string },
): LoggedProcess {
  const log = openSync(logFile, 'a')
  const child = spawn(command, args, { stdio: ['ignore', log, log] })
  closeSync(log)
  let ended = false
  const end = once(child, 'exit').catch(() => undefined)
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const whenEnded = end.then(() => {
    ended = true
    process.removeListener('exit', kill)
  })
  return {
    get ended() {
      return ended
    },
    logEnd: async () => (await readFile(logFile, 'utf8')).slice(-4000),
    async stop({ timeout }) {
      child.kill('SIGTERM')
      const patience = new AbortController()
      const tooLate = delay(timeout, undefined, { signal: patience.signal }).then(
        kill,
        () => undefined,
      )
      await Promise.race([whenEnded, tooLate])
      patience.abort()
      await whenEnded
    },
  }
}
