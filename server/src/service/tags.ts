import {
  editTags,
  inlineTags,
  propagateTags,
  type SchemaTags,
  UnknownEntityError,
} from '@magicbyte/avro'
import { invalidSchema } from '../core/errors.ts'
import type { SchemaVersion, StoredSchema, Subject } from '../core/types.ts'
import type { SchemaRequest } from './candidate.ts'
import { parseStored } from './history.ts'
import { resolveReferences } from './references.ts'
import type { Work } from './work.ts'

/** Changes of the tags in a schema's text. */
export interface TagEdits {
  readonly add: readonly SchemaTags[]
  readonly remove: readonly SchemaTags[]
  /** Take over the tags of the newest version where the same records and fields exist. */
  readonly propagate: boolean
}

/** The request with the tags in its text edited; 42201 where a path leads to no record or field. */
export async function editTagsOf(
  work: Work,
  subject: Subject,
  request: SchemaRequest,
  { add, remove, propagate }: TagEdits,
  previous: SchemaVersion | undefined,
): Promise<SchemaRequest> {
  const { texts } = await resolveReferences(work, subject.context, request.references, {
    deleted: false,
  })
  const given = work.cache.parse(request.text ?? '', texts, 'existing')
  const base =
    propagate && previous
      ? work.cache.parse(
          propagateTags(given.parsed, (await parseStored(work, previous.schema)).parsed),
          texts,
          'existing',
        )
      : given
  try {
    return { ...request, text: editTags(base.parsed, { add, remove }) }
  } catch (error) {
    if (error instanceof UnknownEntityError) throw invalidSchema(error.message, error)
    throw error
  }
}

/** The tags in the schema's text that are among those asked for; `*` asks for all. */
export async function findTags(
  work: Work,
  schema: StoredSchema,
  wanted: readonly string[],
): Promise<SchemaTags[]> {
  const { parsed } = await parseStored(work, schema)
  const all = wanted.includes('*')
  return inlineTags(parsed).filter(({ tags }) => all || tags.some((tag) => wanted.includes(tag)))
}
