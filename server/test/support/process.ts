import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')

export interface Exit {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunningProcess {
  readonly url: string
  readonly process: ChildProcess
  /** Fulfilled when the process has ended. */
  readonly exit: Promise<Exit>
  stdout(): string
}

/** Runs `magicbyte-server` to its end. */
export function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Exit> {
  return start(args, env).exit
}

/** Starts `magicbyte-server` on a free port and waits until it serves. */
export async function serve(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningProcess> {
  const { child, exit, output } = start(['--port', '0', '--log-format', 'json', ...args], env)
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', () => {
      const line = /"url":"([^"]+)"/.exec(output.stdout)
      if (line) resolve(line[1]!)
    })
    void exit.then((end) => reject(new Error(`ended before it served: ${JSON.stringify(end)}`)))
  })
  return { url, process: child, exit, stdout: () => output.stdout }
}

function start(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(
    process.execPath,
    ['--conditions=magicbyte-source', '--import', 'tsx', join(root, 'server/src/main.ts'), ...args],
    { cwd: root, env: { PATH: process.env.PATH ?? '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk
  })
  const exit = once(child, 'close').then(
    ([code]): Exit => ({ code: code as number | null, ...output }),
  )
  return { child, exit, output }
}
