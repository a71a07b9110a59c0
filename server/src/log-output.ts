import { write } from 'node:fs'

/** Takes lines for a file descriptor. */
export interface LogOutput {
  write(line: string): void
  /** Calls back when what was taken up to now is written or lost. */
  flush(done: () => void): void
}

/**
 * An output that never makes the program wait and never fails: lines are lost when the descriptor
 * is closed or its disk is full, and when a reader that lags lets more than 1 MiB pile up.
 */
export function openLogOutput(descriptor: number): LogOutput {
  let waiting = ''
  let busy = false
  let whenIdle: (() => void)[] = []

  function writeWaiting(): void {
    if (waiting === '') {
      busy = false
      const callbacks = whenIdle
      whenIdle = []
      for (const done of callbacks) done()
      return
    }
    busy = true
    const bytes = Buffer.from(waiting)
    waiting = ''
    writeBytes(bytes)
  }

  function writeBytes(bytes: Buffer): void {
    write(descriptor, bytes, (error, written) => {
      if (error?.code === 'EAGAIN') {
        // A pipe or terminal that another program made non-blocking: nothing tells when it is free.
        setTimeout(() => writeBytes(bytes), RETRY_MS)
      } else if (!error && written < bytes.length) {
        writeBytes(bytes.subarray(written))
      } else {
        writeWaiting()
      }
    })
  }

  return {
    write(line) {
      if (waiting.length + line.length > MAX_WAITING) return
      waiting += line
      if (busy) return
      // What is logged in one turn of the event loop is written at once.
      busy = true
      setImmediate(writeWaiting)
    },
    flush(done) {
      if (busy) whenIdle.push(done)
      else done()
    },
  }
}

const MAX_WAITING = 1024 * 1024

const RETRY_MS = 20
