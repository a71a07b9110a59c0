import type { SchemaReference } from '@magicbyte/avro'
import type { z } from 'zod'
import {
  type ConfigUpdate,
  parseCompatibilityLevel,
  parseCompatibilityPolicy,
} from '../core/config.ts'
import { invalidRuleSet, invalidSchema } from '../core/errors.ts'
import { type Metadata, tidyMetadata } from '../core/metadata.ts'
import type { Rule, RuleSet } from '../core/rule-set.ts'
import type { SchemaRequest } from '../service/candidate.ts'
import type { Registration } from '../service/register.ts'
import type { Retagging } from '../service/retag.ts'
import type * as request from './requests.ts'

type Sent<T extends z.ZodType> = z.infer<T>

/** What a request says, in the registry's own terms. Refuses other schema types with 42201. */
export function toSchemaRequest(body: Sent<typeof request.RegisterSchemaRequest>): SchemaRequest {
  const type = body.schemaType ?? 'AVRO'
  if (type !== 'AVRO') throw invalidSchema(`Invalid schema type ${type}`)
  return {
    references: (body.references ?? []).map(toReference),
    ...(body.schema === undefined ? {} : { text: body.schema }),
    ...(body.metadata === undefined ? {} : { metadata: toMetadata(body.metadata) }),
    ...(body.ruleSet === undefined ? {} : { ruleSet: toRuleSet(body.ruleSet) }),
  }
}

export function toRegistration(body: Sent<typeof request.RegisterSchemaRequest>): Registration {
  const { schemaTagsToAdd = [], schemaTagsToRemove = [], propagateSchemaTags = false } = body
  const hasTags = schemaTagsToAdd.length > 0 || schemaTagsToRemove.length > 0 || propagateSchemaTags
  const tags = { add: schemaTagsToAdd, remove: schemaTagsToRemove, propagate: propagateSchemaTags }
  return {
    ...toSchemaRequest(body),
    ...(body.version === undefined ? {} : { version: body.version }),
    ...(body.id === undefined || body.id < 0 ? {} : { id: body.id }),
    ...(hasTags ? { tags } : {}),
  }
}

export function toRetagging(body: Sent<typeof request.TagSchemaRequest>): Retagging {
  const { newVersion, ruleSet, rulesToMerge, rulesToRemove = [] } = body
  if (ruleSet && (rulesToMerge || rulesToRemove.length > 0)) {
    throw invalidRuleSet('ruleSet should be omitted if specifying rulesToMerge or rulesToRemove')
  }
  return {
    tagsToAdd: body.tagsToAdd ?? [],
    tagsToRemove: body.tagsToRemove ?? [],
    rulesToRemove,
    ...(newVersion === undefined ? {} : { newVersion }),
    ...(body.metadata ? { metadata: toMetadata(body.metadata) } : {}),
    ...(ruleSet ? { ruleSet: toRuleSet(ruleSet) } : {}),
    ...(rulesToMerge ? { rulesToMerge: toRuleSet(rulesToMerge) } : {}),
  }
}

function toReference(sent: Sent<typeof request.SchemaReference> | null): SchemaReference {
  const { name, subject, version } = sent ?? {}
  if (name === undefined || subject === undefined || version === undefined) {
    throw invalidSchema(
      `Invalid schema of type AVRO, details: Invalid reference ${JSON.stringify(sent)}: it takes a name, a subject and a version`,
    )
  }
  return { name, subject, version }
}

function toMetadata({ tags, properties, sensitive }: Sent<typeof request.Metadata>): Metadata {
  return tidyMetadata({
    ...(tags ? { tags } : {}),
    ...(properties ? { properties } : {}),
    ...(sensitive ? { sensitive } : {}),
  })
}

function toRuleSet({ enableAt, ...lists }: Sent<typeof request.RuleSet>): RuleSet {
  return {
    ...nonEmpty('migrationRules', lists.migrationRules?.map(toRule)),
    ...nonEmpty('domainRules', lists.domainRules?.map(toRule)),
    ...nonEmpty('encodingRules', lists.encodingRules?.map(toRule)),
    ...(enableAt ? { enableAt } : {}),
  }
}

function toRule(sent: Sent<typeof request.Rule>): Rule {
  return {
    name: sent.name ?? '',
    ...(sent.doc === undefined ? {} : { doc: sent.doc }),
    kind: sent.kind ?? 'TRANSFORM',
    mode: sent.mode ?? 'WRITEREAD',
    ...(sent.type === undefined ? {} : { type: sent.type }),
    ...nonEmpty('tags', sent.tags && [...new Set(sent.tags)].sort()),
    ...(sent.params && Object.keys(sent.params).length > 0 ? { params: sorted(sent.params) } : {}),
    ...(sent.expr === undefined ? {} : { expr: sent.expr }),
    ...(sent.onSuccess === undefined ? {} : { onSuccess: sent.onSuccess }),
    ...(sent.onFailure === undefined ? {} : { onFailure: sent.onFailure }),
    disabled: sent.disabled ?? false,
  }
}

function nonEmpty<K extends string, T>(key: K, items: readonly T[] | undefined) {
  return items && items.length > 0 ? ({ [key]: items } as { [P in K]: readonly T[] }) : {}
}

function sorted(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Null clears; an unknown policy counts as null, as in Confluent. 42203 for an unknown level. */
export function toConfigUpdate(body: Sent<typeof request.ConfigUpdateRequest>): ConfigUpdate {
  return {
    compatibilityLevel: whenSet(body.compatibility, parseCompatibilityLevel),
    alias: body.alias,
    aliasForDeks: body.aliasForDeks,
    normalize: body.normalize,
    validateFields: body.validateFields,
    validateNewSchemas: body.validateNewSchemas,
    validateRules: body.validateRules,
    compatibilityPolicy: whenSet(
      body.compatibilityPolicy,
      (policy) => parseCompatibilityPolicy(policy) ?? null,
    ),
    compatibilityGroup: body.compatibilityGroup,
    defaultMetadata: whenSet(body.defaultMetadata, toMetadata),
    overrideMetadata: whenSet(body.overrideMetadata, toMetadata),
    defaultRuleSet: whenSet(body.defaultRuleSet, toRuleSet),
    overrideRuleSet: whenSet(body.overrideRuleSet, toRuleSet),
  }
}

function whenSet<A, B>(
  value: A | null | undefined,
  convert: (value: A) => B,
): B | null | undefined {
  if (value === undefined) return undefined
  return value === null ? null : convert(value)
}
