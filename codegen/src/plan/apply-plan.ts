import type { RegistryClient } from '@magicbyte/client'
import { UsageError } from '../inputs/input-error.ts'
import { foundVersion, registeredVersion } from '../registry/registered-version.ts'
import { inParallel } from '../registry/take-schemas.ts'
import { settingName } from './make-plan.ts'
import type { Action, Plan, RegisterAction } from './plan.ts'
import { lookUp, requestOf, resolveReferences, type SubjectVersions } from './plan-references.ts'
import { nameOf } from './state-file.ts'
import { readTargetState } from './target-state.ts'

/** What became of an action. */
export interface AppliedAction {
  readonly action: Action
  /** Whether it was done now, or the registry was like this already. */
  readonly isChange: boolean
  readonly version?: number
  readonly id?: number
}

/** How a plan is carried out. */
export interface ApplyOptions {
  readonly client: RegistryClient
  /** Told of each action as soon as it is done. */
  readonly onApplied: (applied: AppliedAction) => void
}

/**
 * Does what a plan says, in its order. If a target is neither as the plan saw it nor as the plan
 * wants it, the plan is stale: nothing is done then. Each target is looked at again before
 * anything is done to it; what was done until then is done. Throws UsageError for a stale plan, and
 * the errors of the client.
 */
export async function applyPlan(plan: Plan, { client, onApplied }: ApplyOptions): Promise<void> {
  await refuseStale(plan, client)
  const versions: SubjectVersions = new Map()
  const isFresh = new Map<string, boolean>()
  for (const action of plan.actions) {
    const { target } = action
    let fresh = isFresh.get(target)
    if (fresh === undefined) {
      fresh = await isAsSeen(plan, client, target)
      isFresh.set(target, fresh)
    }
    if (fresh) onApplied({ action, isChange: true, ...(await perform(client, action, versions)) })
    else if (await isFulfilled(client, action, versions)) onApplied({ action, isChange: false })
    else throw staleError(target)
  }
}

async function refuseStale(plan: Plan, client: RegistryClient): Promise<void> {
  const targets = [...new Set(plan.actions.map(({ target }) => target))]
  const changed = new Set<string>()
  await inParallel(targets, async (target) => {
    if (!(await isAsSeen(plan, client, target))) changed.add(target)
  })
  const versions: SubjectVersions = new Map()
  for (const action of plan.actions) {
    const { target } = action
    if (changed.has(target)) {
      if (!(await isFulfilled(client, action, versions))) throw staleError(target)
    } else if (action.kind === 'register') {
      versions.set(target, undefined)
    }
  }
}

async function isAsSeen({ seen }: Plan, client: RegistryClient, target: string): Promise<boolean> {
  const { fingerprint } = await readTargetState(client, target)
  return fingerprint === new Map(Object.entries(seen)).get(target)
}

function staleError(target: string): UsageError {
  const what = nameOf(target)
  return new UsageError(
    `The plan is stale: ${what} is not as it was when the plan was made; plan again`,
  )
}

async function isFulfilled(
  client: RegistryClient,
  action: Action,
  versions: SubjectVersions,
): Promise<boolean> {
  const { target } = action
  if (action.kind === 'register') {
    const references = await resolveReferences(client, action.references, versions)
    if (references.some(({ version }) => version === undefined)) return false
    const version = await lookUp(client, { ...action, references })
    if (version === undefined) return false
    versions.set(target, version)
    return true
  }
  const state = await readTargetState(client, target)
  switch (action.kind) {
    case 'config': {
      const current = new Map(Object.entries(state.config ?? {}))
      return Object.entries(action.config).every(
        ([name, wanted]) => current.get(settingName(name)) === wanted,
      )
    }
    case 'mode':
      return state.mode === action.mode
    case 'delete':
      return state.versions.length === 0
  }
}

async function perform(
  client: RegistryClient,
  action: Action,
  versions: SubjectVersions,
): Promise<{ readonly version?: number; readonly id?: number }> {
  const { target } = action
  switch (action.kind) {
    case 'config':
      if (target === '') await client.updateGlobalConfig({ body: action.config })
      else await client.updateSubjectConfig({ subject: target, body: action.config })
      return {}
    case 'mode': {
      const body = { mode: action.mode }
      if (target === '') await client.updateGlobalMode({ body })
      else await client.updateSubjectMode({ subject: target, body })
      return {}
    }
    case 'delete':
      await client.deleteSubject({ subject: target })
      return {}
    case 'register':
      return await register(client, action, versions)
  }
}

async function register(
  client: RegistryClient,
  action: RegisterAction,
  versions: SubjectVersions,
): Promise<{ readonly version: number; readonly id: number }> {
  const references = await resolveReferences(client, action.references, versions)
  const request = requestOf({ ...action, references })
  const { id, version: told } = registeredVersion(await client.registerSchema(request))
  const version = told ?? foundVersion(await client.lookUpSchema(request)).version
  versions.set(action.target, version)
  return { id, version }
}
