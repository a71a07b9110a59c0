import type { CommandModule } from '../cli/command-table.ts'
import { choose, describeReport, errorFormatOf, reportDiagnostics } from '../cli/report.ts'
import type { Session } from '../cli/session.ts'
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts'
import { onOneLine } from '../diagnostics/format-text.ts'
import { describeConnection } from '../registry/describe-connection.ts'
import { createFileSubjects } from '../registry/file-subjects.ts'
import { openChosenFiles } from '../registry/open-chosen-files.ts'
import type { PushedSchema } from '../registry/push-files.ts'
import { orderForPush } from '../registry/push-order.ts'

/** `push`: registers schemas, each after those it refers to. */
export const push: CommandModule = {
  describe(command) {
    command
      .argument('[paths...]', 'files, folders and globs instead of those of the config')
      .option('--subject <name>', 'the subject of the only file')
      .option('--dry-run', 'look what would be new and whether it is compatible; change nothing')
      .option('--normalize', 'let the registry bring schemas into their normal form')
      .option('-o, --output <format>', 'text or json', 'text')
    describeConnection(command)
    describeReport(command)
  },
  async run({ session, args, options }) {
    const output = choose(options.output, ['text', 'json'], '--output')
    const format = errorFormatOf(options)
    const { project, files } = await openChosenFiles(session, args, options)
    const { config, set } = project
    if (files.some((file) => !file.resolved())) {
      const errors = output === 'json' ? withoutPrinting(session) : session
      return await reportDiagnostics(errors, set.diagnostics, { format, failOn: 'error' })
    }
    const { subject } = options
    const chosen = typeof subject === 'string' ? { subject, files } : undefined
    const subjectsOf = createFileSubjects(project, chosen)
    const { withRegistry } = await import('../registry/connection.ts')
    const { pushFiles } = await import('../registry/push-files.ts')
    const isDry = options.dryRun === true
    const done: PushedSchema[] = []
    let problems: readonly Diagnostic[] = []
    try {
      problems = await withRegistry(session, { config, options }, async ({ client }) => {
        const items = orderForPush(files)
        return await pushFiles(items, {
          client,
          subjectsOf,
          onFile: (index) => session.bar.show('files', index, items.length),
          isDry,
          normalize: options.normalize === true,
          usual: config.compatibility?.default ?? 'BACKWARD',
          onPushed(pushed) {
            done.push(pushed)
            if (output === 'text') session.print(`${lineOf(pushed, isDry)}\n`)
          },
        })
      })
    } finally {
      // What was done before a failure is done, and has to be known.
      if (output === 'json') session.print(`${JSON.stringify(done, null, 2)}\n`)
    }
    const count = (status: string) => done.filter((pushed) => pushed.status === status).length
    session.progress(
      `${count('new')} ${isDry ? 'would be' : 'are'} new, ${count('existing')} existed`,
    )
    const errors = output === 'json' ? withoutPrinting(session) : session
    return await reportDiagnostics(errors, sortDiagnostics(problems), { format, failOn: 'error' })
  },
}

/** Findings go to standard error where standard output is for the JSON of the results. */
function withoutPrinting(session: Session): Session {
  return { ...session, print: (text) => void session.io.stderr.write(text) }
}

function lineOf({ file, subject, version, id, status }: PushedSchema, isDry: boolean): string {
  const place = version === undefined ? '' : ` v${version} (id ${id})`
  const what = isDry && status === 'new' ? 'would be new' : status
  return onOneLine(`${subject}${place} ${what}: ${file}`)
}
