import type { Schema } from '@magicbyte/avro'
import type { RegisteredSchema } from '../cache/registered-schema.ts'
import { SchemaNotFoundError } from '../errors/schema-errors.ts'
import type { ErrorContext } from '../errors/schema-registry-error.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import { refuseIncompatible } from './incompatibility.ts'
import { contextOf, type PartContext } from './part-context.ts'
import { idSubject, subjectOf } from './part-subject.ts'
import type { KnownType } from './part-types.ts'
import { withReader } from './reader-type.ts'
import { contentOf } from './schema-content.ts'

/** The registered schema to write with. */
export interface WriterSource {
  readonly registered: RegisteredSchema
  /** The schema of the type, if there is a type and its schema is known. */
  readonly reader: Schema | undefined
}

/** How a schema to write with is looked for. */
export interface WriterSearch {
  readonly signal: AbortSignal | undefined
  /** Id of a schema that was found able to read what the type writes. */
  readonly checkedId: number | undefined
}

/** Finds the registered schema to write values of a type with, in Java's order of options. */
export async function findWriter(
  part: PartContext,
  type: KnownType | undefined,
  search: WriterSearch,
): Promise<WriterSource> {
  const { options } = part
  if (options.autoRegisterSchemas && type) return registered(part, type, search)
  const schemaId = idToUse(part)
  if (schemaId !== undefined) return pinned(part, schemaId, type, search)
  if (options.useLatestVersion) return latest(part, type, search)
  if (type) return lookedUp(part, type, search)
  throw new InvalidArgumentError(
    `nothing says which schema the ${part.isKey ? 'keys' : 'values'} of ${part.topic} are written with: bring a type, or set useLatestVersion or useSchemaId`,
    contextOf(part),
  )
}

/** The schema id that a caller pinned for the part. */
export function idToUse({ options, isKey }: PartContext): number | undefined {
  const { useSchemaId } = options
  if (typeof useSchemaId === 'number') return isKey ? undefined : useSchemaId
  return isKey ? useSchemaId?.key : useSchemaId?.value
}

async function registered(
  part: PartContext,
  type: KnownType,
  { signal }: WriterSearch,
): Promise<WriterSource> {
  const normalize = part.options.normalizeSchemas ?? false
  const subject = await subjectOf(part, type.name, signal)
  const content = await contentOf(part, subject, type.source, { mayRegister: true, signal })
  const found = await part.schemas.register(subject, content, { signal, normalize })
  return { registered: found, reader: type.reader }
}

async function pinned(
  part: PartContext,
  schemaId: number,
  type: KnownType | undefined,
  search: WriterSearch,
): Promise<WriterSource> {
  const { schemas, options } = part
  const { signal } = search
  const subject = idSubject(part, type?.name)
  const found = await schemas.byId(schemaId, { signal, ...(subject !== undefined && { subject }) })
  const isStrict = options.idCompatibilityStrict !== false
  return checked(part, found, type, { ...search, isStrict, about: contextOf(part, subject) })
}

async function latest(
  part: PartContext,
  type: KnownType | undefined,
  search: WriterSearch,
): Promise<WriterSource> {
  const { schemas, options } = part
  const subject = await subjectOf(part, type?.name, search.signal)
  const found = await schemas.latest(subject, { signal: search.signal })
  const isStrict = options.latestCompatibilityStrict !== false
  return checked(part, found, type, { ...search, isStrict, about: contextOf(part, subject) })
}

/** Refuses to write with a schema that could not read what the type writes. */
async function checked(
  part: PartContext,
  found: RegisteredSchema,
  type: KnownType | undefined,
  {
    signal,
    checkedId,
    isStrict,
    about,
  }: WriterSearch & { readonly isStrict: boolean; readonly about: ErrorContext },
): Promise<WriterSource> {
  if (!type) return { registered: found, reader: undefined }
  const { reader } = await withReader(part, type, signal)
  if (isStrict && found.id !== checkedId) {
    const what = 'the schema to write with cannot read what the type writes'
    refuseIncompatible(found.parsed.root, reader, what, { ...about, schemaId: found.id })
  }
  return { registered: found, reader }
}

async function lookedUp(
  part: PartContext,
  type: KnownType,
  { signal }: WriterSearch,
): Promise<WriterSource> {
  const normalize = part.options.normalizeSchemas ?? false
  const subject = await subjectOf(part, type.name, signal)
  try {
    const content = await contentOf(part, subject, type.source, { mayRegister: false, signal })
    const found = await part.schemas.lookUp(subject, content, { signal, normalize })
    return { registered: found, reader: type.reader }
  } catch (cause) {
    if (!(cause instanceof SchemaNotFoundError)) throw cause
    throw new SchemaNotFoundError(
      `${type.name ?? 'the schema'} is not registered under ${subject}; register it, or set autoRegisterSchemas or useLatestVersion`,
      { ...contextOf(part, subject), cause },
    )
  }
}
