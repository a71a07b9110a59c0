import type { components } from '@magicbyte/client/openapi'
import type { Config } from '../core/config.ts'
import { formatSubject } from '../core/subject.ts'
import type { SchemaVersion, StoredSchema } from '../core/types.ts'
import type { FoundVersion } from '../service/lookup.ts'
import type { Exchange } from './exchange.ts'

/*
 * Answers. Absent members are left out, never null. Old Java clients, which fail on keys they do
 * not know, get those they know.
 */

type Entities = components['schemas']

/** How a schema is shown. */
export interface Presentation {
  readonly exchange: Exchange
  /** The text to show in the place of the canonical string. */
  readonly text?: string
  readonly schemaTags?: readonly Entities['SchemaTags'][]
}

/** By subject and version. */
export function toSchema(
  version: SchemaVersion,
  presentation: Presentation,
  { times = true } = {},
): Entities['Schema'] {
  const { schema } = version
  const { legacy } = presentation.exchange
  return {
    subject: formatSubject(version.subject),
    version: version.version,
    id: schema.id,
    ...(legacy ? {} : { guid: schema.guid, schemaType: 'AVRO' }),
    ...content(schema),
    schema: presentation.text ?? schema.text,
    ...tags(presentation),
    ...(legacy || !times ? {} : { ts: version.timestamp, deleted: version.deleted }),
  }
}

/** What lookup found: by content it carries no times, as in the reference. */
export function toFoundSchema(
  { version, byContent }: FoundVersion,
  presentation: Presentation,
): Entities['Schema'] {
  return toSchema(version, presentation, { times: !byContent })
}

/** The answer to a registration. */
export function toRegistered(
  { version, byContent }: FoundVersion,
  presentation: Presentation,
): Entities['RegisterSchemaResponse'] {
  const { schema } = version
  if (presentation.exchange.legacy) return { id: schema.id }
  return {
    id: schema.id,
    version: version.version,
    guid: schema.guid,
    schemaType: 'AVRO',
    ...content(schema),
    schema: presentation.text ?? schema.text,
    ...(byContent ? {} : { ts: version.timestamp, deleted: version.deleted }),
  }
}

/** By id: without the id. */
export function toSchemaString(
  version: SchemaVersion,
  presentation: Presentation & { readonly maxId?: number },
): Entities['SchemaString'] {
  const { legacy } = presentation.exchange
  return {
    ...(legacy ? {} : { subject: formatSubject(version.subject), version: version.version }),
    ...withoutSubject(version, presentation),
    ...(presentation.maxId === undefined ? {} : { maxId: presentation.maxId }),
    ...(legacy ? {} : { ts: version.timestamp, deleted: version.deleted }),
  }
}

function withoutSubject(
  { schema }: SchemaVersion,
  presentation: Presentation,
): Entities['SchemaString'] {
  return {
    ...(presentation.exchange.legacy ? {} : { guid: schema.guid, schemaType: 'AVRO' }),
    schema: presentation.text ?? schema.text,
    ...content(schema),
    ...tags(presentation),
  }
}

/** By guid, which knows no subject. */
export function toGuidSchema(
  version: SchemaVersion,
  presentation: Presentation,
): Entities['SchemaString'] {
  return {
    ...withoutSubject(version, presentation),
    ...(presentation.exchange.legacy ? {} : { ts: version.timestamp, deleted: version.deleted }),
  }
}

function content({ references, metadata, ruleSet }: StoredSchema) {
  return {
    ...(references.length === 0 ? {} : { references: [...references] }),
    ...(metadata === undefined ? {} : { metadata: metadata as Entities['Metadata'] }),
    ...(ruleSet === undefined ? {} : { ruleSet: ruleSet as Entities['RuleSet'] }),
  }
}

function tags({ schemaTags = [] }: Presentation) {
  return schemaTags.length === 0 ? {} : { schemaTags: [...schemaTags] }
}

/** As GET and DELETE show it. */
export function toConfig({ compatibilityLevel, ...rest }: Config): Entities['Config'] {
  return { ...(compatibilityLevel ? { compatibilityLevel } : {}), ...rest } as Entities['Config']
}

/** As PUT shows it: the level under another key. */
export function toStoredConfig(config: Config): Entities['ConfigUpdateResponse'] {
  const { compatibilityLevel, ...rest } = config
  return {
    ...rest,
    ...(compatibilityLevel ? { compatibility: compatibilityLevel } : {}),
  } as Entities['ConfigUpdateResponse']
}
