import type { RegistryClient } from '@magicbyte/client'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../inputs/input-error.ts'
import { inParallel } from '../registry/take-schemas.ts'
import { checkCandidate } from './check-candidate.ts'
import { findDoomed } from './find-doomed.ts'
import type { Action, Plan, RegisterAction } from './plan.ts'
import { lookUp, resolveReferences, type SubjectVersions } from './plan-references.ts'
import type { Candidate } from './schema-candidates.ts'
import type { DesiredState, TargetWish } from './state-file.ts'
import { isSubject, readTargetState, type TargetState } from './target-state.ts'

/** What a plan is made from. */
export interface PlanRequest {
  readonly client: RegistryClient
  /** The URL of the registry as it is shown. */
  readonly registry: string
  readonly state: DesiredState
  readonly candidates: readonly Candidate[]
  /** Whether subjects within the scope that the state does not name are deleted. */
  readonly prune: boolean
  /** Told of how much of what there is to be looked at was looked at. */
  readonly onDone?: (done: number, total: number) => void
}

/** A plan and what is wrong with it. */
export interface PlanResult {
  readonly plan: Plan
  /** Schemas that the registry would refuse. */
  readonly diagnostics: readonly Diagnostic[]
  /** What cannot be changed. */
  readonly notes: readonly string[]
}

/**
 * Compares a registry with what it should be like. Settings come before schemas, schemas after
 * those they refer to, and what closes a subject comes after them. Nothing is changed.
 */
export async function makePlan(request: PlanRequest): Promise<PlanResult> {
  const { client, registry, state, prune, onDone } = request
  const doomed = prune ? await findDoomed(client, state) : []
  const targets = [...new Set([...state.targets.keys(), ...doomed])]
  const states = new Map<string, TargetState>()
  for (const [target, found] of await inParallel(
    targets,
    async (target) => [target, await readTargetState(client, target)] as const,
    { onDone: (done) => onDone?.(done, targets.length) },
  )) {
    states.set(target, found)
  }
  const { actions, diagnostics, notes } = await planSchemas(request, states)
  const around: Action[] = []
  const open: Action[] = []
  const close: Action[] = []
  for (const [target, wish] of state.targets) {
    const { config, mode } = planSettings(target, wish, states.get(target))
    if (config) (isSubject(target) ? open : around).push(config)
    // What is to be read only has to take its schemas first.
    if (mode) (mode.mode === 'READWRITE' ? open : close).push(mode)
  }
  const deletes = doomed.map((target): Action => {
    return { kind: 'delete', target, reason: 'it is in the scope and nobody wants it' }
  })
  const seen = Object.fromEntries(
    [...states].map(([target, { fingerprint }]) => [target, fingerprint]),
  )
  const all = [...around, ...open, ...actions, ...close, ...deletes]
  return { plan: { planVersion: 1, registry, seen, actions: all }, diagnostics, notes }
}

function planSettings(
  target: string,
  { config, mode }: TargetWish,
  now: TargetState | undefined,
): {
  readonly config: Extract<Action, { kind: 'config' }> | undefined
  readonly mode: Extract<Action, { kind: 'mode' }> | undefined
} {
  const current = new Map(Object.entries(now?.config ?? {}))
  const differences = Object.entries(config).flatMap(([name, wanted]) => {
    const value = current.get(settingName(name))
    return value === wanted ? [] : [`${name} is ${value === undefined ? 'not set' : String(value)}`]
  })
  return {
    config:
      differences.length === 0
        ? undefined
        : { kind: 'config', target, config, reason: differences.join(', ') },
    mode:
      mode === undefined || mode === now?.mode
        ? undefined
        : { kind: 'mode', target, mode, reason: `it is ${now?.mode ?? 'not set'}` },
  }
}

/** The name that a registry answers with for the name that it is set by. */
export function settingName(name: string): string {
  return name === 'compatibility' ? 'compatibilityLevel' : name
}

async function planSchemas(
  { client, candidates, state }: PlanRequest,
  states: ReadonlyMap<string, TargetState>,
) {
  const actions: RegisterAction[] = []
  const diagnostics: Diagnostic[] = []
  const notes: string[] = []
  const versions: SubjectVersions = new Map()
  for (const candidate of candidates) {
    const { subject, text, path } = candidate
    const wish = state.targets.get(subject)
    const normalize = wish?.config.normalize === true
    const references = await resolveReferences(client, candidate.references, versions)
    const pending = references.find(({ version }) => version === undefined)
    const request = { target: subject, schema: text, references, normalize }
    const existing = pending ? undefined : await lookUp(client, request)
    versions.set(subject, existing)
    const latest = states.get(subject)?.versions.at(-1)
    if (existing !== undefined) {
      if (existing === latest) continue
      notes.push(`${path} is v${existing} of ${subject}, and its latest version v${latest} stays`)
      continue
    }
    const reason = reasonOf(latest, pending?.subject)
    actions.push({ kind: 'register', ...request, file: path, reason })
    if (latest !== undefined) diagnostics.push(...(await checkCandidate(client, candidate, state)))
  }
  return { actions, diagnostics, notes }
}

function reasonOf(latest: number | undefined, pending: string | undefined): string {
  if (latest === undefined) return 'the subject is new'
  if (pending !== undefined) return `it refers to ${pending}, which gets a new version`
  return 'it is no version of the subject'
}

/** Throws UsageError if the state names nothing at all. */
export function refuseEmpty({ targets, scope }: DesiredState): void {
  if (targets.size + scope.length === 0) throw new UsageError('The state files say nothing')
}
