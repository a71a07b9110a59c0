import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { GlobalOptions, Session } from '../cli/session.ts'
import { type LoadedConfig, loadConfig } from '../config/load-config.ts'
import { UsageError } from '../inputs/input-error.ts'
import { makePlan, type PlanResult, refuseEmpty } from './make-plan.ts'
import { findCandidates } from './schema-candidates.ts'
import { readStateFiles } from './state-file.ts'

/** Names of state files where none is given, in the order in which they are looked for. */
export const STATE_FILES: readonly string[] = [
  'magicbyte.state.yaml',
  'magicbyte.state.yml',
  'magicbyte.state.json',
]

/** Options of commands that make a plan. */
export type PlanOptions = GlobalOptions & Readonly<Record<string, unknown>>

/** A plan as it was made and the config that holds. */
export interface OpenedPlan extends PlanResult {
  readonly loaded: LoadedConfig
}

/** Reads the state that is wanted and the registry, and makes a plan. Throws UsageError. */
export async function planFromState(session: Session, options: PlanOptions): Promise<OpenedPlan> {
  const { cwd } = session.io
  const loaded = await loadConfig({ cwd, file: options.config })
  const state = await readStateFiles(statePaths(loaded, options, cwd), { cwd })
  refuseEmpty(state)
  const candidates = await findCandidates(session, state, options)
  const { withRegistry } = await import('../registry/connection.ts')
  const result = await withRegistry(
    session,
    { config: loaded.config, options },
    async ({ client, url }) => {
      const prune = options.prune === true
      return await makePlan({
        ...{ client, registry: url, state, candidates, prune },
        onDone: (done, total) => session.bar.show('subjects', done, total),
      })
    },
  )
  return { ...result, loaded }
}

function statePaths({ config, folder }: LoadedConfig, options: PlanOptions, cwd: string): string[] {
  if (Array.isArray(options.state)) return options.state.map((path) => resolve(cwd, String(path)))
  const listed = config.registry?.state
  if (listed) return listed.map((path) => resolve(folder, path))
  const found = STATE_FILES.map((name) => join(folder, name)).find((path) => existsSync(path))
  if (found !== undefined) return [found]
  throw new UsageError(
    `There is no ${STATE_FILES[0]}; give --state FILE, or list files as registry.state of the config`,
  )
}
