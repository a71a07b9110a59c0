import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A process that answers lines of JSON by lines of JSON, each with the `id` of what it answers, in order. */
export interface LineProcess {
  /** What it answers to a message, without the id. Fails once the process has ended. */
  ask(message: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>
  /** Lets it answer what it was asked, then end. */
  close(): Promise<void>
}

interface Question {
  resolve(answer: Record<string, unknown>): void
  reject(error: Error): void
}

/** Starts such a process; messages are sent at once, without waiting for earlier answers. */
export function startLineProcess(command: string, args: readonly string[]): LineProcess {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  const open = new Map<number, Question>()
  let lastId = 0
  let printed = ''
  let ended = false
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed = (printed + text).slice(-4000)
  })
  // Its end is noticed on its own; what could not be written has no other meaning.
  child.stdin.on('error', () => undefined)
  createInterface({ input: child.stdout }).on('line', (line) => {
    // Java may print warnings of its own.
    if (!line.startsWith('{')) return
    const { id, ...answer } = JSON.parse(line) as { id: number | null }
    // A message that could not be read is answered without its id, but in its turn.
    const answered = id ?? open.keys().next().value ?? 0
    open.get(answered)?.resolve(answer)
    open.delete(answered)
  })
  const whenEnded = once(child, 'close')
    .catch((error: Error) => {
      printed += error.message
    })
    .then(() => {
      ended = true
      for (const question of open.values()) question.reject(endOf(command, printed))
      open.clear()
    })
  return {
    ask(message) {
      if (ended) return Promise.reject(endOf(command, printed))
      const id = ++lastId
      child.stdin.write(`${JSON.stringify({ ...message, id })}\n`)
      return new Promise((resolve, reject) => {
        open.set(id, { resolve, reject })
      })
    },
    async close() {
      child.stdin.end()
      await whenEnded
    },
  }
}

function endOf(command: string, printed: string): Error {
  return new Error(`${command} has ended:\n${printed}`)
}
