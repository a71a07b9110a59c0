import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { probeFiles } from '../probe-files.ts'

/*
 * npm ci --prefix codegen/test/typescript-7
 * node --conditions=magicbyte-source --import tsx codegen/test/typescript-7/check.ts
 * Checks that what is generated from the probes compiles with TypeScript 7 too.
 */
const folder = join(import.meta.dirname, 'generated')
try {
  for (const [path, text] of probeFiles()) {
    // Enums of TypeScript are more than types, which the flags do not allow.
    if (path.startsWith('enums/')) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const compiler = join(import.meta.dirname, 'node_modules/typescript/bin/tsc')
  const { status } = spawnSync(process.execPath, [compiler, '-p', import.meta.dirname], {
    stdio: 'inherit',
  })
  if (status === 0) console.log('generated code compiles with TypeScript 7')
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
