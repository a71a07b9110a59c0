import { readFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { formatAvsc, UnformattableError } from '../format/format-avsc.ts'
import { displayPath } from '../inputs/find-files.ts'
import { UsageError } from '../inputs/input-error.ts'
import { fingerprintText, type LockedSchema } from './lock-file.ts'
import { subjectFileName } from './subject-file.ts'
import type { TakenSchema } from './take-schemas.ts'
import { writeWhole } from './write-whole.ts'

/** Where and how taken schemas are written. */
export interface SaveOptions {
  /** Absolute path of the folder of the lock file. */
  readonly folder: string
  /** Absolute path of the folder of the schemas. */
  readonly out: string
  /** Files that were pulled before, as the lock file names them. */
  readonly known: ReadonlySet<string>
  /** Whether other files may be overwritten. */
  readonly force: boolean
  /** Whether texts are put into the canonical layout. */
  readonly format: boolean
}

/** A schema, its entry in the lock file and whether its file is another now. */
export interface SavedSchema {
  readonly locked: LockedSchema
  readonly isChanged: boolean
}

/**
 * Writes schemas into files. Nothing is written if any file would be overwritten that is not from
 * here. Throws UsageError.
 */
export function saveSchemas(
  schemas: readonly TakenSchema[],
  options: SaveOptions,
): readonly SavedSchema[] {
  const { folder, out, format } = options
  const planned = schemas.map((schema) => {
    const { subject, version, isPinned } = schema
    const path = resolve(out, subjectFileName(subject, isPinned ? version : undefined))
    if (!path.startsWith(out + sep)) throw new UsageError(`${subject} leads out of the folder`)
    const text = format ? formatted(schema.text) : schema.text
    const before = readOrUndefined(path)
    return { path, text, before, locked: lockedOf(schema, displayPath(path, folder)) }
  })
  refuseClashes(planned.map(({ path }) => path))
  for (const { locked, text, before } of planned) refuseForeign(locked.file, text, before, options)
  return planned.map(({ path, text, before, locked }) => {
    if (text !== before) writeWhole(path, text)
    return { locked, isChanged: text !== before }
  })
}

/** The entry of a schema in the lock file. */
export function lockedOf(schema: TakenSchema, file: string): LockedSchema {
  const { subject, version, id, guid, text, references } = schema
  return {
    subject,
    version,
    id,
    ...(guid !== undefined && { guid }),
    fingerprint: fingerprintText(text),
    ...(references.length > 0 && {
      references: references.map(({ name, subject, version }) => ({ name, subject, version })),
    }),
    file,
  }
}

/** On many systems, names that differ in case only are the same. */
function refuseClashes(paths: readonly string[]): void {
  const byLower = new Map<string, string>()
  for (const path of paths) {
    const other = byLower.get(path.toLowerCase())
    if (other !== undefined) {
      throw new UsageError(`The files ${other} and ${path} differ in case only; pull them apart`)
    }
    byLower.set(path.toLowerCase(), path)
  }
}

function refuseForeign(
  file: string,
  text: string,
  before: string | undefined,
  { known, force }: SaveOptions,
): void {
  if (before === undefined || before === text || known.has(file) || force) return
  throw new UsageError(`${file} was not pulled before; --force overwrites it`)
}

/** A text in the canonical layout, or as it is where that would spoil it. */
export function formatted(text: string): string {
  try {
    return formatAvsc(text)
  } catch (error) {
    if (error instanceof UnformattableError) return text
    throw error
  }
}

function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    throw new UsageError(`${path} cannot be read: ${reason}`, { cause: error })
  }
}
