import { AmbiguousFieldError, checkCompatibility, type Schema } from '@magicbyte/avro'
import type { Breakage } from './change.ts'

/** The levels at which one type may not follow another, with all that they lead to. */
export function breakagesBetween(oldType: Schema, newType: Schema): Breakage[] {
  const breaks: Breakage[] = []
  if (!canRead(newType, oldType)) breaks.push('BACKWARD')
  if (!canRead(oldType, newType)) breaks.push('FORWARD')
  return breaks
}

function canRead(reader: Schema, writer: Schema): boolean {
  try {
    return checkCompatibility(reader, writer, { maxResults: 1 }).length === 0
  } catch (error) {
    // Aliases that match several fields make data unreadable too.
    if (error instanceof AmbiguousFieldError) return false
    throw error
  }
}
