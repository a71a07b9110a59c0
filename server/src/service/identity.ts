import { equivalent, type SchemaReference } from '@magicbyte/avro'
import {
  metadataProperty,
  sameMetadata,
  VERSION_PROPERTY,
  withoutProperty,
} from '../core/metadata.ts'
import { sameRuleSet } from '../core/rule-set.ts'
import type { SchemaVersion } from '../core/types.ts'
import type { Candidate } from './candidate.ts'
import type { CachedSchema } from './schema-cache.ts'

/**
 * Is the candidate what this version stands for, although the text may differ? Source: Confluent's
 * canLookup: equal references (or none given, where the caller sent everything resolved),
 * equivalent schemas whatever the order of custom attributes, equal metadata but for a version
 * number on one side, equal rule sets.
 */
export function isSameSchema(
  candidate: Candidate,
  version: SchemaVersion,
  stored: () => Promise<CachedSchema>,
): Promise<boolean> {
  return mayBeSame(candidate, version)
    ? stored().then(({ parsed }) => equivalent(candidate.schema.parsed, parsed))
    : Promise.resolve(false)
}

function mayBeSame({ content }: Candidate, { schema, version }: SchemaVersion): boolean {
  return (
    (sameReferences(content.references, schema.references) ||
      (content.references.length === 0 && schema.references.length > 0)) &&
    sameRuleSet(content.ruleSet, schema.ruleSet) &&
    sameMetadataButVersion(content.metadata, schema.metadata, version)
  )
}

type MaybeMetadata = Parameters<typeof sameMetadata>[0]

function sameMetadataButVersion(
  given: MaybeMetadata,
  stored: MaybeMetadata,
  version: number,
): boolean {
  const givenVersion = metadataProperty(given, VERSION_PROPERTY)
  const storedVersion = metadataProperty(stored, VERSION_PROPERTY)
  if (givenVersion === undefined && storedVersion !== undefined) {
    return sameMetadata(orNone(given), withoutProperty(stored, VERSION_PROPERTY))
  }
  if (givenVersion !== undefined && storedVersion === undefined) {
    return (
      givenVersion === String(version) &&
      sameMetadata(withoutProperty(given, VERSION_PROPERTY), orNone(stored))
    )
  }
  return sameMetadata(given, stored)
}

/** Where a version number is set aside, empty metadata and none are the same. */
function orNone(metadata: MaybeMetadata): MaybeMetadata {
  return metadata && Object.keys(metadata).length === 0 ? undefined : metadata
}

function sameReferences(a: readonly SchemaReference[], b: readonly SchemaReference[]): boolean {
  return (
    a.length === b.length &&
    a.every((reference, i) => {
      const other = b[i]!
      return (
        reference.name === other.name &&
        reference.subject === other.subject &&
        reference.version === other.version
      )
    })
  )
}
