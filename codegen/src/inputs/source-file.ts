import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { indexText, type TextIndex } from '../diagnostics/text-index.ts'
import { displayPath } from './find-files.ts'

/** The text of a file, or of a file as it was at some time. */
export interface SourceFile {
  /** As it is shown: relative to the working directory, with `/`. */
  readonly path: string
  /** Absolute path; of a file that is not on the disk its shown path. */
  readonly location: string
  /** Without a byte order mark. */
  readonly text: string
  readonly hasBom: boolean
  /** What kept it from being read; the text is empty then. */
  readonly failure?: string
}

/** The most a schema file may hold, in bytes. */
export const MAX_FILE_SIZE = 10 * 1024 * 1024

/** Reads a file; what is wrong with it is told by its `failure`. */
export function readSourceFile(location: string, cwd: string): SourceFile {
  const path = displayPath(location, cwd)
  try {
    const { size } = statSync(location)
    if (size > MAX_FILE_SIZE) return unreadable(path, location, TOO_LARGE)
    return decodeSource({ path, location, bytes: readFileSync(location) })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    return unreadable(path, location, `The file cannot be read: ${code}`)
  }
}

/** A source file of the bytes it consists of. */
export function decodeSource(file: {
  readonly path: string
  readonly location: string
  readonly bytes: Buffer
}): SourceFile {
  const { path, location, bytes } = file
  if (bytes.length > MAX_FILE_SIZE) return unreadable(path, location, TOO_LARGE)
  if (!isUtf8(bytes)) return unreadable(path, location, 'The file is not UTF-8 text')
  const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return { path, location, text: bytes.toString('utf8', hasBom ? 3 : 0), hasBom }
}

/** The index of the lines of a source file, made once. */
export function lineIndex(file: SourceFile): TextIndex {
  const known = indexes.get(file)
  if (known) return known
  const index = indexText(file.text)
  indexes.set(file, index)
  return index
}

const indexes = new WeakMap<SourceFile, TextIndex>()

const TOO_LARGE = `The file is larger than ${MAX_FILE_SIZE / 1024 / 1024} MiB`

function unreadable(path: string, location: string, failure: string): SourceFile {
  return { path, location, text: '', hasBom: false, failure }
}
