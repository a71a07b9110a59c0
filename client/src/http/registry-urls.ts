import { InvalidArgumentError } from '../errors/usage-errors.ts'
import { basicAuthorization } from './basic-authorization.ts'

/** One address of a registry. */
export interface RegistryUrl {
  /** Without a slash at the end, without credentials. */
  readonly base: string
  /** The `Authorization` header that credentials in the URL stand for. */
  readonly authorization: string | undefined
}

/** Addresses at most. */
const MAX_URLS = 100

/**
 * Reads one URL, several separated by commas, or a list of either. A base path is kept, slashes at
 * the end are not.
 * @throws InvalidArgumentError
 */
export function parseRegistryUrls(urls: string | readonly string[]): readonly RegistryUrl[] {
  const texts = (typeof urls === 'string' ? [urls] : urls)
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '')
  if (texts.length === 0) throw new InvalidArgumentError('url: no registry URL is given')
  if (texts.length > MAX_URLS) throw new InvalidArgumentError(`url: more than ${MAX_URLS} URLs`)
  return texts.map(parseRegistryUrl)
}

/** Errors do not show the text, which may hold a password. */
function parseRegistryUrl(text: string, index: number): RegistryUrl {
  const place = `url: URL ${index + 1}`
  if (!URL.canParse(text)) throw new InvalidArgumentError(`${place} is no URL`)
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new InvalidArgumentError(`${place} is neither http: nor https:`)
  }
  if (url.search !== '' || url.hash !== '') {
    throw new InvalidArgumentError(`${place} has a query or a fragment`)
  }
  return {
    base: `${url.origin}${url.pathname.replace(/\/+$/, '')}`,
    authorization: credentialsOf(url, place),
  }
}

function credentialsOf({ username, password }: URL, place: string): string | undefined {
  if (username === '' && password === '') return undefined
  try {
    return basicAuthorization(decodeURIComponent(username), decodeURIComponent(password))
  } catch {
    throw new InvalidArgumentError(`${place} has credentials with a broken escape`)
  }
}
