import { RegistryUnavailableError } from '../inputs/input-error.ts'

/** The version of a subject that a schema is. */
export interface RegisteredVersion {
  readonly id: number
  readonly version: number
}

/**
 * The id and the version in what a registry answered; registries of earlier versions tell only the
 * id of what was just registered. Throws RegistryUnavailableError for another answer.
 */
export function registeredVersion(answer: unknown): {
  readonly id: number
  readonly version: number | undefined
} {
  const { id, version } = (answer ?? {}) as { readonly id?: unknown; readonly version?: unknown }
  if (isNumber(id) && (version === undefined || isNumber(version))) return { id, version }
  throw new RegistryUnavailableError(
    'The answer names no registered schema (is this the URL of a registry?)',
  )
}

/** The same of a schema that was looked up, whose version every registry tells. */
export function foundVersion(answer: unknown): RegisteredVersion {
  const { id, version } = registeredVersion(answer)
  if (version !== undefined) return { id, version }
  throw new RegistryUnavailableError('The answer has no version (is this the URL of a registry?)')
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value)
}
