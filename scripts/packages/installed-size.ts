import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { kilobytes } from './tarballs.ts'

/** How much an installation holds, such as `2 packages, 900 kB`. */
export function installedSize(folder: string): string {
  const lock: unknown = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  const { packages } = lock as { readonly packages: Readonly<Record<string, object>> }
  const modules = join(folder, 'node_modules')
  const paths = Object.keys(packages).filter((path) => path !== '')
  const bytes = readdirSync(modules, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
  return `${paths.length} packages, ${kilobytes(bytes)}`
}
