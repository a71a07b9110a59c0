import { RegistryHttpError } from '../errors/http-errors.ts'
import { SchemaNotFoundError } from '../errors/schema-errors.ts'
import type { ErrorContext } from '../errors/schema-registry-error.ts'

/**
 * The answer, or a SchemaNotFoundError where the registry says that there is no such thing: 404 with
 * an error code from 40400 to 40499. A 404 without one comes from a proxy or a wrong URL, and says
 * nothing about schemas.
 */
export async function orNotFound<Answer>(
  answer: Promise<Answer>,
  about: string,
  context: ErrorContext = {},
): Promise<Answer> {
  try {
    return await answer
  } catch (cause) {
    if (!isNotFound(cause)) throw cause
    throw new SchemaNotFoundError(`the registry has no ${about}`, { ...context, cause })
  }
}

function isNotFound(error: unknown): boolean {
  if (!(error instanceof RegistryHttpError) || error.status !== 404) return false
  return error.errorCode !== undefined && Math.floor(error.errorCode / 100) === 404
}
