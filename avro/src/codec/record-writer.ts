import type { Field, RecordSchema } from '../schema.ts'
import { isBuiltInMember } from './built-in-member.ts'
import type { ByteWriter } from './byte-writer.ts'
import { defaultBytes } from './default-bytes.ts'
import type { EncoderContext, Write } from './encoder-context.ts'
import { Failure, mismatch, within } from './failure.ts'
import { isPlainObject } from './plain-object.ts'
import { propertyName } from './property-name.ts'
import { fieldMapping } from './value-mapping.ts'

/** Writes the fields of a record; of a field that is missing its default. */
export function recordWriter(record: RecordSchema, context: EncoderContext): Write {
  const { fields } = record
  const names = fields.map(({ name }) => propertyName(name))
  const writes = fields.map((field) => fieldWriter(record, field, context))
  const { strict = false } = context.whole.options
  // Otherwise any object would pass for a record that needs nothing, and a Map for one of a size.
  const needsNothing = fields.every(
    ({ name, default: value }) => value !== undefined || isBuiltInMember(name),
  )
  const isSpecial = fields.some(({ name }) => name in Object.prototype)

  const writeAll = membersWriter(names, writes)
  const writeMembers = isSpecial ? ownMembers(writeAll, names) : writeAll
  const expected = `an object for ${record.fullName}`
  if (strict || needsNothing) {
    const known = new Set(names)
    return (value, output) => {
      if (!isPlainObject(value)) mismatch(expected, value)
      if (strict) refuseUnknown(value, known)
      writeMembers(value as Members, output)
    }
  }
  return (value, output) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      mismatch(expected, value)
    }
    writeMembers(value as Members, output)
  }
}

type Members = Record<string, unknown>
type WriteMembers = (members: Members, output: ByteWriter) => void

function membersWriter(names: readonly string[], writes: readonly Write[]): WriteMembers {
  const count = names.length
  return (members, output) => {
    let index = 0
    try {
      for (; index < count; index++) writes[index]!(members[names[index]!], output)
    } catch (error) {
      throw within(names[index]!, error)
    }
  }
}

/** A member that every object inherits, such as `constructor`, is not the value of a field. */
function ownMembers(write: WriteMembers, names: readonly string[]): WriteMembers {
  return (value, output) => {
    const members: Members = Object.create(null)
    for (const name of names) {
      if (Object.hasOwn(value, name) || !(name in Object.prototype)) {
        members[name] = value[name]
      }
    }
    write(members, output)
  }
}

function fieldWriter(record: RecordSchema, field: Field, context: EncoderContext): Write {
  const write = context.compile(field.type, fieldMapping(context.whole, record, field))
  if (field.default === undefined) return write
  // Made when it is first needed, which for most fields is never.
  let bytes: Uint8Array | 'none' | undefined
  return (value, output) => {
    if (value !== undefined) {
      write(value, output)
      return
    }
    bytes ??= defaultBytesOrNothing(field) ?? 'none'
    if (bytes === 'none') write(value, output)
    else output.writeRaw(bytes)
  }
}

/** A field whose default is none of its type has to be given. */
function defaultBytesOrNothing({ type, default: value }: Field): Uint8Array | undefined {
  try {
    return value && defaultBytes(type, value)
  } catch {
    return undefined
  }
}

/** What marks a record in a union: a number is added where a field has the name. */
const MARK = /^\$type\d*$/

function refuseUnknown(value: object, known: ReadonlySet<string>): void {
  for (const key of Object.keys(value)) {
    if (known.has(key) || MARK.test(key)) continue
    throw within(key, new Failure('no such member', 'one'))
  }
}
