import { UsageError } from '../inputs/input-error.ts'
import { nearestName } from '../inputs/nearest-name.ts'
import { DOC_RULES } from './doc-rules.ts'
import { EVOLUTION_RULES } from './evolution-rules.ts'
import { NAMING_RULES } from './naming-rules.ts'
import { LINT_LEVELS, LINT_TOPICS, type LintRule } from './rule.ts'
import { TYPE_RULES } from './type-rules.ts'

/** All rules, by id. */
export const LINT_RULES: ReadonlyMap<string, LintRule> = new Map(
  [...NAMING_RULES, ...DOC_RULES, ...EVOLUTION_RULES, ...TYPE_RULES]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule) => [rule.id, rule]),
)

/**
 * The rules that levels, topics and ids name, without the exceptions. Throws {@link UsageError} for
 * a word that means nothing.
 */
export function selectRules(use: readonly string[], except: readonly string[]): LintRule[] {
  const left = new Set(except.flatMap(rulesOf))
  return [...new Set(use.flatMap(rulesOf))].filter((rule) => !left.has(rule))
}

function rulesOf(word: string): LintRule[] {
  const rule = LINT_RULES.get(word)
  if (rule) return [rule]
  const rules = [...LINT_RULES.values()]
  const level = (LINT_LEVELS as readonly string[]).indexOf(word)
  if (level >= 0) {
    return rules.filter((rule) => rule.level && LINT_LEVELS.indexOf(rule.level) <= level)
  }
  if (LINT_TOPICS.some((topic) => topic === word)) {
    return rules.filter((rule) => rule.topic === word && rule.level)
  }
  const near = nearestName(word, [...LINT_RULES.keys(), ...LINT_LEVELS, ...LINT_TOPICS])
  const hint = near === undefined ? '' : `; did you mean ${near}?`
  throw new UsageError(`There is no lint rule or category "${word}"${hint}`)
}
