import { z } from 'zod'
import { ErrorCode, RegistryError } from '../core/errors.ts'
import { MAX_INT } from '../core/version.ts'

/*
 * Request bodies. Scalars are converted as a Java server does it: numbers and booleans where text
 * is wanted, text that is a number or a boolean where these are. Null is as good as absent, unknown
 * members are ignored. Half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.
 */

/** Items of any list or map in a request. */
const MAX_ITEMS = 10_000

const text = z.preprocess((value) => {
  if (typeof value === 'string') return value.toWellFormed()
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
}, z.string())

const int = z.preprocess(
  (value) => {
    if (typeof value === 'number') return Math.trunc(value)
    return typeof value === 'string' && /^[+-]?\d+$/.test(value.trim()) ? Number(value) : value
  },
  z
    .int()
    .min(-MAX_INT - 1)
    .max(MAX_INT),
)

const flag = z.preprocess((value) => {
  if (typeof value === 'number') return value !== 0
  if (typeof value !== 'string') return value
  const word = value.trim().toLowerCase()
  return word === 'true' ? true : word === 'false' ? false : value
}, z.boolean())

function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => value ?? undefined, schema.optional())
}

/** Empty text is no number and no boolean, and counts as absent. */
function optionalScalar<T extends z.ZodType>(schema: T) {
  return z.preprocess(
    (value) => (value === '' ? undefined : (value ?? undefined)),
    schema.optional(),
  )
}

function list<T extends z.ZodType>(item: T) {
  return optional(z.array(item).max(MAX_ITEMS))
}

/**
 * A map by names from outside: built without assignment, so that `__proto__` is a key like any
 * other.
 */
function record<T extends z.ZodType>(item: T) {
  const entries = z.unknown().transform((value, context): Record<string, z.infer<T>> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      context.addIssue({ code: 'custom', message: 'Expected an object' })
      return z.NEVER
    }
    const pairs = Object.entries(value)
    if (pairs.length > MAX_ITEMS) context.addIssue({ code: 'custom', message: 'Too many members' })
    return Object.fromEntries(
      pairs.map(([key, member]) => [key.toWellFormed(), item.parse(refuseNull(member))]),
    )
  })
  return optional(entries)
}

function refuseNull(value: unknown): unknown {
  if (value === null) {
    throw new RegistryError(ErrorCode.UNPROCESSABLE, 'A value in a map must not be null')
  }
  return value
}

export const SchemaReference = z.object({
  name: optional(text),
  subject: optional(text),
  version: optionalScalar(int),
})

export const Metadata = z.object({
  tags: record(z.array(text).max(MAX_ITEMS)),
  properties: record(text),
  sensitive: list(text),
})

export const Rule = z.object({
  name: optional(text),
  doc: optional(text),
  kind: optional(z.enum(['TRANSFORM', 'CONDITION'])),
  mode: optional(z.enum(['UPGRADE', 'DOWNGRADE', 'UPDOWN', 'WRITE', 'READ', 'WRITEREAD'])),
  type: optional(text),
  tags: list(text),
  params: record(text),
  expr: optional(text),
  onSuccess: optional(text),
  onFailure: optional(text),
  disabled: optionalScalar(flag),
})

export const RuleSet = z.object({
  migrationRules: list(Rule),
  domainRules: list(Rule),
  encodingRules: list(Rule),
  enableAt: optional(z.enum(['ALL', 'CLIENT', 'GATEWAY', 'SERVER', 'NONE'])),
})

export const SchemaTags = z.object({
  schemaEntity: z.object({
    entityPath: text,
    entityType: z.enum(['sr_record', 'sr_field']),
  }),
  tags: z.array(text).max(MAX_ITEMS),
})

export const RegisterSchemaRequest = z.object({
  version: optionalScalar(int),
  id: optionalScalar(int),
  schemaType: optional(text),
  references: list(SchemaReference.nullable()),
  metadata: optional(Metadata),
  ruleSet: optional(RuleSet),
  schema: optional(text),
  schemaTagsToAdd: list(SchemaTags),
  schemaTagsToRemove: list(SchemaTags),
  propagateSchemaTags: optionalScalar(flag),
})

export const TagSchemaRequest = z.object({
  newVersion: optionalScalar(int),
  tagsToAdd: list(SchemaTags),
  tagsToRemove: list(SchemaTags),
  metadata: optional(Metadata),
  ruleSet: optional(RuleSet),
  rulesToMerge: optional(RuleSet),
  rulesToRemove: list(text),
})

/** Here null says something: it clears the setting. */
function clearable<T extends z.ZodType>(schema: T) {
  return schema.nullable().optional()
}

export const ConfigUpdateRequest = z.object({
  compatibility: clearable(text),
  alias: clearable(text),
  aliasForDeks: clearable(text),
  normalize: clearable(flag),
  validateFields: clearable(flag),
  validateNewSchemas: clearable(flag),
  validateRules: clearable(flag),
  compatibilityPolicy: clearable(text),
  compatibilityGroup: clearable(text),
  defaultMetadata: clearable(Metadata),
  overrideMetadata: clearable(Metadata),
  defaultRuleSet: clearable(RuleSet),
  overrideRuleSet: clearable(RuleSet),
})

export const ModeUpdateRequest = z.object({
  /** Null clears the mode. */
  mode: clearable(text),
})
