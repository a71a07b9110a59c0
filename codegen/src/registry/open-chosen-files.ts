import { locateFiles, openProject, type Project } from '../cli/project.ts'
import type { GlobalOptions, Session } from '../cli/session.ts'
import { UsageError } from '../inputs/input-error.ts'
import type { SchemaFile } from '../inputs/schema-file.ts'

/** The files that were chosen, and the project with all they may refer to. */
export interface ChosenFiles {
  readonly project: Project
  readonly files: readonly SchemaFile[]
}

/**
 * Reads the files of the given paths, else all of the project. What they use and do not define is
 * looked for in the other files of the project. Throws UsageError.
 */
export async function openChosenFiles(
  session: Session,
  paths: readonly string[],
  options: GlobalOptions & Readonly<Record<string, unknown>>,
): Promise<ChosenFiles> {
  const project = await openProject(session, paths, options)
  const { files } = project.set
  if (paths.length === 0 || files.every((file) => file.resolved())) return { project, files }
  const chosen = new Set(files.map(({ source }) => source.location))
  const all = new Set([...chosen, ...(await otherFiles(session, options))])
  if (all.size === chosen.size) return { project, files }
  const wider = await openProject({ ...session, progress: () => {} }, [...all], options)
  const found = wider.set.files.filter(({ source }) => chosen.has(source.location))
  return { project: wider, files: found }
}

async function otherFiles(
  session: Session,
  options: GlobalOptions & Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  try {
    return (await locateFiles({ ...session, progress: () => {} }, [], options)).locations
  } catch (error) {
    if (error instanceof UsageError) return []
    throw error
  }
}
