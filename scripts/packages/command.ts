import { spawnSync } from 'node:child_process'

/** How a program ended. */
export interface CommandResult {
  /** Its exit code; null if it was killed. */
  readonly status: number | null
  readonly stdout: string
  /** What it printed, errors included; without blanks around it. */
  readonly output: string
}

/**
 * Runs a program to its end.
 * @throws Error if it cannot be started or needs more than 10 minutes
 */
export function spawnResult(
  folder: string,
  program: string,
  args: readonly string[],
): CommandResult {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 600_000,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' },
  })
  if (error !== undefined) throw error
  return { status, stdout, output: `${stdout}\n${stderr}`.trim() }
}

/**
 * Runs a program to its end and returns what it printed.
 * @throws Error with the beginning of what it printed, if it does not end well
 */
export function runCommand(folder: string, program: string, args: readonly string[]): string {
  const { status, stdout, output } = spawnResult(folder, program, args)
  if (status === 0) return stdout
  const shown = output.split('\n').slice(0, 12).join('\n')
  throw new Error(`${program} ${args.slice(0, 3).join(' ')} ended with ${status}\n${shown}`)
}

/** Installs packages into a folder, which becomes a package of its own. */
export function npmInstall(folder: string, packages: readonly string[]): void {
  runCommand(folder, 'npm', ['init', '-y'])
  runCommand(folder, 'npm', ['install', '--no-audit', '--no-fund', '--silent', ...packages])
}
