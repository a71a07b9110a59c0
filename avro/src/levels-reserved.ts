import { reservationRemovedMessage, reservedFieldMessage } from './messages.ts'
import type { Field, ParsedSchema } from './schema.ts'

/** The names of top-level fields that the metadata of two schemas reserves. */
export interface ReservedFields {
  /** Those of the new schema. */
  readonly current: readonly string[]
  /** Those of the latest version before it. */
  readonly previous: readonly string[]
}

/**
 * Reads the metadata property `confluent:reserved`: names between commas, without blanks around
 * them or repetitions.
 */
export function parseReservedFields(property: string | undefined): string[] {
  const names = (property ?? '').split(',').map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}

/**
 * Gives Confluent's messages about the names that are no longer reserved, then about the fields
 * that the new schema has in spite of a reservation; in the order of the reservations.
 */
export function checkReservedFields(candidate: ParsedSchema, reserved: ReservedFields): string[] {
  return [
    ...removedReservations(reserved).map(reservationRemovedMessage),
    ...conflictingFields(candidate, reserved).map(({ name }) => reservedFieldMessage(name)),
  ]
}

/** Gives the names that the version before reserved and the new schema does not. */
export function removedReservations({ current, previous }: ReservedFields): string[] {
  const kept = new Set(current)
  return previous.filter((name) => !kept.has(name))
}

/** Gives the top-level fields of the new schema that it reserves itself. */
export function conflictingFields({ root }: ParsedSchema, { current }: ReservedFields): Field[] {
  if (root.type !== 'record') return []
  const fields = new Map(root.fields.map((field) => [field.name, field]))
  return current.flatMap((name) => fields.get(name) ?? [])
}
