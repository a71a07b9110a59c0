import type { SchemaReference } from '@magicbyte/avro'
import type { SchemaContentRequest } from '../cache/content-key.ts'
import { readIdentity } from '../cache/registered-schema.ts'
import { RegistryAnswerError } from '../errors/http-errors.ts'
import type { PartContext } from './part-context.ts'
import type { NestedReference, SchemaText } from './part-type.ts'
import { isNested } from './part-types.ts'
import { siblingSubject } from './subject-name.ts'

/** How what a schema refers to is made sure of. */
export interface ContentSearch {
  /** Whether to register what is not there. */
  readonly mayRegister: boolean
  readonly signal: AbortSignal | undefined
}

/**
 * A schema as a registry takes it under a subject, once everything it refers to is registered.
 * References come first, one after the other, as they may refer to each other.
 * @throws SchemaNotFoundError for references that are not there and may not be registered
 */
export async function contentOf(
  part: PartContext,
  subject: string,
  { schema, references = [] }: SchemaText,
  search: ContentSearch,
): Promise<SchemaContentRequest> {
  const known: SchemaReference[] = []
  for (const reference of references) {
    known.push(isNested(reference) ? await settled(part, subject, reference, search) : reference)
  }
  return { schema, references: known }
}

async function settled(
  part: PartContext,
  referrer: string,
  reference: NestedReference,
  search: ContentSearch,
): Promise<SchemaReference> {
  const { schemas, options } = part
  const subject = siblingSubject(reference.subject, referrer)
  const how = { signal: search.signal, normalize: options.normalizeSchemas ?? false }
  const content = await contentOf(part, subject, reference, search)
  const found = search.mayRegister
    ? await schemas.register(subject, content, how)
    : await schemas.lookUp(subject, content, how)
  const version = found.version ?? (await versionOf(part, subject, content, how))
  return { name: reference.name, subject: reference.subject, version }
}

/** Some registries answer a registration with nothing but the id. */
async function versionOf(
  { client }: PartContext,
  subject: string,
  { schema, references = [] }: SchemaContentRequest,
  { signal, normalize }: { readonly signal: AbortSignal | undefined; readonly normalize: boolean },
): Promise<number> {
  const body = { schema, ...(references.length > 0 && { references }) }
  const request = { subject, body, ...(normalize && { normalize }) }
  const { version } = readIdentity(await client.lookUpSchema(request, { signal }))
  if (version !== undefined) return version
  throw new RegistryAnswerError(`the registry did not tell the version of a schema in ${subject}`)
}
