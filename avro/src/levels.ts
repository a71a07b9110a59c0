import { checkCompatibility } from './compatibility.ts'
import { AmbiguousFieldError } from './compatibility-fields.ts'
import {
  type CompatibilityLevel,
  type Direction,
  directionsOf,
  relevantVersions,
} from './compatibility-level.ts'
import { checkReservedFields, type ReservedFields } from './levels-reserved.ts'
import {
  exceptionMessage,
  incompatibilityMessage,
  oldSchemaMessages,
  settingsMessage,
} from './messages.ts'
import type { ParsedSchema } from './schema.ts'

/** A version that a new schema is compared with. */
export interface HistoryEntry {
  /** Named in the messages when there is one. */
  readonly version?: number
  readonly schema: ParsedSchema
  /** The canonical string of the version, quoted in the messages; read on failure only. */
  readonly canonical: string
}

/** A new schema and all that decides whether it may follow the versions before it. */
export interface LevelCheck {
  readonly level: CompatibilityLevel
  readonly candidate: ParsedSchema
  /** Newest version first. No more entries are taken than the check needs. */
  readonly history: Iterable<HistoryEntry>
  /** Given when the config says `validateFields`; checked at every level, even `NONE`. */
  readonly reserved?: ReservedFields
  /** Bounds every single comparison, see {@link checkCompatibility}. */
  readonly maxPairs?: number | undefined
}

/** The verdict on a new schema. */
export interface LevelVerdict {
  readonly compatible: boolean
  /** Confluent's messages about the newest version that fails; empty when compatible. */
  readonly messages: readonly string[]
}

/**
 * Checks a new schema against the versions before it, with the verdict and the very messages of
 * Confluent Schema Registry 8. Throws {@link CompatibilityBudgetError}.
 */
export function checkLevel(check: LevelCheck): LevelVerdict {
  const { level, candidate, history, reserved } = check
  const messages = reserved ? checkReservedFields(candidate, reserved) : []
  for (const old of relevantVersions(level, history)) {
    const failures = compareWithVersion(check, old)
    messages.push(...failures)
    if (failures.length > 0) break
  }
  if (messages.length === 0) return { compatible: true, messages }
  const validateFields = reserved !== undefined
  return {
    compatible: false,
    messages: [...messages, settingsMessage({ level, validateFields })],
  }
}

function compareWithVersion(check: LevelCheck, old: HistoryEntry): string[] {
  const byDirection = directionsOf(check.level).map((direction) =>
    compareInDirection(check, old, direction),
  )
  // Confluent names the old schema only when the direction compared last has failed.
  const namesOld = (byDirection.at(-1) ?? []).length > 0
  return [...byDirection.flat(), ...(namesOld ? oldSchemaMessages(old) : [])]
}

function compareInDirection(
  { candidate, maxPairs }: LevelCheck,
  old: HistoryEntry,
  direction: Direction,
): string[] {
  const [reader, writer] =
    direction === 'backward' ? [candidate, old.schema] : [old.schema, candidate]
  try {
    return checkCompatibility(reader.root, writer.root, { maxPairs }).map((incompatibility) =>
      incompatibilityMessage(incompatibility, direction),
    )
  } catch (error) {
    if (error instanceof AmbiguousFieldError) return [exceptionMessage(error.message)]
    throw error
  }
}
