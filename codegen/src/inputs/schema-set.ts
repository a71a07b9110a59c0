import type { ValidationMode } from '@magicbyte/avro'
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts'
import { createSchemaFile, type SchemaFile } from './schema-file.ts'
import { extensionOf, loadReaders, type ReaderOptions } from './schema-reader.ts'
import type { SourceFile } from './source-file.ts'
import { findConflicts } from './type-conflicts.ts'
import { findStale, linksOf, type TypeLink } from './type-links.ts'
import { createTypeTable } from './type-table.ts'
import { isError, readUnit, type Unit } from './unit.ts'
import { problemsOfUnit } from './unit-problems.ts'

/** Schema files that may use each other's types, in whatever order and in circles. */
export interface SchemaSet {
  /** In the order they were given. */
  readonly files: readonly SchemaFile[]
  /** Every problem of every file. */
  readonly diagnostics: readonly Diagnostic[]
  /** The file that counts as the home of a named type, by full name. */
  readonly types: ReadonlyMap<string, SchemaFile>
}

/** How to read schema files. */
export interface LoadOptions extends ReaderOptions {
  /** How strictly; as for a schema that is to be registered unless told. */
  readonly mode?: ValidationMode
}

/** Reads files as one set. What is wrong with them is told by `diagnostics`. */
export async function loadSchemas(
  sources: readonly SourceFile[],
  options: LoadOptions = {},
): Promise<SchemaSet> {
  return await createSchemaLoader(options)(sources)
}

/** Reads files as one set; a file that is the same object as the last time is not read again. */
export type SchemaLoader = (sources: readonly SourceFile[]) => Promise<SchemaSet>

/**
 * Makes what reads a set again and again, with the same result as {@link loadSchemas}. What did not
 * change, and refers to nothing that did, is not looked at again.
 */
export function createSchemaLoader({ mode = 'new', ...options }: LoadOptions = {}): SchemaLoader {
  let known: ReadonlyMap<SourceFile, KnownUnit> = new Map()
  return async (sources) => {
    const readers = await loadReaders(sources, options)
    const units = sources.map((source) => {
      // What IDL says also depends on what it imports.
      const isApart = extensionOf(source.path) !== '.avdl'
      return (isApart && known.get(source)?.unit) || readUnit(source, readers, mode)
    })
    const { set, next } = assembleSet(units, mode, known)
    known = next
    return set
  }
}

interface KnownUnit {
  readonly unit: Unit
  readonly links: readonly TypeLink[]
  readonly problems: readonly Diagnostic[]
  readonly file: SchemaFile
}

function assembleSet(
  units: readonly Unit[],
  mode: ValidationMode,
  known: ReadonlyMap<SourceFile, KnownUnit>,
): { readonly set: SchemaSet; readonly next: ReadonlyMap<SourceFile, KnownUnit> } {
  const table = createTypeTable(units)
  const links = new Map(units.map((unit) => [unit, linksOf(unit, table)]))
  const stale = findStale(links, (unit) => {
    const before = known.get(unit.source)
    return before?.unit === unit ? before.links : undefined
  })
  const files = new Map<Unit, SchemaFile>()
  const fileOf = (unit: Unit): SchemaFile => files.get(unit)!
  const next = new Map<SourceFile, KnownUnit>()
  const diagnostics: Diagnostic[] = []
  for (const unit of units) {
    const before = stale.has(unit) ? undefined : known.get(unit.source)
    const problems = before?.problems ?? problemsOfUnit(unit, table, mode)
    diagnostics.push(...problems)
    const isValid = !problems.some(isError)
    const resolved = before?.file.resolved
    const file = createSchemaFile({ unit, table, mode, isValid, fileOf, resolved })
    files.set(unit, file)
    next.set(unit.source, { unit, links: links.get(unit)!, problems, file })
  }
  diagnostics.push(...findConflicts(table))
  const types = new Map<string, SchemaFile>()
  for (const [fullName, [home]] of table.definers) if (home) types.set(fullName, fileOf(home))
  const set = { files: [...files.values()], diagnostics: sortDiagnostics(diagnostics), types }
  return { set, next }
}
