import {
  AmbiguousFieldError,
  CompatibilityBudgetError,
  checkCompatibility,
  type Schema,
} from '@magicbyte/avro'
import { IncompatibleReaderError, type ReaderDifference } from '../errors/data-errors.ts'
import type { ErrorContext } from '../errors/schema-registry-error.ts'

/**
 * Refuses a reader's schema that cannot read what a writer's writes; `what` begins the message.
 * @throws IncompatibleReaderError
 */
export function refuseIncompatible(
  reader: Schema,
  writer: Schema,
  what: string,
  context: ErrorContext,
): void {
  const differences = differencesOf(reader, writer, what, context)
  const [first] = differences
  if (!first) return
  const more = differences.length > 1 ? `, and ${differences.length - 1} more` : ''
  throw new IncompatibleReaderError(`${what}: ${first.message} at ${first.path}${more}`, {
    ...context,
    differences,
  })
}

function differencesOf(
  reader: Schema,
  writer: Schema,
  what: string,
  context: ErrorContext,
): readonly ReaderDifference[] {
  try {
    return checkCompatibility(reader, writer).map(({ location, message, type }) => ({
      path: location,
      message: `${type}: ${message}`,
    }))
  } catch (cause) {
    const reason = reasonOf(cause)
    if (reason === undefined) throw cause
    throw new IncompatibleReaderError(`${what}: ${reason}`, { ...context, differences: [], cause })
  }
}

function reasonOf(error: unknown): string | undefined {
  if (error instanceof CompatibilityBudgetError) return 'they are too large to compare'
  if (!(error instanceof AmbiguousFieldError)) return undefined
  return `field ${error.field.name} of ${error.reader.fullName} is several of the writer's fields`
}
