import { InvalidArgumentError } from '../errors/usage-errors.ts'
import type { AuthOptions } from '../http/auth-options.ts'
import type { PropertyReader } from './property-reader.ts'

/**
 * Who asks, by `basic.auth.*` or `bearer.auth.*`.
 * @throws InvalidArgumentError for both, for incomplete ones, and for sources of no use here
 */
export function readAuth(reader: PropertyReader): AuthOptions | undefined {
  const basic = readBasic(reader)
  const bearer = readBearer(reader)
  if (basic && bearer) {
    throw new InvalidArgumentError('basic.auth.* and bearer.auth.* exclude each other')
  }
  return basic ?? bearer
}

function readBasic(reader: PropertyReader): AuthOptions | undefined {
  const source = reader.choice(
    { URL: 'url', USER_INFO: 'info', SASL_INHERIT: 'sasl' } as const,
    'basic.auth.credentials.source',
  )
  if (source === 'sasl') return readSasl(reader)
  const info = reader.find('basic.auth.user.info')
  if (source === 'url') reader.ignore('basic.auth.user.info')
  if (source === 'url' || (!info && source === undefined)) return undefined
  const colon = info?.text.indexOf(':') ?? -1
  if (!info || colon < 0) {
    throw new InvalidArgumentError('basic.auth.user.info is not of the form user:password')
  }
  return { username: info.text.slice(0, colon), password: info.text.slice(colon + 1) }
}

/** User name and password of the Kafka client, as Java or librdkafka write them. */
function readSasl(reader: PropertyReader): AuthOptions {
  const jaas = reader.text('sasl.jaas.config') ?? ''
  const username = reader.text('sasl.username') ?? option(jaas, 'username')
  const password = reader.text('sasl.password') ?? option(jaas, 'password')
  if (username !== undefined && password !== undefined) return { username, password }
  throw new InvalidArgumentError(
    'basic.auth.credentials.source is SASL_INHERIT, but sasl.username and sasl.password, or both ' +
      'in sasl.jaas.config, are missing',
  )
}

function option(jaas: string, name: string): string | undefined {
  const [, text] = new RegExp(`\\b${name}\\s*=\\s*"((?:[^"\\\\]|\\\\.)*)"`).exec(jaas) ?? []
  return text?.replace(/\\(.)/g, '$1')
}

function readBearer(reader: PropertyReader): AuthOptions | undefined {
  const source = reader.choice(
    {
      STATIC_TOKEN: 'token',
      OAUTHBEARER: 'oauth',
      SASL_OAUTHBEARER_INHERIT: 'other',
      CUSTOM: 'other',
      UAMI: 'other',
    } as const,
    'bearer.auth.credentials.source',
  )
  if (source === 'other') {
    throw new InvalidArgumentError(
      'bearer.auth.credentials.source: of this kind of token nothing is known here; give ' +
        'auth.token as a function instead',
    )
  }
  const logicalCluster = reader.text('bearer.auth.logical.cluster')
  const identityPoolId = reader.text('bearer.auth.identity.pool.id')
  const identity = { logicalCluster, identityPoolId }
  if (source === 'oauth') {
    const tokenUrl = required(reader, 'bearer.auth.issuer.endpoint.url')
    const clientId = required(reader, 'bearer.auth.client.id')
    const clientSecret = required(reader, 'bearer.auth.client.secret')
    const scope = reader.text('bearer.auth.scope')
    return { oauth: { tokenUrl, clientId, clientSecret, scope, ...identity } }
  }
  const token = reader.text('bearer.auth.token')
  if (token !== undefined) return { token, ...identity }
  if (source === undefined) return undefined
  throw new InvalidArgumentError('bearer.auth.token is missing')
}

function required(reader: PropertyReader, name: string): string {
  const text = reader.text(name)
  if (text !== undefined && text !== '') return text
  throw new InvalidArgumentError(`${name} is missing`)
}
