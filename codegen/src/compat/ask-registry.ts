import type { RegistryClient } from '@magicbyte/client'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { RegistryUnavailableError } from '../inputs/input-error.ts'
import type { SchemaFile } from '../inputs/schema-file.ts'
import { isUnknownOperation, orMissing } from '../registry/registry-failure.ts'

/**
 * What a registry says about a file if it were the next version of a subject: findings at the
 * beginning of the file, with the registry's own words. The schema is sent in one piece, so that
 * nothing that it refers to has to be registered.
 */
export async function askRegistry(
  file: SchemaFile,
  { client, subject }: { readonly client: RegistryClient; readonly subject: string },
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly compared: number }> {
  const resolved = file.resolved()
  if (!resolved) return { diagnostics: [], compared: 0 }
  const body = { schema: resolved.text }
  const versions = await orMissing(client.listVersions({ subject }))
  if (versions === undefined) return { diagnostics: [], compared: 0 }
  if (!Array.isArray(versions)) throw new RegistryUnavailableError(NO_VERDICT)
  const answer = await orMissing(judge(client, { subject, verbose: true, body }))
  if (answer === undefined || answer?.is_compatible === true) {
    return { diagnostics: [], compared: 1 }
  }
  if (answer?.is_compatible !== false) throw new RegistryUnavailableError(NO_VERDICT)
  const place = resolved.placeOf(resolved.parsed.root.at)
  const diagnostics = wordsOf(answer.messages).map(
    (words): Diagnostic => ({
      rule: 'REGISTRY_INCOMPATIBLE',
      severity: 'error',
      file: place.file.path,
      range: place.range,
      message: `the registry refuses it for ${subject}: ${words}`,
      subject,
    }),
  )
  return { diagnostics, compared: 1 }
}

const NO_VERDICT =
  'The registry does not say whether a schema is compatible (is this the URL of a registry?)'

type Question = Parameters<RegistryClient['checkCompatibility']>[0]

/** By the rules of the registry; where it cannot do that, against the latest version alone. */
async function judge(client: RegistryClient, question: Question) {
  try {
    return await client.checkCompatibility(question)
  } catch (error) {
    if (!isUnknownOperation(error)) throw error
    return await client.checkCompatibilityWithVersion({ ...question, version: 'latest' })
  }
}

/** The messages without the whole schemas that come with them. */
function wordsOf(messages: unknown): readonly string[] {
  const texts = Array.isArray(messages) ? messages.map(String) : []
  const words = texts.filter((message) => !message.startsWith('{oldSchema:'))
  const reasons = words.filter((message) => message.startsWith('{errorType:'))
  if (reasons.length > 0) return reasons
  return [words.join(' ') || 'it is incompatible with an earlier version']
}
