import type { Command } from 'commander'
import type { ExitCode } from './exit-code.ts'
import type { GlobalOptions, Session } from './session.ts'

/** What a command does once its arguments are read. */
export type CommandAction = (run: {
  readonly session: Session
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, unknown>> & GlobalOptions
}) => Promise<ExitCode>

/** One command: its arguments and options, and what it does. */
export interface CommandModule {
  /** Adds arguments, options and help to the bare command. */
  readonly describe: (command: Command) => void
  readonly run: CommandAction
}

/** A command as the list of all commands shows it. */
export interface CommandEntry {
  readonly name: string
  readonly summary: string
  /** Another name of it. */
  readonly alias?: string
  /** Loads what the command needs; only the one that is called is loaded. */
  readonly load: () => Promise<CommandModule>
}

/** All commands. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'validate',
    summary: 'check that schema files are sound',
    load: async () => (await import('../commands/validate.ts')).validate,
  },
  {
    name: 'generate',
    summary: 'write TypeScript types and codecs of schemas',
    load: async () => (await import('../commands/generate.ts')).generate,
  },
  {
    name: 'lint',
    summary: 'check schemas against rules of style',
    load: async () => (await import('../commands/lint.ts')).lint,
  },
  {
    name: 'format',
    summary: 'put schema files into the canonical layout',
    load: async () => (await import('../commands/format.ts')).format,
  },
  {
    name: 'inspect',
    summary: 'show canonical forms, fingerprints and dependencies',
    load: async () => (await import('../commands/inspect.ts')).inspect,
  },
  {
    name: 'compat',
    summary: 'check that schemas are compatible with earlier ones',
    load: async () => (await import('../commands/compat.ts')).compat,
  },
  {
    name: 'diff',
    summary: 'list what differs between schemas, and whom it breaks',
    load: async () => (await import('../commands/diff.ts')).diff,
  },
  {
    name: 'registry',
    summary: 'look into a registry and change it',
    load: async () => (await import('../commands/registry.ts')).registry,
  },
  {
    name: 'push',
    alias: 'register',
    summary: 'register schemas, in the order of their references',
    load: async () => (await import('../commands/push.ts')).push,
  },
  {
    name: 'pull',
    summary: 'take schemas of a registry into files',
    load: async () => (await import('../commands/pull.ts')).pull,
  },
  {
    name: 'encode',
    summary: 'turn JSON into Avro, with or without a schema id before it',
    load: async () => (await import('../commands/encode.ts')).encode,
  },
  {
    name: 'decode',
    summary: 'turn Avro into JSON',
    load: async () => (await import('../commands/decode.ts')).decode,
  },
  {
    name: 'plan',
    summary: 'show what makes a registry as state files say',
    load: async () => (await import('../commands/plan.ts')).plan,
  },
  {
    name: 'apply',
    summary: 'make a registry as state files say',
    load: async () => (await import('../commands/apply.ts')).apply,
  },
  {
    name: 'derive',
    summary: 'make a schema of samples in JSON',
    load: async () => (await import('../commands/derive.ts')).derive,
  },
  {
    name: 'convert',
    summary: 'turn schemas, IDL and protocols into each other and into JSON Schema',
    load: async () => (await import('../commands/convert.ts')).convert,
  },
  {
    name: 'init',
    summary: 'begin a project: config, a schema, a file for CI',
    load: async () => (await import('../commands/init.ts')).init,
  },
  {
    name: 'doctor',
    summary: 'check config, schemas and the connection to the registry',
    load: async () => (await import('../commands/doctor.ts')).doctor,
  },
  {
    name: 'completion',
    summary: 'print a script that completes commands in a shell',
    load: async () => (await import('../commands/completion.ts')).createCompletion(COMMANDS),
  },
]
