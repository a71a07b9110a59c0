import { readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { displayPath } from '../inputs/find-files.ts'
import { UsageError } from '../inputs/input-error.ts'
import { type Config, defineConfig } from './config.ts'

/** A config and where it is. */
export interface LoadedConfig {
  readonly config: Config
  /** Absolute path of the file; undefined if there is none and all is as it is by default. */
  readonly file: string | undefined
  /** Absolute path of the folder that its paths start from. */
  readonly folder: string
}

/** The names of config files, in the order in which they are looked for in a folder. */
export const CONFIG_FILES: readonly string[] = [
  'magicbyte.config.ts',
  'magicbyte.config.js',
  'magicbyte.config.mjs',
  'magicbyte.config.json',
]

/**
 * The config of a file, or else of the nearest folder upward that has one: in a file of its own or
 * under the key `magicbyte` of its `package.json`. Throws {@link UsageError}.
 */
export async function loadConfig({
  cwd,
  file,
}: {
  readonly cwd: string
  /** Path of the config to take. */
  readonly file?: string | undefined
}): Promise<LoadedConfig> {
  if (file !== undefined) {
    const path = resolve(cwd, file)
    if (!isFile(path)) throw new UsageError(`There is no config file ${file}`)
    return await readConfig(path, cwd)
  }
  for (let folder = cwd; ; folder = dirname(folder)) {
    for (const name of CONFIG_FILES) {
      const path = join(folder, name)
      if (isFile(path)) return await readConfig(path, cwd)
    }
    const manifest = join(folder, 'package.json')
    if (isFile(manifest) && hasKey(manifest, cwd)) return await readConfig(manifest, cwd)
    if (dirname(folder) === folder) return { config: {}, file: undefined, folder: cwd }
  }
}

async function readConfig(path: string, cwd: string): Promise<LoadedConfig> {
  const shown = displayPath(path, cwd)
  let value: unknown
  try {
    value = await evaluate(path)
  } catch (error) {
    throw notLoaded(shown, error)
  }
  const { checkConfig } = await import('./check-config.ts')
  return { config: checkConfig(value, shown), file: path, folder: dirname(path) }
}

async function evaluate(path: string): Promise<unknown> {
  if (path.endsWith('package.json')) return keyOfManifest(path)
  if (path.endsWith('.json')) return JSON.parse(readText(path))
  if (path.endsWith('.ts')) {
    const { createJiti } = await import('jiti')
    // A project that runs this package without an install has nothing to import it from.
    const virtualModules = { magicbyte: { defineConfig } }
    const jiti = createJiti(import.meta.url, { moduleCache: false, virtualModules })
    return await jiti.import(path, { default: true })
  }
  const loaded: object = await import(pathToFileURL(path).href)
  if (!('default' in loaded)) throw new Error('it has no default export')
  return loaded.default
}

function keyOfManifest(path: string): unknown {
  const text = readText(path)
  if (!text.includes('"magicbyte"')) return undefined
  const manifest: unknown = JSON.parse(text)
  if (typeof manifest !== 'object' || manifest === null || !('magicbyte' in manifest)) {
    return undefined
  }
  return manifest.magicbyte
}

function hasKey(manifest: string, cwd: string): boolean {
  try {
    return keyOfManifest(manifest) !== undefined
  } catch (error) {
    throw notLoaded(displayPath(manifest, cwd), error)
  }
}

function notLoaded(shown: string, error: unknown): UsageError {
  const reason = error instanceof Error ? error.message : String(error)
  return new UsageError(`The config ${shown} cannot be loaded: ${reason}`, { cause: error })
}

/** Editors on Windows may begin a file with a byte order mark. */
function readText(path: string): string {
  return readFileSync(path, 'utf8').replace(/^\ufeff/, '')
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}
