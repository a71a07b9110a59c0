import type { RegistryClient } from '@magicbyte/client'
import { compareTexts } from '../diagnostics/diagnostic.ts'
import { RegistryUnavailableError, UsageError } from '../inputs/input-error.ts'
import { orMissing } from '../registry/registry-failure.ts'
import { inParallel } from '../registry/take-schemas.ts'
import type { DesiredState } from './state-file.ts'

/**
 * The subjects within the scope of a state that it does not name, those that refer to others of
 * them first. Throws UsageError if there is no scope.
 */
export async function findDoomed(
  client: RegistryClient,
  { scope, targets }: DesiredState,
): Promise<readonly string[]> {
  if (scope.length === 0) {
    throw new UsageError('--prune needs a scope: say in a state file which prefixes are yours')
  }
  const found = new Set<string>()
  for (const prefix of scope) {
    const answer: unknown = await client.listSubjects({ subjectPrefix: prefix })
    if (!Array.isArray(answer)) {
      throw new RegistryUnavailableError('The answer is no list (is this the URL of a registry?)')
    }
    for (const subject of answer.map(String)) {
      if (subject.startsWith(prefix) && !targets.has(subject)) found.add(subject)
    }
  }
  const subjects = [...found].sort(compareTexts)
  const used = new Map(
    await inParallel(subjects, async (subject) => {
      const latest = await orMissing(client.getVersion({ subject, version: 'latest' }))
      return [subject, (latest?.references ?? []).map((reference) => reference.subject)] as const
    }),
  )
  return usersFirst(subjects, used)
}

function usersFirst(
  subjects: readonly string[],
  used: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const done = new Set<string>()
  const lastFirst: string[] = []
  const visit = (subject: string): void => {
    if (done.has(subject) || !used.has(subject)) return
    done.add(subject)
    for (const other of used.get(subject) ?? []) visit(other)
    lastFirst.push(subject)
  }
  for (const subject of subjects) visit(subject)
  return lastFirst.reverse()
}
