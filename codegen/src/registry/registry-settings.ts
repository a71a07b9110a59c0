import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import {
  type AuthOptions,
  fromProperties,
  type Properties,
  type RegistryClientOptions,
} from '@magicbyte/client'
import type { Io } from '../cli/io.ts'
import type { Config, RegistryConfig } from '../config/config.ts'
import { UsageError } from '../inputs/input-error.ts'
import { parseProperties } from './java-properties.ts'

/** How to reach a registry, by all that was said about it. */
export interface RegistrySettings {
  readonly client: RegistryClientOptions
  /** Properties that have no meaning here. */
  readonly ignored: readonly string[]
  /** Closes what belongs to the settings. */
  readonly close: () => Promise<void>
}

/**
 * Settings from `--registry`, `--registry-config`, the environment and the config, the first of
 * them first. Secrets are never taken from the command line, which every user of a machine can
 * read. Throws {@link UsageError}.
 */
export async function findSettings(
  { env, cwd }: Pick<Io, 'env' | 'cwd'>,
  {
    config,
    options,
  }: { readonly config: Config; readonly options: Readonly<Record<string, unknown>> },
): Promise<RegistrySettings> {
  const { registry = {} } = config
  const flag = textOf(options.registry)
  if (flag !== undefined) refuseCredentials(flag)
  const usual = nonEmpty(env.SCHEMA_REGISTRY_URL) ?? registry.url
  const file = textOf(options.registryConfig)
  const auth = authOf(env, registry)
  if (file === undefined) {
    const url = flag ?? usual
    if (url === undefined) throw new UsageError(NO_URL)
    return { client: { url, ...(auth && { auth }) }, ignored: [], close: async () => {} }
  }
  const properties = await readProperties(resolve(cwd, file), file)
  const hasUrl = URL_NAMES.some((name) => nonEmpty(String(properties[name] ?? '')) !== undefined)
  const url = flag ?? (hasUrl ? undefined : usual)
  if (url === undefined && !hasUrl) throw new UsageError(NO_URL)
  const { client, tls, ignored } = fromProperties({
    ...properties,
    ...(url !== undefined && { 'schema.registry.url': url }),
  })
  const settled = { ...client, auth: client.auth ?? auth }
  if (!tls) return { client: settled, ignored, close: async () => {} }
  const { tlsDispatcher } = await import('@magicbyte/client/tls')
  const dispatcher = await tlsDispatcher(tls)
  return { client: { ...settled, dispatcher }, ignored, close: () => dispatcher.close() }
}

const URL_NAMES = ['schema.registry.url', 'url']

const NO_URL =
  'No registry is given: set SCHEMA_REGISTRY_URL, give --registry URL, or write registry.url ' +
  'into the config'

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? nonEmpty(value) : undefined
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim()
}

function refuseCredentials(urls: string): void {
  for (const text of urls.split(',')) {
    if (!URL.canParse(text.trim())) continue
    const { username, password } = new URL(text.trim())
    if (username === '' && password === '') continue
    throw new UsageError(
      '--registry must not hold credentials, which others could read; ' +
        'set SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO to user:password instead',
    )
  }
}

function authOf(env: Io['env'], { auth }: RegistryConfig): AuthOptions | undefined {
  if (auth) {
    const secret = nonEmpty(env[auth.env])
    if (secret === undefined) {
      throw new UsageError(`The variable ${auth.env}, which registry.auth.env names, is not set`)
    }
    return auth.scheme === 'bearer' ? { token: secret } : basicOf(secret, auth.env)
  }
  const info = nonEmpty(env[USER_INFO])
  if (info !== undefined) return basicOf(info, USER_INFO)
  const token = nonEmpty(env.SCHEMA_REGISTRY_BEARER_AUTH_TOKEN)
  return token === undefined ? undefined : { token }
}

const USER_INFO = 'SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO'

function basicOf(info: string, variable: string): AuthOptions {
  const colon = info.indexOf(':')
  if (colon < 0) throw new UsageError(`The variable ${variable} is not of the form user:password`)
  return { username: info.slice(0, colon), password: info.slice(colon + 1) }
}

/** Bytes of a file of properties at most. */
const MAX_PROPERTIES = 1024 * 1024

async function readProperties(path: string, shown: string): Promise<Properties> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    throw new UsageError(`The file ${shown} cannot be read`, { cause: error })
  }
  if (text.length > MAX_PROPERTIES) throw new UsageError(`The file ${shown} is too large`)
  if (!text.trimStart().startsWith('{')) return parseProperties(text)
  try {
    const value: unknown = JSON.parse(text)
    const entries = Object.entries(value as object).filter(([, item]) => typeof item !== 'object')
    return Object.fromEntries(entries)
  } catch {
    // Without the parser's error, which shows a part of the text.
    throw new UsageError(`The file ${shown} is no JSON`)
  }
}
