import type { Field, RecordSchema } from '../schema.ts'
import { ByteReader } from './byte-reader.ts'
import { countingDepth } from './decoder.ts'
import type { Read } from './decoder-context.ts'
import { defaultBytes } from './default-bytes.ts'
import { countingEmpty } from './empty-record.ts'
import { Failure } from './failure.ts'
import { type MemberReader, recordReader } from './record-reader.ts'
import type { ResolverContext } from './resolver-context.ts'
import { compileSkipper, type Skip } from './skipper.ts'
import { fieldMapping } from './value-mapping.ts'

/**
 * Reads a writer's record as a reader's, with a tag if one is given: fields by name or alias, in
 * the order they were written; defaults for what is missing; the rest is passed over.
 */
export function recordResolver(
  writer: RecordSchema,
  reader: RecordSchema,
  tag: string | undefined,
  context: ResolverContext,
): Read {
  const known = context.records.get(writer) ?? []
  context.records.set(writer, known)
  const same = known.find((other) => other.reader === reader && other.tag === tag)
  if (same) return same.read
  let read: Read
  const resolution = { reader, tag, read: countingDepth((input) => read(input)) }
  known.push(resolution)
  read = compileRecord(writer, reader, tag, context)
  resolution.read = read
  return read
}

function compileRecord(
  writer: RecordSchema,
  reader: RecordSchema,
  tag: string | undefined,
  context: ResolverContext,
): Read {
  const { whole } = context.decoder
  const written = new Map(
    writer.fields.map((field) => [context.aliases.fieldNameOf(writer, field.name), field]),
  )
  if (written.size < writer.fields.length) return ambiguous(writer)
  const missing = reader.fields.find(
    (field) => !written.has(field.name) && field.default === undefined,
  )
  if (missing) return missingField(missing, writer)

  const byName = new Map(reader.fields.map((field) => [field.name, field]))
  const members: MemberReader[] = []
  if (tag !== undefined) members.push({ name: tag, read: () => reader.fullName })
  let skips: Skip[] = []
  let defaultParts = 0
  // Defaults go where the reader has them, as far as the order of what was written allows it.
  const waiting = reader.fields.values()
  const addDefaultsUpTo = (name: string | undefined) => {
    for (const field of waiting) {
      if (field.name === name) return
      if (written.has(field.name)) continue
      const { read, size } = defaultReader(reader, field, context)
      members.push({ name: field.name, read })
      defaultParts += 1 + size
    }
  }
  for (const [name, { type }] of written) {
    const field = byName.get(name)
    if (!field) {
      skips.push(compileSkipper(type, context.skippers))
      continue
    }
    addDefaultsUpTo(name)
    const read = context.resolve(type, field.type, fieldMapping(whole, reader, field))
    members.push({ name, read: after(skips, read) })
    skips = []
  }
  addDefaultsUpTo(undefined)
  return countingEmpty(writer, before(recordReader(members), skips), defaultParts)
}

function after(skips: readonly Skip[], read: Read): Read {
  if (skips.length === 0) return read
  const [skip, ...others] = skips
  if (others.length > 0) {
    return (input) => {
      for (const each of skips) each(input)
      return read(input)
    }
  }
  return (input) => {
    skip!(input)
    return read(input)
  }
}

function before(read: Read, skips: readonly Skip[]): Read {
  if (skips.length === 0) return read
  return (input) => {
    const value = read(input)
    for (const skip of skips) skip(input)
    return value
  }
}

/** A default is read from its bytes each time, unless it cannot be changed by who gets it. */
function defaultReader(
  record: RecordSchema,
  field: Field,
  context: ResolverContext,
): { readonly read: Read; readonly size: number } {
  const read = context.decoder.compile(
    field.type,
    fieldMapping(context.decoder.whole, record, field),
  )
  try {
    const bytes = defaultBytes(field.type, field.default!)
    const value = read(new ByteReader(bytes))
    if (typeof value !== 'object' || value === null) return { read: () => value, size: 0 }
    const isView = context.decoder.whole.options.bytes === 'view'
    // Who gets a view may write to it.
    const { length: size } = bytes
    return { read: () => read(new ByteReader(isView ? bytes.slice() : bytes)), size }
  } catch (error) {
    const { expected, actual } =
      error instanceof Failure ? error : { expected: 'a value of its type', actual: 'another' }
    const fail = () => {
      throw new Failure(`${expected} as default of ${record.fullName}.${field.name}`, actual)
    }
    return { read: fail, size: 0 }
  }
}

function missingField(field: Field, writer: RecordSchema): Read {
  return () => {
    throw new Failure(
      `field ${field.name}, which has no default in the reader's schema`,
      `${writer.fullName} of the writer without it`,
    )
  }
}

function ambiguous(writer: RecordSchema): Read {
  return () => {
    throw new Failure(
      `fields that the reader's aliases tell apart`,
      `two of ${writer.fullName} that they give one name`,
    )
  }
}
