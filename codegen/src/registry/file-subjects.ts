import type { Project } from '../cli/project.ts'
import { subjectsOf } from '../config/subjects.ts'
import { displayPath } from '../inputs/find-files.ts'
import { UsageError } from '../inputs/input-error.ts'
import type { SchemaFile } from '../inputs/schema-file.ts'
import { readLock } from './lock-file.ts'

/** Tells the subjects of files. */
export type FileSubjects = (file: SchemaFile) => readonly string[]

/**
 * The subjects of the files of a project: those of the config's table, else the one that a file was
 * pulled from, else that of the config's strategy. `subject` stands for all of this, where only one
 * file is asked about. Throws UsageError.
 */
export function createFileSubjects(
  { config, folder }: Pick<Project, 'config' | 'folder'>,
  chosen?: { readonly subject: string; readonly files: readonly SchemaFile[] },
): FileSubjects {
  if (chosen && chosen.files.length !== 1) {
    throw new UsageError(`--subject is for one file, and there are ${chosen.files.length}`)
  }
  const pulled = new Map((readLock(folder) ?? []).map(({ file, subject }) => [file, subject]))
  return (file) => {
    if (chosen && file === chosen.files[0]) return [chosen.subject]
    const { subjects } = config
    const configPath = displayPath(file.source.location, folder)
    const isListed = Object.hasOwn(subjects?.map ?? {}, configPath)
    const origin = pulled.get(configPath)
    if (!isListed && origin !== undefined) return [origin]
    return subjectsOf(file, { configPath, subjects })
  }
}
