import { InvalidArgumentError } from './errors/usage-errors.ts'
import type { RegistryClientOptions } from './http/client-options.ts'
import { parseRegistryUrls } from './http/registry-urls.ts'
import { readAuth } from './properties/auth-properties.ts'
import { definedOf, type Properties, PropertyReader } from './properties/property-reader.ts'
import { readSerde, type SerdeSettings } from './properties/serde-properties.ts'
import { readTls } from './properties/tls-properties.ts'
import type { TlsOptions } from './tls-options.ts'

/** What properties mean here. */
export interface PropertySettings {
  /** For a RegistryClient. */
  readonly client: RegistryClientOptions
  /** For serializers and deserializers. */
  readonly serde: SerdeSettings
  /** For `tlsDispatcher`, where there are certificates or keys. */
  readonly tls?: TlsOptions
  /** Names of properties that are about a registry and have no meaning here, sorted. */
  readonly ignored: readonly string[]
}

const DEFAULT_DEADLINE_MS = 30_000

/**
 * Takes the properties of a Kafka client as Java and Python write them (`schema.registry.url`,
 * `basic.auth.user.info`, `auto.register.schemas` …), alone or among those of Kafka itself. What is
 * not set stays as it is by default here, which is not always as in Java: nothing is registered
 * unless `auto.register.schemas` says so.
 * @throws InvalidArgumentError names the property, and does not show its value
 */
export function fromProperties(properties: Properties): PropertySettings {
  const reader = new PropertyReader(properties)
  const client = readClient(reader)
  const serde = readSerde(reader)
  const tls = readTls(reader)
  return { client, serde, ...(tls && { tls }), ignored: reader.unread() }
}

function readClient(reader: PropertyReader): RegistryClientOptions {
  const auth = readAuth(reader)
  const headers = Object.fromEntries(reader.startingWith('request.header.'))
  const randomizeUrl = reader.boolean('schema.registry.url.randomize')
  const retries = definedOf({
    count: reader.number({ min: 0 }, 'max.retries'),
    waitMs: reader.number({ min: 0 }, 'retries.wait.ms'),
    maxWaitMs: reader.number({ min: 0 }, 'retries.max.wait.ms'),
  })
  return {
    url: readUrl(reader),
    ...definedOf({ auth, randomizeUrl }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(Object.keys(retries).length > 0 && { retries }),
    ...readTimeouts(reader),
  }
}

function readUrl(reader: PropertyReader): string {
  const url = reader.find('schema.registry.url', 'url')
  if (!url) throw new InvalidArgumentError('schema.registry.url is missing')
  try {
    parseRegistryUrls(url.text)
    return url.text
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    throw new InvalidArgumentError(`${url.name}: ${reason.replace(/^url: /, '')}`)
  }
}

/** Java limits connecting and reading, each for itself; Python the whole, in seconds. */
function readTimeouts(
  reader: PropertyReader,
): Pick<RegistryClientOptions, 'timeoutMs' | 'deadlineMs'> {
  const connect = reader.number({ min: 1 }, 'http.connect.timeout.ms')
  const read = reader.number({ min: 1 }, 'http.read.timeout.ms')
  const seconds = reader.number({ min: 0.001, fraction: true }, 'timeout')
  if (connect === undefined && read === undefined && seconds === undefined) return {}
  const timeoutMs = seconds === undefined ? (connect ?? 0) + (read ?? 0) : seconds * 1000
  return { timeoutMs, ...(timeoutMs > DEFAULT_DEADLINE_MS && { deadlineMs: timeoutMs }) }
}
