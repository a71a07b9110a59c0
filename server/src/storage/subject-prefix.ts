import type { SubjectPrefix } from '../core/subject.ts'
import type { Value } from './database.ts'

/**
 * The condition that columns `context` and `subject` match a prefix; its parameters are the first
 * three. Not LIKE, whose letter case depends on the engine.
 */
export const PREFIX = `(CASE $1 WHEN 'whole' THEN context = $2
                    WHEN 'beginning' THEN substr(context, 1, length($2)) = $2
                    ELSE 1 = 1 END)
          AND substr(subject, 1, length($3)) = $3`

export function prefixParams({ context, name }: SubjectPrefix): Value[] {
  return [context ? (context.whole ? 'whole' : 'beginning') : 'any', context?.name ?? '', name]
}
