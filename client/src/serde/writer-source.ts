import type { SchemaReference } from '@magicbyte/avro'
import type { SchemaContentRequest } from '../cache/content-key.ts'
import type { RegisteredSchema } from '../cache/registered-schema.ts'
import { RegistryAnswerError } from '../errors/http-errors.ts'
import { SchemaNotFoundError } from '../errors/schema-errors.ts'
import type { ErrorContext } from '../errors/schema-registry-error.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import { associatedSubject } from './associated-subject.ts'
import type { PartContext } from './part-context.ts'
import type { NestedReference, SchemaText } from './part-type.ts'
import { isNested, type KnownType } from './part-types.ts'
import { subjectName } from './subject-name.ts'
import { checkWriter } from './writer-plan.ts'

/** Finds the registered schema to write values of a type with, in Java's order of options. */
export async function findWriter(
  part: PartContext,
  type: KnownType | undefined,
  signal: AbortSignal | undefined,
): Promise<RegisteredSchema> {
  const { options, schemas } = part
  const subject = await subjectOf(part, type?.name, signal)
  const about = contextOf(part, subject)
  if (options.autoRegisterSchemas && type) return registered(part, subject, type, signal)
  const schemaId = idToUse(part)
  if (schemaId !== undefined) {
    const found = await schemas.byId(schemaId, { signal, ...hint(part, subject) })
    if (type?.reader && options.idCompatibilityStrict !== false) {
      checkWriter(found, type.reader, about)
    }
    return found
  }
  if (options.useLatestVersion) {
    const found = await schemas.latest(subject, { signal })
    if (type?.reader && options.latestCompatibilityStrict !== false) {
      checkWriter(found, type.reader, about)
    }
    return found
  }
  if (!type) {
    throw new InvalidArgumentError(
      `nothing says which schema the ${part.isKey ? 'keys' : 'values'} of ${part.topic} are written with: bring a type, or set useLatestVersion or useSchemaId`,
    )
  }
  return lookedUp(part, subject, type, signal)
}

/** The registered schema that is the type itself. */
export async function findType(
  part: PartContext,
  type: KnownType,
  signal: AbortSignal | undefined,
): Promise<RegisteredSchema> {
  const subject = await subjectOf(part, type.name, signal)
  return part.options.autoRegisterSchemas
    ? registered(part, subject, type, signal)
    : lookedUp(part, subject, type, signal)
}

/** The subject of a type, or of the part as a whole. */
export async function subjectOf(
  part: PartContext,
  recordName: string | undefined,
  signal: AbortSignal | undefined,
): Promise<string> {
  const { topic, isKey, options } = part
  const { subjectNameStrategy = 'topic', keySubjectNameStrategy = subjectNameStrategy } = options
  const strategy = isKey ? keySubjectNameStrategy : subjectNameStrategy
  const context = typeof options.context === 'function' ? options.context(topic) : options.context
  const associated =
    strategy === 'associated' ? await associatedSubject(part.client, part, { signal }) : undefined
  return associated ?? subjectName(strategy, { topic, isKey, recordName }, context)
}

/** What errors about the part say. */
export function contextOf({ topic, isKey }: PartContext, subject?: string): ErrorContext {
  return { topic, isKey, ...(subject !== undefined && { subject }) }
}

/** The schema id that a caller pinned for the part. */
export function idToUse({ options, isKey }: PartContext): number | undefined {
  const { useSchemaId } = options
  if (typeof useSchemaId === 'number') return isKey ? undefined : useSchemaId
  return isKey ? useSchemaId?.key : useSchemaId?.value
}

/** An id counts within its context, which a subject can tell. */
export function hint({ options }: PartContext, subject: string): { readonly subject?: string } {
  return options.context === undefined ? {} : { subject }
}

async function lookedUp(
  part: PartContext,
  subject: string,
  type: KnownType,
  signal: AbortSignal | undefined,
): Promise<RegisteredSchema> {
  const { schemas, options } = part
  const normalize = options.normalizeSchemas ?? false
  try {
    const content = await contentOf(part, type.source, { mayRegister: false }, signal)
    return await schemas.lookUp(subject, content, { signal, normalize })
  } catch (cause) {
    if (!(cause instanceof SchemaNotFoundError)) throw cause
    throw new SchemaNotFoundError(
      `${type.name ?? 'the schema'} is not registered under ${subject}; register it, or set autoRegisterSchemas or useLatestVersion`,
      { ...contextOf(part, subject), cause },
    )
  }
}

async function registered(
  part: PartContext,
  subject: string,
  type: KnownType,
  signal: AbortSignal | undefined,
): Promise<RegisteredSchema> {
  const normalize = part.options.normalizeSchemas ?? false
  const content = await contentOf(part, type.source, { mayRegister: true }, signal)
  return part.schemas.register(subject, content, { signal, normalize })
}

/** References come first, one after the other, as they may refer to each other. */
async function contentOf(
  part: PartContext,
  { schema, references = [] }: SchemaText,
  how: { readonly mayRegister: boolean },
  signal: AbortSignal | undefined,
): Promise<SchemaContentRequest> {
  const known: SchemaReference[] = []
  for (const reference of references) {
    known.push(isNested(reference) ? await settle(part, reference, how, signal) : reference)
  }
  return { schema, references: known }
}

async function settle(
  part: PartContext,
  reference: NestedReference,
  how: { readonly mayRegister: boolean },
  signal: AbortSignal | undefined,
): Promise<SchemaReference> {
  const { name, subject } = reference
  const normalize = part.options.normalizeSchemas ?? false
  const content = await contentOf(part, reference, how, signal)
  if (how.mayRegister) await part.schemas.register(subject, content, { signal, normalize })
  const { version } = await part.schemas.lookUp(subject, content, { signal, normalize })
  if (version === undefined) {
    throw new RegistryAnswerError(`the registry did not tell the version of ${name} in ${subject}`)
  }
  return { name, subject, version }
}
