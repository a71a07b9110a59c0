import type { RegistryClient } from '@magicbyte/client'
import { RegistryUnavailableError } from '../inputs/input-error.ts'
import { fingerprintText } from '../registry/lock-file.ts'
import { orMissing } from '../registry/registry-failure.ts'
import { nameOf } from './state-file.ts'

/** What a registry says about a subject, a context or itself. */
export interface TargetState {
  /** Version numbers, ascending; none for contexts. */
  readonly versions: readonly number[]
  /** What was said about it itself; undefined if nothing was. */
  readonly config: Readonly<Record<string, unknown>> | undefined
  readonly mode: string | undefined
  /** Another one as soon as anything of this is another, or the latest version has another id. */
  readonly fingerprint: string
}

/** Whether a target is a subject. */
export function isSubject(target: string): boolean {
  return target !== '' && !/^:[^:]*:$/.test(target)
}

/** Reads the state of a target. Throws RegistryUnavailableError for what no registry answers. */
export async function readTargetState(
  client: RegistryClient,
  target: string,
): Promise<TargetState> {
  const [config, mode, versions, latest] = await Promise.all([
    target === ''
      ? client.getGlobalConfig()
      : orMissing(client.getSubjectConfig({ subject: target })),
    target === '' ? client.getGlobalMode() : orMissing(client.getSubjectMode({ subject: target })),
    isSubject(target) ? orMissing(client.listVersions({ subject: target })) : [],
    isSubject(target)
      ? orMissing(client.getVersion({ subject: target, version: 'latest' }))
      : undefined,
  ])
  const isSound =
    isOr(config, (value) => typeof value === 'object' && !Array.isArray(value)) &&
    isOr(mode?.mode, (value) => typeof value === 'string') &&
    isOr(versions, (value) => Array.isArray(value) && value.every(Number.isSafeInteger)) &&
    isOr(latest, ({ id, schema }) => Number.isSafeInteger(id) && typeof schema === 'string')
  if (!isSound) {
    throw new RegistryUnavailableError(
      `What is said about ${nameOf(target)} makes no sense (is this the URL of a registry?)`,
    )
  }
  const sorted = [...(versions ?? [])].sort((a, b) => a - b)
  const own = Object.entries(config ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  const seen = [sorted, latest?.id, latest?.schema, config && own, mode?.mode]
  return {
    versions: sorted,
    config: config && { ...config },
    mode: mode?.mode,
    fingerprint: fingerprintText(JSON.stringify(seen)),
  }
}

/** Whether there is no answer, or one that passes a test. */
function isOr<Answer>(answer: Answer | undefined, test: (answer: Answer) => boolean): boolean {
  return answer === undefined || (answer !== null && test(answer))
}
