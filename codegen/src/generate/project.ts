import type { ValueMapping } from '@magicbyte/avro'
import type { Catalog } from './catalog.ts'
import type { GenerateOptions } from './generate-options.ts'
import type { NamespaceModule } from './module-paths.ts'
import type { Names } from './names.ts'
import type { RecordNode, Recursion } from './recursion.ts'

/** All that modules are printed from. */
export interface Project {
  readonly options: GenerateOptions
  readonly mode: 'types' | 'schema' | 'full'
  readonly extension: string
  readonly catalog: Catalog
  /** Of everything outside of fields that differ. */
  readonly whole: ValueMapping
  /** Full names of the records that have a type of their own for what is written. */
  readonly differing: ReadonlySet<string>
  readonly modules: ReadonlyMap<string, NamespaceModule>
  readonly names: Names
  readonly writing: Recursion
  readonly reading: Recursion
}

/** The name of the function that reads a record with or without a tag. */
export function readerName(
  names: Names,
  { fullName, tag }: RecordNode,
  { isInner = false }: { readonly isInner?: boolean } = {},
): string {
  const prefix = isInner ? 'readInner' : 'read'
  const suffix = tag === undefined ? '' : `Tagged${tag.replace('$type', '')}`
  return names.ofType(fullName).functionName(prefix + suffix)
}
