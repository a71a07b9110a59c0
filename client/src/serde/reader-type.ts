import { parseSchema, type SchemaReference } from '@magicbyte/avro'
import { SchemaNotFoundError, UnsupportedSchemaError } from '../errors/schema-errors.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import { contextOf, type PartContext } from './part-context.ts'
import { idSubject } from './part-subject.ts'
import { type KnownType, reachableReferences } from './part-types.ts'
import type { ReadType } from './reader-plan.ts'
import { siblingSubject } from './subject-name.ts'

/**
 * A type with its schema: what that refers to by version is fetched. The type itself need not be
 * registered; who reads registers nothing.
 * @throws InvalidArgumentError where there is no such version
 */
export async function withReader(
  part: PartContext,
  type: KnownType,
  signal: AbortSignal | undefined,
): Promise<ReadType> {
  if (type.reader) return { ...type, reader: type.reader }
  const lists = await Promise.all(
    reachableReferences(type.source).map((reference) =>
      typeof reference === 'string' ? [reference] : textsOf(part, type, reference, signal),
    ),
  )
  const references = [...new Set(lists.flat())]
  return { ...type, reader: parseSchema(type.source.schema, { mode: 'existing', references }).root }
}

/** The text of a version behind those that it refers to. */
async function textsOf(
  part: PartContext,
  { name }: KnownType,
  reference: SchemaReference,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const subject = siblingSubject(reference.subject, idSubject(part, name) ?? '')
  try {
    const found = await part.schemas.version(subject, reference.version, { signal })
    return [...found.referenceTexts, found.schema]
  } catch (cause) {
    if (!isAboutSchema(cause)) throw cause
    throw new InvalidArgumentError(
      `${name ?? 'the type'} refers to version ${reference.version} of ${subject}, which is not there or no Avro`,
      { ...contextOf(part, subject), cause },
    )
  }
}

/**
 * Whether an error says that there is no such schema, or none to work with. About a record's schema
 * it makes poison of the record; about a schema that the program chose it must not.
 */
export function isAboutSchema(error: unknown): error is Error {
  return error instanceof SchemaNotFoundError || error instanceof UnsupportedSchemaError
}
