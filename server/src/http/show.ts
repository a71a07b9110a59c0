import type { SchemaVersion, StoredSchema } from '../core/types.ts'
import { qualifyReferences } from '../service/read.ts'
import type { Registry } from '../service/registry.ts'
import type { Presentation } from './entities.ts'
import type { Call } from './operation.ts'

/** The version and its presentation as `format`, `referenceFormat` and `findTags` ask for them. */
export async function present(
  registry: Registry,
  version: SchemaVersion,
  { query, exchange }: Call,
): Promise<{ version: SchemaVersion; presentation: Presentation }> {
  const qualified = query.text('referenceFormat')?.toLowerCase() === 'qualified'
  const wanted = query.all('findTags').filter((tag) => tag !== '')
  const text = await formatText(registry, version.schema, query.text('format'))
  return {
    version: qualified ? { ...version, schema: qualifyReferences(version.schema) } : version,
    presentation: {
      exchange,
      ...(text === version.schema.text ? {} : { text }),
      ...(wanted.length === 0 ? {} : { schemaTags: await registry.tags(version.schema, wanted) }),
    },
  }
}

/** The schema's text in the format asked for; unknown formats mean the stored text. */
export async function formatText(
  registry: Registry,
  schema: StoredSchema,
  format: string | undefined,
): Promise<string> {
  return format?.toLowerCase() === 'resolved' ? registry.resolvedText(schema) : schema.text
}
