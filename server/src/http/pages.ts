import { ErrorCode, RegistryError } from '../core/errors.ts'
import { MAX_INT } from '../core/version.ts'
import type { Page } from '../service/list.ts'
import type { Query } from './query.ts'

/** How many items a list gives where no limit is asked for, and at most. */
export interface PageLimit {
  readonly default: number
  readonly max: number
}

export const UNLIMITED: PageLimit = { default: MAX_INT, max: MAX_INT }

/** `offset` and `limit` of a query; a limit that is not positive or too large counts as none. */
export function readPage(query: Query, limits: PageLimit = UNLIMITED): Page {
  const offset = query.int('offset') ?? 0
  if (offset < 0) {
    throw new RegistryError(ErrorCode.UNPROCESSABLE, `offset must not be negative (was ${offset})`)
  }
  const limit = query.int('limit') ?? 0
  return { offset, limit: limit <= 0 || limit > limits.max ? limits.default : limit }
}
