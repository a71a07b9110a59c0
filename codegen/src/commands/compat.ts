import { type CompatibilityLevel, compatibilityLevels } from '@magicbyte/avro'
import type { CommandModule } from '../cli/command-table.ts'
import { openProject, type Project } from '../cli/project.ts'
import { choose, describeReport, errorFormatOf, reportDiagnostics } from '../cli/report.ts'
import type { Session } from '../cli/session.ts'
import { openHistory, parseAgainst } from '../compat/against.ts'
import { checkFiles } from '../compat/check-files.ts'
import { sortDiagnostics } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../inputs/input-error.ts'
import { describeConnection } from '../registry/describe-connection.ts'
import { createFileSubjects } from '../registry/file-subjects.ts'

/** `compat`: whether schemas may follow the ones before them. */
export const compat: CommandModule = {
  describe(command) {
    command
      .argument('[paths...]', 'files, folders and globs instead of those of the config')
      .option(
        '--against <where>',
        'registry, git#branch=NAME, git#tag=NAME, git#commit=ID or a path',
      )
      .option('--level <level>', `one of ${compatibilityLevels.join(', ')}`)
      .option('--subject <name>', 'the subject of the only file, for a registry')
      .option('--remote', 'let the registry judge, instead of explaining here')
    describeConnection(command)
    describeReport(command)
  },
  async run({ session, args, options }) {
    const format = errorFormatOf(options)
    const project = await openProject(session, args, options)
    const { config, set } = project
    const { against: configured, default: usual = 'BACKWARD' } = config.compatibility ?? {}
    const level =
      options.level === undefined
        ? undefined
        : choose(options.level, compatibilityLevels, '--level')
    const wanted = options.against ?? configured
    if (typeof wanted !== 'string') {
      throw new UsageError(
        'Say what to compare with: --against registry, git#branch=main, or a path',
      )
    }
    const against = parseAgainst(wanted)
    const { files } = set
    const { diagnostics, compared } =
      against.kind === 'registry'
        ? await compareWithRegistry({ session, options, project, level })
        : await checkFiles(
            files,
            await openHistory(against, { cwd: session.io.cwd, files }),
            level ?? usual,
          )
    const unsound = files.filter((file) => !file.resolved()).length
    if (unsound > 0) session.progress(`${unsound} files are not sound and were not compared`)
    session.progress(`${compared} of ${files.length} files have earlier versions`)
    const all = sortDiagnostics([...set.diagnostics, ...diagnostics])
    return await reportDiagnostics(session, all, { format, failOn: 'error' })
  },
}

async function compareWithRegistry({
  session,
  options,
  project,
  level,
}: {
  readonly session: Session
  readonly options: Readonly<Record<string, unknown>>
  readonly project: Project
  readonly level: CompatibilityLevel | undefined
}) {
  const { withRegistry } = await import('../registry/connection.ts')
  const { checkAgainstRegistry } = await import('../compat/check-registry.ts')
  const { config, set } = project
  const { subject, remote } = options
  if (remote === true && level !== undefined) {
    throw new UsageError('--remote takes the level that the registry has; leave --level out')
  }
  const { files } = set
  const chosen = typeof subject === 'string' ? { subject, files } : undefined
  const subjectsOf = createFileSubjects(project, chosen)
  return await withRegistry(session, { config, options }, async ({ client }) => {
    return await checkAgainstRegistry(files, {
      client,
      subjectsOf,
      level,
      usual: config.compatibility?.default ?? 'BACKWARD',
      remote: remote === true,
      progress: session.progress,
      onFile: (index) => session.bar.show('files', index, files.length),
    })
  })
}
