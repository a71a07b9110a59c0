import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import type { SchemaReference } from '@magicbyte/avro'
import { compareTexts } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../inputs/input-error.ts'
import { writeWhole } from './write-whole.ts'

/** Name of the file that says which versions were taken; it stands beside the config. */
export const LOCK_FILE = 'magicbyte.lock.json'

/** A version of a subject as it was taken from a registry. */
export interface LockedSchema {
  readonly subject: string
  readonly version: number
  readonly id: number
  readonly guid?: string
  /** `sha256:` and 64 hexadecimal digits, of the schema's text in UTF-8. */
  readonly fingerprint: string
  readonly references?: readonly SchemaReference[]
  /** Where its text is, as a path with `/` from the folder of the lock file. */
  readonly file: string
}

/** The schemas of the lock file in a folder; undefined if there is none. Throws UsageError. */
export function readLock(folder: string): readonly LockedSchema[] | undefined {
  let text: string
  try {
    text = readFileSync(join(folder, LOCK_FILE), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new UsageError(`${LOCK_FILE} cannot be read`, { cause: error })
  }
  const schemas = parseLock(text)
  if (!schemas) throw new UsageError(`${LOCK_FILE} is no lock file; pull again without it`)
  return schemas
}

/** Writes the lock file of a folder: by subject and version, so that it changes as little as may be. */
export function writeLock(folder: string, schemas: readonly LockedSchema[]): void {
  const sorted = [...schemas].sort(
    (a, b) => compareTexts(a.subject, b.subject) || a.version - b.version,
  )
  const content = { lockfileVersion: 1, schemas: sorted }
  writeWhole(join(folder, LOCK_FILE), `${JSON.stringify(content, null, 2)}\n`)
}

/**
 * The absolute path of a file that a lock file names. Throws UsageError for one that no pull has
 * written: lock files come from elsewhere, too.
 */
export function lockedPath(folder: string, file: string): string {
  const path = resolve(folder, file)
  if (path.startsWith(folder + sep) && path.endsWith('.avsc')) return path
  throw new UsageError(`${LOCK_FILE} names ${file}, which leads out of its folder`)
}

/** The fingerprint of a text in a lock file. */
export function fingerprintText(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`
}

function parseLock(text: string): readonly LockedSchema[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const { lockfileVersion, schemas } = membersOf(value)
    if (lockfileVersion !== 1 || !Array.isArray(schemas)) return undefined
    return schemas.every(isLocked) ? schemas : undefined
  } catch {
    return undefined
  }
}

function isLocked(value: unknown): value is LockedSchema {
  const { subject, version, id, guid, fingerprint, references = [], file } = membersOf(value)
  return (
    [subject, fingerprint, file, guid ?? ''].every((item) => typeof item === 'string') &&
    Number.isInteger(version) &&
    Number.isInteger(id) &&
    Array.isArray(references) &&
    references.every(isReference)
  )
}

function isReference(value: unknown): boolean {
  const { name, subject, version } = membersOf(value)
  return typeof name === 'string' && typeof subject === 'string' && Number.isInteger(version)
}

function membersOf(value: unknown): Readonly<Partial<Record<string, unknown>>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
