import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  hasRuleOfType,
  mergeRuleSets,
  type Rule,
  type RuleSet,
  sameRuleSet,
  validateRuleSet,
  withoutRules,
} from './rule-set.ts'

function rule(name: string, more: Partial<Rule> = {}): Rule {
  return { name, kind: 'TRANSFORM', mode: 'WRITEREAD', type: 'CEL', disabled: false, ...more }
}

const LISTS = ['migrationRules', 'domainRules', 'encodingRules'] as const

const names = fc.uniqueArray(fc.constantFrom<string[]>('a', 'b', 'c', '__proto__', 'constructor'))
const rules = names.map((list) => list.map((name) => rule(name)))
const ruleSet: fc.Arbitrary<RuleSet> = fc
  .record({
    migrationRules: rules,
    domainRules: rules,
    encodingRules: rules,
    enableAt: fc.option(fc.constantFrom('ALL', 'CLIENT'), { nil: undefined }),
  })
  .map(({ enableAt, ...lists }) => ({
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    ...(enableAt ? { enableAt } : {}),
  }))

describe('validateRuleSet', () => {
  const valid: readonly (readonly [string, RuleSet])[] = [
    ['nothing', {}],
    ['empty lists', { migrationRules: [], domainRules: [] }],
    ['the shortest name', { domainRules: [rule('_')] }],
    ['the longest name', { domainRules: [rule(`a${'-'.repeat(255)}`)] }],
    ['a name of Object', { domainRules: [rule('__proto__'), rule('constructor')] }],
    [
      'two actions for both ways',
      {
        domainRules: [rule('a', { onSuccess: 'A,B' })],
        migrationRules: [rule('b', { mode: 'UPDOWN', onFailure: 'A,B' })],
      },
    ],
    [
      'every mode in its list',
      {
        migrationRules: [rule('a', { mode: 'UPGRADE' }), rule('b', { mode: 'DOWNGRADE' })],
        domainRules: [rule('c', { mode: 'WRITE' }), rule('d', { mode: 'READ' })],
        encodingRules: [rule('e')],
      },
    ],
  ]
  test.each(valid)('grants %s', (_rule, ruleSet) => {
    expect(() => validateRuleSet(ruleSet)).not.toThrow()
  })

  const invalid: readonly (readonly [string, RuleSet, string])[] = [
    ['an empty name', { domainRules: [rule('')] }, "Rule name '' is invalid"],
    ['a name of 257 characters', { domainRules: [rule('a'.repeat(257))] }, 'Rule name'],
    ['a name that begins with a dash', { domainRules: [rule('-a')] }, "Rule name '-a' is invalid"],
    ['letters beyond ASCII', { domainRules: [rule('größe')] }, "Rule name 'größe' is invalid"],
    [
      'one name in two lists',
      { domainRules: [rule('a')], encodingRules: [rule('a')] },
      "Found rule with duplicate name 'a'",
    ],
    ['an empty type', { domainRules: [rule('a', { type: '' })] }, "Rule 'a' has no type"],
    [
      'a migration rule that writes',
      { migrationRules: [rule('a')] },
      'Migration rules can only be UPGRADE, DOWNGRADE, UPDOWN',
    ],
    [
      'a domain rule that upgrades',
      { domainRules: [rule('a', { mode: 'UPGRADE' })] },
      'Domain rules can only be WRITE, READ, WRITEREAD',
    ],
    [
      'an encoding rule that upgrades',
      { encodingRules: [rule('a', { mode: 'UPGRADE' })] },
      'Encoding rules can only be WRITE, READ, WRITEREAD',
    ],
    [
      'two actions for one way',
      { domainRules: [rule('a', { mode: 'READ', onSuccess: 'A,B' })] },
      "Rule 'a' names two actions",
    ],
  ]
  test.each(invalid)('refuses %s with 42210', (_rule, ruleSet, message) => {
    expect(() => validateRuleSet(ruleSet)).toThrow(
      expect.objectContaining({ code: 42210, message: expect.stringContaining(message) }),
    )
  })
})

describe('mergeRuleSets', () => {
  test('with none is the other', () => {
    expect(mergeRuleSets(undefined, undefined)).toBeUndefined()
    fc.assert(
      fc.property(ruleSet, (given) => {
        expect(mergeRuleSets(given, undefined)).toBe(given)
        expect(mergeRuleSets(undefined, given)).toBe(given)
      }),
    )
  })

  test('with itself is itself, with an empty one it is the other', () => {
    fc.assert(
      fc.property(ruleSet, (given) => {
        expect(mergeRuleSets(given, given)).toEqual(given)
        expect(mergeRuleSets(given, {})).toEqual(given)
        expect(mergeRuleSets({}, given)).toEqual(given)
      }),
    )
  })

  test('may be grouped as one likes', () => {
    fc.assert(
      fc.property(ruleSet, ruleSet, ruleSet, (a, b, c) => {
        const left = mergeRuleSets(mergeRuleSets(a, b), c)
        expect(left).toEqual(mergeRuleSets(a, mergeRuleSets(b, c)))
      }),
    )
  })

  test('has in each list the older rules first, without those that the newer one names', () => {
    const older = { domainRules: [rule('a'), rule('b'), rule('c')], enableAt: 'ALL' }
    const newer = {
      domainRules: [rule('d'), rule('b', { doc: 'new' })],
      encodingRules: [rule('a')],
    }
    expect(mergeRuleSets(older, newer)).toEqual({
      domainRules: [rule('a'), rule('c'), rule('d'), rule('b', { doc: 'new' })],
      encodingRules: [rule('a')],
      enableAt: 'ALL',
    })
  })
})

test('without rules of some names the others stay, and lists that are empty go', () => {
  fc.assert(
    fc.property(ruleSet, names, (given, removed) => {
      const rest = withoutRules(given, removed)
      expect(rest.enableAt).toBe(given.enableAt)
      for (const list of LISTS) {
        const expected = (given[list] ?? []).filter(({ name }) => !removed.includes(name))
        expect(rest[list]).toEqual(expected.length > 0 ? expected : undefined)
      }
    }),
  )
})

test('a type of rule is found in every list', () => {
  for (const list of LISTS) {
    expect(hasRuleOfType({ [list]: [rule('a', { type: 'ENCRYPT' })] }, 'ENCRYPT')).toBe(true)
  }
  expect(hasRuleOfType({ domainRules: [rule('a')] }, 'ENCRYPT')).toBe(false)
  expect(hasRuleOfType(undefined, 'ENCRYPT')).toBe(false)
})

test('none and empty are not the same, but two that say the same are', () => {
  expect(sameRuleSet(undefined, undefined)).toBe(true)
  expect(sameRuleSet(undefined, {})).toBe(false)
  expect(sameRuleSet({ domainRules: [rule('a')] }, { domainRules: [rule('a')] })).toBe(true)
  expect(sameRuleSet({ domainRules: [rule('a')] }, { encodingRules: [rule('a')] })).toBe(false)
})
