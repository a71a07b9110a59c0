import { readFile } from 'node:fs/promises'
import { InvalidArgumentError } from './errors/usage-errors.ts'
import type { TlsOptions } from './tls-options.ts'

/** An agent that `fetch` of Node takes as its `dispatcher`. */
export interface TlsDispatcher {
  /** Closes its connections when the requests on them are over. */
  close(): Promise<void>
}

/**
 * A dispatcher for the RegistryClient that checks and shows certificates as told; it is an `Agent`
 * of undici 7, which has to be installed. For Node only.
 * @throws InvalidArgumentError where undici is missing, or a file cannot be read
 */
export async function tlsDispatcher(options: TlsOptions): Promise<TlsDispatcher> {
  const { Agent } = await importUndici()
  const { passphrase, rejectUnauthorized, servername } = options
  const [ca, cert, key] = await Promise.all([
    textOf('ca', options.ca, options.caFile),
    textOf('cert', options.cert, options.certFile),
    textOf('key', options.key, options.keyFile),
  ])
  const connect = { ca, cert, key, passphrase, rejectUnauthorized, servername }
  const given = Object.entries(connect).filter(([, value]) => value !== undefined)
  return new Agent({ connect: Object.fromEntries(given) })
}

async function importUndici(): Promise<typeof import('undici')> {
  try {
    return await import('undici')
  } catch (cause) {
    throw new InvalidArgumentError('tlsDispatcher needs the package undici, version 7', { cause })
  }
}

async function textOf(
  name: string,
  text: string | undefined,
  file: string | undefined,
): Promise<string | undefined> {
  if (text !== undefined || file === undefined) return text
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new InvalidArgumentError(`${name}File cannot be read: ${file}`, { cause })
  }
}
