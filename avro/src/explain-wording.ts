import type { AmbiguousFieldError } from './compatibility-fields.ts'
import type { Direction } from './compatibility-level.ts'
import type { Finding } from './compatibility-outcome.ts'
import { missingSymbols, readersOf } from './compatibility-rules.ts'
import type { Schema } from './schema.ts'

/** What is wrong and what would help, each in one English sentence. */
export interface Wording {
  readonly explanation: string
  readonly fix: string
}

/** Whose data is read by whom. */
export interface Reading {
  readonly direction: Direction
  /** The version number of the old schema, if it has one. */
  readonly version: number | undefined
}

/** Puts a reason for incompatibility in words. */
export function wordFinding(finding: Finding, reading: Reading): Wording {
  const { reader, writer } = nameSides(reading)
  const backward = reading.direction === 'backward'
  switch (finding.type) {
    case 'NAME_MISMATCH': {
      const [expected, found] = [quote(finding.reader.fullName), quote(finding.writer.fullName)]
      return {
        explanation: sentence(
          `${writer} writes the ${finding.writer.type} ${found} here, but ${reader} expects the ${finding.reader.type} ${expected}, which has no alias ${found}`,
        ),
        fix: backward
          ? `Keep the name ${found}, or add it to the aliases of ${expected}.`
          : `Keep the name ${expected}: aliases in the new schema do not help readers with an old one.`,
      }
    }
    case 'FIXED_SIZE_MISMATCH': {
      const [expected, found] = [finding.reader.size, finding.writer.size]
      const name = quote(finding.reader.fullName)
      return {
        explanation: sentence(
          `${writer} writes the fixed type ${name} with ${found} bytes, but ${reader} reads it with ${expected}`,
        ),
        fix: `Keep the size of ${backward ? found : expected} bytes, and put values of another size into a new field.`,
      }
    }
    case 'MISSING_ENUM_SYMBOLS': {
      const symbols = listNames(missingSymbols(finding.reader, finding.writer))
      const name = quote(finding.reader.fullName)
      return {
        explanation: sentence(
          `${writer} can write ${symbols} of the enum ${name}, unknown to ${reader}, whose enum has no default`,
        ),
        fix: backward
          ? `Keep ${symbols} in the enum ${name}, or give the enum a default symbol.`
          : `Add symbols only after a version whose enum ${name} has a default symbol.`,
      }
    }
    case 'READER_FIELD_MISSING_DEFAULT_VALUE': {
      const field = quote(finding.field.name)
      return {
        explanation: sentence(
          `${reader} needs the field ${field} of the record ${quote(finding.reader.fullName)}, but ${writer} does not write it and ${reader} gives it no default`,
        ),
        fix: backward
          ? `Give the field ${field} a default, or name the old field in its aliases if it was renamed.`
          : `Keep the field ${field}: it can be left out only after a version that gives it a default.`,
      }
    }
    case 'TYPE_MISMATCH':
      return {
        explanation: sentence(
          `${writer} writes ${nameType(finding.writer)} here, but ${reader} reads ${nameType(finding.reader)}`,
        ),
        fix: isMissingEnumField(finding)
          ? 'If the field is in only one of the schemas, give it a default of its own: that of its enum does not count.'
          : backward
            ? `Use a type that reads the old data, ${readersFor(finding.writer)}, or a union with such a type.`
            : `Write a type that old readers can read: ${writersFor(finding.reader)}.`,
      }
    case 'MISSING_UNION_BRANCH': {
      const branch = nameType(finding.writer)
      const hasNamesake = finding.reader.branches.some((own) => isNamesake(own, finding.writer))
      return {
        explanation: sentence(
          `${writer} can write ${branch} here, but no branch of the union in ${reader} can read it`,
        ),
        fix: hasNamesake
          ? `Make both definitions of ${branch} compatible, as the causes tell.`
          : backward
            ? `Add ${branch} to the union.`
            : `Add types to the union only after a version whose union can read ${branch}.`,
      }
    }
  }
}

/** Puts in words that a field of the reader matches several fields of the writer. */
export function wordAmbiguity(ambiguity: AmbiguousFieldError, reading: Reading): Wording {
  const { reader, writer } = nameSides(reading)
  const { field } = ambiguity
  return {
    explanation: sentence(
      `by its name and aliases, the field ${quote(field.name)} in ${reader} matches more than one field of the record ${quote(ambiguity.writer.fullName)} in ${writer}`,
    ),
    fix:
      reading.direction === 'backward'
        ? `Remove aliases of the field ${quote(field.name)} until one match is left; its own name is no alias.`
        : `Rename fields until the field ${quote(field.name)} of the old schema matches only one.`,
  }
}

/** Puts in words that the new schema gives up a reservation. */
export function wordRemovedReservation(name: string): Wording {
  return {
    explanation: `The version before reserved the name ${quote(name)}, which the metadata of the new schema no longer reserves.`,
    fix: `Add ${quote(name)} to the reserved names in the metadata again.`,
  }
}

/** Puts in words that the new schema has a field of a reserved name. */
export function wordReservedField(name: string): Wording {
  return {
    explanation: `The new schema has a field ${quote(name)}, a name that its own metadata reserves.`,
    fix: `Give the field another name.`,
  }
}

/** Whether it may be a field of the reader without a source, see `walkMissingField`. */
function isMissingEnumField({ reader, writer }: Finding): boolean {
  return reader.type === 'enum' && reader.default !== undefined && writer.type === 'record'
}

function nameSides({ direction, version }: Reading): { reader: string; writer: string } {
  const current = 'the new schema'
  const old = version === undefined ? 'the old schema' : `version ${version}`
  return direction === 'backward'
    ? { reader: current, writer: old }
    : { reader: old, writer: current }
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function nameType(schema: Schema): string {
  if ('fullName' in schema) return `the ${schema.type} ${quote(schema.fullName)}`
  switch (schema.type) {
    case 'array':
      return 'an array'
    case 'map':
      return 'a map'
    case 'union':
      return 'a union'
    default:
      return schema.type
  }
}

const maxNameLength = 100

function quote(name: string): string {
  return `"${name.length > maxNameLength ? `${name.slice(0, maxNameLength)}…` : name}"`
}

const maxNames = 5

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, maxNames).map(quote).join(', ')
  return names.length > maxNames ? `${shown} and ${names.length - maxNames} more` : shown
}

function readersFor(writer: Schema): string {
  return listTypes(readersOf.get(writer.type) ?? [nameType(writer)])
}

function writersFor(reader: Schema): string {
  const writers = [...readersOf].filter(([, readers]) => readers.includes(reader.type))
  return listTypes(writers.length > 0 ? writers.map(([type]) => type) : [nameType(reader)])
}

function listTypes(types: readonly string[]): string {
  return [types.slice(0, -1).join(', '), ...types.slice(-1)].filter(Boolean).join(' or ')
}

function isNamesake(a: Schema, b: Schema): boolean {
  return 'name' in a && 'name' in b && a.type === b.type && a.name === b.name
}
