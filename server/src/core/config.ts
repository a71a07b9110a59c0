import { type CompatibilityLevel, compatibilityLevels } from '@magicbyte/avro'
import { invalidCompatibilityLevel } from './errors.ts'
import { type Metadata, mergeMetadata } from './metadata.ts'
import { mergeRuleSets, type RuleSet } from './rule-set.ts'

/** The settings of one subject, one context or the registry, as far as they are set there. */
export interface Config {
  readonly compatibilityLevel?: CompatibilityLevel
  readonly alias?: string
  readonly aliasForDeks?: string
  readonly normalize?: boolean
  readonly validateFields?: boolean
  readonly validateNewSchemas?: boolean
  readonly validateRules?: boolean
  readonly compatibilityPolicy?: CompatibilityPolicy
  /** A metadata property; only versions that agree on its value are compared. */
  readonly compatibilityGroup?: string
  readonly defaultMetadata?: Metadata
  readonly overrideMetadata?: Metadata
  readonly defaultRuleSet?: RuleSet
  readonly overrideRuleSet?: RuleSet
}

export type CompatibilityPolicy = 'STRICT' | 'LENIENT' | 'LOGICAL'

/** A change of a config: absent members stay, null ones are cleared. */
export type ConfigUpdate = {
  readonly [K in keyof Config]?: Config[K] | null | undefined
}

const LEVELS: ReadonlySet<string> = new Set(compatibilityLevels)

/** Reads a level in any letter case; 42203 for anything else. */
export function parseCompatibilityLevel(text: string): CompatibilityLevel {
  const level = text.toUpperCase()
  if (!LEVELS.has(level)) throw invalidCompatibilityLevel()
  return level as CompatibilityLevel
}

/** Reads a policy in any letter case; an unknown one counts as not set, as in Confluent. */
export function parseCompatibilityPolicy(text: string): CompatibilityPolicy | undefined {
  const policy = text.toUpperCase()
  return policy === 'STRICT' || policy === 'LENIENT' || policy === 'LOGICAL' ? policy : undefined
}

export function updateConfig(config: Config, update: ConfigUpdate): Config {
  const updated: Record<string, unknown> = { ...config }
  for (const [key, value] of Object.entries(update)) {
    if (value === null) delete updated[key]
    else if (value !== undefined) updated[key] = value
  }
  return updated as Config
}

/**
 * The config that holds for a subject with an entry of its own: what Confluent lets it inherit from
 * the default context's entry is filled in, aliases and defaults of content are not.
 */
export function inheritConfig(own: Config, inherited: Config): Config {
  return {
    ...pick(inherited, INHERITED),
    ...own,
  }
}

const INHERITED = [
  'normalize',
  'validateFields',
  'validateNewSchemas',
  'validateRules',
  'compatibilityPolicy',
  'compatibilityGroup',
] as const satisfies readonly (keyof Config)[]

function pick(config: Config, keys: readonly (keyof Config)[]): Config {
  return Object.fromEntries(
    keys.filter((key) => config[key] !== undefined).map((key) => [key, config[key]]),
  )
}

/** Does the config change the content of what is registered under it? */
export function changesContent(config: Config): boolean {
  return (
    config.defaultMetadata !== undefined ||
    config.overrideMetadata !== undefined ||
    config.defaultRuleSet !== undefined ||
    config.overrideRuleSet !== undefined
  )
}

export function applyMetadataDefaults(
  config: Config,
  metadata: Metadata | undefined,
): Metadata | undefined {
  return mergeMetadata(mergeMetadata(config.defaultMetadata, metadata), config.overrideMetadata)
}

export function applyRuleSetDefaults(
  config: Config,
  ruleSet: RuleSet | undefined,
): RuleSet | undefined {
  return mergeRuleSets(mergeRuleSets(config.defaultRuleSet, ruleSet), config.overrideRuleSet)
}
