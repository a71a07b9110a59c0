import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnResult } from './command.ts'
import type { Report } from './report.ts'
import type { Tarball } from './tarballs.ts'

/**
 * Resolves and loads every subpath of a package with import and with require, without any of the
 * optional peers. A subpath has to load, or to fail with a message that names its peer.
 */
export async function checkSubpaths(
  report: Report,
  { name, manifest }: Tarball,
  installed: string,
): Promise<void> {
  const peers = Object.keys(manifest.peerDependencies ?? {})
  const loaders = writeLoaders(installed)
  for (const subpath of Object.keys(manifest.exports)) {
    const specifier = name + subpath.slice(1)
    for (const [way, loader] of Object.entries(loaders)) {
      await report.check(`${way}('${specifier}')`, () => {
        const { status, output } = spawnResult(installed, process.execPath, [loader, specifier])
        if (status === 0) return output
        const peer = peers.find((peer) => output.includes(`'${peer}'`))
        if (peer === undefined || output.includes('is not resolved')) throw new Error(output)
        return `refused, since ${peer} is not installed`
      })
    }
  }
}

function writeLoaders(installed: string): Record<'import' | 'require', string> {
  const loaders = { import: join(installed, 'load.mjs'), require: join(installed, 'load.cjs') }
  writeFileSync(loaders.import, IMPORT + load('import.meta.resolve', 'import'))
  writeFileSync(loaders.require, load('require.resolve', 'require'))
  return loaders
}

const IMPORT = "import { fileURLToPath } from 'node:url'\n"

function load(resolve: string, way: string): string {
  return `
void (async () => {
  const specifier = process.argv[2]
  const { existsSync } = await import('node:fs')
  const file = ${resolve === 'require.resolve' ? '' : 'fileURLToPath'}(${resolve}(specifier))
  if (!existsSync(file)) throw new Error(specifier + ' is not resolved: no ' + file)
  const names = Object.keys(await ${way}(specifier))
  console.log(names.length + ' names')
})().catch((error) => {
  console.error(error.message)
  process.exit(1)
})
`
}
