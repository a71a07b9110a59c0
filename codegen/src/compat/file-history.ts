import { dirname } from 'node:path'
import type { SchemaFile } from '../inputs/schema-file.ts'
import { loadSchemas, type SchemaSet } from '../inputs/schema-set.ts'
import type { SourceFile } from '../inputs/source-file.ts'
import type { GitRepository } from './git.ts'
import type { HistoricVersion, HistorySource } from './history.ts'

/** The one version that a set of files holds of each file. */
export function historyInSet(
  set: SchemaSet,
  {
    label,
    locationOf,
  }: {
    readonly label: string
    /** The location at which the set holds a file. */
    readonly locationOf: (file: SchemaFile) => string
  },
): HistorySource {
  return {
    async versionsOf(file) {
      const resolved = findCounterpart(set, file, locationOf(file))?.resolved()
      return resolved ? [{ label, resolved }] : []
    },
  }
}

/** The file of another set at a location, or else the only one whose root has the same name. */
export function findCounterpart(
  set: SchemaSet,
  file: SchemaFile,
  location: string,
): SchemaFile | undefined {
  const same = set.files.find(({ source }) => source.location === location)
  if (same) return same
  const name = rootName(file)
  const namesakes = name === undefined ? [] : set.files.filter((other) => rootName(other) === name)
  return namesakes.length === 1 ? namesakes[0] : undefined
}

/** Full name of the type that a file is about; undefined if it has none or is wrong. */
export function rootName(file: SchemaFile): string | undefined {
  const root = file.resolved()?.parsed.root
  return root && 'fullName' in root ? root.fullName : undefined
}

/** How many commits are looked at for all versions of a file. */
const MAX_COMMITS = 500

/**
 * The versions of files in a git repository: at a revision, and where all are asked for at every
 * commit before it that touches the folders of the files.
 */
export function historyInGit(
  repository: GitRepository,
  { revision, files }: { readonly revision: string; readonly files: readonly SchemaFile[] },
): HistorySource {
  const folders = new Set(files.map(({ source }) => dirname(source.location)))
  const filter = (location: string) => isInside(location, folders)
  const sets = new Map<string, Promise<SchemaSet>>()
  let commits: Promise<readonly string[]> | undefined

  function setAt(commit: string, label: string): Promise<SchemaSet> {
    const known = sets.get(commit)
    if (known) return known
    const set = repository.readCommit(commit, { label, filter }).then(loadExisting)
    sets.set(commit, set)
    return set
  }

  async function newest(): Promise<SchemaSet> {
    return await setAt(await repository.commitOf(revision), revision)
  }

  async function versionsOf(file: SchemaFile, { all }: { readonly all: boolean }) {
    const { location } = file.source
    const latest = findCounterpart(await newest(), file, location)?.resolved()
    const versions: HistoricVersion[] = latest ? [{ label: revision, resolved: latest }] : []
    if (!all) return versions
    commits ??= repository.commitsTouching(revision, [...folders], { limit: MAX_COMMITS })
    let before = latest?.text
    for (const commit of await commits) {
      const label = commit.slice(0, 10)
      const resolved = findCounterpart(await setAt(commit, label), file, location)?.resolved()
      if (resolved && resolved.text !== before) versions.push({ label, resolved })
      before = resolved?.text ?? before
    }
    return versions
  }

  return { versionsOf }
}

/** What was taken once is read as leniently as what is registered. */
async function loadExisting(sources: readonly SourceFile[]): Promise<SchemaSet> {
  return await loadSchemas(sources, { mode: 'existing' })
}

function isInside(location: string, folders: ReadonlySet<string>): boolean {
  let folder = dirname(location)
  while (!folders.has(folder)) {
    const above = dirname(folder)
    if (above === folder) return false
    folder = above
  }
  return true
}
