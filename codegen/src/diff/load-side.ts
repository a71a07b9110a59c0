import { statSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { openRepository } from '../compat/git.ts'
import { findFiles, slashed } from '../inputs/find-files.ts'
import { UsageError } from '../inputs/input-error.ts'
import type { SchemaFile } from '../inputs/schema-file.ts'
import { loadSchemas } from '../inputs/schema-set.ts'
import { readSourceFile, type SourceFile } from '../inputs/source-file.ts'

/** One of the two things that are compared. */
export interface Side {
  /** The files by their paths from the folder, or the only file under an empty path. */
  readonly files: ReadonlyMap<string, SchemaFile>
}

/**
 * Reads a file, a folder, or either at a git revision: `git:REVISION:PATH`, the path from the
 * working directory. A file may use the types of the files in its folder and below. A version of a
 * registry is `registry:SUBJECT` or `registry:SUBJECT@VERSION`. Throws {@link UsageError}.
 */
export async function loadSide(
  text: string,
  {
    cwd,
    fetchVersion,
  }: {
    readonly cwd: string
    /** Gets a version of a subject with all it refers to, itself first. */
    readonly fetchVersion: (spec: string) => Promise<readonly SourceFile[]>
  },
): Promise<Side> {
  if (text.startsWith('registry:')) {
    const sources = await fetchVersion(text.slice('registry:'.length))
    return await toSide(sources, { text, location: sources[0]?.location ?? '', isFile: true })
  }
  const match = /^git:([^:]+):(.*)$/s.exec(text)
  const [, revision, path] = match ?? []
  if (revision !== undefined && path !== undefined) return await loadGitSide(revision, path, cwd)
  const location = resolve(cwd, text)
  const stats = statSync(location, { throwIfNoEntry: false })
  if (!stats) throw new UsageError(`There is no file or folder ${text}`)
  const isFile = stats.isFile()
  const found = await findFiles([isFile ? dirname(location) : location], { cwd })
  if (isFile && !found.includes(location)) found.push(location)
  const sources = found.map((file) => readSourceFile(file, cwd))
  return await toSide(sources, { text, location, isFile, importRoot: cwd })
}

async function loadGitSide(revision: string, path: string, cwd: string): Promise<Side> {
  const repository = await openRepository(cwd)
  const commit = await repository.commitOf(revision)
  const location = resolve(cwd, path)
  const inFolder = (folder: string) => (file: string) => file.startsWith(`${folder}/`)
  const read = async (folder: string) =>
    await repository.readCommit(commit, { label: revision, filter: inFolder(folder) })
  const text = `git:${revision}:${path}`
  const below = await read(location)
  if (below.length > 0) return await toSide(below, { text, location, isFile: false })
  return await toSide(await read(dirname(location)), { text, location, isFile: true })
}

async function toSide(
  sources: readonly SourceFile[],
  {
    text,
    location,
    isFile,
    importRoot,
  }: {
    readonly text: string
    readonly location: string
    readonly isFile: boolean
    /** Where imports may lead besides the files of the side. */
    readonly importRoot?: string
  },
): Promise<Side> {
  const { files, diagnostics } = await loadSchemas(sources, {
    mode: 'existing',
    ...(importRoot !== undefined && { importRoot }),
  })
  const chosen = isFile ? files.filter(({ source }) => source.location === location) : files
  if (chosen.length === 0) throw new UsageError(`There is no schema in ${text}`)
  for (const file of chosen) {
    if (file.resolved()) continue
    const { path } = file.source
    const reason = diagnostics.find((diagnostic) => diagnostic.file === path) ?? diagnostics[0]
    const start = reason?.range.start
    const place = start && `${reason.file}:${start.line}:${start.column}`
    throw new UsageError(`${path} is no sound schema: ${place} ${reason?.message}`)
  }
  const key = ({ source }: SchemaFile) =>
    isFile ? '' : slashed(relative(location, source.location))
  return { files: new Map(chosen.map((file) => [key(file), file])) }
}
