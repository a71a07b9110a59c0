import type { RegistryClient } from '@magicbyte/client'
import { fingerprintText, type LockedSchema } from './lock-file.ts'
import { orMissing } from './registry-failure.ts'
import { inParallel, type TakenSchema } from './take-schemas.ts'

/** What a registry gives for an entry of the lock file. */
export interface LockCheck {
  readonly locked: LockedSchema
  /** Undefined if the registry has it no more. */
  readonly taken: TakenSchema | undefined
  /** What is another now; nothing if all is as it was. */
  readonly differences: readonly string[]
}

/** Asks a registry for the versions of a lock file, also softly deleted ones. `onDone` is told how many it has given. */
export async function verifyLock(
  client: RegistryClient,
  schemas: readonly LockedSchema[],
  onDone: (done: number) => void,
): Promise<readonly LockCheck[]> {
  const check = async (locked: LockedSchema): Promise<LockCheck> => {
    const { subject, version } = locked
    const asked = client.getVersion({ subject, version: String(version), deleted: true })
    const answer = await orMissing(asked)
    if (!answer) return { locked, taken: undefined, differences: ['it is gone'] }
    const { id, guid, schema, references = [] } = answer
    const taken: TakenSchema = {
      subject,
      version,
      id,
      ...(typeof guid === 'string' && { guid }),
      text: schema,
      references,
      isPinned: true,
    }
    return { locked, taken, differences: differencesOf(locked, taken) }
  }
  return await inParallel(schemas, check, { onDone })
}

function differencesOf(locked: LockedSchema, taken: TakenSchema): string[] {
  const differences: string[] = []
  if (locked.id !== taken.id) differences.push(`id ${locked.id} is ${taken.id}`)
  // Not every registry has guids.
  if (locked.guid !== undefined && taken.guid !== undefined && locked.guid !== taken.guid) {
    differences.push(`guid ${locked.guid} is ${taken.guid}`)
  }
  if (locked.fingerprint !== fingerprintText(taken.text)) differences.push('its text is another')
  if (shown(locked.references ?? []) !== shown(taken.references)) {
    differences.push('its references are others')
  }
  return differences
}

function shown(references: TakenSchema['references']): string {
  return JSON.stringify(references.map(({ name, subject, version }) => [name, subject, version]))
}
