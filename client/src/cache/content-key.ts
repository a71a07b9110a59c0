import { hex, type SchemaReference, sha256 } from '@magicbyte/avro'

/** A schema as a program knows it, to be found or to be registered. */
export interface SchemaContentRequest {
  readonly schema: string
  readonly references?: readonly SchemaReference[] | undefined
}

/** A short key for a subject and a content; different ones have different keys. */
export function contentKey(
  subject: string,
  { schema, references = [] }: SchemaContentRequest,
  normalize: boolean,
): string {
  const named = references.map(({ name, subject, version }) => [name, subject, version])
  const content = JSON.stringify([schema, named, normalize])
  return `${hex(sha256(new TextEncoder().encode(content)))} ${subject}`
}
