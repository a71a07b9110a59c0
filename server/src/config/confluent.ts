import { nearestName } from './nearest-name.ts'
import { type SettingName, settingNames, settings } from './settings.ts'
import { type Findings, type GivenValue, quote } from './source.ts'

/** Whether a variable is meant for Confluent's image (or Bitnami's). */
export function isConfluentVariable(variable: string): boolean {
  return variable.startsWith(PREFIX)
}

/**
 * The property that Confluent's image reads from an environment variable: `_` is a dot, `__` a
 * dash, `___` an underscore.
 */
export function propertyOfVariable(variable: string): string {
  return variable
    .slice(PREFIX.length)
    .toLowerCase()
    .replace(/_{1,3}/g, (run) => ['.', '-', '_'][run.length - 1]!)
}

/**
 * What `listeners`, such as `http://0.0.0.0:8081,https://0.0.0.0:8082`, sets: the host and the port
 * of its first `http` entry. An empty host stands for all addresses.
 */
export function readListeners(
  given: GivenValue | undefined,
  { problems, warnings }: Findings,
): ReadonlyMap<SettingName, GivenValue> {
  if (given === undefined) return new Map()
  const { value, origin } = given
  const listeners = String(value).split(',')
  const first = listeners.findIndex((listener) => HTTP_LISTENER.test(listener))
  if (first < 0) {
    problems.push(
      `${origin.name} must hold a listener like "http://0.0.0.0:8081", not ${quote(String(value))}; ` +
        'for TLS put a proxy in front',
    )
    return new Map()
  }
  for (const other of listeners.filter((_, i) => i !== first)) {
    warnings.push(`${origin.name}: ${quote(other)} is not served, only the first http listener is`)
  }
  const [, host, port] = HTTP_LISTENER.exec(listeners[first]!)!
  return new Map([
    ['host', { value: host || '0.0.0.0', origin }],
    ['port', { value: port, origin }],
  ])
}

/** Tells about the properties that set nothing here: those without use, without effect, unknown. */
export function reviewProperties(
  properties: ReadonlyMap<string, GivenValue>,
  { warnings, notes }: Findings,
): void {
  const notNeeded: string[] = []
  const notAvailable: string[] = []
  for (const [property, { value, origin }] of properties) {
    if (knownProperties.has(property)) continue
    if (NOT_NEEDED.test(property)) notNeeded.push(origin.name)
    else if (!NOT_AVAILABLE.test(property)) warnings.push(unknownProperty(property, origin))
    else if (!isOff(value)) notAvailable.push(origin.name)
  }
  if (notNeeded.length > 0) notes.push(`no Kafka is needed; not used: ${notNeeded.join(', ')}`)
  if (notAvailable.length > 0) {
    warnings.push(`not available here and without effect: ${notAvailable.join(', ')}`)
  }
}

const PREFIX = 'SCHEMA_REGISTRY_'

const HTTP_LISTENER = /^\s*http:\/\/(\[[^\]/]*\]|[^:/]*):(\d+)\/?\s*$/i

const knownProperties = new Set<string>(settingNames.flatMap((name) => settings[name].confluent))

/** What serves Kafka, the JVM or a cluster of registries, or is always so here. */
const NOT_NEEDED = beginsWith(
  'advertised.hostname',
  'associations.enable',
  'confluent.license',
  'confluent.metrics',
  'confluent.monitoring',
  'confluent.support',
  'cub',
  'debug',
  'enable.store.health.check',
  'gc',
  'heap.opts',
  'host.name',
  'host.port',
  'init.resource.extension',
  'inter.instance',
  'jmx',
  'jvm',
  'kafka',
  'kafkagroup',
  'kafkastore',
  'leader',
  'log.dir',
  'log4j',
  'master',
  'metadata.encoder',
  'metric',
  'metrics',
  'mounted.conf.dir',
  'opts',
  'request.logger',
  'request.queue',
  'request.timeout.interrupt',
  'resource.extension',
  'schema.cache',
  'schema.registry.inter.instance',
  'schema.registry.resource.extension',
  'schema.registry.zk',
  'size.limit.filter.enabled',
  'thread.pool',
  'zookeeper',
)

/** What an operator may rely on, above all for safety. */
const NOT_AVAILABLE = beginsWith(
  'access.control',
  'authentication',
  'client.authentication',
  'confluent',
  'csrf',
  'dos.filter',
  'proxy.protocol',
  'response.http.headers',
  'schema.canonicalize.on.consume',
  'schema.providers',
  'ssl',
)

function beginsWith(...prefixes: string[]): RegExp {
  return new RegExp(`^(${prefixes.join('|').replaceAll('.', '\\.')})(\\.|$)`)
}

function isOff(value: unknown): boolean {
  return /^(none|false)$/i.test(String(value).trim())
}

function unknownProperty(property: string, origin: GivenValue['origin']): string {
  if (origin.kind !== 'file') {
    const nearest = nearestName(property, knownProperties)
    const hint = nearest ? `, did you mean ${variableOfProperty(nearest)}?` : ''
    return `${origin.name} is not a setting${hint}`
  }
  const nearest = nearestName(property, [...settingNames, ...knownProperties])
  const hint = nearest ? `, did you mean ${nearest}?` : ''
  return `${origin.path}:${origin.line}: ${quote(property)} is not a setting${hint}`
}

function variableOfProperty(property: string): string {
  return PREFIX + property.toUpperCase().replace(/[.\-_]/g, (c) => '_'.repeat(' .-_'.indexOf(c)))
}
