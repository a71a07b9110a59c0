import type { TextEdit } from '../diagnostics/diagnostic.ts'
import type { LintView } from './lint-view.ts'

/** How much a set of rules asks for; each level contains the ones before it. */
export const LINT_LEVELS = ['minimal', 'standard', 'strict'] as const

/** A set of rules by how much they ask for. */
export type LintLevel = (typeof LINT_LEVELS)[number]

/** What rules are about. */
export const LINT_TOPICS = ['naming', 'docs', 'evolution', 'types'] as const

/** A set of rules by what they are about. */
export type LintTopic = (typeof LINT_TOPICS)[number]

/** Something a rule complains about. */
export interface LintFinding {
  /** Offset of the value in the file's schema text. */
  readonly at: number
  readonly message: string
  readonly hint?: string
  /** Edits of the file's schema text that put it right and break nobody. */
  readonly edits?: readonly TextEdit[]
}

/** A rule of style. */
export interface LintRule {
  readonly id: string
  /** What has to be so, in a sentence without a full stop. */
  readonly purpose: string
  readonly topic: LintTopic
  /** The lowest level that contains it; undefined if it has to be asked for by its id. */
  readonly level?: LintLevel
  readonly check: (view: LintView) => Iterable<LintFinding>
}
