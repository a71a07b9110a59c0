import type { CompatibilityLevel } from '@magicbyte/avro'
import type { RegistryClient } from '@magicbyte/client'
import { checkAgainstRegistry } from '../compat/check-registry.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { orMissing } from '../registry/registry-failure.ts'
import type { Candidate } from './schema-candidates.ts'
import type { DesiredState } from './state-file.ts'

/** Why a schema may not be the next version, at the level that holds once the plan is applied. */
export async function checkCandidate(
  client: RegistryClient,
  { subject, file }: Candidate,
  state: DesiredState,
): Promise<readonly Diagnostic[]> {
  if (!file) return []
  const { diagnostics } = await checkAgainstRegistry([file], {
    client,
    subjectsOf: () => [subject],
    level: await wantedLevel(client, subject, state),
    usual: 'BACKWARD',
    remote: false,
    progress: () => {},
  })
  return diagnostics
}

/** Undefined if the registry's level is not to change. */
async function wantedLevel(
  client: RegistryClient,
  subject: string,
  { targets }: DesiredState,
): Promise<CompatibilityLevel | undefined> {
  const own = targets.get(subject)?.config.compatibility
  if (own !== undefined) return own
  const context = /^:[^:]*:/.exec(subject)?.[0] ?? ''
  const around = targets.get(context)?.config.compatibility
  if (around === undefined) return undefined
  // What a subject says itself comes before what is said around it.
  const config = await orMissing(client.getSubjectConfig({ subject }))
  return config ? undefined : around
}
