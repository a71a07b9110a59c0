import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listTrickyFolders, trickyFiles } from '../../../scripts/vectors/tricky-schemas.ts'
import { probeFiles } from '../probe-files.ts'

/*
 * npm ci --prefix codegen/test/typescript-7
 * node --conditions=magicbyte-source --import tsx codegen/test/typescript-7/check.ts [DIR...]
 * Checks that what is generated from the probes, and from the schemas of folders that the vectors
 * are in, compiles with TypeScript 7 too.
 */
const folder = join(import.meta.dirname, 'generated')
try {
  const files = new Map<string, string>(probeFiles())
  for (const [index, vectors] of listTrickyFolders(process.argv.slice(2)).entries()) {
    for (const [path, text] of await trickyFiles(vectors)) files.set(`${index}/${path}`, text)
  }
  for (const [path, text] of files) {
    // Enums of TypeScript are more than types, which the flags do not allow.
    if (path.startsWith('enums/')) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const compiler = join(import.meta.dirname, 'node_modules/typescript/bin/tsc')
  const { status } = spawnSync(process.execPath, [compiler, '-p', import.meta.dirname], {
    stdio: 'inherit',
  })
  if (status === 0) console.log(`${files.size} generated files compile with TypeScript 7`)
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
