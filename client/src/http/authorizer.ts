import { InvalidArgumentError } from '../errors/usage-errors.ts'
import { untilAborted } from './abort.ts'
import type { AuthOptions, CloudIdentity, TokenAuth } from './auth-options.ts'
import { basicAuthorization } from './basic-authorization.ts'
import type { ExchangeOptions, HeaderValues } from './exchange.ts'
import { OAuthToken } from './oauth-token.ts'

/** Says who asks. */
export interface Authorizer {
  headers(signal: AbortSignal): Promise<HeaderValues>
  /** After a 401 to these headers: whether new ones may be accepted. */
  renew(refused: HeaderValues): boolean
}

/**
 * The authorizer for options; none where there are no options.
 * @throws InvalidArgumentError for options of no known kind
 */
export function createAuthorizer(
  auth: AuthOptions | undefined,
  exchange: ExchangeOptions,
): Authorizer | undefined {
  if (!auth) return undefined
  if ('oauth' in auth) return oauthAuthorizer(auth.oauth, exchange)
  if ('token' in auth) return tokenAuthorizer(auth)
  if (typeof auth.username !== 'string' || typeof auth.password !== 'string') {
    throw new InvalidArgumentError('auth needs username and password, token, or oauth')
  }
  const headers = { authorization: basicAuthorization(auth.username, auth.password) }
  return { headers: async () => headers, renew: () => false }
}

function tokenAuthorizer(auth: TokenAuth): Authorizer {
  const { token } = auth
  return {
    headers: async (signal) => {
      const text = typeof token === 'string' ? token : await untilAborted(call(token), signal)
      return { authorization: `Bearer ${text}`, ...identityHeaders(auth) }
    },
    renew: () => false,
  }
}

function oauthAuthorizer(
  options: CloudIdentity & ConstructorParameters<typeof OAuthToken>[0],
  exchange: ExchangeOptions,
): Authorizer {
  const token = new OAuthToken(options, exchange)
  return {
    headers: async (signal) => ({
      authorization: `Bearer ${await token.get(signal)}`,
      ...identityHeaders(options),
    }),
    renew: ({ authorization = '' }) => {
      token.forget(authorization.replace('Bearer ', ''))
      return true
    },
  }
}

async function call(token: () => string | Promise<string>): Promise<string> {
  return token()
}

function identityHeaders({ logicalCluster, identityPoolId }: CloudIdentity): HeaderValues {
  return {
    ...(logicalCluster !== undefined && { 'target-sr-cluster': logicalCluster }),
    ...(identityPoolId !== undefined && { 'Confluent-Identity-Pool-Id': identityPoolId }),
  }
}
