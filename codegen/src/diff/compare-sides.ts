import { rootName } from '../compat/file-history.ts'
import type { SchemaFile } from '../inputs/schema-file.ts'
import type { Breakage, Change } from './change.ts'
import { compareSchemas } from './compare-schemas.ts'
import type { Side } from './load-side.ts'

/** The files of both sides that belong together, and what differs. */
export interface FileDifference {
  readonly oldFile?: SchemaFile
  readonly newFile?: SchemaFile
  readonly changes: readonly Change[]
  readonly breaks: readonly Breakage[]
}

/**
 * Compares the files of the same path, and of the others those whose types have the same full name.
 * Files without a difference are left out.
 */
export function compareSides(oldSide: Side, newSide: Side): FileDifference[] {
  const unmatched = new Map(oldSide.files)
  const differences: FileDifference[] = []
  const added: SchemaFile[] = []
  for (const [path, newFile] of newSide.files) {
    const oldFile = unmatched.get(path)
    if (oldFile) {
      unmatched.delete(path)
      differences.push(compareFiles(oldFile, newFile))
    } else {
      added.push(newFile)
    }
  }
  for (const newFile of added) {
    const name = rootName(newFile)
    const [path, oldFile] =
      [...unmatched].find(([, file]) => name !== undefined && rootName(file) === name) ?? []
    if (path !== undefined && oldFile) {
      unmatched.delete(path)
      differences.push(compareFiles(oldFile, newFile))
    } else {
      differences.push({ newFile, changes: [whole('SCHEMA_ADDED', newFile)], breaks: [] })
    }
  }
  for (const oldFile of unmatched.values()) {
    differences.push({ oldFile, changes: [whole('SCHEMA_REMOVED', oldFile)], breaks: [] })
  }
  return differences.filter(({ changes }) => changes.length > 0)
}

function compareFiles(oldFile: SchemaFile, newFile: SchemaFile): FileDifference {
  const [before, after] = [oldFile.resolved(), newFile.resolved()]
  if (!before || !after) return { oldFile, newFile, changes: [], breaks: [] }
  return { oldFile, newFile, ...compareSchemas(before.parsed, after.parsed) }
}

function whole(kind: 'SCHEMA_ADDED' | 'SCHEMA_REMOVED', file: SchemaFile): Change {
  const root = file.resolved()?.parsed.root
  const place = kind === 'SCHEMA_ADDED' ? { newAt: root?.at ?? 0 } : { oldAt: root?.at ?? 0 }
  const subject = rootName(file) ?? root?.type ?? 'schema'
  return { kind, subject, message: file.source.path, breaks: [], ...place }
}
