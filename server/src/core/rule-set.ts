import { invalidRuleSet } from './errors.ts'

/** The data contract of a schema, part of its identity. */
export interface RuleSet {
  readonly migrationRules?: readonly Rule[]
  readonly domainRules?: readonly Rule[]
  readonly encodingRules?: readonly Rule[]
  /** Where the rules run: ALL, CLIENT, GATEWAY, SERVER or NONE. */
  readonly enableAt?: string
}

export interface Rule {
  readonly name: string
  readonly doc?: string
  readonly kind: 'TRANSFORM' | 'CONDITION'
  readonly mode: RuleMode
  readonly type?: string
  readonly tags?: readonly string[]
  readonly params?: Readonly<Record<string, string>>
  readonly expr?: string
  readonly onSuccess?: string
  readonly onFailure?: string
  readonly disabled: boolean
}

export type RuleMode = 'UPGRADE' | 'DOWNGRADE' | 'UPDOWN' | 'WRITE' | 'READ' | 'WRITEREAD'

const LISTS = ['migrationRules', 'domainRules', 'encodingRules'] as const

const MIGRATION_MODES: ReadonlySet<string> = new Set(['UPGRADE', 'DOWNGRADE', 'UPDOWN'])
const CONTENT_MODES: ReadonlySet<string> = new Set(['WRITE', 'READ', 'WRITEREAD'])

/** Modes that run in two directions and so may name two actions, separated by a comma. */
const TWO_WAY_MODES: ReadonlySet<string> = new Set(['WRITEREAD', 'UPDOWN'])

/**
 * Refuses with 42210 what Confluent's enterprise edition refuses: a name that is not unique over
 * all lists or not 1 to 256 characters of the allowed ones, a rule without type, a mode that does
 * not fit its list, two actions for a one-way mode.
 */
export function validateRuleSet(ruleSet: RuleSet): void {
  const names = new Set<string>()
  for (const list of LISTS) {
    for (const rule of ruleSet[list] ?? []) {
      validateRule(rule, list === 'migrationRules' ? MIGRATION_MODES : CONTENT_MODES, list)
      if (names.has(rule.name))
        throw invalidRuleSet(`Found rule with duplicate name '${rule.name}'`)
      names.add(rule.name)
    }
  }
}

function validateRule(rule: Rule, modes: ReadonlySet<string>, list: (typeof LISTS)[number]): void {
  if (!/^[A-Za-z_][A-Za-z0-9_-]{0,255}$/.test(rule.name)) {
    throw invalidRuleSet(
      `Rule name '${rule.name}' is invalid: it has 1 to 256 letters, digits, '_' or '-' and begins with a letter or '_'`,
    )
  }
  if (!rule.type) throw invalidRuleSet(`Rule '${rule.name}' has no type`)
  const { mode } = rule
  if (!modes.has(mode))
    throw invalidRuleSet(`${LIST_TITLES[list]} can only be ${[...modes].join(', ')}`)
  for (const actions of [rule.onSuccess, rule.onFailure]) {
    if (actions?.includes(',') && !TWO_WAY_MODES.has(mode)) {
      throw invalidRuleSet(
        `Rule '${rule.name}' names two actions, which only the modes WRITEREAD and UPDOWN have`,
      )
    }
  }
}

const LIST_TITLES = {
  migrationRules: 'Migration rules',
  domainRules: 'Domain rules',
  encodingRules: 'Encoding rules',
} as const

/** List by list: the older rules that the newer set does not name, then the newer ones. */
export function mergeRuleSets(
  older: RuleSet | undefined,
  newer: RuleSet | undefined,
): RuleSet | undefined {
  if (!older) return newer
  if (!newer) return older
  const merged: Record<string, unknown> = {}
  for (const list of LISTS) {
    const added = newer[list] ?? []
    const names = new Set(added.map(({ name }) => name))
    const rules = [...(older[list] ?? []).filter(({ name }) => !names.has(name)), ...added]
    if (rules.length > 0) merged[list] = rules
  }
  const enableAt = newer.enableAt ?? older.enableAt
  return enableAt === undefined ? merged : { ...merged, enableAt }
}

/** The rule set without the rules of these names. */
export function withoutRules(ruleSet: RuleSet, names: readonly string[]): RuleSet {
  const removed = new Set(names)
  const rest: Record<string, unknown> = {}
  for (const list of LISTS) {
    const rules = (ruleSet[list] ?? []).filter(({ name }) => !removed.has(name))
    if (rules.length > 0) rest[list] = rules
  }
  return ruleSet.enableAt === undefined ? rest : { ...rest, enableAt: ruleSet.enableAt }
}

export function hasRuleOfType(ruleSet: RuleSet | undefined, type: string): boolean {
  return LISTS.some((list) => ruleSet?.[list]?.some((rule) => rule.type === type))
}

export function sameRuleSet(a: RuleSet | undefined, b: RuleSet | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b))
}
