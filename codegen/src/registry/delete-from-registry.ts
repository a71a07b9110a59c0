import { EXIT, type ExitCode } from '../cli/exit-code.ts'
import { RegistryUnavailableError, UsageError } from '../inputs/input-error.ts'
import { confirm } from './confirm.ts'
import type { ActionRequest } from './registry-actions.ts'
import { parseSubjectSpec } from './subject-spec.ts'

/**
 * Deletes a version, or all versions of a subject, softly or permanently, after a question. The
 * latest version has to be named by its number: another one is the latest as soon as it is gone.
 */
export async function deleteFromRegistry({
  client,
  session,
  args,
  options,
  output,
}: ActionRequest): Promise<ExitCode> {
  const { subject, version } = parseSubjectSpec(args[0]!)
  if (version === 'latest') throw new UsageError('Name the version to delete by its number')
  const isOne = typeof version === 'number'
  const permanent = options.permanent === true
  const what = isOne ? `version ${version} of ${subject}` : `all versions of ${subject}`
  const question = `Delete ${what}${permanent ? ' for ever' : ''}?`
  await confirm(session, question, { isSure: options.yes === true })
  const how = permanent ? { permanent } : {}
  const deleted = isOne
    ? [await client.deleteVersion({ subject, version: String(version), ...how })]
    : await client.deleteSubject({ subject, ...how })
  if (!Array.isArray(deleted)) {
    throw new RegistryUnavailableError('The answer is no list (is this the URL of a registry?)')
  }
  if (output === 'json') session.print(`${JSON.stringify(deleted)}\n`)
  else session.print(`deleted ${subject} ${deleted.map((number) => `v${number}`).join(' ')}\n`)
  return EXIT.fine
}
