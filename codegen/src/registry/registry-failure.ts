import { SchemaRegistryError } from '@magicbyte/client'
import { onOneLine } from '../diagnostics/format-text.ts'
import { RegistryUnavailableError, UsageError } from '../inputs/input-error.ts'

/**
 * What a function gives, with the errors of the client as those of the command line: where nobody
 * can be reached, let in or understood it is {@link RegistryUnavailableError}, where a request is
 * refused {@link UsageError}.
 * @param hide takes out of a message what nobody should see; a registry may repeat what it was sent
 */
export async function explained<Result>(
  hide: (message: string) => string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof SchemaRegistryError ? toInputError(error, hide) : error
  }
}

/** Whether the registry says that there is no such subject, version, schema or config. */
export function isMissing(error: unknown): boolean {
  if (!(error instanceof SchemaRegistryError)) return false
  if (error.code === 'SCHEMA_NOT_FOUND') return true
  const { errorCode, status } = refusalOf(error)
  return status === 404 && errorCode !== undefined && Math.floor(errorCode / 100) === 404
}

/** Whether the registry has no such operation. */
export function isUnknownOperation(error: unknown): boolean {
  if (!(error instanceof SchemaRegistryError) || isMissing(error)) return false
  return [404, 405].includes(refusalOf(error).status)
}

/** Whether the registry refuses a schema: it may not follow those before it, or is no schema. */
export function isRefusedSchema(error: unknown): error is SchemaRegistryError {
  if (!(error instanceof SchemaRegistryError)) return false
  const { status } = refusalOf(error)
  return status === 409 || status === 422
}

/** An answer, or undefined where the registry says that there is no such thing. */
export async function orMissing<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** The words of an error of the client as the command line shows them. */
export function failureText(error: Error): string {
  return onOneLine(error.message)
}

function toInputError(error: SchemaRegistryError, hide: (message: string) => string): Error {
  const message = hide(failureText(error))
  const options = { cause: error }
  switch (error.code) {
    case 'AUTH':
      return new RegistryUnavailableError(`${message} (${AUTH_HINT})`, options)
    case 'REGISTRY_UNAVAILABLE':
      return new RegistryUnavailableError(`The registry cannot be reached: ${message}`, options)
    case 'REGISTRY_ANSWER':
      return new RegistryUnavailableError(`${message} (${URL_HINT})`, options)
    case 'REGISTRY_HTTP': {
      const { status, errorCode } = refusalOf(error)
      if (status === 429 || status >= 500) return new RegistryUnavailableError(message, options)
      const isElsewhere = status < 400 || (status === 404 && errorCode === undefined)
      if (isElsewhere) return new RegistryUnavailableError(`${message} (${URL_HINT})`, options)
      return new UsageError(message, options)
    }
    default:
      return new UsageError(message, options)
  }
}

const AUTH_HINT =
  'credentials come from SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO, SCHEMA_REGISTRY_BEARER_AUTH_TOKEN, ' +
  'the variable named by registry.auth.env of the config, or --registry-config'

const URL_HINT = 'is this the URL of a registry?'

function refusalOf(error: SchemaRegistryError): {
  readonly status: number
  readonly errorCode: number | undefined
} {
  const { status = 0, errorCode } = error as { readonly status?: number; errorCode?: number }
  return { status, errorCode }
}
