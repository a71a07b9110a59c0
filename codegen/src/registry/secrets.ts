/** What was sent to a registry and must not be shown. */
export interface Secrets {
  /** Learns the credentials of a header `Authorization`. */
  readonly learn: (authorization: string | null) => void
  /** A text with stars where credentials were. */
  readonly hide: (text: string) => string
}

/** Makes an empty list of secrets. */
export function createSecrets(): Secrets {
  const known = new Set<string>()
  return {
    learn(authorization) {
      const [, scheme, credentials] = /^(\S+) +(.+)$/.exec(authorization ?? '') ?? []
      if (scheme === undefined || credentials === undefined) return
      known.add(credentials)
      if (scheme.toLowerCase() !== 'basic') return
      const pair = Buffer.from(credentials, 'base64').toString('utf8')
      known.add(pair.slice(pair.indexOf(':') + 1))
    },
    hide(text) {
      let hidden = text
      for (const secret of known) if (secret !== '') hidden = hidden.replaceAll(secret, '***')
      return hidden
    },
  }
}
