import type { Colors } from '../diagnostics/colors.ts'
import type { Io } from './io.ts'
import { createProgressBar, type ProgressBar } from './progress-bar.ts'

/** What every command gets. */
export interface Session {
  readonly io: Io
  /** For standard output. */
  readonly colors: Colors
  /** Writes results to standard output. */
  readonly print: (text: string) => void
  /** Tells on standard error what is being done, unless the user wants it quiet. */
  readonly progress: (line: string) => void
  /** Shows how far long work has come, where standard error is a terminal. */
  readonly bar: ProgressBar
}

/** The options that every command knows. */
export interface GlobalOptions {
  /** Path of the config. */
  readonly config?: string
  readonly quiet?: boolean
  readonly debug?: boolean
  /** False after `--no-color`. */
  readonly color?: boolean
}

/** Makes the session of a run. */
export async function createSession(io: Io, { quiet, color }: GlobalOptions): Promise<Session> {
  const { stderr, stdout, env, now = Date.now } = io
  const isShown = stderr.isTTY === true && quiet !== true && env.TERM !== 'dumb'
  const bar = createProgressBar({ write: (text) => stderr.write(text), isShown, now })
  return {
    io,
    bar,
    colors: await chooseColors(io, color),
    print: (text) => {
      bar.hide()
      if (text !== '') stdout.write(text)
    },
    progress: (line) => {
      bar.hide()
      if (quiet !== true) stderr.write(`${line}\n`)
    },
  }
}

async function chooseColors({ env, isTTY }: Io, color: boolean | undefined): Promise<Colors> {
  const { createColors } = (await import('picocolors')).default
  const isForced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0'
  const isUnwanted = color === false || (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb'
  return createColors(!isUnwanted && (isForced || isTTY))
}
