import { guid, type SchemaContent } from '@magicbyte/avro'
import { type VectorItem, type VectorKind, valueOrError } from './vector-kind.ts'

/** Schemas with what belongs to their identity, and their guid. */
export const guidVectors: VectorKind = {
  name: 'guid-vectors',
  everyItemHas: ['schema', 'guid'],
  check: (item) => [
    { column: 'guid', expected: item.guid, actual: valueOrError(() => guid(contentOf(item))) },
  ],
}

/** The vectors are trusted to have the shape that the registry's own code gives. */
function contentOf({ schema, references, metadata, ruleSet }: VectorItem): SchemaContent {
  return { schema, references, metadata, ruleSet } as SchemaContent
}
