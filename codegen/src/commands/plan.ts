import { resolve } from 'node:path'
import type { CommandModule } from '../cli/command-table.ts'
import { EXIT } from '../cli/exit-code.ts'
import { describeReport, errorFormatOf, plural, reportDiagnostics } from '../cli/report.ts'
import { sortDiagnostics } from '../diagnostics/diagnostic.ts'
import { formatAction } from '../plan/format-plan.ts'
import { planFromState } from '../plan/open-state.ts'
import { writePlan } from '../plan/plan-file.ts'
import { describeConnection } from '../registry/describe-connection.ts'

/** `plan`: what has to be done so that a registry is as state files say. */
export const plan: CommandModule = {
  describe(command) {
    command
      .option('--state <files...>', 'what the registry should be like, in YAML or JSON')
      .option('-o, --output <file>', 'write the plan for apply')
      .option('--json', 'print the plan as JSON')
      .option('--prune', 'delete subjects within the scope that no state names')
      .option('--detailed-exitcode', 'end with 100 if there is anything to do')
      .addHelpText('after', EXAMPLE)
    describeConnection(command)
    describeReport(command)
  },
  async run({ session, options }) {
    const format = errorFormatOf(options)
    const { plan: made, diagnostics, notes } = await planFromState(session, options)
    const { actions } = made
    if (options.json === true) session.print(`${JSON.stringify(made, null, 2)}\n`)
    else for (const action of actions) session.print(`${formatAction(action, session.colors)}\n`)
    for (const note of notes) session.progress(`note: ${note}`)
    session.progress(
      actions.length === 0
        ? 'the registry is as it should be'
        : `${plural(actions.length, 'thing')} to do`,
    )
    if (diagnostics.length > 0) {
      const print = (text: string) => void session.io.stderr.write(text)
      const reporting = options.json === true ? { ...session, print } : session
      const sorted = sortDiagnostics(diagnostics)
      return await reportDiagnostics(reporting, sorted, { format, failOn: 'error' })
    }
    const { output } = options
    if (typeof output === 'string') writePlan(resolve(session.io.cwd, output), made)
    return options.detailedExitcode === true && actions.length > 0 ? EXIT.findings : EXIT.fine
  },
}

const EXAMPLE = `
A state file, magicbyte.state.yaml unless told; what it does not say stays as it is:

  scope: [orders-]              # --prune deletes only subjects that begin so
  compatibility: BACKWARD       # for all; also normalize and mode
  contexts:
    eu: { compatibility: FULL }
  subjects:
    orders-value:
      schema: schemas/order.avsc
      compatibility: FULL       # also normalize, mode, alias, compatibilityGroup
`
