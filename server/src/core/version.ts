import { invalidVersion } from './errors.ts'
import type { Version } from './types.ts'

/** What a caller asks for: a number, or the newest version that is not deleted. */
export type VersionRequest = Version | 'latest'

/**
 * Reads the version of a path: `latest` in any letter case, -1, or 1 to 2^31-1 with optional sign
 * and leading zeros, spaces around it ignored. Anything else is refused with 42202.
 */
export function parseVersion(text: string): VersionRequest {
  const trimmed = text.trim()
  if (trimmed.toLowerCase() === 'latest') return 'latest'
  const number = /^[+-]?\d+$/.test(trimmed) ? Number(trimmed) : Number.NaN
  if (number === -1) return 'latest'
  if (number >= 1 && number <= MAX_INT) return number
  throw invalidVersion(text)
}

/** The largest Java int: bound of ids and versions. */
export const MAX_INT = 2147483647

/** The number Confluent's messages give for a request: -1 for `latest`. */
export function versionNumber(version: VersionRequest): number {
  return version === 'latest' ? -1 : version
}
