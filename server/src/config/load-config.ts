import { readConfigFile } from './config-file.ts'
import { readListeners, reviewProperties } from './confluent.ts'
import { CONFIG_FILE_VARIABLE, type Environment, readEnvironment } from './environment.ts'
import {
  flagName,
  formatValue,
  type ServerConfig,
  type Setting,
  type SettingName,
  settingNames,
  settings,
} from './settings.ts'
import {
  type Findings,
  formatOrigin,
  type GivenValue,
  type Origin,
  quote,
  type Source,
} from './source.ts'

/** Everything a configuration is read from. */
export interface ConfigSources {
  /** Values of the command line flags that were given. */
  readonly flags?: ReadonlyMap<SettingName, string | boolean>
  /** The configuration file, when a flag names one. */
  readonly configFile?: string | undefined
  readonly env: Environment
  /** Gives a file's text as UTF-8; throws when there is none. */
  readFile(path: string): string
}

/** A checked configuration, with what there is to tell about it. */
export interface LoadedConfig {
  readonly config: ServerConfig
  readonly origins: ReadonlyMap<SettingName, Origin>
  /** Sentences about what has not the effect that its author may expect. */
  readonly warnings: readonly string[]
  /** Sentences worth knowing, nothing to mend. */
  readonly notes: readonly string[]
}

/** The configuration cannot be used; every problem is one sentence, and one line of the message. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code = 'CONFIG'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/**
 * Reads and checks the configuration: a flag counts before the environment, that before the file,
 * that before the default. Throws a `ConfigError` that lists all problems.
 */
export async function loadConfig(sources: ConfigSources): Promise<LoadedConfig> {
  const { env, readFile } = sources
  const findings: Findings = { problems: [], warnings: [], notes: [] }
  const byStrength = [resolve(readFlags(sources.flags), findings)]
  byStrength.push(resolve(readEnvironment(env, readFile, findings), findings))
  const path = sources.configFile || env[CONFIG_FILE_VARIABLE]
  if (path) byStrength.push(resolve(await readConfigFile(path, readFile, findings), findings))

  const values = new Map<SettingName, unknown>()
  const origins = new Map<SettingName, Origin>()
  for (const name of settingNames) {
    const given = byStrength.find((source) => source.has(name))?.get(name)
    values.set(name, given ? checkValue(name, given, findings) : settings[name].default)
    origins.set(name, given?.origin ?? { kind: 'default' })
  }
  const { problems, warnings, notes } = findings
  if (problems.length > 0) throw new ConfigError(problems)
  return { config: Object.fromEntries(values) as unknown as ServerConfig, origins, warnings, notes }
}

function readFlags(flags: ConfigSources['flags'] = new Map()): Source {
  const own = new Map<SettingName, GivenValue>()
  for (const [name, value] of flags) {
    own.set(name, { value, origin: { kind: 'flag', name: flagName(name) } })
  }
  return { own, properties: new Map() }
}

/**
 * What one source sets. Our own names count before Confluent's, save that `listeners` decides host
 * and port: in a container our names hold defaults of the image.
 */
function resolve({ own, properties }: Source, findings: Findings): Map<SettingName, GivenValue> {
  reviewProperties(properties, findings)
  const listener = readListeners(properties.get('listeners'), findings)
  const resolved = new Map<SettingName, GivenValue>()
  for (const name of settingNames) {
    const [first, ...others] = [
      listener.get(name),
      own.get(name),
      ...settings[name].confluent
        .filter((property) => property !== 'listeners')
        .map((property) => properties.get(property)),
    ].filter((given) => given !== undefined)
    if (first === undefined) continue
    resolved.set(name, first)
    for (const other of others.filter(({ value }) => String(value) !== String(first.value))) {
      findings.notes.push(`${first.origin.name} decides ${name}, not ${other.origin.name}`)
    }
  }
  return resolved
}

function checkValue(name: SettingName, { value, origin }: GivenValue, findings: Findings): unknown {
  const setting: Setting<unknown> = settings[name]
  const result = setting.type.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const rule = issue?.code === 'custom' ? issue.message : `must be ${setting.allowed}`
  const given = quote(formatValue(name, value))
  findings.problems.push(`${name} ${rule}, not ${given} (${formatOrigin(origin)})`)
  return undefined
}
