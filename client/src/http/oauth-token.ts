import { AuthError, RegistryUnavailableError } from '../errors/http-errors.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import { untilAborted } from './abort.ts'
import type { OAuthOptions } from './auth-options.ts'
import { basicAuthorization } from './basic-authorization.ts'
import { type Answer, type ExchangeOptions, exchange, toHeaders } from './exchange.ts'

/** A token is renewed this long before it expires, in milliseconds, or when 80 % of it are over. */
const RENEW_BEFORE_MS = 5 * 60_000
/** What is assumed where the answer says nothing, in seconds. */
const DEFAULT_LIFETIME_SECONDS = 300
const MAX_ANSWER_BYTES = 1024 * 1024

interface Token {
  readonly text: string
  readonly renewAt: number
  readonly expiresAt: number
}

/**
 * Keeps the token of a client. However many ask, one request for a token is under way at a time,
 * and none of those who ask can abort it for the others.
 */
export class OAuthToken {
  readonly #options: OAuthOptions
  readonly #tokenUrl: string
  readonly #exchange: ExchangeOptions
  #token: Token | undefined
  #pending: Promise<Token> | undefined

  /** `exchange.signal` ends all requests for tokens. */
  constructor(options: OAuthOptions, exchange: ExchangeOptions) {
    this.#options = options
    this.#tokenUrl = checkedUrl(options.tokenUrl)
    this.#exchange = { ...exchange, maxBytes: MAX_ANSWER_BYTES }
  }

  /**
   * A token that is valid now. While a new one cannot be had, one that is about to expire serves.
   * @throws AuthError where the authorization server refuses
   * @throws RegistryUnavailableError where it does not answer
   */
  async get(signal: AbortSignal): Promise<string> {
    const { now } = this.#exchange.clock
    const token = this.#token
    if (token && now() < token.renewAt) return token.text
    try {
      return (await untilAborted(this.#renewed(), signal)).text
    } catch (error) {
      if (signal.aborted || !token || now() >= token.expiresAt) throw error
      return token.text
    }
  }

  /** The registry did not accept this token: the next one is a new one. */
  forget(text: string): void {
    if (this.#token?.text === text) this.#token = undefined
  }

  #renewed(): Promise<Token> {
    this.#pending ??= this.#request().finally(() => {
      this.#pending = undefined
    })
    return this.#pending
  }

  async #request(): Promise<Token> {
    const asked = this.#exchange.clock.now()
    const answer = await this.#exchanged()
    const { text, seconds } = parseToken(answer, this.#tokenUrl)
    const lifetime = seconds * 1000
    this.#token = {
      text,
      renewAt: asked + lifetime - Math.min(RENEW_BEFORE_MS, lifetime / 5),
      expiresAt: asked + lifetime,
    }
    return this.#token
  }

  async #exchanged(): Promise<Answer> {
    const { clientId, clientSecret, scope, credentialsIn = 'header' } = this.#options
    const form = new URLSearchParams({ grant_type: 'client_credentials' })
    if (scope !== undefined) form.set('scope', scope)
    if (credentialsIn === 'body') {
      form.set('client_id', clientId)
      form.set('client_secret', clientSecret)
    }
    const headers = toHeaders(
      { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      credentialsIn === 'header'
        ? { authorization: basicAuthorization(formEncoded(clientId), formEncoded(clientSecret)) }
        : {},
    )
    const message = { method: 'POST', url: this.#tokenUrl, headers, body: form.toString() }
    try {
      return await exchange(message, this.#exchange)
    } catch (cause) {
      this.#exchange.signal.throwIfAborted()
      throw new RegistryUnavailableError('the token endpoint gave no answer', {
        method: 'POST',
        url: withoutQuery(this.#tokenUrl),
        attempts: 1,
        cause,
      })
    }
  }
}

function checkedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new InvalidArgumentError('auth.oauth.tokenUrl is no http: or https: URL')
  }
  if (url.username !== '' || url.password !== '') {
    throw new InvalidArgumentError(
      'auth.oauth.tokenUrl has credentials: use clientId, clientSecret',
    )
  }
  return url.href
}

/** Id and secret are form-encoded before they become a user name and a password (RFC 6749, 2.3.1). */
function formEncoded(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1)
}

function parseToken(
  { status, bytes }: Answer,
  tokenUrl: string,
): { text: string; seconds: number } {
  const request = { method: 'POST', url: withoutQuery(tokenUrl), attempts: 1 }
  if (status === 429 || status >= 500) {
    const message = `the token endpoint answered ${status}`
    throw new RegistryUnavailableError(message, request)
  }
  const answer = status === 200 ? parseObject(bytes) : undefined
  const text = answer?.access_token
  if (typeof text !== 'string' || text === '') {
    throw new AuthError(`the token endpoint answered ${status} and no token`, {
      ...request,
      status,
    })
  }
  const seconds = Number(answer?.expires_in ?? DEFAULT_LIFETIME_SECONDS)
  return { text, seconds: seconds > 0 && seconds < 1e9 ? seconds : DEFAULT_LIFETIME_SECONDS }
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '')
}

function parseObject(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}
