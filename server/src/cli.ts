import { Command, CommanderError, Option } from 'commander'
import type { Environment } from './config/environment.ts'
import { type LoadedConfig, loadConfig } from './config/load-config.ts'
import { formatConfig } from './config/print-config.ts'
import {
  flagName,
  type ServerConfig,
  type Setting,
  type SettingName,
  settingNames,
  settings,
} from './config/settings.ts'
import type { BackupReport } from './storage/backup.ts'
import type { RestoreReport } from './storage/restore.ts'

/** What the command line needs from the process and from the rest of the server. */
export interface Cli {
  readonly version: string
  readonly env: Environment
  /** Gives a file's text as UTF-8; throws when there is none. */
  readFile(path: string): string
  /** Runs the server; fulfilled when it has stopped. */
  serve(loaded: LoadedConfig): Promise<void>
  backup(database: string, file: string): Promise<BackupReport>
  restore(file: string, database: string): Promise<RestoreReport>
  readonly fetch: typeof fetch
  /** Write text, line ends included, to standard output and to standard error. */
  out(text: string): void
  err(text: string): void
}

/**
 * Runs `magicbyte-server` with the arguments after its name and gives the exit code. A wrong use
 * and an expected failure (see `isExpected`) give 1, and on `err` a line for each problem. Any
 * other error is thrown on.
 */
export async function runCli(argv: readonly string[], cli: Cli): Promise<number> {
  const { program, exitCode } = createProgram(cli)
  try {
    await program.parseAsync(withCommand(argv), { from: 'user' })
    return exitCode()
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode
    if (!isExpected(error)) throw error
    for (const line of error.message.split('\n')) cli.err(`${NAME}: ${line}\n`)
    return 1
  }
}

const NAME = 'magicbyte-server'

function withCommand(argv: readonly string[]): readonly string[] {
  const [first = '-'] = argv
  const aboutProgram = ['-h', '--help', '-V', '--version'].includes(first)
  return first.startsWith('-') && !aboutProgram ? ['serve', ...argv] : argv
}

/**
 * Whether an error is the operator's to mend: it has a code of the system (`EADDRINUSE`), of SQLite
 * (`SQLITE_NOTADB`) or of our own. Node's `ERR_*` codes tell of faults in a program.
 */
function isExpected(error: unknown): error is Error {
  if (!(error instanceof Error) || !('code' in error)) return false
  return typeof error.code === 'string' && !error.code.startsWith('ERR_')
}

function createProgram(cli: Cli): { program: Command; exitCode: () => number } {
  let exitCode = 0
  const program = new Command(NAME)
    .description('A schema registry for Apache Avro. Without a command it serves.')
    .version(cli.version)
    .exitOverride()
    .configureOutput({
      writeOut: cli.out,
      writeErr: cli.err,
      outputError: (text, write) => write(`${NAME}: ${oneLine(text)}\n`),
    })

  const serve = program
    .command('serve')
    .description('serve the registry over HTTP')
    .option('--print-config', 'print every setting with its origin, then exit')
    .action(async (options: Options) => {
      const loaded = await loadConfig(sources(options, cli))
      if (options.printConfig) printConfig(loaded, cli)
      else await cli.serve(loaded)
    })
  addFlags(serve, settingNames)

  const backup = program
    .command('backup')
    .description('copy the database to a new file, also while a server runs')
    .argument('<file>')
    .action(async (file: string, options: Options) => {
      const { database } = (await loadConfig(sources(options, cli))).config
      const { bytes, rows } = await cli.backup(database, file)
      cli.out(
        `Backed up ${database} to ${file} (${bytes} bytes, ${rows.get('versions')} versions).\n`,
      )
    })
  addFlags(backup, ['database'])

  const restore = program
    .command('restore')
    .description('put a backup in the place of the database, which is kept; stop the server first')
    .argument('<file>')
    .action(async (file: string, options: Options) => {
      const { database } = (await loadConfig(sources(options, cli))).config
      const { kept, raisedContexts } = await cli.restore(file, database)
      cli.out(`Restored ${database} from ${file}.\n`)
      if (kept !== undefined) cli.out(`The replaced database is kept as ${kept}.\n`)
      if (raisedContexts.length > 0) {
        cli.out(`Ids go on after those of the replaced database in ${raisedContexts.join(', ')}.\n`)
      }
    })
  addFlags(restore, ['database'])

  const health = program
    .command('health')
    .description('exit with 0 when the server is ready, else with 1')
    .option('--url <url>', 'what to ask (default: /health/ready of the configured host and port)')
    .action(async (options: Options) => {
      const url = options.url ?? readyUrl((await loadConfig(sources(options, cli))).config)
      const problem = await checkHealth(String(url), cli.fetch)
      if (problem === undefined) return
      cli.err(`${NAME}: ${problem}\n`)
      exitCode = 1
    })
  addFlags(health, ['host', 'port'])

  return { program, exitCode: () => exitCode }
}

type Options = Readonly<Record<string, string | boolean | undefined>>

function oneLine(text: string): string {
  return text
    .replace(/^error: /, '')
    .trim()
    .replace(/\s*\n\s*/g, ' ')
}

function addFlags(command: Command, names: readonly SettingName[]): void {
  command.option('--config <file>', 'settings in a .yaml or .properties file')
  for (const name of names) {
    const setting: Setting<unknown> = settings[name]
    const flag = flagName(name)
    const preset = setting.default === '' ? 'none' : setting.default
    const usage = `${setting.description} (${setting.allowed}; default: ${preset})`
    if (setting.placeholder === 'boolean') {
      command.addOption(new Option(`${flag} [true|false]`, usage))
      command.addOption(new Option(flag.replace('--', '--no-')).hideHelp())
    } else {
      command.addOption(new Option(`${flag} <${setting.placeholder}>`, usage))
    }
  }
}

function sources(options: Options, { env, readFile }: Cli) {
  const flags = new Map<SettingName, string | boolean>()
  for (const name of settingNames) {
    const value = options[name]
    if (value !== undefined) flags.set(name, value)
  }
  return { flags, configFile: options.config?.toString(), env, readFile }
}

function printConfig(loaded: LoadedConfig, { out, err }: Cli): void {
  for (const warning of loaded.warnings) err(`warning: ${warning}\n`)
  for (const note of loaded.notes) err(`note: ${note}\n`)
  out(formatConfig(loaded))
}

/** A server that listens on all addresses is asked over the loopback one. */
function readyUrl({ host, port }: ServerConfig): string {
  const address = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}/health/ready`
}

async function checkHealth(url: string, ask: typeof fetch): Promise<string | undefined> {
  try {
    const { ok, status } = await ask(url, { signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) })
    return ok ? undefined : `${url} answered ${status}`
  } catch (error) {
    const { message, cause } = error as Error
    return `${url} gave no answer: ${cause instanceof Error ? cause.message : message}`
  }
}

const HEALTH_TIMEOUT_MS = 5000
