import { guid, type SchemaReference } from '@magicbyte/avro'
import type { Config } from '../core/config.ts'
import type { Metadata } from '../core/metadata.ts'
import type { RuleSet } from '../core/rule-set.ts'
import { compareText } from '../core/subject.ts'
import type { Context, ReferenceTarget, SchemaContent } from '../core/types.ts'
import { type ResolvedReferences, resolveReferences } from './references.ts'
import type { CachedSchema } from './schema-cache.ts'
import type { Work } from './work.ts'

/** A schema as a caller sends it. */
export interface SchemaRequest {
  /** Absent or blank: none given. */
  readonly text?: string
  readonly references: readonly SchemaReference[]
  readonly metadata?: Metadata
  readonly ruleSet?: RuleSet
}

/** A schema from outside, parsed and in the form it would be stored in. */
export interface Candidate {
  readonly schema: CachedSchema
  readonly content: SchemaContent
  readonly guid: string
  readonly targets: readonly ReferenceTarget[]
}

export interface CandidateOptions {
  /** About to be registered, so judged strictly where the config does not say otherwise. */
  readonly isNew: boolean
  readonly normalize: boolean
}

export function isBlank({ text }: SchemaRequest): boolean {
  return text === undefined || text.trim() === ''
}

/** Parses what the caller sent; 42201 where it is no valid schema. */
export async function readCandidate(
  work: Work,
  context: Context,
  request: SchemaRequest,
  config: Config,
  { isNew, normalize }: CandidateOptions,
): Promise<Candidate> {
  const resolved = await resolveReferences(work, context, request.references, { deleted: !isNew })
  const strict = isNew && (config.validateNewSchemas ?? work.options.validateNewSchemas)
  const mode = strict ? 'new' : 'existing'
  const parsed = work.cache.parse(request.text ?? '', resolved.texts, mode)
  if (!normalize) return candidate(parsed, request, resolved)
  const normal = work.cache.normalize(parsed, resolved.texts, mode)
  return candidate(normal, request, sorted(resolved))
}

/** The same schema with other metadata and rules, which make it another identity. */
export function withContent(
  { schema, content, targets }: Candidate,
  metadata: Metadata | undefined,
  ruleSet: RuleSet | undefined,
): Candidate {
  return assemble(schema, content.references, targets, metadata, ruleSet)
}

function candidate(
  schema: CachedSchema,
  { metadata, ruleSet }: SchemaRequest,
  { references, targets }: ResolvedReferences,
): Candidate {
  return assemble(schema, references, targets, metadata, ruleSet)
}

function assemble(
  schema: CachedSchema,
  references: readonly SchemaReference[],
  targets: readonly ReferenceTarget[],
  metadata: Metadata | undefined,
  ruleSet: RuleSet | undefined,
): Candidate {
  const content = {
    text: schema.canonical,
    references,
    ...(metadata === undefined ? {} : { metadata }),
    ...(ruleSet === undefined ? {} : { ruleSet }),
  }
  return { schema, content, targets, guid: guid({ ...content, schema: content.text }) }
}

/** Normal form of references: by subject and version, each once. */
function sorted({ references, targets, texts }: ResolvedReferences): ResolvedReferences {
  const pairs = references
    .map((reference, i) => ({ reference, target: targets[i]! }))
    .sort(
      (a, b) =>
        compareText(a.reference.subject, b.reference.subject) ||
        a.reference.version - b.reference.version,
    )
  const distinct = [...new Map(pairs.map((pair) => [referenceKey(pair.reference), pair])).values()]
  return {
    references: distinct.map(({ reference }) => reference),
    targets: distinct.map(({ target }) => target),
    texts,
  }
}

function referenceKey({ name, subject, version }: SchemaReference): string {
  return JSON.stringify([name, subject, version])
}
