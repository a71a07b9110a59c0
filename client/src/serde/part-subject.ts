import type { PartContext } from './part-context.ts'
import { type SubjectNameStrategy, subjectName } from './subject-name.ts'

/**
 * The subject of a type, or of the part as a whole.
 * @throws InvalidArgumentError where the strategy needs a name that is not known
 */
export async function subjectOf(
  part: PartContext,
  recordName: string | undefined,
  signal: AbortSignal | undefined,
): Promise<string> {
  const strategy = strategyOf(part)
  const associated = strategy === 'associated' ? await part.associated.find(signal) : undefined
  return associated ?? subjectName(strategy, { ...part, recordName }, registryContext(part))
}

/**
 * A subject in whose context the part's schema ids count; undefined where that is the default
 * context.
 */
export function idSubject(part: PartContext, recordName: string | undefined): string | undefined {
  const strategy = recordName === undefined ? 'topic' : strategyOf(part)
  const subject = subjectName(strategy, { ...part, recordName }, registryContext(part))
  return subject.startsWith(':.') ? subject : undefined
}

function strategyOf({ isKey, options }: PartContext): SubjectNameStrategy {
  const { subjectNameStrategy = 'topic', keySubjectNameStrategy = subjectNameStrategy } = options
  return isKey ? keySubjectNameStrategy : subjectNameStrategy
}

function registryContext({ topic, options: { context } }: PartContext): string | undefined {
  return typeof context === 'function' ? context(topic) : context
}
