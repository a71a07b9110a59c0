import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import type { CommandModule } from '../cli/command-table.ts'
import { EXIT, type ExitCode } from '../cli/exit-code.ts'
import { openProject, type Project } from '../cli/project.ts'
import { choose, describeReport, errorFormatOf, plural, reportDiagnostics } from '../cli/report.ts'
import type { Session } from '../cli/session.ts'
import type { GenerateTarget } from '../config/generate-target.ts'
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts'
import type { ErrorFormat } from '../diagnostics/formats.ts'
import { generateTarget, type TargetResult } from '../generate/generate-target.ts'
import { applyChange, type FileChange } from '../generate/output-folder.ts'
import { createPrintMemory, type PrintMemory } from '../generate/print-memory.ts'
import { GENERATE_RULES } from '../generate/rules.ts'
import { IDL_RULES } from '../idl/problem.ts'
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
    if (options.watch === true) return await watchAndGenerate({ session, args, options })
    const project = await openProject(session, args, options, { withRegistry: true })
    return await generateFrom(project, { session, args, options })
  },
}

const STALE = 'STALE_FILE'
const STALE_RULE = [STALE, { purpose: 'Generated files are what the schemas give' }] as const

type Run = Parameters<CommandModule['run']>[0]

async function watchAndGenerate({ session, args, options }: Run): Promise<ExitCode> {
  if (options.check === true) throw new UsageError('--check and --watch exclude each other')
  const { watchSchemas } = await import('../generate/watch.ts')
  const { createReopening } = await import('../generate/reopen-project.ts')
  const reopen = createReopening({ session, args, options })
  const memories = new Map<string, PrintMemory>()
  const project = await reopen(new Set())
  await generateFrom(project, { session, args, options }, memories)
  const folders = new Set(project.set.files.map(({ source }) => dirname(source.location)))
  return await watchSchemas([...folders], {
    onReady: () => session.progress('waiting for changes'),
    async onChange(changed) {
      try {
        await generateFrom(await reopen(changed), { session, args, options }, memories)
      } catch (error) {
        // A file may be half written; the next change puts it right.
        if (!(error instanceof UsageError)) throw error
        session.progress(`error: ${error.message}`)
      }
    },
  })
}

/** `memories` keeps what was printed for each target, from one time to the next. */
async function generateFrom(
  project: Project,
  { session, options }: Run,
  memories?: Map<string, PrintMemory>,
): Promise<ExitCode> {
  const format = errorFormatOf(options)
  const rules = new Map([...SCHEMA_RULES, ...IDL_RULES, ...GENERATE_RULES, STALE_RULE])
  const targets = targetsOf(project, options, session)
  if (project.set.diagnostics.some(({ severity }) => severity === 'error')) {
    session.progress('nothing is generated from schemas with errors')
    return await reportDiagnostics(session, project.set.diagnostics, {
      format,
      rules,
      failOn: 'error',
    })
  }
  const results = targets.map((target) =>
    generateTarget(target, { ...project, memory: memories && memoryOf(target, memories) }),
  )
  const diagnostics = [
    ...project.set.diagnostics,
    ...results.flatMap((result) => result.diagnostics),
  ]
  const isSound = diagnostics.every(({ severity }) => severity !== 'error')
  const stale = isSound && options.check === true ? staleFiles(results, session.io.cwd) : []
  // Reports for machines hold the stale files too; people see what differs.
  const told = format === 'text' ? [] : stale.map(({ diagnostic }) => diagnostic)
  const all = sortDiagnostics([...diagnostics, ...told])
  const code = await reportDiagnostics(session, all, { format, rules, failOn: 'error' })
  if (!isSound) return code
  if (options.check === true) return await tellStale(session, stale, format)
  for (const result of results) write(session, result, { clean: options.clean === true })
  return EXIT.fine
}

function memoryOf(target: GenerateTarget, memories: Map<string, PrintMemory>): PrintMemory {
  const key = JSON.stringify(target)
  const memory = memories.get(key) ?? createPrintMemory()
  memories.set(key, memory)
  return memory
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
  refuseNested(targets, folder)
  if (targets.length > 0) return targets
  const place = displayPath(folder, session.io.cwd) || '.'
  throw new UsageError(`There is no target: say --out, or list some under "generate" in ${place}`)
}

/** The files of one target would be left over from another, or be overwritten. */
function refuseNested(targets: readonly GenerateTarget[], folder: string): void {
  for (const [index, { out }] of targets.entries()) {
    const outer = targets.find((other, at) => {
      const path = relative(resolve(folder, other.out), resolve(folder, out))
      return at !== index && !isAbsolute(path) && path.split(sep)[0] !== '..'
    })
    if (!outer) continue
    throw new UsageError(`The output ${out} is within the output ${outer.out}; use other folders`)
  }
}

interface StaleFile {
  readonly name: string
  readonly change: FileChange
  readonly diagnostic: Diagnostic
}

function staleFiles(results: readonly TargetResult[], cwd: string): readonly StaleFile[] {
  return results.flatMap(({ folder, changes }) =>
    changes.map((change) => {
      const name = `${displayPath(folder, cwd)}/${change.path}`
      return { name, change, diagnostic: staleDiagnostic(name, change) }
    }),
  )
}

function staleDiagnostic(file: string, { before, after }: FileChange): Diagnostic {
  const start = { line: 1, column: 1, offset: 0 }
  const what =
    before === undefined
      ? 'is missing'
      : after === undefined
        ? 'is no longer generated'
        : 'is not what the schemas give'
  return {
    rule: STALE,
    severity: 'error',
    file,
    range: { start, end: start },
    message: `the generated file ${what}`,
    hint: after === undefined ? 'run magicbyte generate --clean' : 'run magicbyte generate',
  }
}

async function tellStale(
  session: Session,
  stale: readonly StaleFile[],
  format: ErrorFormat,
): Promise<ExitCode> {
  for (const { name, change } of stale) {
    const patch = await unifiedDiff(name, change)
    if (format === 'text') session.print(patch)
    else session.progress(patch)
  }
  session.progress(
    stale.length === 0
      ? 'all generated files are fresh'
      : `${plural(stale.length, 'file')} to generate again`,
  )
  return stale.length === 0 ? EXIT.fine : EXIT.findings
}

async function unifiedDiff(name: string, { before, after }: FileChange): Promise<string> {
  const { createTwoFilesPatch } = await import('diff')
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
  session.progress(`${shown}: ${plural(wanted.length, 'file')} changed${hint}`)
}
