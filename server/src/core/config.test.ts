import { describe, expect, test } from 'vitest'
import {
  applyMetadataDefaults,
  applyRuleSetDefaults,
  type Config,
  type ConfigUpdate,
  changesContent,
  inheritConfig,
  parseCompatibilityLevel,
  parseCompatibilityPolicy,
  updateConfig,
} from './config.ts'

const rule = { name: 'a', kind: 'CONDITION', mode: 'WRITE', type: 'CEL', disabled: false } as const

describe('parseCompatibilityLevel', () => {
  const levels = [
    'NONE',
    'BACKWARD',
    'BACKWARD_TRANSITIVE',
    'FORWARD',
    'FORWARD_TRANSITIVE',
    'FULL',
    'FULL_TRANSITIVE',
  ]
  test.each(levels)('reads %s in any letter case', (level) => {
    expect(parseCompatibilityLevel(level)).toBe(level)
    expect(parseCompatibilityLevel(level.toLowerCase())).toBe(level)
  })

  test.each(['', ' FULL', 'FULL-TRANSITIVE', 'TRANSITIVE', 'constructor'])('refuses %j', (text) => {
    expect(() => parseCompatibilityLevel(text)).toThrow(expect.objectContaining({ code: 42203 }))
  })
})

test('a policy is read in any letter case, an unknown one counts as none', () => {
  expect(['strict', 'Lenient', 'LOGICAL'].map(parseCompatibilityPolicy)).toEqual([
    'STRICT',
    'LENIENT',
    'LOGICAL',
  ])
  expect(['', 'LOOSE', '__proto__'].map(parseCompatibilityPolicy)).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

describe('updateConfig', () => {
  const config: Config = { compatibilityLevel: 'FULL', alias: 'x', normalize: true }

  const table: readonly (readonly [string, ConfigUpdate, Config])[] = [
    ['keeps what is absent', {}, config],
    ['keeps what is undefined', { alias: undefined }, config],
    ['changes what is given', { alias: 'y' }, { ...config, alias: 'y' }],
    ['adds what is new', { validateFields: false }, { ...config, validateFields: false }],
    ['clears what is null', { alias: null }, { compatibilityLevel: 'FULL', normalize: true }],
    ['clears what is not there', { compatibilityGroup: null }, config],
    [
      'takes false and empty text for values',
      { normalize: false, alias: '' },
      { ...config, normalize: false, alias: '' },
    ],
  ]
  test.each(table)('%s', (_rule, update, expected) => {
    const before = structuredClone(config)
    expect(updateConfig(config, update)).toStrictEqual(expected)
    expect(config).toEqual(before)
  })
})

describe('inheritConfig', () => {
  const metadata = { properties: { owner: 'sales' } }
  const inherited: Config = {
    compatibilityLevel: 'NONE',
    alias: 'x',
    aliasForDeks: 'x',
    normalize: true,
    validateFields: true,
    validateNewSchemas: false,
    validateRules: true,
    compatibilityPolicy: 'STRICT',
    compatibilityGroup: 'major',
    defaultMetadata: metadata,
    overrideMetadata: metadata,
    defaultRuleSet: { domainRules: [rule] },
    overrideRuleSet: { domainRules: [rule] },
  }

  test('takes over what says how to judge, neither level nor alias nor content', () => {
    expect(inheritConfig({}, inherited)).toStrictEqual({
      normalize: true,
      validateFields: true,
      validateNewSchemas: false,
      validateRules: true,
      compatibilityPolicy: 'STRICT',
      compatibilityGroup: 'major',
    })
  })

  test('lets the own value win, be it false', () => {
    const own: Config = { normalize: false, compatibilityGroup: 'minor', alias: 'own' }
    expect(inheritConfig(own, inherited)).toMatchObject(own)
  })
})

describe('content of the config', () => {
  test('is there when metadata or rules are, be they empty', () => {
    expect(changesContent({ compatibilityLevel: 'FULL', alias: 'x' })).toBe(false)
    for (const key of [
      'defaultMetadata',
      'overrideMetadata',
      'defaultRuleSet',
      'overrideRuleSet',
    ]) {
      expect(changesContent({ [key]: {} })).toBe(true)
    }
  })

  test('goes under and over that of the schema', () => {
    const config: Config = {
      defaultMetadata: { properties: { a: '1', b: '1', c: '1' } },
      overrideMetadata: { properties: { c: '3' } },
      defaultRuleSet: { domainRules: [rule, { ...rule, name: 'b' }] },
      overrideRuleSet: { domainRules: [{ ...rule, name: 'c', doc: '3' }] },
    }
    expect(applyMetadataDefaults(config, { properties: { b: '2', c: '2' } })).toEqual({
      properties: { a: '1', b: '2', c: '3' },
    })
    const own = {
      domainRules: [
        { ...rule, name: 'b', doc: '2' },
        { ...rule, name: 'c', doc: '2' },
      ],
    }
    expect(applyRuleSetDefaults(config, own)?.domainRules).toEqual([
      rule,
      { ...rule, name: 'b', doc: '2' },
      { ...rule, name: 'c', doc: '3' },
    ])
  })

  test('is that of the schema where the config has none', () => {
    expect(applyMetadataDefaults({}, undefined)).toBeUndefined()
    expect(applyMetadataDefaults({}, {})).toEqual({})
    expect(applyRuleSetDefaults({}, undefined)).toBeUndefined()
  })
})
