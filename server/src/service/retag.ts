import type { SchemaTags } from '@magicbyte/avro'
import type { Metadata } from '../core/metadata.ts'
import { mergeRuleSets, type RuleSet, withoutRules } from '../core/rule-set.ts'
import type { StoredSchema, Subject } from '../core/types.ts'
import type { VersionRequest } from '../core/version.ts'
import type { FoundVersion } from './lookup.ts'
import { readVersion } from './read.ts'
import { register } from './register.ts'
import type { Change } from './work.ts'

/** What the next version has that this one has not. */
export interface Retagging {
  /** The number it must get; absent: whichever is next. */
  readonly newVersion?: number
  readonly tagsToAdd: readonly SchemaTags[]
  readonly tagsToRemove: readonly SchemaTags[]
  readonly metadata?: Metadata
  /** Takes the place of the version's rules. */
  readonly ruleSet?: RuleSet
  readonly rulesToMerge?: RuleSet
  readonly rulesToRemove: readonly string[]
}

/** Registers a version's schema again with other tags, metadata or rules. */
export async function retag(
  change: Change,
  subject: Subject,
  version: VersionRequest,
  retagging: Retagging,
): Promise<FoundVersion> {
  const { schema } = await readVersion(change, subject, version, { deleted: false })
  const metadata = retagging.metadata ?? schema.metadata
  const ruleSet = changedRules(schema, retagging)
  return register(
    change,
    subject,
    {
      text: schema.text,
      references: schema.references,
      version: retagging.newVersion ?? -1,
      tags: { add: retagging.tagsToAdd, remove: retagging.tagsToRemove, propagate: false },
      ...(metadata ? { metadata } : {}),
      ...(ruleSet ? { ruleSet } : {}),
    },
    { normalize: false, force: false },
  )
}

function changedRules(schema: StoredSchema, retagging: Retagging): RuleSet | undefined {
  if (retagging.ruleSet) return retagging.ruleSet
  const merged = mergeRuleSets(schema.ruleSet, retagging.rulesToMerge)
  return merged && withoutRules(merged, retagging.rulesToRemove)
}
