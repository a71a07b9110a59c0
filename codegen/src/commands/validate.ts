import type { CommandModule } from '../cli/command-table.ts'
import { openProject } from '../cli/project.ts'
import { describeReport, errorFormatOf, reportDiagnostics } from '../cli/report.ts'
import { IDL_RULES } from '../idl/problem.ts'
import { SCHEMA_RULES } from '../inputs/problem-rules.ts'
import { describeConnection } from '../registry/describe-connection.ts'

/** `validate`: syntax, names, defaults, unions and references of all files. */
export const validate: CommandModule = {
  describe(command) {
    command.argument('[paths...]', 'files, folders and globs instead of those of the config')
    describeConnection(command)
    describeReport(command)
  },
  async run({ session, args, options }) {
    const format = errorFormatOf(options)
    const { set } = await openProject(session, args, options, { withRegistry: true })
    return await reportDiagnostics(session, set.diagnostics, {
      format,
      rules: new Map([...SCHEMA_RULES, ...IDL_RULES]),
      failOn: 'error',
    })
  },
}
