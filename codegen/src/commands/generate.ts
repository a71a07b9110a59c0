import { dirname, resolve } from 'node:path'
import type { CommandModule } from '../cli/command-table.ts'
import { EXIT, type ExitCode } from '../cli/exit-code.ts'
import { openProject, type Project } from '../cli/project.ts'
import { choose, describeReport, errorFormatOf, reportDiagnostics } from '../cli/report.ts'
import type { Session } from '../cli/session.ts'
import type { GenerateTarget } from '../config/generate-target.ts'
import { generateTarget, type TargetResult } from '../generate/generate-target.ts'
import { applyChange, type FileChange } from '../generate/output-folder.ts'
import { GENERATE_RULES } from '../generate/rules.ts'
import { displayPath } from '../inputs/find-files.ts'
import { UsageError } from '../inputs/input-error.ts'
import { SCHEMA_RULES } from '../inputs/problem-rules.ts'

/** `generate`: TypeScript types and codecs from schemas. */
export const generate: CommandModule = {
  describe(command) {
    command
      .argument('[paths...]', 'files, folders and globs instead of those of the config')
      .option('--out <folder>', 'where to put the files, instead of the targets of the config')
      .option('--mode <mode>', 'types, schema or full; only with --out')
      .option('--check', 'change nothing; print what would change and end with 100')
      .option('--clean', 'remove generated files that are no longer generated')
      .option('--watch', 'generate again whenever a schema changes')
    describeReport(command)
  },
  async run({ session, args, options }) {
    errorFormatOf(options)
    if (options.watch !== true) return await generateOnce({ session, args, options })
    if (options.check === true) throw new UsageError('--check and --watch exclude each other')
    const { watchSchemas } = await import('../generate/watch.ts')
    await generateOnce({ session, args, options })
    const { set } = await openProject(quiet(session), args, options)
    const folders = new Set(set.files.map(({ source }) => dirname(source.location)))
    session.progress('waiting for changes')
    return await watchSchemas([...folders], async () => {
      try {
        await generateOnce({ session, args, options })
      } catch (error) {
        // A file may be half written; the next change puts it right.
        if (!(error instanceof UsageError)) throw error
        session.progress(`error: ${error.message}`)
      }
    })
  },
}

type Run = Parameters<CommandModule['run']>[0]

async function generateOnce({ session, args, options }: Run): Promise<ExitCode> {
  const format = errorFormatOf(options)
  const project = await openProject(session, args, options, { withRegistry: true })
  const rules = new Map([...SCHEMA_RULES, ...GENERATE_RULES])
  const targets = targetsOf(project, options, session)
  if (project.set.diagnostics.some(({ severity }) => severity === 'error')) {
    session.progress('nothing is generated from schemas with errors')
    return await reportDiagnostics(session, project.set.diagnostics, {
      format,
      rules,
      failOn: 'error',
    })
  }
  const results = targets.map((target) => generateTarget(target, project))
  // Findings that every target has are told once.
  const diagnostics = results.flatMap((result) => result.diagnostics)
  const all = [...project.set.diagnostics, ...uniqueBy(diagnostics, JSON.stringify)]
  const code = await reportDiagnostics(session, all, { format, rules, failOn: 'error' })
  if (code !== EXIT.fine) return code
  if (options.check === true) return await check(session, results)
  for (const result of results) write(session, result, { clean: options.clean === true })
  return EXIT.fine
}

function targetsOf(
  { config, folder }: Project,
  options: Run['options'],
  session: Session,
): readonly GenerateTarget[] {
  if (typeof options.out === 'string') {
    const mode =
      options.mode === undefined
        ? 'full'
        : choose(options.mode, ['types', 'schema', 'full'], '--mode')
    return [{ out: resolve(session.io.cwd, options.out), mode }]
  }
  if (options.mode !== undefined) throw new UsageError('--mode needs --out')
  const targets = config.generate ?? []
  if (targets.length > 0) return targets
  const place = displayPath(folder, session.io.cwd) || '.'
  throw new UsageError(`There is no target: say --out, or list some under "generate" in ${place}`)
}

async function check(session: Session, results: readonly TargetResult[]): Promise<ExitCode> {
  let count = 0
  for (const { folder, changes } of results) {
    for (const change of changes) {
      count++
      session.print(await unifiedDiff(displayPath(folder, session.io.cwd), change))
    }
  }
  session.progress(count === 0 ? 'all generated files are fresh' : `${count} files are not fresh`)
  return count === 0 ? EXIT.fine : EXIT.findings
}

async function unifiedDiff(folder: string, { path, before, after }: FileChange): Promise<string> {
  const { createTwoFilesPatch } = await import('diff')
  const name = `${folder}/${path}`
  return createTwoFilesPatch(
    before === undefined ? '/dev/null' : `a/${name}`,
    after === undefined ? '/dev/null' : `b/${name}`,
    before ?? '',
    after ?? '',
    '',
    '',
  )
}

function write(
  session: Session,
  { folder, changes }: TargetResult,
  { clean }: { readonly clean: boolean },
): void {
  const wanted = changes.filter(({ after }) => clean || after !== undefined)
  for (const change of wanted) applyChange(folder, change)
  const stale = changes.length - wanted.length
  const hint = stale === 0 ? '' : `; ${stale} are no longer generated (--clean removes them)`
  const shown = displayPath(folder, session.io.cwd)
  session.progress(`${shown}: ${wanted.length} files changed${hint}`)
}

function quiet(session: Session): Session {
  return { ...session, progress: () => {} }
}

function uniqueBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}
