import { Command, CommanderError } from 'commander'
import { RegistryUnavailableError, UsageError } from '../inputs/input-error.ts'
import { COMMANDS, type CommandEntry, type CommandModule } from './command-table.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { createSession, type GlobalOptions } from './session.ts'

/**
 * Does what the arguments say and gives the exit code. Never throws, never ends the process.
 * `argv` begins with the name of the command.
 */
export async function run(
  argv: readonly string[],
  io: Io,
  commands: readonly CommandEntry[] = COMMANDS,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.fine
  try {
    const program = await createProgram(argv, io, commands, (result) => {
      code = result
    })
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    return explainFailure(error, { io, debug: argv.includes('--debug') })
  }
}

async function createProgram(
  argv: readonly string[],
  io: Io,
  commands: readonly CommandEntry[],
  finish: (code: ExitCode) => void,
): Promise<Command> {
  const program = new Command('magicbyte')
  prepare(program, io)
  program
    .description('Avro schemas: check, compare, register, and generate TypeScript from them')
    .option('-c, --config <file>', 'config to use instead of the nearest magicbyte.config.*')
    .option('-q, --quiet', 'no progress on standard error')
    .option('--debug', 'show stacks of failures')
    .option('--no-color', 'no colour, as with NO_COLOR')
    .option('-V, --version', 'show the version')
    .on('option:version', () => {
      throw new VersionRequest()
    })
    .usage('<command> [options]')
    .helpCommand('help [command]', 'show what a command does and takes')
  for (const entry of commands) {
    const command = program.command(entry.name).summary(entry.summary).description(entry.summary)
    prepare(command, io)
    if (entry.alias !== undefined) command.alias(entry.alias)
    if (!argv.includes(entry.name) && !argv.includes(entry.alias ?? entry.name)) continue
    const module = await entry.load()
    module.describe(command)
    command.action(() => start(command, module, io, finish))
  }
  return program
}

class VersionRequest extends Error {}

async function start(
  command: Command,
  module: CommandModule,
  io: Io,
  finish: (code: ExitCode) => void,
): Promise<void> {
  const options: GlobalOptions & Record<string, unknown> = command.optsWithGlobals()
  const session = await createSession(io, options)
  try {
    finish(await module.run({ session, args: command.args, options }))
  } finally {
    session.bar.hide()
  }
}

function prepare(command: Command, io: Io): void {
  command
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError(true)
    .showHelpAfterError('(--help lists what there is)')
    .helpCommand(false)
}

async function explainFailure(
  error: unknown,
  { io, debug }: { readonly io: Io; readonly debug: boolean },
): Promise<ExitCode> {
  if (error instanceof VersionRequest) {
    io.stdout.write(`${(await import('./version.ts')).readVersion()}\n`)
    return EXIT.fine
  }
  // Commander has written its message by then.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.failure
  const isRegistry = error instanceof RegistryUnavailableError
  const fileProblem = await problemOfFile(error, io.cwd)
  const isExpected = isRegistry || error instanceof UsageError || fileProblem !== undefined
  const message = fileProblem ?? (error instanceof Error ? error.message : String(error))
  io.stderr.write(`error: ${isExpected ? message : `unexpected failure: ${message}`}\n`)
  if (debug && error instanceof Error) io.stderr.write(`${error.stack}\n`)
  else if (!isExpected) io.stderr.write('(--debug shows where)\n')
  return isRegistry ? EXIT.registry : EXIT.failure
}

/** What the system has against a file, such as `out/index.ts: permission denied`. */
async function problemOfFile(error: unknown, cwd: string): Promise<string | undefined> {
  if (!(error instanceof Error && 'syscall' in error && 'path' in error)) return undefined
  if (typeof error.path !== 'string') return undefined
  const [, reason] = /^[A-Z0-9]+: ([^,]+)/.exec(error.message) ?? []
  if (reason === undefined) return undefined
  const { displayPath } = await import('../inputs/find-files.ts')
  return `${displayPath(error.path, cwd)}: ${reason}`
}
