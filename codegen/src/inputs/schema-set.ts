import type { ValidationMode } from '@magicbyte/avro'
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts'
import { createSchemaFile, type SchemaFile } from './schema-file.ts'
import { loadReaders, type ReaderOptions } from './schema-reader.ts'
import type { SourceFile } from './source-file.ts'
import { findConflicts } from './type-conflicts.ts'
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
  { mode = 'new', ...options }: LoadOptions = {},
): Promise<SchemaSet> {
  const readers = await loadReaders(sources, options)
  const units = sources.map((source) => readUnit(source, readers, mode))
  const table = createTypeTable(units)
  const files = new Map<Unit, SchemaFile>()
  const fileOf = (unit: Unit): SchemaFile => files.get(unit)!
  const diagnostics: Diagnostic[] = []
  for (const unit of units) {
    const problems = problemsOfUnit(unit, table, mode)
    diagnostics.push(...problems)
    const isValid = !problems.some(isError)
    files.set(unit, createSchemaFile({ unit, table, mode, isValid, fileOf }))
  }
  diagnostics.push(...findConflicts(table))
  const types = new Map<string, SchemaFile>()
  for (const [fullName, [home]] of table.definers) if (home) types.set(fullName, fileOf(home))
  return { files: [...files.values()], diagnostics: sortDiagnostics(diagnostics), types }
}
