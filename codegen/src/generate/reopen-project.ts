import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type LocatedFiles, locateFiles, openProject, type Project } from '../cli/project.ts'
import type { GlobalOptions, Session } from '../cli/session.ts'
import { createSchemaLoader, type SchemaLoader } from '../inputs/schema-set.ts'
import { readSourceFile, type SourceFile } from '../inputs/source-file.ts'

/** What names the files of a project, as for `openProject`. */
export interface ProjectRequest {
  readonly session: Session
  readonly args: readonly string[]
  readonly options: GlobalOptions & Readonly<Record<string, unknown>>
}

/** Opens a project, of which the files at some absolute paths have changed, come or gone. */
export type ReopenProject = (changed: ReadonlySet<string>) => Promise<Project>

/**
 * Makes what opens one project again and again. Only what changed, and what refers to it, is read
 * and checked again; the config is read again when files come or go. Projects with subjects of a
 * registry are opened anew each time. Throws what `openProject` throws.
 */
export function createReopening({ session, args, options }: ProjectRequest): ReopenProject {
  const { cwd } = session.io
  let located: LocatedFiles | undefined
  let known: ReadonlyMap<string, KnownSource> = new Map()
  let loading: { readonly key: string; readonly load: SchemaLoader } | undefined

  function loaderFor({ config, folder }: LocatedFiles): SchemaLoader {
    const importDirs = (config.importDirs ?? []).map((dir) => resolve(folder, dir))
    const key = JSON.stringify([importDirs, folder])
    if (loading?.key !== key) {
      loading = { key, load: createSchemaLoader({ importDirs, importRoot: folder }) }
    }
    return loading.load
  }

  return async (changed) => {
    const hasSameFiles = [...changed].every((path) => known.has(path) && existsSync(path))
    if (!located || !hasSameFiles) {
      located = undefined
      located = await locateFiles(session, args, options, { withRegistry: true })
    }
    const { config, folder, locations, subjects } = located
    if (subjects.length > 0) {
      return await openProject(session, args, options, { withRegistry: true })
    }
    known = new Map(
      locations.map((location) => {
        const before = changed.has(location) ? undefined : known.get(location)
        return [location, readAgain(location, cwd, before)]
      }),
    )
    const sources = [...known.values()].map(({ source }) => source)
    return { config, folder, set: await loaderFor(located)(sources) }
  }
}

interface KnownSource {
  readonly source: SourceFile
  /** Differs when the file was written in between, even if nobody was told. */
  readonly stamp: string
}

function readAgain(location: string, cwd: string, before: KnownSource | undefined): KnownSource {
  const stats = statSync(location, { throwIfNoEntry: false })
  const stamp = stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : ''
  if (before?.stamp === stamp) return before
  return { source: readSourceFile(location, cwd), stamp }
}
