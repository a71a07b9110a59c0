import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { GENERATED_MARK } from './file-header.ts'

/** A file that is not as it should be. */
export interface FileChange {
  /** Path in the folder, with `/`. */
  readonly path: string
  /** What it holds; undefined if it is not there. */
  readonly before: string | undefined
  /** What it should hold; undefined if it should not be there. */
  readonly after: string | undefined
}

/**
 * What has to change so that a folder holds generated files, in the order of their paths. Files
 * that were generated before and no longer are have to go; all others are left alone.
 */
export function findChanges(folder: string, files: ReadonlyMap<string, string>): FileChange[] {
  const changes: FileChange[] = []
  for (const [path, after] of files) {
    const before = readOrNothing(join(folder, path))
    if (before !== after) changes.push({ path, before, after })
  }
  for (const path of filesWithin(folder)) {
    if (files.has(path)) continue
    const before = readOrNothing(join(folder, path))
    if (before?.startsWith(GENERATED_MARK)) changes.push({ path, before, after: undefined })
  }
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Makes a change. */
export function applyChange(folder: string, { path, after }: FileChange): void {
  const location = join(folder, path)
  if (after === undefined) {
    rmSync(location)
    return
  }
  mkdirSync(dirname(location), { recursive: true })
  writeFileSync(location, after)
}

function filesWithin(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

function readOrNothing(location: string): string | undefined {
  try {
    return readFileSync(location, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
