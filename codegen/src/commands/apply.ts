import { resolve } from 'node:path'
import type { CommandModule } from '../cli/command-table.ts'
import { EXIT } from '../cli/exit-code.ts'
import { describeReport, errorFormatOf, reportDiagnostics } from '../cli/report.ts'
import type { GlobalOptions, Session } from '../cli/session.ts'
import { loadConfig } from '../config/load-config.ts'
import { sortDiagnostics } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../inputs/input-error.ts'
import { formatAction } from '../plan/format-plan.ts'
import { planFromState } from '../plan/open-state.ts'
import type { Plan } from '../plan/plan.ts'
import { readPlan } from '../plan/plan-file.ts'
import { confirm } from '../registry/confirm.ts'
import { describeConnection } from '../registry/describe-connection.ts'

/** `apply`: makes a registry as state files say, or carries a plan out. */
export const apply: CommandModule = {
  describe(command) {
    command
      .argument('[plan]', 'a plan that was written; else one is made')
      .option('--state <files...>', 'what the registry should be like, in YAML or JSON')
      .option('--prune', 'delete subjects within the scope that no state names')
      .option('--yes', 'carry out a plan that was just made without a question')
    describeConnection(command)
    describeReport(command)
  },
  async run({ session, args, options }) {
    const format = errorFormatOf(options)
    const [file] = args
    if (file !== undefined) {
      if (options.prune === true || options.state !== undefined) {
        throw new UsageError('A plan that was written says all; leave --state and --prune out')
      }
      const { config } = await loadConfig({ cwd: session.io.cwd, file: options.config })
      const made = readPlan(resolve(session.io.cwd, file), file)
      return await carryOut(session, made, { config, options })
    }
    const { plan, diagnostics, notes, loaded } = await planFromState(session, options)
    for (const action of plan.actions) session.progress(formatAction(action, session.colors))
    for (const note of notes) session.progress(`note: ${note}`)
    if (diagnostics.length > 0) {
      const sorted = sortDiagnostics(diagnostics)
      return await reportDiagnostics(session, sorted, { format, failOn: 'error' })
    }
    if (plan.actions.length === 0) {
      session.progress('the registry is as it should be')
      return EXIT.fine
    }
    await confirm(
      session,
      `Do ${plan.actions.length === 1 ? 'this' : `these ${plan.actions.length} things`}?`,
      {
        isSure: options.yes === true,
      },
    )
    return await carryOut(session, plan, { config: loaded.config, options })
  },
}

async function carryOut(
  session: Session,
  plan: Plan,
  request: {
    readonly config: Awaited<ReturnType<typeof loadConfig>>['config']
    readonly options: GlobalOptions & Readonly<Record<string, unknown>>
  },
) {
  const { withRegistry } = await import('../registry/connection.ts')
  const { applyPlan } = await import('../plan/apply-plan.ts')
  return await withRegistry(session, request, async ({ client, url }) => {
    if (url !== plan.registry) {
      throw new UsageError(`The plan is for ${plan.registry}, and this is ${url}`)
    }
    let changes = 0
    let done = 0
    await applyPlan(plan, {
      client,
      onApplied({ action, isChange, version, id }) {
        if (isChange) changes++
        const result = version === undefined ? '' : `: v${version} (id ${id})`
        const state = isChange ? `done${result}` : 'was done already'
        session.print(`${formatAction(action, session.colors)} ${state}\n`)
        session.bar.show('things', ++done, plan.actions.length)
      },
    })
    session.progress(`${changes} of ${plan.actions.length} things were done now`)
    return EXIT.fine
  })
}
