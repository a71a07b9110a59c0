import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './command.ts'

/** A packed package. */
export interface Tarball {
  readonly name: string
  readonly version: string
  /** Where it is. */
  readonly path: string
  /** Its size, packed and unpacked, in bytes. */
  readonly size: number
  readonly unpackedSize: number
  /** What it holds; paths relative to the package. */
  readonly files: readonly string[]
  readonly manifest: Manifest
}

/** What is read of a package.json. */
export interface Manifest {
  readonly exports: Readonly<Record<string, ExportTarget>>
  readonly bin?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** Where a subpath leads under the conditions. */
export type ExportTarget = string | { readonly [condition: string]: ExportTarget }

/** Packs a workspace into a folder, as it would be published. */
export function pack(root: string, workspace: string, folder: string): Tarball {
  const args = ['pack', '--json', '--workspace', workspace, '--pack-destination', folder]
  const printed: unknown = JSON.parse(runCommand(root, 'npm', args))
  const [packed] = Object.values(printed as Record<string, Packed>)
  if (packed === undefined) throw new Error(`npm packed nothing of ${workspace}`)
  const { name, version, filename, size, unpackedSize, files } = packed
  return {
    name,
    version,
    size,
    unpackedSize,
    path: join(folder, filename),
    files: files.map(({ path }) => path),
    manifest: JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8')) as Manifest,
  }
}

interface Packed {
  readonly name: string
  readonly version: string
  readonly filename: string
  readonly size: number
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string }[]
}

/**
 * Whether a tarball holds all it should and nothing else.
 * @throws Error that names the first few files that are wrong
 */
export function checkContents(tarball: Tarball, sources: string): string {
  const { files, manifest, size, unpackedSize } = tarball
  const held = new Set(files)
  const problems = [
    ...files.filter((file) => !isExpected(file)).map((file) => `${file} does not belong here`),
    ...files.filter((file) => isLeftOver(file, sources)).map((file) => `${file} has no source`),
    ...targetsOf(manifest)
      .filter((target) => !held.has(target))
      .map((target) => `${target} is missing`),
    ...['README.md', 'package.json'].filter((file) => !held.has(file)).map((f) => `no ${f}`),
  ]
  if (problems.length > 0) {
    const more = problems.length > 12 ? `\n${problems.length - 12} more` : ''
    throw new Error(problems.slice(0, 12).join('\n') + more)
  }
  return `${files.length} files, ${kilobytes(size)} packed, ${kilobytes(unpackedSize)} unpacked`
}

/** Such as `12 kB`. */
export function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}

const ROOT_FILES = ['README.md', 'LICENSE', 'package.json', 'dist/cjs/package.json']
const COMPILED = /^dist\/.*\.(js|js\.map|d\.ts)$/
const FOR_TESTS = /\.test\.|\.spec\.|\/(test|tests|support|fixtures|cjs-source)\//

function isExpected(file: string): boolean {
  return ROOT_FILES.includes(file) || (COMPILED.test(file) && !FOR_TESTS.test(file))
}

function isLeftOver(file: string, sources: string): boolean {
  // What several entries share has no file of its own.
  if (!COMPILED.test(file) || file.startsWith('dist/shared/')) return false
  const source = file.replace(/^dist\/(cjs\/)?/, '').replace(/\.(js|js\.map|d\.ts)$/, '.ts')
  return !existsSync(join(sources, source))
}

function targetsOf({ exports, bin = {} }: Manifest): string[] {
  const targets = [...Object.values(exports).flatMap(leaves), ...Object.values(bin)]
  return targets.map((target) => target.replace(/^\.\//, ''))
}

/** All files but those that only this workspace has. */
function leaves(target: ExportTarget): string[] {
  if (typeof target === 'string') return [target]
  return Object.entries(target).flatMap(([name, inner]) =>
    name === 'magicbyte-source' ? [] : leaves(inner),
  )
}
