import { realpathSync } from 'node:fs'
import { sep } from 'node:path'
import { readSourceFile, type SourceFile } from './source-file.ts'

/** Something wrong in a file, by offsets in its text. */
export interface ReadProblem {
  readonly rule: string
  /** `error` unless told. */
  readonly severity?: 'error' | 'warning'
  readonly message: string
  readonly hint?: string
  readonly start: number
  readonly end: number
  /** Another place in the same file that explains it. */
  readonly related?: Span & { readonly message: string }
}

/** A part of a text by its offsets; the end is the offset after its last character. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What a file says, put as one Avro schema in JSON. */
export interface ReadSchema {
  /** A schema; several types make a union. Undefined if the file cannot be read. */
  readonly text: string | undefined
  /** The part of the file that the JSON value at an offset of `text` comes from. */
  readonly spanOf: (offset: number) => Span
  readonly problems: readonly ReadProblem[]
}

/** Puts the files of one extension as schemas in JSON. */
export type SchemaReader = (file: SourceFile) => ReadSchema

/** How readers find what files import. */
export interface ReaderOptions {
  /** Absolute paths of the folders that imports are looked for in. */
  readonly importDirs?: readonly string[]
  /**
   * Absolute path of the folder that imports of files outside the set may not lead out of, but for
   * those in `importDirs`. Without it only files of the set can be imported.
   */
  readonly importRoot?: string
}

/** What a reader needs to know about the files that its file may import. */
export interface ReaderContext {
  readonly importDirs: readonly string[]
  /** The text of a file by its absolute path; undefined if it must not be read. */
  readonly readImport: (location: string) => string | undefined
  /** Whether a file is one of the set, so that its types are known anyway. */
  readonly isInSet: (location: string) => boolean
}

/** The readers by extension, each loaded when a file needs it. */
export async function loadReaders(
  files: readonly SourceFile[],
  options: ReaderOptions = {},
): Promise<ReadonlyMap<string, SchemaReader>> {
  const context = createReaderContext(files, options)
  const readers = new Map<string, SchemaReader>()
  for (const extension of new Set(files.map(({ path }) => extensionOf(path)))) {
    const load = LOADERS.get(extension)
    if (load) readers.set(extension, (await load())(context))
  }
  return readers
}

/** The last dot of a path and what follows. */
export function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.'))
}

type LoadReader = () => Promise<(context: ReaderContext) => SchemaReader>

const LOADERS: ReadonlyMap<string, LoadReader> = new Map<string, LoadReader>([
  ['.avdl', async () => (await import('./idl-reader.ts')).createIdlReader],
  ['.avpr', async () => (await import('./protocol-reader.ts')).createProtocolReader],
  ['.avsc', async () => (await import('./avsc-reader.ts')).createAvscReader],
])

/** What readers of files may import. Links are followed before a path is judged. */
export function createReaderContext(
  files: readonly SourceFile[],
  { importDirs = [], importRoot }: ReaderOptions,
): ReaderContext {
  const byLocation = new Map(files.map((file) => [file.location, file]))
  const folders = importRoot === undefined ? [] : [importRoot, ...importDirs]
  return {
    importDirs,
    isInSet: (location) => byLocation.has(location),
    readImport(location) {
      const known = byLocation.get(location)
      if (!known && !isInside(location, folders)) return undefined
      const file = known ?? readSourceFile(location, importRoot ?? '')
      return file.failure === undefined ? file.text : undefined
    },
  }
}

/** Links are followed first, so that none leads out. */
function isInside(location: string, folders: readonly string[]): boolean {
  try {
    const real = realpathSync(location)
    return folders.some((folder) => real.startsWith(realpathSync(folder) + sep))
  } catch {
    return false
  }
}
