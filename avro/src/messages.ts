import type { Incompatibility } from './compatibility.ts'
import type { CompatibilityLevel, Direction } from './compatibility-level.ts'

/** Gives Confluent's words for one incompatibility between a new and an old schema. */
export function incompatibilityMessage(
  incompatibility: Incompatibility,
  direction: Direction,
): string {
  const description = describe(incompatibility, sides[direction])
  return `{errorType:'${incompatibility.type}', description:'${description}', additionalInfo:'${incompatibility.message}'}`
}

interface Sides {
  readonly reader: 'new' | 'old'
  readonly writer: 'new' | 'old'
}

const sides: Record<Direction, Sides> = {
  backward: { reader: 'new', writer: 'old' },
  forward: { reader: 'old', writer: 'new' },
}

function describe({ type, location, message }: Incompatibility, { reader, writer }: Sides): string {
  switch (type) {
    case 'NAME_MISMATCH':
      return `The name of the schema has changed (path '${location}')`
    case 'FIXED_SIZE_MISMATCH':
      return `The size of FIXED type field at path '${location}' in the ${reader} schema does not match with the ${writer} schema`
    case 'MISSING_ENUM_SYMBOLS':
      return `The ${reader} schema is missing enum symbols '${message}' at path '${location}' in the ${writer} schema`
    case 'READER_FIELD_MISSING_DEFAULT_VALUE':
      return `The field '${message}' at path '${location}' in the ${reader} schema has no default value and is missing in the ${writer} schema`
    case 'TYPE_MISMATCH':
      return `The type (path '${location}') of a field in the ${reader} schema does not match with the ${writer} schema`
    case 'MISSING_UNION_BRANCH':
      return `The ${reader} schema is missing a type inside a union field at path '${location}' in the ${writer} schema`
  }
}

/** Gives Confluent's words for a comparison that could not be finished. */
export function exceptionMessage(reason: string): string {
  return `Unexpected exception during compatibility check: ${reason}`
}

/**
 * Names the old schema that the messages before are about; its text is cut at 10,240 characters.
 */
export function oldSchemaMessages(old: {
  version?: number | undefined
  canonical: string
}): string[] {
  const { version, canonical } = old
  const text =
    canonical.length <= maxOldSchemaLength
      ? `{oldSchema: '${canonical}'}`
      : `{oldSchema: <truncated> '${canonical.slice(0, maxOldSchemaLength)}...'}`
  return version === undefined ? [text] : [`{oldSchemaVersion: ${version}}`, text]
}

/** UTF-16 code units. */
const maxOldSchemaLength = 10_240

/** Names the settings under which the check failed: the last message of a failed check. */
export function settingsMessage(settings: {
  level: CompatibilityLevel
  validateFields: boolean
}): string {
  return `{validateFields: '${settings.validateFields}', compatibility: '${settings.level}'}`
}

/** Tells that a name is no longer reserved which the version before had reserved. */
export function reservationRemovedMessage(name: string): string {
  return `The new schema has reserved field ${name} removed from its metadata which is present in the old schema's metadata.`
}

/** Tells that a field of the new schema has a reserved name. */
export function reservedFieldMessage(name: string): string {
  return `The new schema has field that conflicts with the reserved field ${name}.`
}
