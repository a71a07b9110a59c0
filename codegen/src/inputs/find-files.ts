import { readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { compareTexts } from '../diagnostics/diagnostic.ts'
import { UsageError } from './input-error.ts'

/** The ends of the names of files that hold schemas. */
export const SCHEMA_EXTENSIONS: readonly string[] = ['.avsc', '.avdl', '.avpr']

/** Where to look for files. */
export interface FindOptions {
  /** Absolute path of the folder that relative patterns start from. */
  readonly cwd: string
  /** Patterns of files to leave out, except those that are named themselves. */
  readonly exclude?: readonly string[]
  /** Absolute path of the folder that the patterns of `exclude` start from; `cwd` unless told. */
  readonly excludeFrom?: string
}

/**
 * The absolute paths of the schema files that files, folders and globs name, each once and in the
 * order of their code units, whatever the system. Folders are searched all the way down, without
 * `node_modules`, hidden folders and links to folders. Throws {@link UsageError} for a path or a
 * pattern that leads to no file.
 */
export async function findFiles(
  patterns: readonly string[],
  { cwd, exclude = [], excludeFrom = cwd }: FindOptions,
): Promise<string[]> {
  const named = new Set<string>()
  const found = new Set<string>()
  for (const pattern of patterns) {
    const { files, isNamed } = await filesOf(pattern, cwd)
    for (const file of files) (isNamed ? named : found).add(file)
  }
  if (found.size > 0) {
    for (const file of await expandGlobs(exclude, excludeFrom)) found.delete(file)
  }
  return [...new Set([...found, ...named])].sort((a, b) => compareTexts(slashed(a), slashed(b)))
}

/**
 * The absolute paths of all files that globs match, without those behind links to folders; none if
 * there are none.
 */
export async function expandGlobs(patterns: readonly string[], cwd: string): Promise<string[]> {
  if (patterns.length === 0) return []
  const { glob } = await import('tinyglobby')
  const files = await glob([...patterns], { cwd, absolute: true, ignore: IGNORED })
  const isReal = createFolderTest(cwd)
  return files.map((file) => resolve(file)).filter((file) => isReal(dirname(file)))
}

/** A path as it is shown: relative to the working directory, with `/` on every system. */
export function displayPath(path: string, cwd: string): string {
  return slashed(relative(cwd, path)) || '.'
}

/** A path with `/` between its parts. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

/** Tells whether a folder can be reached from the working directory without links. */
function createFolderTest(cwd: string): (folder: string) => boolean {
  const start = realpathSync(cwd)
  const known = new Map<string, boolean>()
  return (folder) => {
    let isReal = known.get(folder)
    if (isReal === undefined) {
      isReal = realpathSync(folder) === resolve(start, relative(cwd, folder))
      known.set(folder, isReal)
    }
    return isReal
  }
}

const IGNORED = ['**/node_modules/**', '**/.git/**']

async function filesOf(pattern: string, cwd: string): Promise<FoundFiles> {
  const path = isAbsolute(pattern) ? pattern : resolve(cwd, pattern)
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats?.isFile()) return { files: [path], isNamed: true }
  if (stats?.isDirectory()) return { files: walk(path), isNamed: false }
  if (!/[*?[\]{}()!+@]/.test(pattern)) throw new UsageError(`There is no file or folder ${pattern}`)
  const files = (await expandGlobs([pattern], cwd)).filter(hasSchemaExtension)
  if (files.length === 0) throw new UsageError(`No schema file matches ${pattern}`)
  return { files, isNamed: false }
}

interface FoundFiles {
  readonly files: readonly string[]
  /** Whether the pattern is the path of the file. */
  readonly isNamed: boolean
}

function walk(start: string): string[] {
  const files: string[] = []
  const pending = [start]
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = `${folder}${sep}${entry.name}`
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) pending.push(path)
      } else if (hasSchemaExtension(entry.name)) {
        if (entry.isFile() || (entry.isSymbolicLink() && isLinkToFile(path))) files.push(path)
      }
    }
  }
  return files
}

function isLinkToFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Whether a name ends as the names of schema files do. */
export function hasSchemaExtension(name: string): boolean {
  return SCHEMA_EXTENSIONS.some((extension) => name.endsWith(extension))
}
