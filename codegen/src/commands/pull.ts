import { existsSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CommandModule } from '../cli/command-table.ts'
import { EXIT, type ExitCode } from '../cli/exit-code.ts'
import { choose } from '../cli/report.ts'
import type { GlobalOptions, Session } from '../cli/session.ts'
import { type LoadedConfig, loadConfig } from '../config/load-config.ts'
import { onOneLine } from '../diagnostics/format-text.ts'
import { UsageError } from '../inputs/input-error.ts'
import { describeConnection } from '../registry/describe-connection.ts'
import {
  LOCK_FILE,
  type LockedSchema,
  lockedPath,
  readLock,
  writeLock,
} from '../registry/lock-file.ts'
import type { SavedSchema } from '../registry/save-schemas.ts'

/** `pull`: schemas of a registry as files, and a lock file that says which versions they are. */
export const pull: CommandModule = {
  describe(command) {
    command
      .argument('[subjects...]', 'NAME or PATTERN, each also with @latest, @all or @NUMBER')
      .option('--out <folder>', 'folder of the files', 'schemas')
      .option('--frozen', 'take the versions of the lock file; end with 100 if they are others now')
      .option('--lock', 'the same as --frozen')
      .option('--format', 'put the schemas into the canonical layout')
      .option('--force', 'overwrite files that were not pulled')
      .option('-o, --output <format>', 'text or json', 'text')
    describeConnection(command)
  },
  async run({ session, args, options }) {
    const output = choose(options.output, ['text', 'json'], '--output')
    const loaded = await loadConfig({ cwd: session.io.cwd, file: options.config })
    const request = { session, options, loaded, output } as const
    const isFrozen = options.frozen === true || options.lock === true
    if (!isFrozen) return await pullSubjects(subjectsFor(args, loaded), request)
    if (args.length > 0) throw new UsageError('--frozen takes what the lock file says, no subjects')
    return await pullFrozen(request)
  },
}

interface PullRequest {
  readonly session: Session
  readonly options: Readonly<Record<string, unknown>> & GlobalOptions
  readonly loaded: LoadedConfig
  readonly output: 'text' | 'json'
}

interface Subjects {
  readonly subjects: readonly string[]
  /** Whether they are all that the project takes. */
  readonly isWhole: boolean
}

function subjectsFor(args: readonly string[], { config }: LoadedConfig): Subjects {
  if (args.length > 0) return { subjects: args, isWhole: false }
  const listed = (config.schemas ?? []).flatMap((input) =>
    typeof input === 'string' ? [] : input.registry,
  )
  if (listed.length > 0) return { subjects: listed, isWhole: true }
  throw new UsageError(
    'Name subjects, such as orders-value or "orders-*", or list them under "schemas" of the ' +
      'config as { "registry": [...] }',
  )
}

/** Where the config says the subjects, what is not among them any more is removed. */
async function pullSubjects(
  { subjects, isWhole }: Subjects,
  { session, options, loaded, output }: PullRequest,
): Promise<ExitCode> {
  const { config, folder } = loaded
  const known = readLock(folder) ?? []
  const { withRegistry } = await import('../registry/connection.ts')
  const { takeSchemas } = await import('../registry/take-schemas.ts')
  const { saveSchemas } = await import('../registry/save-schemas.ts')
  const taken = await withRegistry(session, { config, options }, async ({ client }) => {
    return await takeSchemas(client, subjects, {
      onSkipped: session.progress,
      onTaken: (done, total) => session.bar.show('schemas', done, total),
    })
  })
  const saved = saveSchemas(taken, {
    folder,
    out: resolve(session.io.cwd, String(options.out)),
    known: new Set(known.map(({ file }) => file)),
    force: options.force === true,
    format: options.format === true,
  })
  const files = new Set(saved.map(({ locked }) => locked.file))
  const others = known.filter(({ file }) => !files.has(file))
  const removed = isWhole ? removeFiles(folder, others) : []
  writeLock(folder, [...(isWhole ? [] : others), ...saved.map(({ locked }) => locked)])
  printSaved(saved, { session, output })
  for (const file of removed) session.progress(`removed ${onOneLine(file)}`)
  const changed = saved.filter(({ isChanged }) => isChanged).length
  session.progress(`${changed} of ${saved.length} files changed`)
  return EXIT.fine
}

function removeFiles(folder: string, schemas: readonly LockedSchema[]): readonly string[] {
  const paths = schemas.map(({ file }) => ({ file, path: lockedPath(folder, file) }))
  const existing = paths.filter(({ path }) => existsSync(path))
  for (const { path } of existing) rmSync(path)
  return existing.map(({ file }) => file)
}

async function pullFrozen(request: PullRequest): Promise<ExitCode> {
  const { session, options, loaded, output } = request
  const { config, folder } = loaded
  const locked = readLock(folder)
  if (!locked) throw new UsageError(`There is no ${LOCK_FILE}; pull without --frozen first`)
  const { withRegistry } = await import('../registry/connection.ts')
  const { verifyLock } = await import('../registry/verify-lock.ts')
  const checks = await withRegistry(session, { config, options }, async ({ client }) => {
    return await verifyLock(client, locked, (done) => {
      session.bar.show('schemas', done, locked.length)
    })
  })
  const wrong = checks.filter(({ differences }) => differences.length > 0)
  if (output === 'json') {
    const list = wrong.map(({ locked: { subject, version, file }, differences }) => ({
      ...{ subject, version, file, differences },
    }))
    session.print(`${JSON.stringify(list, null, 2)}\n`)
  }
  if (wrong.length > 0) {
    for (const { locked: entry, differences } of output === 'text' ? wrong : []) {
      const what = `${entry.subject} v${entry.version}: ${differences.join(', ')}`
      session.print(`${onOneLine(what)}\n`)
    }
    session.progress(`${wrong.length} of ${checks.length} schemas are not as ${LOCK_FILE} says`)
    return EXIT.findings
  }
  const { writeMissing } = await import('../registry/write-missing.ts')
  const count = writeMissing(checks, { folder, format: options.format === true })
  session.progress(`${checks.length} schemas are as ${LOCK_FILE} says, ${count} files were missing`)
  return EXIT.fine
}

function printSaved(
  saved: readonly SavedSchema[],
  { session, output }: Pick<PullRequest, 'session' | 'output'>,
): void {
  if (output === 'json') {
    const list = saved.map(({ locked, isChanged }) => ({ ...locked, changed: isChanged }))
    session.print(`${JSON.stringify(list, null, 2)}\n`)
    return
  }
  for (const { locked, isChanged } of saved) {
    const { subject, version, id, file } = locked
    const what = `${subject} v${version} (id ${id}) ${isChanged ? 'written' : 'unchanged'}: ${file}`
    session.print(`${onOneLine(what)}\n`)
  }
}
