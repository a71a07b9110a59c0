import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp } from '../support/app.ts'
import { ORDER, ORDER_WITH_NOTE } from '../support/sample-schemas.ts'
import { configure, register } from '../support/steps.ts'

const ORDERS = '/subjects/orders/versions'
const rule = (name: string, more: object = {}) => ({ name, type: 'CEL', ...more })
const shown = (name: string, more: object = {}) => ({
  name,
  kind: 'TRANSFORM',
  mode: 'WRITEREAD',
  type: 'CEL',
  disabled: false,
  ...more,
})

describe('a rule set', () => {
  test('is stored with the schema, with what it left out filled in', async () => {
    const app = await startApp()
    const whole = {
      name: 'upgrade',
      doc: 'From 1 to 2',
      kind: 'CONDITION',
      mode: 'UPGRADE',
      type: 'JSONATA',
      tags: ['PII'],
      params: { a: 'b' },
      expr: 'x',
      onSuccess: 'NONE',
      onFailure: 'DLQ',
      disabled: true,
    }
    const ruleSet = {
      migrationRules: [whole],
      domainRules: [rule('positive')],
      encodingRules: [rule('encrypt')],
      enableAt: 'CLIENT',
    }
    await register(app, 'orders', ORDER, { ruleSet })
    for (const path of [`${ORDERS}/1`, '/schemas/ids/1']) {
      expect((await app.call('GET', path)).body.ruleSet).toEqual({
        migrationRules: [whole],
        domainRules: [shown('positive')],
        encodingRules: [shown('encrypt')],
        enableAt: 'CLIENT',
      })
    }
  })

  test('makes another schema', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    const ruleSet = { domainRules: [rule('positive')] }
    expect(await register(app, 'orders', ORDER, { ruleSet })).toMatchObject({ id: 2, version: 2 })
    expect(await register(app, 'orders', ORDER, { ruleSet })).toMatchObject({ id: 2, version: 2 })
  })

  test('that is left out is that of the latest version, one that is empty is none', async () => {
    const app = await startApp()
    const ruleSet = { domainRules: [rule('positive')] }
    await register(app, 'orders', ORDER, { ruleSet })
    const next = await register(app, 'orders', ORDER_WITH_NOTE)
    expect(next).toMatchObject({ version: 2, ruleSet: { domainRules: [shown('positive')] } })
    const empty = await register(app, 'orders', ORDER_WITH_NOTE, { ruleSet: {} })
    expect(empty).toMatchObject({ version: 3, ruleSet: {} })
  })

  test('may name rules and parameters like members of Object', async () => {
    const app = await startApp()
    const body = `{"schema":"\\"int\\"","ruleSet":{"domainRules":[{"name":"__proto__","type":"constructor","params":{"__proto__":"x"}}]}}`
    const { body: answer } = await app.call('POST', ORDERS, body)
    const [stored] = answer.ruleSet.domainRules
    expect(stored).toMatchObject({ name: '__proto__', type: 'constructor' })
    expect(JSON.stringify(stored.params)).toBe('{"__proto__":"x"}')
  })
})

describe('an invalid rule set is refused with 42210', () => {
  const nameProblem = (name: string) =>
    `Rule name '${name}' is invalid: it has 1 to 256 letters, digits, '_' or '-' and begins with a letter or '_'`
  const twoActions = "Rule 'a' names two actions, which only the modes WRITEREAD and UPDOWN have"

  const rows: readonly (readonly [string, object, string])[] = [
    ['a rule without name', { domainRules: [{ type: 'CEL' }] }, nameProblem('')],
    ['a name that begins with a digit', { domainRules: [rule('1a')] }, nameProblem('1a')],
    ['a name with a space', { domainRules: [rule('a b')] }, nameProblem('a b')],
    [
      'a name of 257 characters',
      { domainRules: [rule('a'.repeat(257))] },
      nameProblem('a'.repeat(257)),
    ],
    ['a name that ends in a line break', { domainRules: [rule('a\n')] }, nameProblem('a\n')],
    [
      'a name twice in a list',
      { domainRules: [rule('a'), rule('a')] },
      "Found rule with duplicate name 'a'",
    ],
    [
      'a name in two lists',
      { domainRules: [rule('a')], encodingRules: [rule('a')] },
      "Found rule with duplicate name 'a'",
    ],
    ['a rule without type', { domainRules: [{ name: 'a' }] }, "Rule 'a' has no type"],
    [
      'a migration rule that reads',
      { migrationRules: [rule('a', { mode: 'READ' })] },
      'Migration rules can only be UPGRADE, DOWNGRADE, UPDOWN',
    ],
    [
      'a migration rule without mode',
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
      { encodingRules: [rule('a', { mode: 'UPDOWN' })] },
      'Encoding rules can only be WRITE, READ, WRITEREAD',
    ],
    [
      'two actions for one way',
      { domainRules: [rule('a', { mode: 'WRITE', onFailure: 'NONE,DLQ' })] },
      twoActions,
    ],
  ]
  test.each(rows)('%s', async (_rule, ruleSet, message) => {
    const { call } = await startApp()
    const refused = refusal(42210, message)
    expect(await call('POST', ORDERS, { schema: ORDER, ruleSet })).toMatchObject(refused)
    expect(await call('PUT', '/config', { defaultRuleSet: ruleSet })).toMatchObject(refused)
    expect(await call('PUT', '/config/orders', { overrideRuleSet: ruleSet })).toMatchObject(refused)
    expect(await call('GET', '/subjects')).toMatchObject(ok([]))
  })

  test('but not a name of 256 characters, nor two actions for both ways', async () => {
    const app = await startApp()
    const ruleSet = { domainRules: [rule('a'.repeat(256), { onFailure: 'NONE,DLQ' })] }
    expect((await register(app, 'orders', ORDER, { ruleSet })).version).toBe(1)
  })
})

describe('a rule set that is none is refused with 400', () => {
  const rows: readonly (readonly [string, unknown])[] = [
    ['text', 'x'],
    ['a list', []],
    ['rules that are no list', { domainRules: {} }],
    ['a rule that is null', { domainRules: [null] }],
    ['an unknown kind', { domainRules: [rule('a', { kind: 'MAGIC' })] }],
    ['an unknown mode', { domainRules: [rule('a', { mode: 'SOMETIMES' })] }],
    ['an unknown place', { enableAt: 'NOWHERE' }],
    ['a flag that is none', { domainRules: [rule('a', { disabled: 'perhaps' })] }],
  ]
  test.each(rows)('%s', async (_rule, ruleSet) => {
    const { call } = await startApp()
    const answer = await call('POST', ORDERS, { schema: ORDER, ruleSet })
    expect(answer).toMatchObject(refusal(400, expect.stringMatching(/\w/)))
  })
})

describe('rules of the config', () => {
  test('come before those of a schema, those of the same name give way', async () => {
    const app = await startApp()
    await configure(app, 'orders', {
      defaultRuleSet: { domainRules: [rule('a'), rule('b')], enableAt: 'SERVER' },
      overrideRuleSet: { domainRules: [rule('c', { doc: 'override' })] },
    })
    const ruleSet = { domainRules: [rule('b', { doc: 'own' }), rule('c', { doc: 'own' })] }
    const { call } = app
    const { body } = await call('POST', ORDERS, { schema: ORDER, ruleSet })
    expect(body.ruleSet).toEqual({
      domainRules: [shown('a'), shown('b', { doc: 'own' }), shown('c', { doc: 'override' })],
      enableAt: 'SERVER',
    })
  })

  test('are shown with the config', async () => {
    const { call } = await startApp()
    const defaultRuleSet = { domainRules: [rule('a')] }
    await call('PUT', '/config/orders', { defaultRuleSet })
    const { body } = await call('GET', '/config/orders')
    expect(body.defaultRuleSet).toEqual({ domainRules: [shown('a')] })
  })
})
