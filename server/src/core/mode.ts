import { invalidMode, modeForbids } from './errors.ts'
import type { SchemaId, Subject } from './types.ts'

export type Mode = 'READWRITE' | 'READONLY' | 'READONLY_OVERRIDE' | 'IMPORT' | 'FORWARD'

const MODES: ReadonlySet<string> = new Set<Mode>([
  'READWRITE',
  'READONLY',
  'READONLY_OVERRIDE',
  'IMPORT',
  'FORWARD',
])

/** Reads a mode in any letter case; 42204 for anything else. */
export function parseMode(text: string): Mode {
  const mode = text.toUpperCase()
  if (!MODES.has(mode)) throw invalidMode()
  return mode as Mode
}

export function isReadOnly(mode: Mode): boolean {
  return mode === 'READONLY' || mode === 'READONLY_OVERRIDE'
}

/** Are schemas taken over from elsewhere, with their ids and without any check? */
export function isImporting(mode: Mode): boolean {
  return mode === 'IMPORT' || mode === 'FORWARD'
}

/** Refuses with 42205 a registration that the mode does not allow; `id` is the one asked for. */
export function checkRegistration(mode: Mode, subject: Subject, id: SchemaId | undefined): void {
  if (isReadOnly(mode)) throw modeForbids(subject, 'in read-only mode')
  if (id !== undefined && !isImporting(mode)) throw modeForbids(subject, 'not in import mode')
  if (id === undefined && mode !== 'READWRITE') throw modeForbids(subject, 'not in read-write mode')
}

/** Refuses with 42205 any other write. */
export function checkWritable(mode: Mode, subject: Subject): void {
  if (isReadOnly(mode)) throw modeForbids(subject, 'in read-only mode')
}
