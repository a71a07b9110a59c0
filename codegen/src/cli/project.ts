import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Config } from '../config/config.ts'
import { loadConfig } from '../config/load-config.ts'
import { sortDiagnostics } from '../diagnostics/diagnostic.ts'
import { displayPath, findFiles } from '../inputs/find-files.ts'
import { UsageError } from '../inputs/input-error.ts'
import { loadSchemas, type SchemaSet } from '../inputs/schema-set.ts'
import { readSourceFile } from '../inputs/source-file.ts'
import { plural } from './report.ts'
import type { GlobalOptions, Session } from './session.ts'

/** The config that holds and the schema files that a command is about. */
export interface Project {
  readonly config: Config
  /** Absolute path of the folder that paths of the config start from. */
  readonly folder: string
  readonly set: SchemaSet
}

/** What a command is about besides files. */
export interface ProjectOptions {
  /** Whether the registry subjects that the config lists are read too, where no paths are given. */
  readonly withRegistry?: boolean
}

/**
 * Finds and reads schema files: those of the given paths, else those of the config, else those in
 * the folder `schemas`. Throws {@link UsageError}.
 */
export async function openProject(
  session: Session,
  paths: readonly string[],
  options: GlobalOptions & Readonly<Record<string, unknown>>,
  { withRegistry = false }: ProjectOptions = {},
): Promise<Project> {
  const { cwd } = session.io
  const located = await locateFiles(session, paths, options, { withRegistry })
  const { locations, config, folder, subjects } = located
  const importDirs = (config.importDirs ?? []).map((dir) => resolve(folder, dir))
  const sources = locations.map((location) => readSourceFile(location, cwd))
  const loading = { importDirs, importRoot: folder }
  if (subjects.length === 0) return { config, folder, set: await loadSchemas(sources, loading) }
  const { fetchRegistrySchemas } = await import('../registry/fetch-schemas.ts')
  const request = { config, folder, options, subjects }
  const { current, earlier } = await fetchRegistrySchemas(session, request)
  const set = await loadSchemas([...sources, ...current], loading)
  const diagnostics = [...set.diagnostics]
  for (const { source, references } of earlier) {
    diagnostics.push(...(await loadSchemas([source, ...references], loading)).diagnostics)
  }
  return { config, folder, set: { ...set, diagnostics: sortDiagnostics(diagnostics) } }
}

/** The config that holds and where the schema files are. */
export interface LocatedFiles {
  readonly config: Config
  readonly folder: string
  /** Absolute paths. */
  readonly locations: readonly string[]
  /** Names and patterns of subjects to read from the registry. */
  readonly subjects: readonly string[]
}

/** Finds the files that {@link openProject} reads. Throws {@link UsageError}. */
export async function locateFiles(
  session: Session,
  paths: readonly string[],
  options: GlobalOptions,
  { withRegistry = false }: ProjectOptions = {},
): Promise<LocatedFiles> {
  const { cwd } = session.io
  const { config, file, folder } = await loadConfig({ cwd, file: options.config })
  const subjects = withRegistry && paths.length === 0 ? subjectsIn(config) : []
  const isRemote =
    subjects.length > 0 && !config.schemas?.some((input) => typeof input === 'string')
  const locations = isRemote ? [] : await locate(paths, { cwd, config, folder })
  if (locations.length + subjects.length === 0) throw new UsageError('There are no schema files')
  const source = file === undefined ? '' : ` (config ${displayPath(file, cwd)})`
  session.progress(`${plural(locations.length, 'schema file')}${source}`)
  return { config, folder, locations, subjects }
}

function subjectsIn({ schemas = [] }: Config): readonly string[] {
  return schemas.flatMap((input) => (typeof input === 'string' ? [] : input.registry))
}

async function locate(
  paths: readonly string[],
  {
    cwd,
    config,
    folder,
  }: { readonly cwd: string; readonly config: Config; readonly folder: string },
): Promise<string[]> {
  const exclude = config.exclude ?? []
  if (paths.length > 0) return await findFiles(paths, { cwd, exclude, excludeFrom: folder })
  // Subjects of the registry are no files; commands that need a network read them.
  const patterns = (config.schemas ?? []).filter((input) => typeof input === 'string')
  if (patterns.length > 0) return await findFiles(patterns, { cwd: folder, exclude })
  if (subjectsIn(config).length > 0 && !existsSync(resolve(folder, 'schemas'))) {
    throw new UsageError(
      'The config lists subjects of the registry only; name files, or pull the subjects',
    )
  }
  try {
    return await findFiles(['schemas'], { cwd: folder, exclude })
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const advice = 'name files or folders, or list them under "schemas" in magicbyte.config.ts'
    throw new UsageError(`There is no folder "schemas"; ${advice}`)
  }
}
