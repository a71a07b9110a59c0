import { compareTexts } from '../diagnostics/diagnostic.ts'
import { freeName, toCamelCase } from './identifiers.ts'

/** The module of a namespace. */
export interface NamespaceModule {
  readonly namespace: string
  /** Folder in the target's folder, with `/`. */
  readonly folder: string
  /** What the root module calls it. */
  readonly alias: string
}

/**
 * A module for each namespace, sorted. Folders differ in more than the case of their letters, so
 * that no file system takes one for another.
 */
export function planModules(namespaces: Iterable<string>): Map<string, NamespaceModule> {
  const sorted = [...new Set(namespaces)].sort(compareTexts)
  const folders = new Map<string, string>()
  const takenFolders = new Set<string>()
  const takenAliases = new Set<string>()
  const modules = new Map<string, NamespaceModule>()
  for (const namespace of sorted) {
    const folder = folderOf(namespace, folders, takenFolders)
    const alias = freeName(
      namespace === '' ? 'unnamed' : toCamelCase(namespace),
      (name) => takenAliases.has(name) || name === 'default',
    )
    takenAliases.add(alias)
    modules.set(namespace, { namespace, folder, alias })
  }
  return modules
}

/** The path of an import of one file by another, both given by folder and stem. */
export function importPath(
  from: { readonly folder: string },
  to: { readonly folder: string; readonly stem: string },
  extension: string,
): string {
  const path = [...stepsTo(from.folder, to.folder), to.stem].join('/')
  return `${path.startsWith('.') ? path : `./${path}`}${extension}`
}

/** The folder of the types without a namespace; it cannot be that of any other. */
const NULL_NAMESPACE = '_'

/** A folder for each namespace above as well, so that they stay apart too. */
function folderOf(namespace: string, folders: Map<string, string>, taken: Set<string>): string {
  const known = folders.get(namespace)
  if (known !== undefined) return known
  const dot = namespace.lastIndexOf('.')
  const parent = dot < 0 ? '' : `${folderOf(namespace.slice(0, dot), folders, taken)}/`
  const wanted = namespace === '' ? NULL_NAMESPACE : segment(namespace.slice(dot + 1))
  const folder = parent + freeName(wanted, (name) => taken.has((parent + name).toLowerCase()))
  taken.add(folder.toLowerCase())
  folders.set(namespace, folder)
  return folder
}

/** A part of a namespace as the name of a folder on every system. */
function segment(part: string): string {
  const name = part.normalize('NFC').replace(/[^\p{L}\p{N}_-]/gu, '_') || '_'
  return DEVICE.test(name) ? `${name}_` : name
}

/** Windows has these in every folder. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d|node_modules)$/i

function stepsTo(from: string, to: string): string[] {
  const a = from === '' ? [] : from.split('/')
  const b = to === '' ? [] : to.split('/')
  let common = 0
  while (common < a.length && common < b.length && a[common] === b[common]) common++
  return [...a.slice(common).map(() => '..'), ...b.slice(common)]
}
