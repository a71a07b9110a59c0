import type { SchemaReference } from '@magicbyte/avro'
import { UnsupportedSchemaError } from '../errors/schema-errors.ts'
import type { SchemaSource } from './registered-schema.ts'

/** Where to find what is referred to. */
export interface ReferenceSearch {
  /** The subject of the schema that refers: unqualified subjects are in its context. */
  readonly subject: string | undefined
  /** Schemas in reach at most. */
  readonly maxReferences: number
  /** The source of a version; may be asked for several at a time, for each once. */
  readonly load: (subject: string, version: number) => Promise<SchemaSource>
}

/**
 * Texts of all schemas in reach, each after those it refers to. They are loaded level by level, all
 * of a level at once. Of several under one name the first counts, as in the registry; that ends
 * circles, too.
 * @throws UnsupportedSchemaError where there are too many
 */
export async function loadReferences(
  references: readonly SchemaReference[],
  search: ReferenceSearch,
): Promise<readonly string[]> {
  if (references.length === 0) return []
  const sources = await loadSources(references, search)
  const names = new Set<string>()
  const texts: string[] = []
  visit(references, contextOf(search.subject))
  return texts

  function visit(inner: readonly SchemaReference[], context: string): void {
    for (const reference of inner) {
      if (names.has(reference.name)) continue
      names.add(reference.name)
      const subject = qualified(reference.subject, context)
      const source = sources.get(keyOf(subject, reference.version))
      if (!source) throw new Error('every reference in reach was loaded')
      visit(source.references, contextOf(subject))
      texts.push(source.schema)
    }
  }
}

async function loadSources(
  references: readonly SchemaReference[],
  { subject, maxReferences, load }: ReferenceSearch,
): Promise<ReadonlyMap<string, SchemaSource>> {
  const sources = new Map<string, SchemaSource>()
  const begun = new Set<string>()
  await loadAll(references, contextOf(subject))
  return sources

  async function loadAll(inner: readonly SchemaReference[], context: string): Promise<void> {
    await Promise.all(inner.map((reference) => loadOne(reference, context)))
  }

  async function loadOne({ subject, version }: SchemaReference, context: string): Promise<void> {
    const name = qualified(subject, context)
    const key = keyOf(name, version)
    if (begun.has(key)) return
    begun.add(key)
    if (begun.size > maxReferences) {
      throw new UnsupportedSchemaError(`more than ${maxReferences} referenced schemas`)
    }
    const source = await load(name, version)
    sources.set(key, source)
    await loadAll(source.references, contextOf(name))
  }
}

function keyOf(subject: string, version: number): string {
  return `${version} ${subject}`
}

/** `:.eu:` of `:.eu:orders`; empty for the default context. */
function contextOf(subject: string | undefined): string {
  return /^:[^:]*:/.exec(subject ?? '')?.[0] ?? ''
}

function qualified(subject: string, context: string): string {
  return subject.startsWith(':') ? subject : context + subject
}
