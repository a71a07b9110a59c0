import { stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { findFiles } from '../inputs/find-files.ts'
import { UsageError } from '../inputs/input-error.ts'
import type { SchemaFile } from '../inputs/schema-file.ts'
import { loadSchemas } from '../inputs/schema-set.ts'
import { readSourceFile } from '../inputs/source-file.ts'
import { historyInGit, historyInSet } from './file-history.ts'
import { openRepository } from './git.ts'
import type { HistorySource } from './history.ts'

/** What schemas are compared with, as the user wrote it. */
export type Against =
  | { readonly kind: 'registry' }
  | { readonly kind: 'git'; readonly revision: string }
  | { readonly kind: 'path'; readonly path: string }

/**
 * Reads `registry`, `git#branch=NAME`, `git#tag=NAME`, `git#commit=ID` or a path. Throws
 * {@link UsageError}.
 */
export function parseAgainst(text: string): Against {
  if (text === 'registry') return { kind: 'registry' }
  if (text !== 'git' && !text.startsWith('git#')) return { kind: 'path', path: text }
  const match = /^git#(branch|tag|commit)=(.+)$/.exec(text)
  const [, kind, name] = match ?? []
  if (kind === undefined || name === undefined || name.startsWith('-')) {
    const forms = 'git#branch=NAME, git#tag=NAME or git#commit=ID'
    throw new UsageError(`"${text}" names no git revision; write ${forms}`)
  }
  return { kind: 'git', revision: kind === 'tag' ? `refs/tags/${name}` : name }
}

/** The history that files are compared with in git or on the disk. Throws {@link UsageError}. */
export async function openHistory(
  against: Exclude<Against, { kind: 'registry' }>,
  { cwd, files }: { readonly cwd: string; readonly files: readonly SchemaFile[] },
): Promise<HistorySource> {
  if (against.kind === 'git') {
    const repository = await openRepository(cwd)
    const { revision } = against
    await repository.commitOf(revision)
    return historyInGit(repository, { revision, files })
  }
  const path = resolve(cwd, against.path)
  const isFile = (await stat(path).catch(() => undefined))?.isFile() === true
  const locations = await findFiles([against.path], { cwd })
  const set = await loadSchemas(
    locations.map((location) => readSourceFile(location, cwd)),
    { mode: 'existing', importRoot: cwd },
  )
  const base = commonFolder(files.map(({ source }) => source.location))
  return historyInSet(set, {
    label: against.path,
    // A single file is compared with a single file, whatever their names.
    locationOf: ({ source }) =>
      isFile && files.length === 1 ? path : join(path, relative(base, source.location)),
  })
}

/** The deepest folder that holds all of some files. */
export function commonFolder(locations: readonly string[]): string {
  let folder = dirname(locations[0] ?? '/')
  while (!locations.every((location) => !relative(folder, location).startsWith('..'))) {
    folder = dirname(folder)
  }
  return folder
}
