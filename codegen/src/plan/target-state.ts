import type { RegistryClient } from '@magicbyte/client'
import { fingerprintText } from '../registry/lock-file.ts'
import { orMissing } from '../registry/registry-failure.ts'

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

/** Reads the state of a target. */
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
