import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { VectorItem } from './vector-kind.ts'

/**
 * Lists the JSON files that are given or lie below a given folder; none for a path that is not
 * there.
 */
export function listJsonFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats?.isDirectory()) return stats ? [path] : []
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  })
}

/** Reads a list of objects; nothing when the file holds anything else. */
export function readItems(file: string): readonly VectorItem[] | undefined {
  const value = parseOrNothing(readFileSync(file, 'utf8'))
  return Array.isArray(value) && value.length > 0 && value.every(isObject) ? value : undefined
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is VectorItem {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The folders that are given and all below them. */
export function foldersIn(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return []
    const below = readdirSync(path, { recursive: true, withFileTypes: true })
    const folders = below.filter((entry) => entry.isDirectory())
    return [path, ...folders.map((entry) => join(entry.parentPath, entry.name)).sort()]
  })
}
