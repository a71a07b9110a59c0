import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runCommand, spawnResult } from './command.ts'
import type { Report } from './report.ts'
import type { Tarball } from './tarballs.ts'

/**
 * Resolves and loads every subpath of a package with import and with require, first without any of
 * the optional peers. A subpath has to load, or to fail with a message that names its peer; then it
 * has to load with the peers of this workspace, which stay there.
 */
export async function checkSubpaths(
  report: Report,
  { name, manifest }: Tarball,
  { root, installed }: { readonly root: string; readonly installed: string },
): Promise<void> {
  const peers = Object.keys(manifest.peerDependencies ?? {})
  const loaders = writeLoaders(installed)
  const lacking: { way: string; loader: string; specifier: string; peer: string }[] = []
  for (const subpath of Object.keys(manifest.exports)) {
    const specifier = name + subpath.slice(1)
    for (const [way, loader] of Object.entries(loaders)) {
      await report.check(`${way}('${specifier}')`, () => {
        const { status, output } = spawnResult(installed, process.execPath, [loader, specifier])
        if (status === 0) return output
        const peer = peers.find((peer) => output.includes(`'${peer}'`))
        if (peer === undefined || output.includes('is not resolved')) throw new Error(output)
        lacking.push({ way, loader, specifier, peer })
        return `refused, since ${peer} is not installed`
      })
    }
  }
  linkPeers(root, installed, peers)
  for (const { way, loader, specifier, peer } of lacking) {
    await report.check(`${way}('${specifier}') with ${peer}`, () =>
      runCommand(installed, process.execPath, [loader, specifier]).trim(),
    )
  }
}

/** The server is none of them: it is installed in a folder of its own. */
function linkPeers(root: string, installed: string, peers: readonly string[]): void {
  for (const peer of peers.filter((name) => !name.startsWith('@magicbyte/'))) {
    const link = join(installed, 'node_modules', peer)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(root, 'node_modules', peer), link)
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
