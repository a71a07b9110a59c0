import type { RegistryClient, RegistryClientOptions } from '@magicbyte/client'
import type { Session } from '../cli/session.ts'
import type { Config } from '../config/config.ts'
import { explained } from './registry-failure.ts'
import { findSettings } from './registry-settings.ts'
import { createSecrets } from './secrets.ts'

/** A registry that can be asked. */
export interface Connection {
  readonly client: RegistryClient
  /** The URL without credentials, for people. */
  readonly url: string
  /** Milliseconds that the registry's clock is ahead of this machine's; known after an answer. */
  readonly clockSkew: () => number | undefined
}

/**
 * Calls a function with a connection and closes it at the end. Throws UsageError if no
 * registry is given or it refuses a request, and RegistryUnavailableError if it cannot be reached
 * or does not accept the credentials.
 */
export async function withRegistry<Result>(
  session: Session,
  {
    config,
    options,
  }: { readonly config: Config; readonly options: Readonly<Record<string, unknown>> },
  use: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const secrets = createSecrets()
  return await explained(secrets.hide, async () => {
    const settings = await findSettings(session.io, { config, options })
    for (const name of settings.ignored)
      session.progress(`the property ${name} has no meaning here`)
    const { RegistryClient } = await import('@magicbyte/client')
    const now = session.io.now ?? Date.now
    let skew: number | undefined
    const send = session.io.fetch ?? ((request: Request) => fetch(request))
    const client = new RegistryClient({
      ...settings.client,
      userAgent: 'magicbyte-cli',
      async fetch(request) {
        secrets.learn(request.headers.get('authorization'))
        const response = await send(request)
        const date = Date.parse(response.headers.get('date') ?? '')
        if (!Number.isNaN(date)) skew = date - now()
        return response
      },
    })
    try {
      return await use({
        client,
        url: shownUrl(settings.client.url),
        clockSkew: () => skew,
      })
    } finally {
      client.close()
      await settings.close()
    }
  })
}

/** URLs without what may be secret in them. */
function shownUrl(url: RegistryClientOptions['url']): string {
  const urls = typeof url === 'string' ? url.split(',') : url
  return urls.map((text) => withoutCredentials(text.trim())).join(', ')
}

function withoutCredentials(text: string): string {
  const url = new URL(text)
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}
