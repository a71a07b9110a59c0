/** Who asks. */
export type AuthOptions = BasicAuth | TokenAuth | OAuthAuth

/** A user name and a password (RFC 7617). */
export interface BasicAuth {
  readonly username: string
  readonly password: string
}

/** A bearer token, or a function that gives one; it is called for every request. */
export interface TokenAuth extends CloudIdentity {
  readonly token: string | (() => string | Promise<string>)
}

/** Tokens from an authorization server (RFC 6749, client credentials). */
export interface OAuthAuth {
  readonly oauth: OAuthOptions
}

/** How to get a token. */
export interface OAuthOptions extends CloudIdentity {
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** Separated by blanks. */
  readonly scope?: string | undefined
  /** Where id and secret are sent: in the `Authorization` header (default) or in the body. */
  readonly credentialsIn?: 'header' | 'body' | undefined
}

/** What a cloud wants to know besides the token. */
export interface CloudIdentity {
  /** Sent as `target-sr-cluster`. */
  readonly logicalCluster?: string | undefined
  /** Sent as `Confluent-Identity-Pool-Id`. */
  readonly identityPoolId?: string | undefined
}
