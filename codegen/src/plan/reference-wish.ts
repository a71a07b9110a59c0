import type { Check } from '../config/shape-checks.ts'

/** A reference of a schema before it is known which version it leads to. */
export interface ReferenceWish {
  readonly name: string
  readonly subject: string
  /** The latest version when the schema is registered unless told. */
  readonly version?: number
}

/** A number that a version can have. */
export const checkVersionNumber: Check = (value, path, problems) => {
  const isVersion = typeof value === 'number' && Number.isInteger(value) && value >= 1
  if (!isVersion || value >= 2 ** 31) problems.push(`${path} has to be a number from 1`)
}
