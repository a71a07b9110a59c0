import { isConfluentVariable, propertyOfVariable } from './confluent.ts'
import { nearestName } from './nearest-name.ts'
import { environmentName, type SettingName, settingNames, settings } from './settings.ts'
import { type Findings, type GivenValue, quote, type Source } from './source.ts'

/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Names the configuration file when no flag does. */
export const CONFIG_FILE_VARIABLE = 'MAGICBYTE_CONFIG'

/**
 * Reads the `MAGICBYTE_*` and `SCHEMA_REGISTRY_*` variables. Empty ones count as not there. Those
 * that Kubernetes sets for a service of such a name are passed over.
 */
export function readEnvironment(
  env: Environment,
  readFile: (path: string) => string,
  findings: Findings,
): Source {
  const own = new Map<SettingName, GivenValue>()
  const properties = new Map<string, GivenValue>()
  const inFiles = new Map<SettingName, GivenValue>()
  for (const [variable, value] of Object.entries(env)) {
    if (value === undefined || value === '' || isServiceLink(variable, value)) continue
    const given: GivenValue = { value, origin: { kind: 'environment', name: variable } }
    if (isConfluentVariable(variable)) {
      properties.set(propertyOfVariable(variable), given)
    } else if (settingByVariable.has(variable)) {
      own.set(settingByVariable.get(variable)!, given)
    } else if (settingByFileVariable.has(variable)) {
      inFiles.set(settingByFileVariable.get(variable)!, given)
    } else if (variable.startsWith(PREFIX) && variable !== CONFIG_FILE_VARIABLE) {
      findings.warnings.push(unknownVariable(variable))
    }
  }
  for (const [name, { value, origin }] of inFiles) {
    const content = readValueFile(name, origin.name, String(value), { readFile, findings })
    if (content !== undefined) own.set(name, { value: content, origin })
  }
  return { own, properties }
}

const PREFIX = 'MAGICBYTE_'

const settingByVariable = new Map(settingNames.map((name) => [environmentName(name), name]))

const settingByFileVariable = new Map(
  settingNames
    .filter((name) => settings[name].secret)
    .map((name) => [`${environmentName(name)}_FILE`, name]),
)

/** Whether Kubernetes (or Docker) set the variable to tell where a service listens. */
function isServiceLink(variable: string, value: string): boolean {
  return (
    /^(tcp|udp|sctp):\/\//.test(value) ||
    /_(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT_\d+_(TCP|UDP|SCTP)(_\w+)?)$/.test(variable)
  )
}

/** The value of a `*_FILE` variable: the text of the file that it names, without line ends. */
function readValueFile(
  setting: SettingName,
  variable: string,
  path: string,
  { readFile, findings }: { readFile: (path: string) => string; findings: Findings },
): string | undefined {
  const hint = `${variable} names a file that holds the value, ${environmentName(setting)} is the value`
  try {
    const content = readFile(path).trim()
    if (/^\P{Cc}+$/u.test(content)) return content
    findings.problems.push(`${quote(path)} does not hold one line of text (${hint})`)
  } catch (error) {
    findings.problems.push(`${quote(path)} cannot be read: ${(error as Error).message} (${hint})`)
  }
  return undefined
}

function unknownVariable(variable: string): string {
  const known = [...settingByVariable.keys(), ...settingByFileVariable.keys(), CONFIG_FILE_VARIABLE]
  const suffixes = known.map((name) => name.slice(PREFIX.length))
  const nearest = nearestName(variable.slice(PREFIX.length), suffixes)
  return `${variable} is not a setting${nearest ? `, did you mean ${PREFIX}${nearest}?` : ''}`
}
